# Broadcasts: for coordinators, and for those who get one.

command-broadcast = پیام همگانی
help-broadcast = ⁨/broadcast⁩ پیام همگانی: نوشتن، انتخاب گیرنده‌ها، فرستادن

# The list and the page of one
broadcasts = پیام‌های همگانی. کدام را باز کنم؟
broadcasts-none = هنوز پیام همگانی‌ای ننوشته‌اید.
button-broadcast-new = پیام تازه
button-broadcast-one = { "\u200F" }{ $name } · { $state }
broadcast-unnamed = پیام { $day }
broadcast-copy-of = { $name } (کپی)
broadcast-page = { "\u200F" }«{ $name }» · { $state }
broadcast-page-topic = موضوع: { $topic }
broadcast-page-words = { "\u200F" }محتوا ({ $languages }): { $words }
broadcast-kind-text = متن
broadcast-kind-photo = عکس
broadcast-kind-video = ویدیو
broadcast-kind-voice = صدا
broadcast-kind-audio = فایل صوتی
broadcast-kind-document = فایل
broadcast-kind-animation = تصویر متحرک
broadcast-kind-album = آلبوم
broadcast-kind-words = { "\u200F" }{ $kind }، { $words }
broadcast-page-empty = هنوز متنی ندارد.
broadcast-page-doors = دکمه‌ها: { $labels }
broadcast-page-at =
    { $repeats ->
        [weekly] زمان: { $at }، و بعد هر هفته
        [monthly] زمان: { $at }، و بعد هر ماه
       *[once] زمان: { $at }
    }
broadcast-page-posted = در کانال هم گذاشته می‌شود.
broadcast-state-draft = پیش‌نویس
broadcast-state-asked = منتظر تأیید
broadcast-state-planned = زمان‌بندی‌شده
broadcast-state-freezing = نوشتن گیرنده‌ها
broadcast-state-sending = در حال فرستادن
broadcast-state-paused = ایستاده
broadcast-state-canceled = لغو شد
broadcast-state-done = فرستاده شد
broadcast-topic-awareness = آگاهی
broadcast-topic-courses = دوره‌ها
broadcast-topic-news = خبرها
broadcast-platform-telegram = تلگرام
broadcast-platform-bale = بله
broadcast-platform-none = نرفته
button-broadcast-words = متن
button-broadcast-name = نام
button-broadcast-topic = موضوع
button-broadcast-doors = دکمه‌ها
button-broadcast-people = گیرنده‌ها
button-broadcast-posted = در کانال هم
button-broadcast-look = پیش‌نمایش
button-broadcast-test = آزمایش برای خودم
button-broadcast-send = فرستادن
button-broadcast-copy = کپی
button-broadcast-drop = پاک کردن
button-broadcast-drop-sure = بله، پاک کن
broadcast-drop = پیش‌نویس «{ $name }» پاک شود؟
broadcast-dropped = پاک شد.
broadcast-copied = یک پیش‌نویس تازه با همین متن ساخته شد.
broadcast-no-draft = این دیگر پیش‌نویس نیست. برای تغییر، کپی‌اش کنید.
broadcast-look = { "\u200F" }گیرندهٔ { $spoken } این را می‌بیند ({ $messengers }):
broadcast-tested = برایتان فرستادم.
broadcast-only-looked = این نمونه است؛ برای گیرنده‌ها کار می‌کند.

