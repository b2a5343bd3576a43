# Attendance, quiz, certificate.

command-here = حضور در جلسه با کلمهٔ روز
command-verify = درستی یک گواهی
here-how = کلمهٔ روز را که تسهیل‌گر در جلسه می‌گوید، همین‌جا بنویسید.
here-unknown = این کلمه را برای جلسه‌ای که الان برگزار می‌شود نمی‌شناسیم. شاید حرفی جا افتاده باشد؛ یک بار دیگر بنویسید.
here-thanks = حضورتان ثبت شد. خوش آمدید.
course-progress = تا این‌جا در { NUM($there) } جلسه از { NUM($count) } جلسه بوده‌اید.

# The facilitator's list
lesson-words = انار باران دریا نارنج چراغ پنجره ستاره گندم بهار درخت
register = حضور: { NUM($there) } از { NUM($count) }
register-word = کلمهٔ روز: «{ $word }». در جلسه بلند بگویید تا حاضران بنویسند.
register-line =
    { "\u200F" }{ $state ->
        [there] ✓
        [absent] ✗
        [excused] خبر داده
       *[unknown] –
    } { $who }
register-call = { "\u200F" }{ $who } دو جلسه پشت هم نبوده است. شاید یک تماس کمک کند.
register-early = فهرست از یک ربع پیش از جلسه باز می‌شود.
register-due = جلسهٔ «{ $title }» تمام شد. اگر کسی از قلم افتاده، حضور و غیاب را کامل کنید.
participant = شرکت‌کنندهٔ { NUM($number) }
button-register = حضور و غیاب جلسهٔ { NUM($place) }
button-register-open = حضور و غیاب
button-register-word = کلمهٔ روز
button-register-all = بقیه همه حاضرند

# The end
course-over = دورهٔ «{ $title }» تمام شد. ممنون که بودید. اگر دوست دارید، بگویید چطور بود.
button-quiz = چند پرسش کوتاه
button-quiz-again = یک بار دیگر
button-certificate = گرفتن گواهی
quiz-question =
    { "\u200F" }{ NUM($place) } از { NUM($count) }

    { "\u200F" }{ $text }
quiz-over =
    { $enough ->
        [yes] { NUM($right) } جواب از { NUM($count) } جواب درست بود. ممنون که وقت گذاشتید.
       *[no] { NUM($right) } جواب از { NUM($count) } جواب درست بود. برای گواهی نیمی از جواب‌ها کافی است؛ هر چند بار که بخواهید می‌شود دوباره جواب داد.
    }
certificate-not-yet = گواهی پس از آخرین جلسه آماده می‌شود، برای هر که در بیشتر جلسه‌ها بوده و به پرسش‌ها جواب داده است.
certificate-missed = در { NUM($there) } جلسه از { NUM($count) } جلسه بوده‌اید. گواهی برای کسی است که در دست‌کم { NUM($least) } جلسه بوده است. اگر حضورتان از قلم افتاده، به تسهیل‌گر بگویید تا درستش کند.
certificate-quiz-first = یک قدم مانده است: «چند پرسش کوتاه» را جواب بدهید. نیمی از جواب‌ها که درست باشد، گواهی آماده است.
certificate-later = اول گفت‌وگو یا پرسش‌هایی را که باز است تمام کنید، بعد گواهی را بگیرید.
certificate-name = روی گواهی چه نامی بنویسیم؟ برای کنار گذاشتن: ⁨/cancel⁩
certificate-name-title = نام
certificate-shown = هر کسی شمارهٔ گواهی را داشته باشد، می‌تواند درستی‌اش را بپرسد. نامتان را هم به او بگوییم؟
certificate-shown-title = گفتن نام
certificate-shown-no = نه، نامم را نگویید
certificate-shown-yes = بله، نامم را هم بگویید
certificate-title = گواهی شرکت در دوره
certificate-before = گواهی می‌شود که
certificate-text = این دوره را به پایان رسانده است:
certificate-number = شمارهٔ گواهی: { $number }
certificate-caption =
    { "\u200F" }گواهی شما، شمارهٔ { $number }
    درستی‌اش را هر کسی می‌تواند این‌جا ببیند:
    { $link }
verify-how = شمارهٔ گواهی را این‌طور بنویسید: ⁨/verify⁩ و بعد شماره.
verify-unknown = گواهی‌ای با این شماره نداریم. شاید حرفی جابه‌جا شده باشد؛ یک بار دیگر نگاه کنید.
verify-valid =
    { "\u200F" }گواهی { $number } درست است.
    { "\u200F" }دوره: { $title }
    { "\u200F" }تاریخ: { $day }{ $name ->
        [none] { "" }
       *[other] { "\u000A\u200F" }نام: { $name }
    }
