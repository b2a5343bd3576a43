# The queue: cards in the group, claiming, and what a press answers.

card =
    فوریت { $acuity ->
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    } · { $code }
    موضوع: { $topic } · { $place }
    تماس: { $contact }
    سابقه: { $returning ->
        [yes] پروندهٔ پیشین دارد
       *[no] بار اول
    }
    از { $since } · { $waited } در صف
card-claimed = پذیرفته: { $who }، { $at }
card-closed = بسته شد: { $outcome }
button-claim = می‌پذیرم
contact-staff-any = نوشتن امن است
contact-staff-neutral = فقط پیام ساده
contact-staff-wait = اول ننویسید
contact-staff-unknown = پرسیده نشد
claimed-by-you = { "\u200F" }{ $code } با شماست. ادامه در گفت‌وگوی خصوصی ربات.
claimed-already-yours = { "\u200F" }{ $code } از پیش با شماست.
claimed-by-other = { $who } زودتر پذیرفت.
refused-own-case = این درخواست را همکار دیگری باید بپذیرد.
refused-not-staff = این کار برای همکارانی است که مدیر دعوت کرده است.
queue-empty = کسی در صف نیست.
queue-title = در صف: { NUM($count) }
queue-line =
    فوریت { $acuity ->
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    } · { $code } · { $waited }
    موضوع: { $topic } · { $place }
button-claim-code = می‌پذیرم { $code }

# A claim without an answer
lease-reminder = خانوادهٔ پروندهٔ { $code } هنوز منتظر اولین جواب شماست. اگر جواب ندهید، پرونده به صف برمی‌گردد.
lease-released = پروندهٔ { $code } بی‌جواب ماند و به صف برگشت.
