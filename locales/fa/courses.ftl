# Courses: the catalogue, a seat, a partner.

menu-courses = دوره‌ها
command-courses = دوره‌های خانواده
command-join = پیوستن به دوره با کد همسر

# The catalogue
courses = برای کدام بخش زندگی‌تان دنبال دوره‌اید؟
courses-none = الان دوره‌ای باز نیست. گاهی همین‌جا را ببینید.
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
        [0] جا پر است. می‌خواهید در نوبت بمانید؟ با اولین جای خالی خبرتان می‌کنیم.
       *[other] { NUM($free) } جای خالی هست. تنها می‌آیید یا دونفره؟
    }
course-place = { "\u200F" }کجا: { $place }

# A seat
button-course-alone = تنها می‌آیم
button-course-couple = دونفره می‌آییم
button-course-yes = بله، می‌آیم
button-course-no = نه، جا برای دیگری
button-course-leave = دیگر نمی‌آیم
button-course-leave-sure = بله، جایم را پس می‌دهم
button-course-stay = می‌مانم
button-course-see = دیدن دوره
course-not-now = الان نمی‌شود در این دوره نام‌نویسی کرد.
course-waits = در نوبت هستید؛ نفر { NUM($place) }. با اولین جای خالی خبرتان می‌کنیم.
course-held = جایتان تا { $until } نگه داشته شده است. می‌آیید؟
course-held-partner = دو جا تا { $until } نگه داشته شده است. همراهتان تا آن وقت باید با لینک یا کد بیاید.
course-enrolled =
    { $seats ->
        [2] نام‌نویسی هر دویتان انجام شد. پیش از هر جلسه یادآوری می‌کنیم.
       *[other] نام‌نویسی‌تان انجام شد. پیش از هر جلسه یادآوری می‌کنیم.
    }
course-not-in = در این دوره نیستید.
course-offer =
    { $seats ->
        [2] در دورهٔ «{ $title }» دو جا برایتان باز شد. تا { $until } برایتان نگه می‌داریم.
       *[other] در دورهٔ «{ $title }» یک جا برایتان باز شد. تا { $until } برایتان نگه می‌داریم.
    }
course-offer-late = این جا دیگر نگه داشته نشده است.
course-offer-over = مهلت جای شما در دورهٔ «{ $title }» تمام شد و جا آزاد شد. اگر هنوز می‌خواهید، دوباره نام‌نویسی کنید.
course-leave = مطمئنید؟ جایتان به نفر بعدی می‌رسد.
course-leave-couple = مطمئنید؟ جای همراهتان می‌ماند و خبرش می‌کنیم که شما نمی‌آیید.
course-left = باشد، جایتان را آزاد کردیم. هر وقت خواستید: ⁨/courses⁩

# A partner
course-invite =
    { "\u200F" }با هم به دورهٔ «{ $title }» برویم؟

    { $link }
    { "\u200F" }یا در همین ربات: ⁨/join⁩ { $code }
join-how = کدی را که همراهتان گرفته است این‌طور بنویسید: ⁨/join⁩ و بعد کد.
join-unknown = این کد را نمی‌شناسیم، یا مهلتش تمام شده است. از همراهتان یک دعوت تازه بخواهید.
join-sure =
    شما را به دورهٔ «{ $title }» دعوت کرده‌اند تا با هم بیایید. می‌آیید؟

    { $dates }
button-course-join = بله، با هم می‌آییم
join-late = این دعوت دیگر باز نیست، یا همین حالا هم در این دوره هستید.
course-partner-came = کسی با دعوت شما به دورهٔ «{ $title }» آمد. همان همراه شماست؟ تا نگویید، نام‌نویسی‌تان کامل نیست.
course-partner-left =
    { $state ->
        [enrolled] همراهتان دیگر در دورهٔ «{ $title }» نیست. جای شما سر جایش است.
        [waiting] همراهتان دیگر در نوبت دورهٔ «{ $title }» نیست. شما برای یک جا در نوبت می‌مانید.
       *[held] همراهتان به دورهٔ «{ $title }» نمی‌آید. یک جا هنوز برای شما نگه داشته شده است.
    }
