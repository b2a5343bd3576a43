# The file of a case: its first page, tasks, goals, closing with a second yes, the timeline.

# The first page
case-how = کد پرونده را پس از دستور بنویسید: ⁨/case⁩ و کد. پروندهٔ خودتان را با ⁨/mycases⁩ ببینید.
help-coordinator = ⁨/case⁩ و کد پرونده: با چه کسی است و چه وضعی دارد
case-which = کدام پرونده را باز کنم؟
case-refused = پروندهٔ { $code } با شما نیست. اگر لازم است، از کسی که آن را دارد یا از سرپرست بپرسید.
case-head =
    پروندهٔ { $code } · فوریت { $acuity }
    موضوع: { $topic } · { $place }
    از { $since }
case-stage-waiting = وضعیت: در صف
case-stage-claimed = وضعیت: با { $who }، از { $at }
case-stage-closing = وضعیت: با { $who }؛ بستنش منتظر سرپرست است
case-stage-closed = وضعیت: بسته شد، { $at }. نتیجه: { $outcome }
case-closing = نتیجه‌ای که نوشته شده: { $outcome }، { $at }
case-household = خانه: { $adults ->
        [0] { "" }
       *[other] { NUM($adults) } بزرگ‌سال
    }{ $both ->
        [yes] { "، " }
       *[no] { "" }
    }{ $children ->
        [0] { "" }
       *[other] { NUM($children) } کودک و نوجوان
    }
case-heard = آخرین پیام خانواده: { $at }
case-unheard = خانواده هنوز در گفت‌وگو چیزی ننوشته است.
case-notes =
    { $count ->
        [0] یادداشتی نیست.
       *[other] یادداشت‌ها: { NUM($count) }
    }
case-plan-none = برنامهٔ ایمنی ندارد.
case-plan =
    برنامهٔ ایمنی: نسخهٔ { NUM($version) }، { $at }{ $sent ->
        [yes] { " · به خانواده داده شد" }
       *[no] { " · هنوز داده نشده" }
    }
button-case-file = پروندهٔ کامل
button-talk-so-far = گفت‌وگو تا این‌جا
button-answers = ارزیابی
button-notes = یادداشت‌ها
button-timeline = روند پرونده
button-tasks = پیگیری‌ها
button-goals = هدف‌ها
button-plan = برنامهٔ ایمنی
button-reopen = دوباره باز شود

# The talk so far
talk-none = پروندهٔ { $code } هنوز گفت‌وگویی ندارد.
talk-title = گفت‌وگوی { $code }
talk-line =
    { "\u200F" }{ $author ->
        [family] خانواده
       *[staff] همکار
    }، { $at }
    { "\u200F" }{ $text }
talk-media = عکس، صدا یا فایل: { $caption }
talk-location = مکان

# Tasks
tasks-none = پیگیری بازی ندارید. برای نوشتن یکی: ⁨/task⁩
tasks-mine = پیگیری‌های باز شما: { NUM($count) }
tasks-of-case = پیگیری‌های باز: { NUM($count) }
tasks-case-none = پروندهٔ { $code } پیگیری بازی ندارد.
tasks-overdue = عقب‌افتاده در پرونده‌های دیگر:
tasks-line =
    { "\u200F" }{ NUM($place) }. { $code } · { $day }{ $late ->
        [yes] { " · عقب افتاده" }
       *[no] { "" }
    }
    { "\u200F" }{ $text }
button-task-done = انجام شد: { NUM($place) }
button-task-later = فردا: { NUM($place) }
button-new-task = پیگیری تازه
task-which = پیگیری برای کدام پرونده است؟
task-is-done = انجام شد.
task-is-later = فردا ساعت ۹ یادآوری می‌کنم.
task-kept = پیگیری پروندهٔ { $code } ماند. صبح { $day } یادآوری می‌کنم.
task-past = آن روز گذشته است. روز دیگری بنویسید.
task-reminder =
    { "\u200F" }{ $which ->
        [today] پیگیری امروز، پروندهٔ { $code }:
        [late] دو روز از یادآوری گذشته و این پیگیری هنوز مانده است. پروندهٔ { $code }، برای { $day }:
       *[nobody] پیگیری پروندهٔ { $code } که الان کسی آن را ندارد:
    }
    { "\u200F" }{ $text }
