"""What could tell who somebody is."""

import pytest

from bot.domain.identity import mentions_identity


@pytest.mark.parametrize(
    "text",
    [
        "آیدی من @maryam_1366 است",
        "@narges",
        "t.me/maryam",
        "https://T.me/+abc",
        "اینستا: instagram.com/maryam",
        "wa.me/989121234567",
        "ble.ir/maryam",
        "شماره‌ام 09121234567",
        "شماره‌ام ۰۹۱۲۱۲۳۴۵۶۷ است",
        "٠٩١٢ ١٢٣ ٤٥٦٧",
        "+98 912 123 4567",
        "0098-912-123-4567",
        "۰۹۱۲.۱۲۳.۴۵۶۷",
        "کد ملی ۰۰۱۲۳۴۵۶۷۸",
        "کارت 6037 9911 2233 4455",
    ],
)
def test_accounts_links_and_long_numbers_are_noticed(text: str) -> None:
    assert mentions_identity(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "سلام، حالم خوب نیست",
        "ساعت ۱۷:۳۰ روز ۱۴۰۵/۰۹/۰۲",
        "پسرم ۱۲ سال و دخترم ۸ سال دارد",
        "ده میلیون و ۵۰۰ هزار تومان",
        "۱۲۳ و ۱۱۵ را گرفتم",
        "قسط ۱۲۰۰۰۰۰۰ تومانی",
        "کد پیگیری من 4GH-7K2-9QM است",
        "ایمیل@",
        "@من",
        "سال ۱۳۶۶ و سال ۱۳۹۰",
    ],
)
def test_ordinary_numbers_and_words_are_not(text: str) -> None:
    assert not mentions_identity(text)