# Writing
broadcast-ask-body = پیام { $spoken } را همین‌جا بفرستید یا بازارسال کنید: متن، عکس، آلبوم، ویدیو، صدا یا فایل.
broadcast-ask-correct = متن درست { $spoken } را بنویسید، یا عکس و فایل درست را با نوشته‌اش بفرستید. عکس فقط جای عکس می‌نشیند؛ در آلبوم و صدا فقط نوشته عوض می‌شود.
broadcast-ask-name = نام این پیام چه باشد؟ فقط همکاران می‌بینند.
broadcast-ask-link = نوشتهٔ دکمه و نشانی را در یک پیام بنویسید: اول نوشته، بعد نشانی کامل.
broadcast-ask-when = چه روز و ساعتی؟ مثل ۱۴۰۵/۹/۲۰ ۱۶:۳۰
broadcast-ask-segment = این گروه را به چه نامی نگه دارم؟
button-broadcast-quit = نمی‌خواهم
broadcast-quit = باشد. پیام بعدی‌تان دیگر برای این نیست.
broadcast-retry-body = این را نمی‌شود برای همه فرستاد. متن، عکس، ویدیو، صدا یا فایل بفرستید.
broadcast-retry-name = نام را در یک خط بنویسید.
broadcast-retry-link = یک نوشتهٔ کوتاه (تا ۲۴ حرف) و یک نشانی کامل لازم است.
broadcast-retry-when = این زمان را نفهمیدم، یا گذشته است. مثل ۱۴۰۵/۹/۲۰ ۱۶:۳۰ بنویسید.
broadcast-retry-segment = نام را در یک خط بنویسید.
broadcast-caption-long = نوشتهٔ زیر عکس و فایل تا ۱۰۲۴ حرف می‌شود. کوتاه‌ترش کنید.
broadcast-text-long = این متن برای یک پیام بلند است. کوتاه‌ترش کنید.
broadcast-album = { "\u200F" }بیشتر ببینید:
broadcast-which-topic = موضوع چیست؟ هر کس می‌تواند یک موضوع را نخواهد.
broadcast-which-language = کدام زبان؟ کسی که متن به زبان خودش نباشد، متن اصلی را می‌گیرد.
button-broadcast-write = { "\u200F" }نوشتن { $spoken }
button-broadcast-rewrite = { "\u200F" }عوض کردن { $spoken }
button-broadcast-unwrite = { "\u200F" }بدون { $spoken }
broadcast-doors = زیر پیام تا سه دکمه جا می‌شود.
button-broadcast-undoor = { "\u200F" }برداشتن: { $label }
button-broadcast-door-link = یک نشانی
button-broadcast-door-assessment = شروع ارزیابی
button-broadcast-door-course = دیدن یک دوره
button-broadcast-door-series = شروع یک مجموعه
broadcast-which = کدام؟
broadcast-nothing = الان چیزی برای انتخاب نیست.

# Who
segment-audience-families = به: خانواده‌ها
segment-audience-counselors = به: مشاوران و مددکاران
segment-audience-volunteers = به: همیاران
segment-provinces = جا: { $names }
segment-topics = نیاز: { $names } (فقط کسانی که اجازه داده‌اند)
segment-stages = دورهٔ این بخش زندگی را گرفته‌اند: { $names }
segment-course =
    { $taken ->
        [yes] در دورهٔ «{ $title }» بوده‌اند
       *[no] در دورهٔ «{ $title }» نبوده‌اند
    }
segment-any-course =
    { $taken ->
        [yes] در دوره‌ای بوده‌اند
       *[no] در دوره‌ای نبوده‌اند
    }
segment-series = مجموعهٔ «{ $title }» را گرفته‌اند
segment-language = زبان: { $name }
segment-platform = پیام‌رسان: { $name }
segment-seen = در { NUM($days) } روز گذشته این‌جا بوده‌اند
segment-unseen = { NUM($days) } روز است که نیامده‌اند
segment-rest = { NUM($days) } روز است که خودمان چیزی نفرستاده‌ایم
segment-case =
    { $without ->
        [true] بدون کسانی که پروندهٔ باز دارند
       *[false] حتی اگر پروندهٔ باز دارند
    }
segment-always = هیچ‌وقت نه: کسی که در خطر است، الان در گفت‌وگوست، این موضوع را نخواسته، یا اجازه نداده اول بنویسیم.
segment-count =
    { $count ->
        [0] الان کسی در این گروه نیست.
       *[other] الان: { NUM($count) } نفر
    }
segment-any = فرقی ندارد
segment-days =
    { $days ->
        [0] فرقی ندارد
       *[other] { NUM($days) } روز
    }
segment-taken-either = فرقی ندارد
segment-taken-yes = دوره گرفته‌اند
segment-taken-no = دوره نگرفته‌اند
segment-ask-audience = برای چه کسانی است؟
segment-ask-place = کدام استان‌ها؟
segment-ask-need = کدام نیاز؟ فقط کسانی می‌آیند که گفته‌اند می‌شود بر اساس نیازشان پیام بگیرند.
segment-ask-stage = دورهٔ کدام بخش زندگی را گرفته‌اند؟
segment-ask-taken = دوره گرفته‌اند یا نه؟ می‌توانید یک دوره را هم انتخاب کنید.
segment-ask-series = کدام مجموعه را گرفته‌اند؟
segment-ask-language = به چه زبانی؟
segment-ask-platform = در کدام پیام‌رسان؟
segment-ask-seen = آخرین بار در چند روز گذشته این‌جا بوده‌اند؟
segment-ask-unseen = چند روز است که نیامده‌اند؟
segment-ask-rest = چند روز است که خودمان چیزی نفرستاده‌ایم؟
button-segment-audience = نقش
button-segment-place = جا
button-segment-need = نیاز
button-segment-stage = بخش زندگی
button-segment-taken = دوره
button-segment-series = مجموعه
button-segment-language = زبان
button-segment-platform = پیام‌رسان
button-segment-seen = تازه آمده
button-segment-unseen = مدتی نیامده
button-segment-rest = فاصله از پیام قبلی
button-segment-case = پروندهٔ باز
button-segment-save = نگه داشتن
button-segment-saved = گروه‌ها
button-segment-reset = از اول
button-segment-done = همین‌ها
button-segment-drop = پاک کردن
segment-saved = گروه «{ $name }» ماند.
segments-saved = کدام گروه؟
segments-none = گروهی نگه نداشته‌اید.