course-alone-now = همراهتان در مهلتش به دورهٔ «{ $title }» نیامد. جای شما می‌ماند و می‌توانید تنها بیایید.
courses-mine-only = دوره‌های شما. الان دورهٔ تازه‌ای باز نیست.
course-anywhere = همه‌جا
button-where-chosen = { "\u200F" }✓ { $title }
course-full-late = جا پر است و دوره تا یک ساعت دیگر شروع می‌شود؛ دیگر نوبت نمی‌گیریم. شاید دورهٔ دیگری به کارتان بیاید.
course-couple-late = تا شروع دوره کمتر از یک ساعت مانده است. هر کدامتان جدا «تنها می‌آیم» را بزنید.
course-begun = این دوره شروع شده است و دیگر نام‌نویسی نمی‌شود.
course-is-canceled = این دوره برگزار نمی‌شود.
course-next = { "\u200F" }پیش رو: جلسهٔ { NUM($place) } از { NUM($count) }
button-course-invite = دعوت دوباره
course-waits-unheard = خواسته‌اید اول ما پیام ندهیم، پس از جای خالی هم خبرتان نمی‌کنیم. گاهی خودتان سری به این‌جا بزنید.
course-held-other = گفتید که می‌آیید. تا { $until } منتظر جواب همراهتان هستیم.
course-vouch = کسی با دعوت شما آمد. همان همراه شماست؟
course-vouch-waits = گفتید که می‌آیید. همراهتان هم باید بگوید که شما را دعوت کرده است. تا { $until } جایتان نگه داشته شده است.
button-course-vouch = بله، خودش است
button-course-stranger = نه، کس دیگری است
course-offer-unaccompanied = در دورهٔ «{ $title }» یک جا برایتان باز شد. به همراهتان نتوانستیم خبر بدهیم. جای شما را تا { $until } نگه می‌داریم.
course-offer-missed = در دورهٔ «{ $title }» نوبتتان شد، ولی نمی‌شد خبرتان کنیم و جا به نفر بعدی رسید. اگر هنوز می‌خواهید: ⁨/courses⁩
course-unvouched = همراهتان در مهلتش جواب نداد و جای شما در دورهٔ «{ $title }» آزاد شد. اگر می‌خواهید، خودتان نام‌نویسی کنید.
course-waiting-over = در دورهٔ «{ $title }» جایی برایتان باز نشد و فهرست انتظارش بسته شد. متأسفیم. دوره‌های دیگر: ⁨/courses⁩
course-vouched =
    { $state ->
        [enrolled] همراهتان هم تأیید کرد. نام‌نویسی هر دویتان در دورهٔ «{ $title }» انجام شد.
        [waiting] همراهتان هم تأیید کرد. با هم در نوبت دورهٔ «{ $title }» هستید.
       *[held] همراهتان هم تأیید کرد. دو جا در دورهٔ «{ $title }» برایتان نگه داشته شده است.
    }
course-turned-away = این دعوت به دورهٔ «{ $title }» برای کس دیگری بود. اگر خودتان این دوره را می‌خواهید، این‌جا نام‌نویسی کنید.
course-turned-away-done = آن دعوت دیگر کار نمی‌کند. دعوت تازه پایین است.
button-courses-off = پیام دوره‌ها را نفرست
button-courses-on = پیام دوره‌ها را بفرست
courses-off = باشد، دیگر پیامی از دوره‌ها نمی‌آید؛ حتی اگر زمان جلسه‌ای عوض شود. جایتان می‌ماند و زمان‌ها در ⁨/courses⁩ است. پیام‌های دیگر مثل پیش می‌آیند.
courses-on = باشد، از این پس یادآوری‌ها و خبر دوره‌ها می‌آیند.
course-about-none =
    { "\u200F" }{ $title }

    { "\u200F" }{ $about }

    { "\u200F" }الان زمان تازه‌ای برای این دوره نیست.
course-head = { "\u200F" }{ $title }، { $where }
course-free-late = { NUM($free) } جای خالی هست و دوره تا یک ساعت دیگر شروع می‌شود. می‌آیید؟
course-invite-how = این دعوت را برای همراهتان بفرستید. با باز کردن لینک می‌گوید که می‌آید و بعد شما تأیید می‌کنید.
