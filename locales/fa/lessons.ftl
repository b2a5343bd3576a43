# Lessons of a course: reminders, changes, the calendar; and the list of those who hold courses.

# Those who come
lesson-reminder =
    { "\u200F" }یادآوری دورهٔ «{ $title }»، جلسهٔ { NUM($place) } از { NUM($count) }: { $at }
    { "\u200F" }کجا: { $where }
lesson-after =
    { "\u200F" }پس از جلسهٔ «{ $title }»:

    { "\u200F" }{ $text }
button-lesson-cannot = نمی‌توانم بیایم
button-lesson-can = می‌توانم بیایم
button-calendar = گذاشتن در تقویم گوشی
calendar-title = { $title }، جلسهٔ { NUM($place) }
calendar-caption = این فایل را باز کنید تا جلسه‌ها در تقویم گوشی بنشینند. اگر چیزی عوض شد، فایل تازه می‌فرستیم.
lesson-excused = باشد، برای { $at } منتظرتان نیستیم. جایتان در دوره می‌ماند.
lesson-comes = خوب شد. منتظرتان هستیم: { $at }
lesson-began = این جلسه شروع شده است.
lesson-moved =
    { "\u200F" }زمان یک جلسهٔ «{ $title }» عوض شد.

    { "\u200F" }زمان قبلی: { $before }
    { "\u200F" }زمان تازه: { $after }
lesson-canceled = جلسهٔ «{ $title }» در { $at } برگزار نمی‌شود. جلسه‌های دیگر سر جایشان هستند.
cohort-canceled = متأسفیم؛ دورهٔ «{ $title }» برگزار نمی‌شود. دوره‌های دیگر: ⁨/courses⁩
reminder-lesson = جلسهٔ «{ $title }»: { $at }
reminder-lesson-excused = جلسهٔ «{ $title }»: { $at }. گفته‌اید که نمی‌آیید و یادآوری نمی‌آید.

# Those who hold courses
staff-courses = دوره‌ها:
staff-courses-none = دوره‌ای با شما نیست.
button-led = گروه من: { $title }
staff-cohort-label =
    { "\u200F" }{ $day } · { $state ->
        [draft] پیش‌نویس
        [canceled] لغوشده
        [ended] تمام‌شده
       *[published] باز
    }
staff-cohort =
    { "\u200F" }{ $title }، { $where } · { $state ->
        [draft] پیش‌نویس
        [canceled] لغوشده
        [ended] تمام‌شده
       *[published] باز
    }
    { "\u200F" }کجا: { $place }
    { "\u200F" }نام‌نویسی: { NUM($enrolled) } · خالی: { NUM($free) } · در نوبت: { NUM($waiting) }
    { "\u200F" }تسهیل‌گر: { $who ->
        [none] هنوز کسی نیست
       *[other] { $who }
    }
button-cohort-publish = انتشار
button-cohort-cancel = لغو این دوره
button-cohort-cancel-sure = بله، لغو و خبر به همه
cohort-cancel-sure = دوره لغو شود؟ همهٔ شرکت‌کننده‌ها همین حالا خبردار می‌شوند.
cohort-no-lessons = جلسه‌ای در پیش نیست، یا پیش‌تر منتشر شده است.
button-lesson = جلسهٔ { NUM($place) }: زمان و مطلب‌ها
staff-lesson = جلسه در { $at }. چه کنیم؟
button-lesson-move = زمان تازه
button-lesson-drop = لغو جلسه
button-lesson-drop-sure = بله، لغو شود
lesson-drop-sure = جلسهٔ { $at } لغو شود؟ همه همین حالا خبردار می‌شوند.
lesson-dropped = لغو شد. { NUM($count) } نفر همین حالا خبردار می‌شوند.
lesson-moved-staff = جابه‌جا شد. { NUM($count) } نفر همین حالا خبردار می‌شوند.
lesson-too-late = دیگر نمی‌شود: جلسه گذشته، عوض شده، یا زمان تازه گذشته است.
course-not-yours = این دوره با شما نیست.
lesson-at = روز و ساعت تازه را بنویسید، مثل ۱۴۰۵/۹/۲۰ ساعت ۱۶:۳۰. برای کنار گذاشتن: ⁨/cancel⁩
lesson-at-title = زمان تازه

# The name for the facilitator; a message to a cohort
button-called = نامم را تسهیل‌گر بداند
button-called-nothing = نامم را دیگر نداند
called-name = تسهیل‌گر شما را به چه نامی بشناسد؟ لازم نیست نام کامل باشد. برای کنار گذاشتن: ⁨/cancel⁩
called-name-title = نام
called-so = باشد، تسهیل‌گر شما را به همین نام می‌بیند.
called-nothing = باشد، تسهیل‌گر فقط یک شماره می‌بیند.
button-cohort-people = شرکت‌کننده‌ها
button-cohort-write = پیام به همه
cohort-people = { NUM($count) } نفر نام‌نویسی کرده‌اند. نام را فقط از کسی می‌بینید که خودش خواسته است.
cohort-person = { "\u200F" }• { $who }
tocohort-text = پیامتان به همهٔ شرکت‌کننده‌ها چیست؟ برای کنار گذاشتن: ⁨/cancel⁩
tocohort-text-title = پیام
tocohort-review = این پیام برای همه برود؟
tocohort-review-title = فرستادن
cohort-message =
    { "\u200F" }از تسهیل‌گر دورهٔ «{ $title }»:

    { "\u200F" }{ $text }
cohort-written = برای { NUM($count) } نفر می‌رود.
calendar-caption-gone = این فایل را باز کنید تا جلسه از تقویم گوشی پاک شود.
cohort-place-changed =
    { "\u200F" }جای دورهٔ «{ $title }» عوض شد.
    { "\u200F" }کجا: { $place }
course-news-missed = خبر دورهٔ «{ $title }» به { NUM($count) } نفر نرسید: { $people }. شاید بشود تماس گرفت.
reminder-courses-off = خواسته‌اید پیام دوره‌ها نیاید.
