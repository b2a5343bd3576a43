# Casework: the talk, the assessment as the counselor reads it, notes, closing.

# Who is who
staff-title = { $role } { $alias }
staff-former = همکار پیشین
role-counselor = مشاور
role-social_worker = مددکار
role-volunteer = همیار
role-supervisor = سرپرست
role-coordinator = هماهنگ‌کننده
role-administrator = مدیر
role-partner = همکار مرکز
role-on_call = مشاور کشیک

# Home and help
staff-home = شما { $who } هستید.
staff-welcome = خوش آمدید. از حالا { $who } هستید.
help-staff =
    هر چه این‌جا بنویسید به خانواده‌ای می‌رسد که با او حرف می‌زنید. برای جواب به خانوادهٔ دیگر، روی پیامش پاسخ بزنید. بیشتر کارها زیر هر پرونده دکمه دارد.

    صف و پرونده‌ها
    ⁨/queue⁩ صف؛ ⁨/next⁩ پذیرفتن فوری‌ترین
    ⁨/mycases⁩ پرونده‌های من
    ⁨/case⁩ پروندهٔ کامل؛ ⁨/search⁩ جست‌وجو
    ⁨/contact⁩ ثبت تماس تلفنی یا حضوری

    گفت‌وگو
    ⁨/reply⁩ پاسخ آماده؛ ⁨/addreply⁩ پاسخ تازه
    ⁨/macro⁩ چند کار با یک دکمه
    ⁨/appoint⁩ قرار گذاشتن
    ⁨/appointments⁩ قرارها
    ⁨/series⁩ پیشنهاد پیام‌های کوتاه
    ⁨/again⁩ پرسیدن دوبارهٔ حال خانواده

    کارهای پرونده
    ⁨/note⁩ یادداشتی که خانواده نمی‌بیند
    ⁨/notes⁩ یادداشت‌ها
    ⁨/task⁩ پیگیری تازه؛ ⁨/tasks⁩ پیگیری‌های من
    ⁨/refer⁩ ارجاع به مرکز همکار
    ⁨/transfer⁩ سپردن به همکار یا صف
    ⁨/ask⁩ خواستن پروندهٔ همکار
    ⁨/close⁩ بستن؛ ⁨/reopen⁩ باز کردن دوباره

    خودم
    ⁨/away⁩ نیستم؛ ⁨/on⁩ برگشتم
    ⁨/shifts⁩ شیفت‌ها
    ⁨/oncall⁩ شروع یا پایان کشیک
    ⁨/alerts⁩ هشدارها و نتیجه‌هایشان
    ⁨/profile⁩ مشخصات
help-admin =
    ⁨/overview⁩ نمای کلی
    ⁨/invite⁩ دعوت همکار
    ⁨/staff⁩ همکاران و کشیک
    ⁨/profile⁩ مشخصات همکاران
    ⁨/shifts⁩ شیفت‌ها و نوبت کشیک
    ⁨/partners⁩ مرکزهای همکار
    ⁨/alerts⁩ هشدارها و نتیجه‌هایشان
    ⁨/block⁩ مسدود کردن با کد پرونده، و فهرست مسدودها
    ⁨/donations⁩ کمک‌های مالی
    ⁨/health⁩ وضعیت سرویس
refused-role = نقش شما این کار را ندارد. از سرپرست یا مدیر بخواهید.
command-for-families = این دستور برای خانواده‌هاست. راهنمای شما: ⁨/help⁩
command-unknown = این دستور را نمی‌شناسم. راهنما: ⁨/help⁩

# The talk
facing = حالا با { $code } حرف می‌زنید.
facing-now =
    حالا با این پرونده حرف می‌زنید:
    { "\u200F" }{ $code } · { $topic } · { $place }
mycases-none = پرونده‌ای ندارید. صف: ⁨/queue⁩
mycases-title = پرونده‌های شما: { NUM($count) }
mycases-line =
    پروندهٔ { $code } · { $topic }
    { "\u200F" }{ $place }
    از { $since }{ $current ->
        [yes] { " · گفت‌وگوی فعلی" }
       *[no] { "" }
    }
button-case = { "\u200F" }{ $code } · { $topic }
button-face = با این حرف می‌زنم
not-your-case = این پرونده با شما نیست.

# The assessment
details-title =
    پروندهٔ { $code } · فوریت { $acuity ->
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    }
    موضوع: { $topic } · { $place }
details-reasons = دلیل فوریت: { $reasons }
details-no-answers = هنوز به پرسش‌ها جواب نداده است.
details-earlier = پروندهٔ پیشین: { $code } · { $outcome }
# review: pending
details-contact-any = تماس: نوشتن امن است.
# review: pending
details-contact-neutral = تماس: فقط پیام ساده؛ از موضوع نام نبرید. شاید کس دیگری گوشی را ببیند.
# review: pending
details-contact-wait = تماس: اول ننویسید. پیام شما می‌ماند تا خودش بنویسد.
details-contact-unknown = تماس: هنوز پرسیده نشده؛ ساده بنویسید و از موضوع نام نبرید.
details-how = این‌جا بنویسید تا به خانواده برسد؛ اگر چند پرونده دارید، می‌پرسم برای کدام. نام و حساب شما را نمی‌بیند.
details-voice = { "\u200F" }{ $code } · پیام صوتی ارزیابی
button-close = بستن پرونده
button-canned = پاسخ آماده
button-appoint = قرار گذاشتن

# Notes
note-how = یادداشت را پس از دستور بنویسید: ⁨/note⁩ متن یادداشت
note-which = چند پرونده دارید. روی یکی از پیام‌های همان پرونده پاسخ بزنید و دستور را دوباره بفرستید.
note-kept = یادداشت در پروندهٔ { $code } ماند. خانواده نمی‌بیند.
notes-none = پروندهٔ { $code } یادداشتی ندارد.
notes-title = یادداشت‌های { $code }
notes-line =
    { "\u200F" }{ $who }، { $at }
    { "\u200F" }{ $text }

# Closing
close-which = کدام پرونده را می‌بندید؟
close-outcome = پروندهٔ { $code } با چه نتیجه‌ای بسته شود؟
button-keep-open = باز بماند
close-kept = پروندهٔ { $code } باز ماند.
close-done = پروندهٔ { $code } بسته شد. نتیجه: { $outcome }
case-closed-already = این پرونده بسته شده است.
outcome-helped = گفت‌وگو انجام شد
outcome-referred = ارجاع به مرکز همکار
outcome-no_response = دیگر جواب نداد
outcome-withdrawn = خودش نخواست
outcome-not_counseling = موضوع مشاوره نبود
outcome-other = نتیجهٔ دیگر
outcome-erased = اطلاعات پاک شد
outcome-merged = با درخواست دیگری یکی شد
# review: pending
erase-staff = شما همکار ما هستید. اول مدیر نقش شما را پایان بدهد، بعد ⁨/delete⁩ را بزنید.
oncall-on = از حالا کشیک هستید و هشدارهای ایمنی به شما می‌رسد.
oncall-off = کشیک شما تمام شد.
