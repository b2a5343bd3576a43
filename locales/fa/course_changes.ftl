# What coordinators change in a course; materials of a lesson.
button-cohort-place = نشانی یا لینک تازه
button-cohort-size = تعداد جا
cohortplace-place = نشانی یا لینک تازه چیست؟ همهٔ شرکت‌کننده‌ها خبردار می‌شوند. برای کنار گذاشتن: ⁨/cancel⁩
cohortplace-place-title = جا
cohortsize-capacity = از این پس چند جا داشته باشد؟ یک عدد بنویسید. برای کنار گذاشتن: ⁨/cancel⁩
cohortsize-capacity-title = تعداد جا
cohort-placed = جا عوض شد. { NUM($count) } نفر همین حالا خبردار می‌شوند.
cohort-resized =
    { $offered ->
        [0] از این پس { NUM($capacity) } جا دارد.
       *[other] از این پس { NUM($capacity) } جا دارد. به { NUM($offered) } نام‌نویسی از نوبت جا پیشنهاد شد.
    }
cohort-too-small = نمی‌شود؛ همین حالا { NUM($taken) } جا گرفته شده است.
button-quiz-ask = پرسش تازه برای پایان دوره
button-quiz-clear = پاک کردن همهٔ پرسش‌ها
button-mood-on = پرسیدن حال را روشن کن
button-mood-off = پرسیدن حال را خاموش کن
staff-course-parts =
    { "\u200F" }پرسش‌های پایان دوره: { NUM($count) }
    { "\u200F" }پرسیدن حال، پیش و پس از دوره: { $wellbeing ->
        [on] روشن
       *[off] خاموش
    }
quizquestion-text = پرسش چیست؟ برای کنار گذاشتن: ⁨/cancel⁩
quizquestion-text-title = پرسش
quizquestion-options = جواب‌ها را بنویسید، دو تا شش جواب، هر کدام در یک خط. جواب درست خط اول باشد؛ خودمان جابه‌جا می‌کنیم.
quizquestion-options-title = جواب‌ها
quiz-asked = پرسش اضافه شد. حالا { NUM($count) } پرسش هست.
button-materials = مطلب‌های جلسه
button-material-before = مطلب پیش از جلسه
button-material-after = مطلب پس از جلسه
button-material-one =
    { $side ->
        [before] پیش از جلسه، { NUM($place) }
       *[after] پس از جلسه، { NUM($place) }
    }
button-material-gone = بله، پاک شود
material-sure =
    { $side ->
        [before] این مطلبِ پیش از جلسه پاک شود؟ آنچه تا حالا فرستاده شده پیش شرکت‌کننده‌ها می‌ماند.
       *[after] این مطلبِ پس از جلسه پاک شود؟ آنچه تا حالا فرستاده شده پیش شرکت‌کننده‌ها می‌ماند.
    }
button-material-drop = پاک کردن همهٔ مطلب‌ها
materials =
    { "\u200F" }مطلب‌های جلسهٔ { $at }
    { "\u200F" }پیش از جلسه: { NUM($before) } · پس از جلسه: { NUM($after) }
material-how =
    { $side ->
        [before] به همین پیام پاسخ بدهید و مطلب را بفرستید: متن، لینک، عکس، صدا یا فایل. یک روز پیش از جلسهٔ { $at } به شرکت‌کننده‌ها می‌رسد.
       *[after] به همین پیام پاسخ بدهید و مطلب را بفرستید: متن، لینک، عکس، صدا یا فایل. پس از جلسهٔ { $at } به شرکت‌کننده‌ها می‌رسد.
    }
material-no = این را نمی‌شود فرستاد. متن، عکس، صدا، فیلم، فایل یا مکان بفرستید.
material-kept =
    { $side ->
        [before] ماند؛ یک روز پیش از جلسه می‌رود.
       *[after] ماند؛ پس از جلسه می‌رود.
    }
material-many = بیشتر از { NUM($most) } مطلب نمی‌شود.
button-materials-read = مطلب‌های جلسه‌ها
materials-none = هنوز مطلبی نیست.
button-lesson-here = در جلسه‌ام
material-sent = زمانش گذشته بود؛ همین حالا برای { NUM($count) } نفر می‌رود.
material-gone = این مطلب دیگر نیست.
