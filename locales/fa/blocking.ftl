# Abuse of staff, blocks, and too many messages in a minute.

# To the person
# review: pending
blocked-until = تا { $until } نمی‌توانیم این‌جا جوابتان را بدهیم؛ بعد از آن دوباره گوش می‌دهیم. اگر خطری هست، همین‌جا بنویسید «کمک فوری» یا یکی از این شماره‌ها را بگیرید:
# review: pending
blocked-forever = دیگر نمی‌توانیم این‌جا جوابتان را بدهیم و می‌دانیم شنیدنش سخت است. اگر خطری هست، همین‌جا بنویسید «کمک فوری» یا یکی از این شماره‌ها را بگیرید:
blocked-press = الان نمی‌توانیم جواب بدهیم. اگر خطری هست، بنویسید «کمک فوری».
# review: pending
flood-family = پیام‌هایتان پشت سر هم می‌رسد و هیچ‌کدام گم نمی‌شود؛ مشاورتان همه را با هم می‌خواند. اگر خطری هست، بنویسید «کمک فوری».

# To the counselor
button-abuse = آزار کارکنان
abuse-sure = به سرپرست بگویم در پروندهٔ { $code } آزار دیده‌اید؟ تا تصمیم او لازم نیست جواب بدهید.
button-abuse-tell = بله، بگو
button-abuse-keep = نه، ادامه می‌دهم
abuse-told = به سرپرست گفتم. ممنون که گفتید؛ لازم نیست تنها تحملش کنید.
abuse-told-already = سرپرست از پروندهٔ { $code } خبر دارد.
abuse-not-told = باشد، پروندهٔ { $code } مثل قبل ادامه دارد.
abuse-blocked = { $who } خانوادهٔ { $code } را مسدود کرد و پرونده دیگر با شما نیست. مراقب خودتان باشید؛ اگر لازم است، با سرپرست حرف بزنید.
abuse-given-back = { $who } پروندهٔ { $code } را به صف برگرداند تا همکار دیگری ادامه بدهد.
abuse-left = { $who } پروندهٔ { $code } را دید و مسدود نکرد. اگر ادامه برایتان سخت است، به سرپرست بگویید.

# To those who decide
block-how = برای مسدود کردن: ⁨/block⁩ و کد پرونده. حرف خطر و «کمک فوری» همیشه به ما می‌رسد.
block-nobody = پروندهٔ { $code } کسی را در پیام‌رسان ندارد که مسدود شود.
block-reported = { $who } می‌گوید در پروندهٔ { $code } آزار دیده است. چه کنیم؟
block-which = خانوادهٔ { $code } تا چه وقت مسدود شود؟
button-block-days =
    { $days ->
        [0] همیشه
       *[other] { NUM($days) } روز
    }
button-block-other = همکار دیگری ادامه بدهد
button-block-not = مسدود نشود
block-why = خانوادهٔ { $code }: دلیل چیست؟
block-reason-insults = توهین
block-reason-harassment = آزار جنسی
block-reason-threats = تهدید همکاران
block-reason-advertising = تبلیغ یا مزاحمت
block-reason-other = دلیل دیگر
block-what = پروندهٔ { $code } چه شود؟
button-block-close = بسته شود
button-block-keep = با خودم باشد
block-already = مسدود بود، یا همکار ماست.
block-no-end = همیشه
block-done = خانوادهٔ { $code } مسدود شد، تا: { $until }
block-case-stays = پروندهٔ { $code } باز ماند: پرونده‌ای را که زمانی فوری بوده، سرپرست می‌بندد، وقتی که با همکار دیگری است.
block-case-unmoved = پروندهٔ { $code } همان‌جا که بود ماند.
block-given-back = پروندهٔ { $code } به صف برگشت.
block-left = خانوادهٔ { $code } مسدود نشد.
block-of = { NUM($place) }. { $code } · { $reason } · تا: { $until }
button-block-lift = مسدودی { NUM($place) } را بردار
block-lifted = برداشته شد.
block-over = مسدودی خانوادهٔ { $code } تمام شد.

# Folded messages
flood-note = { "\u200F" }{ $code } · { NUM($count) } پیام دیگر، پشت سر هم
flood-line = { "\u200F" }{ NUM($number) } · { $text }
flood-file = { "\u200F" }{ NUM($number) } · { $kind ->
        [photo] عکس
        [voice] صدا
        [video] فیلم
       *[other] فایل
    } { $text }
button-flood-files = عکس‌ها و فایل‌ها
listening-flood = همراه‌خوانی { $code } · { NUM($number) } پیام خانواده، پشت سر هم
