"""Every province and county is there, and found by what a person types."""

from pathlib import Path

import pytest

from bot.domain.divisions import County, Divisions, Province, parse_divisions
from bot.domain.text import alphabetical, store

FILE = Path(__file__).parents[2] / "content" / "divisions.csv"
HEADER = "province_code,province_fa,province_en,county_code,county_fa,county_en,also\n"


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return parse_divisions(FILE.read_text("utf-8"))


def test_there_are_31_provinces_and_449_counties(divisions: Divisions) -> None:
    counties = [one for place in divisions.provinces for one in divisions.counties(place.code)]
    assert len(divisions.provinces) == 31
    assert len(counties) == len({one.code for one in counties}) == 449


def test_fars_has_37_counties_since_juyom_became_one(divisions: Divisions) -> None:
    names = [one.fa for one in divisions.counties("07")]
    assert len(names) == 37
    assert "جویم" in names


def test_the_county_of_the_capital_comes_first_and_the_others_by_the_alphabet(
    divisions: Divisions,
) -> None:
    first, *others = (one.fa for one in divisions.counties("06"))
    assert first == "اهواز"
    assert others == sorted(others, key=alphabetical)


def test_provinces_are_in_the_order_of_the_alphabet(divisions: Divisions) -> None:
    names = [one.fa for one in divisions.provinces]
    assert names == sorted(names, key=alphabetical)


def test_every_name_is_kept_as_it_would_be_stored(divisions: Divisions) -> None:
    for province in divisions.provinces:
        places: list[Province | County] = [province, *divisions.counties(province.code)]
        assert [store(place.fa) for place in places] == [place.fa for place in places]
        assert all(place.en.isascii() and len(place.code) <= 6 for place in places)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("فارس", ["فارس"]),
        ("استان فارس", ["فارس"]),
        ("Fars province", ["فارس"]),
        ("ostane tehran", ["تهران"]),
        ("كرمانشاه", ["کرمانشاه"]),
        ("کرمان", ["کرمان"]),
        ("خراسان", ["خراسان جنوبی", "خراسان رضوی", "خراسان شمالی"]),
        ("azarbaijan", ["آذربایجان شرقی", "آذربایجان غربی"]),
        ("kordestan", ["کردستان"]),
        ("ghom", ["قم"]),
        ("esfahan", ["اصفهان"]),
        ("چهار محال", ["چهارمحال و بختیاری"]),
        ("شیراز", ["فارس"]),
        ("یاسوج", ["کهگیلویه و بویراحمد"]),
        ("ندارم", []),
        ("", []),
        ("🙂", []),
    ],
)
def test_a_province_is_found_by_any_usual_spelling(
    divisions: Divisions, typed: str, found: list[str]
) -> None:
    assert [one.fa for one in divisions.find_provinces(typed)] == found


@pytest.mark.parametrize(
    ("province", "typed", "found"),
    [
        ("07", "شهرستان شیراز", "شیراز"),
        ("07", "shiraz", "شیراز"),
        ("07", "نى ريز", "نی‌ریز"),
        ("23", "شهرری", "ری"),
        ("14", "شهر کرد", "شهرکرد"),
        ("02", "ghaemshahr", "قائم‌شهر"),
        ("01", "انزلی", "بندر انزلی"),
        ("11", "چاه بهار", "چابهار"),
        ("17", "yasuj", "بویراحمد"),
    ],
)
def test_a_county_is_found_by_any_usual_spelling(
    divisions: Divisions, province: str, typed: str, found: str
) -> None:
    assert [one.fa for one in divisions.find_counties(province, typed)] == [found]


def test_a_code_finds_its_place_again(divisions: Divisions) -> None:
    assert divisions.county("0707") == divisions.counties("07")[0]
    assert divisions.province("07") in divisions.provinces
    assert divisions.county("9999") is None
    assert divisions.counties("99") == ()


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("", "the file is empty"),
        ("a,b\n", "line 1: the header must be"),
        (HEADER + "07,فارس,Fars\n", "line 2: 3 columns"),
        (HEADER + "07,,Fars,0701,x,X,\n", "line 2: province_fa is empty"),
        (HEADER + "07,فارس,Fars,ABC,x,X,\n", "line 2: county_code is 'ABC'"),
        (HEADER + "07,فارس,Fars,0701,علي,Ali,\n", "line 2: county_fa is 'علي'; .* 'علی'"),
        (HEADER + "07,فارس,Fars,1,x,X,\n07,یزد,Yazd,2,y,Y,\n", "line 3: province 07 is named"),
        (HEADER + "# x\n07,فارس,Fars,1,x,X,\n07,فارس,Fars,1,y,Y,\n", "line 4: .* used in line 3"),
    ],
)
def test_a_broken_file_is_told_by_line(broken: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_divisions(broken)
