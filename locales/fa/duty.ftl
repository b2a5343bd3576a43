# Duty: who may have which case and why not, here and away, profiles, shifts, opening hours.

# Why a claim is refused
refused-away = نوشته‌اید که نیستید. هر وقت برگشتید ⁨/on⁩ را بزنید.
refused-shift = الان شیفت شما نیست؛ شیفت بعدی‌تان: { $at }. برای تغییر به سرپرست بگویید.
refused-capacity = گنجایش شما پر است: { NUM($held) } پرونده دارید. یکی را ببندید، یا یکی بیشتر بردارید.
refused-license = این پرونده همکار دارای پروانه می‌خواهد. اگر پروانه دارید، سرپرست در مشخصات شما بنویسد.
refused-language = خانواده به زبانی حرف می‌زند که در مشخصات شما نیست.
refused-gender = خانواده از میان زن یا مرد، همکار دیگری خواسته است.
refused-topic = این موضوع در مشخصات شما نیست.
refused-region = این استان در مشخصات شما نیست.
one-more = گنجایش شما پر است: { NUM($held) } پرونده دارید. پروندهٔ { $code } را هم برمی‌دارید؟
button-one-more = یکی بیشتر برمی‌دارم

# Here and away
on-done = از حالا سر شیفت هستید.
on-later = باشد. شیفت شما از { $at } شروع می‌شود.
away-done =
    باشد، تا ⁨/on⁩ را نزنید پروندهٔ تازه‌ای به شما نمی‌رسد.{ $held ->
        [0] { "" }
       *[other] { " " }{ NUM($held) } پرونده‌تان با شما می‌ماند.
    }
away-off-call = کشیک شما هم تمام شد.
button-give-back = پرونده‌هایم برگردند
given-back = { NUM($count) } پرونده به صف برگشت و به خانواده‌ها خبر دادیم.
nobody-on-call = از حالا هیچ‌کس کشیک نیست. کسی را با ⁨/staff⁩ کشیک کنید.
# review: pending
returned-family = همکارمان امروز ناچار شد برود. حرف‌هایتان گم نمی‌شود: تا همکار دیگری ادامه بدهد، در نوبت هستید و لازم نیست از اول بگویید.

# Profiles
profile =
    { $who }
    زبان: { $languages }
    موضوع: { $topics }
    استان: { $regions }
    مشاور: { $gender ->
        [woman] زن
        [man] مرد
       *[unknown] زن یا مرد: گفته نشده
    } · { $licensed ->
        [yes] پروانه دارد
       *[no] بی پروانه
    }
    گنجایش: { NUM($capacity) } پرونده؛ الان { NUM($held) }
    { $available ->
        [yes] هست
       *[no] نیست
    }
profile-all = همه
profile-whose = مشخصات چه کسی؟
profile-unknown = همکاری با این نام پیدا نکردم. از این‌ها انتخاب کنید:
profile-choose = مشخصات { $who }: هر چه بلد است. اگر هیچ‌کدام نباشد، یعنی همه.
button-colleague = { "\u200F" }{ $who }
button-profiles = مشخصات همکاران
button-profile = مشخصات
button-skill-language = زبان‌ها
button-skill-topic = موضوع‌ها
button-skill-region = استان‌ها
button-gender-woman = زن
button-gender-man = مرد
button-license = پروانه دارد
button-less = گنجایش کمتر
button-more-cases = گنجایش بیشتر
button-shifts = شیفت‌ها
button-rota = نوبت کشیک
button-here = هست

# Shifts and the on-call rota
weekday-0 = شنبه
weekday-1 = یکشنبه
weekday-2 = دوشنبه
weekday-3 = سه‌شنبه
weekday-4 = چهارشنبه
weekday-5 = پنجشنبه
weekday-6 = جمعه
week-title-w = شیفت‌های هفته:
week-title-c = نوبت‌های کشیک هفته:
week-none-w = شیفتی نوشته نشده: هر وقت نیستم نزده باشد، سر شیفت است.
week-none-c = نوبت کشیکی نیست.
week-shift = { $day } { $begins } تا { $ends }
week-line = { "\u200F" }{ $shift }
week-line-of = { "\u200F" }{ $who }: { $shift }
week-next = بار بعد: { $at }
week-from = { $day }، از ساعت چند؟
week-to = { $day }، تا ساعت چند؟ اگر کمتر از ساعت شروع باشد، فردای آن روز است.
week-clash = با شیفت دیگری از همین همکار یکی می‌شود.
week-told-w = شیفت‌های شما عوض شد:
week-told-c = نوبت‌های کشیک شما عوض شد:
button-drop-shift = بردار: { $shift }
button-weekday = { $day }
button-hour = { NUM($hour) }
button-week-w = شیفت‌ها
button-week-c = نوبت کشیک
hours-open = الان ساعت کار است.
hours-closed = الان بیرون از ساعت کار است؛ ساعت کار بعدی: { $at }
hours-never = در تنظیمات ساعت کاری نیست.

# A case that nobody claims, and a claim that went back
unclaimed =
    پروندهٔ { $code } با فوریت { $acuity ->
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    } هنوز با کسی نیست. { $span } در صف است.
lease-released-lead = پروندهٔ { $code } با { $who } بود، بی‌جواب ماند و به صف برگشت.
card-pending = هنوز منتظر اولین جواب است.

# The pinned message of the group
digest-title =
    { $count ->
        [0] کسی در صف نیست.
       *[other] در صف: { NUM($count) }
    }
digest-line = فوریت { $acuity }: { NUM($count) } · بیشترین انتظار { $span }
digest-alerts =
    { $count ->
        [0] هشدار بازی نیست.
       *[other] هشدار باز: { NUM($count) }
    }
digest-duty =
    { $count ->
        [0] هیچ‌کس سر شیفت نیست.
       *[other] سر شیفت: { $names }{ $more ->
            [0] { "" }
           *[other] { " " }و { NUM($more) } نفر دیگر
        }
    }
digest-on-call =
    { $count ->
        [0] هیچ‌کس کشیک نیست.
       *[other] کشیک: { $names }{ $more ->
            [0] { "" }
           *[other] { " " }و { NUM($more) } نفر دیگر
        }
    }
digest-not-pinned = نتوانستم وضع صف را در گروه سنجاق کنم. به ربات در گروه اجازهٔ سنجاق کردن بدهید.

# To families
place-better = نوبتتان جلوتر آمده است. { $place }
# review: pending
closed-now =
    الان همکارانمان این‌جا نیستند؛ { $at } برمی‌گردند. هر چه بنویسید، می‌ماند.

    اگر خطری هست، منتظر نمانید و یکی از این شماره‌ها را بگیرید:
lease-released-many = { NUM($count) } پروندهٔ شما بی‌جواب ماند و به صف برگشت:
lease-line = { "\u200F" }{ $code }
lease-released-lead-many = { NUM($count) } پرونده بی‌جواب ماند و به صف برگشت:
lease-line-lead = { "\u200F" }{ $code } · با { $who } بود
unclaimed-many = { NUM($count) } پرونده در صف است و از وقت پذیرفتن بعضی‌هایشان گذشته. صف: ⁨/queue⁩