task-text = چه کاری باید انجام شود؟ برای کنار گذاشتن: ⁨/cancel⁩
task-text-title = کار
task-day = کِی؟
task-day-title = روز
task-day-tomorrow = فردا
task-day-three_days = سه روز دیگر
task-day-week = یک هفتهٔ دیگر
task-day-date = روز دیگر
task-date = روز را بنویسید؛ مثل ۱۴۰۵/۹/۲۰
task-date-title = روز

# Goals
goals-none = پروندهٔ { $code } هدفی ندارد.
goals-title = هدف‌ها: { NUM($count) }
goals-line =
    { "\u200F" }{ $state ->
        [open] در راه
        [reached] رسیده
       *[dropped] کنار گذاشته
    }: { $text }
goals-open = { "\u200F" }{ NUM($place) }. { $text }
button-goal-reached = رسیدیم: { NUM($place) }
button-goal-dropped = کنار گذاشتیم: { NUM($place) }
button-new-goal = هدف تازه
goal-is-reached = نوشته شد: به این هدف رسیدید.
goal-is-dropped = کنار گذاشته شد.
goal-text = با خانواده چه هدفی گذاشتید؟ یک جملهٔ کوتاه بنویسید. برای کنار گذاشتن: ⁨/cancel⁩
goal-text-title = هدف

# Closing
close-tasks = پروندهٔ { $code } هنوز { NUM($count) } پیگیری باز دارد. اگر بسته شود، کنار گذاشته می‌شوند.
button-close-anyway = با این حال بسته شود
# review: pending
close-supervised = فوریت این پرونده زمانی زیاد یا آنی بوده است. بستنش با تأیید یک سرپرست دیگر است و خانواده تا آن وقت چیزی نمی‌بیند.
closing-waits-already = بستن این پرونده منتظر تأیید سرپرست است.
closing-asked = بستن پروندهٔ { $code } (نتیجه: { $outcome }) به سرپرست رفت. تا تأیید او گفت‌وگو باز است.
closing-asked-nobody = بستن پروندهٔ { $code } (نتیجه: { $outcome }) تأیید یک سرپرست دیگر را می‌خواهد و الان کسی نیست. به مدیر خبر دادیم؛ گفت‌وگو باز است.
closing-without-supervisor = بستن پروندهٔ { $code } تأیید یک سرپرست را می‌خواهد و سرپرست دیگری نیست. با ⁨/invite⁩ یکی دعوت کنید.
closing-question =
    { $who } می‌خواهد پروندهٔ { $code } را ببندد.
    نتیجه: { $outcome } · از { $since }
    فوریت این پرونده زمانی زیاد یا آنی بوده است.
button-approve-closing = بستن را تأیید می‌کنم
button-send-back = برگردان به مشاور
button-take-back = باز بماند
closing-own = پرونده‌ای را که با خودتان است، سرپرست دیگری باید ببندد.
closing-back = پروندهٔ { $code } به مشاور برگشت. حالا بنویسید چه مانده است.
closing-back-owner = { $who } پروندهٔ { $code } را نبست و به شما برگرداند. یادداشتش جدا می‌آید.
closing-approved = { $who } بستن پروندهٔ { $code } را تأیید کرد.
closing-was-approved = { $who } زودتر تأیید کرده است.
closing-was-returned = { $who } زودتر برگردانده است.
closing-note =
    یادداشت { $who } دربارهٔ بستن { $code }:
    { "\u200F" }{ $text }
closing-note-sent = یادداشت به مشاور پروندهٔ { $code } رسید.
closing-note-gone = این یادداشت دیگر جایی ندارد. با ⁨/note⁩ بنویسید.
sendback-note = چه چیزی مانده است؟ مشاور همین را می‌خواند. برای ننوشتن: ⁨/cancel⁩
sendback-note-title = یادداشت

# Opening again
reopen-how = کد پرونده را پس از دستور بنویسید: ⁨/reopen⁩ و کد.
reopen-open = پروندهٔ { $code } بسته نیست.
reopen-late = پروندهٔ { $code } دیگر باز نمی‌شود: بیش از ۳۰ روز گذشته یا اطلاعاتش پاک شده است.
reopen-other = خانوادهٔ پروندهٔ { $code } درخواست باز دیگری دارد.
reopen-not-yours = پروندهٔ { $code } با شما باز نمی‌شود. از سرپرست بخواهید.
reopened = پروندهٔ { $code } دوباره باز و با شماست.
# review: pending
reopened-family = گفت‌وگوی ما دوباره باز است. هر وقت خواستید، بنویسید.