# Before it leaves
broadcast-check = { "\u200F" }«{ $name }» آماده است.
broadcast-check-count =
    { $count ->
        [0] الان کسی در این گروه نیست. گیرنده‌ها را عوض کنید.
       *[other] دقیقاً { NUM($count) } نفر
    }
broadcast-check-span = برآورد: { $span }، تا { $at }. گفت‌وگوها همیشه جلوترند، و هر کس در ساعت‌های خودش می‌گیرد؛ بعضی تا سه روز دیرتر.
broadcast-check-quiet = الان ساعت‌های آرام است؛ از { $at } شروع می‌شود.
broadcast-check-second = یک همکار دیگر هم باید تأیید کند.
button-broadcast-now = همین حالا بفرست
button-broadcast-at = در زمانی دیگر
button-broadcast-at-once = بدون زمان
button-broadcast-then = در همین زمان بفرست
button-broadcast-once = یک بار
button-broadcast-weekly = هر هفته
button-broadcast-monthly = هر ماه
broadcast-nobody = الان کسی در این گروه نیست.
broadcast-second-asked = از همکارانی که می‌توانند تأیید کنند، پرسیدم.
broadcast-second-nobody = همکار دیگری نیست که بتواند تأیید کند. از مدیر بخواهید یک هماهنگ‌کننده دعوت کند.
broadcast-second =
    { "\u200F" }{ $who } می‌خواهد «{ $name }» را برای { NUM($count) } نفر بفرستد. تأیید می‌کنید؟
button-broadcast-approve = تأیید می‌کنم
button-broadcast-back = برگردد به پیش‌نویس
broadcast-own = پیامی را که خودتان نوشته یا فرستاده‌اید، کس دیگری تأیید می‌کند.
broadcast-decided = دربارهٔ این پیام تصمیم گرفته شده است.
broadcast-approved = تأیید شد.
broadcast-was-approved = { "\u200F" }{ $who } «{ $name }» را تأیید کرد.
broadcast-was-sent-back = { "\u200F" }{ $who } «{ $name }» را به پیش‌نویس برگرداند.

# Under way
broadcast-bar = { "\u200F" }«{ $name }» · { $state }
broadcast-freezing = { NUM($count) } گیرنده تا این‌جا
broadcast-bar-line = { "\u200F" }{ $bar } { NUM($share) }٪
broadcast-bar-done = { "\u200F" }{ NUM($done) } از { NUM($count) }
broadcast-fate-waiting = { NUM($count) } نفر نگرفتند
broadcast-fate-taken = { NUM($count) } در راه
broadcast-fate-sent = { NUM($count) } رسید
broadcast-fate-unreachable = { NUM($count) } نفر در دسترس نبودند
broadcast-fate-unknown = { NUM($count) } نامعلوم؛ دوباره نمی‌فرستیم
broadcast-fate-opted_out = { NUM($count) } نفر نخواستند
broadcast-fate-skipped = { NUM($count) } کنار گذاشته شد
broadcast-later = { NUM($count) } نفر منتظر ساعت خودشان‌اند
broadcast-speed = { "\u200F" }{ $speed } در ثانیه، { NUM($left) } نفر مانده؛ تا پایان: { $span }
broadcast-halt = خودش ایستاد، چون خطا زیاد شد ({ $why }). نگاه کنید، بعد ادامه بدهید یا لغو کنید.
broadcast-mending =
    { $how ->
        [delete] پس گرفتن: { NUM($count) } تا مانده
       *[edit] درست کردن: { NUM($count) } تا مانده
    }
