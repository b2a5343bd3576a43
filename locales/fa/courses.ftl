# Courses: the catalogue, a seat, a partner.

menu-courses = دوره‌ها
command-courses = دوره‌های خانواده
command-join = پیوستن به دوره با کد همسر

# The catalogue
courses = دوره‌ها برای کدام بخش زندگی؟
courses-none = الان دوره‌ای باز نیست. هر وقت باز شد، همین‌جا می‌بینید.
course-stage-before_marriage = پیش از ازدواج
course-stage-at_marriage = هنگام ازدواج
course-stage-after_marriage = پس از ازدواج
course-stage-parenting = فرزندپروری
course-stage-loss = پس از فقدان
course-stage-stress = روزهای پرفشار
courses-of-stage = دوره‌های «{ $stage }»:
button-course = { $title }
button-course-mine = { "\u200F" }✓ { $title }
button-courses-back = برگشت
course-about =
    { "\u200F" }{ $title }

    { "\u200F" }{ $about }
button-cohort = از { $day }، { $where }
course-online = برخط
course-on-site = حضوری
course-on-site-in = حضوری، { $place }
course-lesson = { "\u200F" }جلسهٔ { NUM($place) }: { $at }
course-free =
    { $free ->
        [0] جا پر است. اگر بخواهید، در نوبت می‌مانید و با اولین جای خالی خبرتان می‌کنیم.
       *[other] { NUM($free) } جای خالی هست.
    }
course-place = { "\u200F" }کجا: { $place }

# A seat
button-course-alone = تنها می‌آیم
button-course-couple = با همسرم می‌آیم
button-course-yes = بله، می‌آیم
button-course-no = نه، جا برای دیگری
button-course-leave = دیگر نمی‌آیم
button-course-leave-sure = بله، جایم را پس می‌دهم
button-course-stay = می‌مانم
button-course-see = دیدن دوره
course-not-now = الان نمی‌شود در این دوره ثبت‌نام کرد.
course-waits = در نوبت هستید؛ نفر { NUM($place) }. با اولین جای خالی خبرتان می‌کنیم.
course-held = جایتان تا { $until } نگه داشته شده است. بگویید می‌آیید یا نه.
course-held-partner = دو جا تا { $until } نگه داشته شده است. همسرتان تا آن وقت باید با لینک یا کد بپیوندد.
course-enrolled =
    { $seats ->
        [2] ثبت‌نام هر دویتان انجام شد. پیش از هر جلسه یادآوری می‌کنیم.
       *[other] ثبت‌نامتان انجام شد. پیش از هر جلسه یادآوری می‌کنیم.
    }
course-not-in = در این دوره نیستید.
course-offer =
    { $seats ->
        [2] در دورهٔ «{ $title }» دو جا برایتان باز شد. تا { $until } برایتان نگه می‌داریم.
       *[other] در دورهٔ «{ $title }» یک جا برایتان باز شد. تا { $until } برایتان نگه می‌داریم.
    }
course-offer-late = این جا دیگر نگه داشته نشده است.
course-offer-over = مهلت جای شما در دورهٔ «{ $title }» تمام شد و به نفر بعدی رسید. اگر بخواهید، دوباره در نوبت بمانید.
course-leave = مطمئنید؟ جایتان به نفر بعدی می‌رسد.
course-leave-couple = مطمئنید؟ فقط جای شما به نفر بعدی می‌رسد و همسرتان در دوره می‌ماند.
course-left = باشد، جایتان را پس گرفتیم. هر وقت خواستید: ⁨/courses⁩

# A partner
course-invite =
    این را برای همسرتان بفرستید. با باز کردن لینک، خودش می‌گوید که می‌آید.

    { "\u200F" }دورهٔ «{ $title }»
    { $link }
    { "\u200F" }یا در همین ربات: ⁨/join⁩ { $code }
join-how = کدی را که همسرتان گرفته است این‌طور بنویسید: ⁨/join⁩ و بعد کد.
join-unknown = این کد را نمی‌شناسیم، یا مهلتش تمام شده است.
join-sure =
    همسرتان می‌خواهد با هم در دورهٔ «{ $title }» باشید. شما هم می‌آیید؟

    { $dates }
button-course-join = بله، با هم می‌آییم
join-late = این دعوت دیگر باز نیست، یا همین حالا هم در این دوره هستید.
course-partner-came = همسرتان هم گفت که به دورهٔ «{ $title }» می‌آید.
course-partner-left = همسرتان دیگر در دورهٔ «{ $title }» نیست. جای شما می‌ماند.
course-alone-now = همسرتان در مهلتش به دورهٔ «{ $title }» نپیوست. جای شما می‌ماند.