# A silent family
dormant-ask = خانوادهٔ پروندهٔ { $code } { $span } است چیزی ننوشته. با پرونده چه می‌کنید؟
button-still-open = هنوز کار دارد
button-close-silent = بستن: دیگر جواب نداد
dormant-kept = پروندهٔ { $code } باز ماند.
dormant-told = خانوادهٔ پروندهٔ { $code } { $span } است چیزی ننوشته و { $who } هم در این هفته کاری نکرده است.

# The timeline
timeline-title = روند { $code } · صفحهٔ { NUM($page) } از { NUM($pages) }
timeline-line = { "\u200F" }{ $at } · { $who }: { $what }
timeline-messages =
    { "\u200F" }{ $day } · { $author ->
        [family] خانواده
       *[staff] همکار
    }: { NUM($count) } پیام
timeline-ourselves = ربات
timeline-family = خانواده
button-newer = تازه‌ترها
timeline-other = رویداد دیگر ({ $what })
timeline-acuity = فوریت شد { $level }
timeline-closed = بسته شد: { $outcome }
timeline-opened = باز شد
timeline-entered = ثبت شد
timeline-claimed = پذیرفت
timeline-lease_expired = بی‌جواب ماند و به صف برگشت
timeline-released = به صف برگشت
timeline-leads = سرپرست ایمنی شد
timeline-noted = یادداشت نوشت
timeline-withdrew = درخواست را پس گرفت
timeline-reopened = دوباره باز کرد
timeline-closing_asked = بستن را خواست
timeline-closing_approved = بستن را تأیید کرد
timeline-closing_sent_back = بستن را برگرداند
timeline-closing_taken_back = از بستن برگشت
timeline-task_added = پیگیری نوشت
timeline-task_done = پیگیری را انجام داد
timeline-task_moved = پیگیری را عقب انداخت
timeline-goal_added = هدف نوشت
timeline-goal_reached = به هدفی رسید
timeline-goal_dropped = هدفی را کنار گذاشت
timeline-plan_written = برنامهٔ ایمنی نوشت
timeline-plan_sent = برنامهٔ ایمنی را به خانواده داد
timeline-dormant_asked = دربارهٔ سکوت خانواده پرسید
timeline-dormant_told = سکوت خانواده را به سرپرست گفت
timeline-kept_open = باز نگه داشت
timeline-alert_raised = هشدار ایمنی آمد
timeline-alert_taken = هشدار را برداشت
timeline-alert_ended = نتیجهٔ هشدار را نوشت
timeline-offered = پیشنهاد واگذاری داد
timeline-took_back = پیشنهاد واگذاری را پس گرفت
timeline-took_over = از همکار تحویل گرفت
timeline-transfer_expired = پیشنهاد واگذاری بی‌جواب ماند
timeline-gave_back = به صف برگرداند
timeline-assigned = به یک همکار سپرد
timeline-asked_for = پرونده را خواست
timeline-other_counselor = همکار دیگری خواست
timeline-appointment_proposed = وقت پیشنهاد داد
timeline-appointment_agreed = وقت را پذیرفت
timeline-appointment_moved = وقت را جابه‌جا کرد
timeline-appointment_move_asked = خواست وقت جابه‌جا شود
timeline-appointment_declined = وقت‌ها را نپذیرفت
timeline-appointment_canceled = وقت را لغو کرد
timeline-appointment_took_place = نوشت که دیدار انجام شد
timeline-appointment_no_show = نوشت که خانواده نیامد
timeline-referred = ارجاع نوشت
timeline-consent_asked = اجازهٔ ارجاع پرسیده شد
timeline-agreed = با ارجاع موافق بود
timeline-declined = ارجاع را نخواست
timeline-withdrew_consent = اجازه را پس گرفت
timeline-received = نامهٔ ارجاع را گرفت
timeline-revoked = ارجاع را پس گرفت
timeline-referral_expired = مهلت ارجاع گذشت
timeline-referral_accepted = ارجاع را پذیرفت
timeline-referral_refused = ارجاع را نپذیرفت
timeline-referral_done = کار ارجاع تمام شد