broadcast-not-now = الان نمی‌شود؛ وضعش عوض شده است.
button-broadcast-pause = نگه دار
button-broadcast-resume = ادامه بده
button-broadcast-cancel = لغو
button-broadcast-cancel-sure = بله، لغو کن
broadcast-cancel = «{ $name }» لغو شود؟ کسانی که هنوز نگرفته‌اند، نمی‌گیرند.
button-broadcast-page = صفحهٔ پیام
button-broadcast-progress = پیشرفت
button-broadcast-report = گزارش
button-broadcast-report-again = گزارش تازه
button-broadcast-correct = درست کردن پیام
button-broadcast-correct-sure = بله، درستش کن
broadcast-correct-stays = عکس و فایل در { $messengers } عوض نمی‌شود؛ آن‌جا فقط نوشته و دکمه‌ها تازه می‌شوند.
broadcast-doors-sent = دکمه‌های پیامی که رفته است. بعد از عوض کردن، «بله، درستش کن» را بزنید.
button-broadcast-withdraw = پس گرفتن
button-broadcast-withdraw-sure = بله، پاکش کن
broadcast-correct-other = این را نمی‌شود جای پیام قبلی گذاشت. برای متن، آلبوم و صدا فقط نوشته عوض می‌شود.
broadcast-correct-sure = «{ $name }» نزد کسانی که گرفته‌اند درست شود؟ تا ۴۸ ساعت پس از فرستادن می‌شود.
broadcast-withdraw = «{ $name }» از نزد کسانی که گرفته‌اند پاک شود؟ تا ۴۸ ساعت پس از فرستادن می‌شود.
broadcast-mends = { NUM($count) } پیام، با همان سرعت فرستادن.

# The report
broadcast-report = { "\u200F" }گزارش «{ $name }» · { $topic }
broadcast-pressed = { NUM($pressed) } نفر دکمه‌ای زدند، { NUM($begun) } گفت‌وگو شروع شد
broadcast-arrived = { NUM($count) } نفر از کانال آمدند
broadcast-sent-by = فرستنده: { $who }
broadcast-approved-by = تأیید: { $who }
broadcast-report-later = دکمه‌هایی که بعداً زده شوند هم شمرده می‌شوند؛ باز کردن نشانی‌ها نه.
broadcast-count = { NUM($count) }
broadcast-tile-sent = رسید
broadcast-tile-unreachable = در دسترس نبود
broadcast-tile-unknown = نامعلوم
broadcast-tile-opted-out = نخواست
broadcast-tile-pressed = دکمه زد
broadcast-tile-begun = گفت‌وگو
broadcast-legend-sent = رسید
broadcast-legend-unreachable = در دسترس نبود
broadcast-legend-unknown = نامعلوم
broadcast-legend-opted_out = نخواست

# For those who get one
button-broadcast-stop = دیگر نفرستید
button-broadcast-come = با ما حرف بزنید
button-broadcast-assessment = شروع گفت‌وگو
button-broadcast-course = دیدن دوره
button-broadcast-series = شروع این مجموعه
broadcast-stopped = باشد، دیگر پیامی دربارهٔ { $topic } نمی‌فرستیم. بقیه را در ⁨/reminders⁩ می‌بینید.
broadcast-gone = این دیگر باز نیست. بقیه این‌جاست: ⁨/menu⁩
button-broadcast-wishes = پیام‌های همگانی
broadcast-wishes = گاهی پیامی برای خیلی‌ها می‌فرستیم:
broadcast-wish =
    { $comes ->
        [yes] { "\u200F" }✓ { $topic }
       *[no] { "\u200F" }{ $topic }: نمی‌آید
    }
button-broadcast-off = { "\u200F" }نفرستید: { $topic }
button-broadcast-on = { "\u200F" }بفرستید: { $topic }
# review: pending
broadcast-wish-contact = چون گفته‌اید اول ننویسیم، یا پوشیده بنویسیم، این‌ها برایتان نمی‌آید.
# review: pending
broadcast-wish-first =
    { $given ->
        [yes] اجازه داده‌اید این پیام‌ها را برایتان بفرستیم.
       *[no] هنوز نپرسیده‌ایم می‌شود اول بنویسیم یا نه. تا نگویید، نمی‌فرستیم.
    }
button-broadcast-want =
    { $given ->
        [yes] بله، بفرستید
       *[no] نفرستید
    }
# review: pending
broadcast-wish-need =
    { $given ->
        [yes] اجازه داده‌اید بر اساس موضوع درخواستتان پیام مناسب بفرستیم.
       *[no] بر اساس موضوع درخواستتان چیزی نمی‌فرستیم.
    }
button-broadcast-need =
    { $given ->
        [yes] بر اساس نیازم، بله
       *[no] دیگر نه
    }
