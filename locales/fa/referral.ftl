# Partner institutions, and referrals of cases to them.

# Partners, as administrators see them
partners-list =
    { $count ->
        [0] هنوز مرکز همکاری نیست.
       *[other] مرکزهای همکار: { NUM($count) }
    }
partners-line =
    { "\u200F" }{ $name } · { $kind }{ $active ->
        [yes] { "" }
       *[no] { " · خاموش" }
    }
button-partner = { $name }
button-new-partner = مرکز تازه
partner-page =
    { "\u200F" }{ $name } · { $kind }
    جا: { $regions }
    موضوع: { $topics }
    شرط پذیرش: { $accepts }
    تماس: { $hours }
    { $active ->
        [yes] ارجاع تازه می‌گیرد.
       *[no] ارجاع تازه نمی‌گیرد.
    }
partner-people =
    { $count ->
        [0] کسی از این مرکز در پیام‌رسان نیست؛ ارجاع به شکل نامه می‌رود.
       *[other] همکاران این مرکز در پیام‌رسان: { NUM($count) }
    }
button-invite-partner = دعوت همکار این مرکز
button-partner-off = دیگر ارجاع نفرست
button-partner-on = دوباره ارجاع بفرست
partner-switched-off = از حالا به { $name } ارجاع تازه نمی‌رود. آنچه رفته، سر جایش می‌ماند.
partner-switched-on = از حالا { $name } دوباره ارجاع می‌گیرد.

# Describing a partner
partner-name = نام مرکز چیست؟ همان را بنویسید که خانواده می‌شناسد. برای کنار گذاشتن: ⁨/cancel⁩
partner-name-title = نام
partner-kind = چه جور مرکزی است؟
partner-kind-title = نوع
partner-kind-social = اجتماعی
partner-kind-cultural = فرهنگی
partner-kind-educational = آموزشی
partner-kind-health = درمانی
partner-kind-legal = حقوقی
partner-regions = برای کدام استان‌هاست؟ نام استان را هم می‌توانید بنویسید.
partner-regions-title = جا
partner-regions-everywhere = سراسر کشور
partner-topics = کدام موضوع‌ها را می‌پذیرد؟
partner-topics-title = موضوع
partner-topics-couple = { intake-topic-couple }
partner-topics-marriage = { intake-topic-marriage }
partner-topics-divorce = { intake-topic-divorce }
partner-topics-parenting = { intake-topic-parenting }
partner-topics-teenager = { intake-topic-teenager }
partner-topics-grief = { intake-topic-grief }
partner-topics-stress = { intake-topic-stress }
partner-topics-violence = { intake-topic-violence }
partner-topics-addiction = { intake-topic-addiction }
partner-topics-money = { intake-topic-money }
partner-topics-work = { intake-topic-work }
partner-topics-housing = { intake-topic-housing }
partner-topics-school = { intake-topic-school }
partner-topics-health = { intake-topic-health }
partner-topics-elders = { intake-topic-elders }
partner-topics-legal = { intake-topic-legal }
partner-topics-lonely = { intake-topic-lonely }
partner-topics-other = { intake-topics-other }
partner-topics-everything = همهٔ موضوع‌ها
partner-accepts = چه کسانی را و با چه شرطی می‌پذیرد؟
partner-accepts-title = شرط پذیرش
partner-hours = چطور و چه ساعت‌هایی می‌شود تماس گرفت؟ خانواده پس از پذیرش همین را می‌خواند.
partner-hours-title = تماس
partner-review = درست است؟ با «بفرست» در فهرست می‌ماند.
partner-review-title = مرور

# A referral, as the counselor writes it
refer-which = کدام پرونده را ارجاع می‌دهید؟
refer-unknown-code = پرونده‌ای با این کد نیست. کد را دوباره نگاه کنید.
refer-no-partner = هنوز مرکز همکاری نیست. از مدیر بخواهید اضافه کند.
refer-choose = پروندهٔ { $code } به کدام مرکز ارجاع شود؟ مناسب‌ترها بالاترند.
refer-partner =
    { "\u200F" }{ $name } · { $kind }{ $fits ->
        [yes] { " · مناسب" }
       *[no] { "" }
    }{ $accepts ->
        [none] { "" }
       *[other] { "\u000A" }می‌پذیرد: { $accepts }
    }
    تماس: { $hours }
button-refer = ارجاع
refer-twice = این پرونده به همین مرکز ارجاع شده و هنوز باز است.
refer-to = ارجاع { $code } به { $partner }
refer-gone = این ارجاع دیگر باز نیست. با ⁨/refer⁩ از نو شروع کنید.
form-canceled = باشد، کنار گذاشتیم.
referral-urgency = تا کی باید جواب بدهند؟
referral-urgency-title = مهلت جواب
referral-urgency-emergency = تا ۲۴ ساعت
referral-urgency-urgent = تا ۷۲ ساعت
referral-urgency-normal = تا دو هفته
referral-shares = چه چیزی را به مرکز بگوییم؟ فقط همین‌ها می‌رود، و پیش از آن از خانواده می‌پرسیم.
referral-shares-title = چه گفته شود
referral-shares-topic = موضوع
referral-shares-region = استان و شهرستان
referral-shares-household = وضع خانواده
referral-shares-acuity = فوریت
referral-shares-summary = خلاصهٔ مشاور
referral-summary = خلاصهٔ کوتاهی برای مرکز بنویسید. خانواده پیش از فرستادن همین را می‌خواند. برای کنار گذاشتن: ⁨/cancel⁩
referral-summary-title = خلاصه
referral-review = با «بفرست» از خانواده می‌پرسیم. اگر اجازه بدهد، همین‌ها به مرکز می‌رود.
referral-review-title = مرور
referral-asked = از خانوادهٔ { $code } پرسیدیم که به { $partner } معرفی شود یا نه. جوابش را می‌گوییم.
referral-asked-later = خانوادهٔ { $code } خواسته اول ننویسیم. وقتی خودش بنویسد، دربارهٔ { $partner } می‌پرسیم.
referral-cannot-ask = از خانوادهٔ { $code } نمی‌شود پرسید و ارجاع به { $partner } نرفت. با سرپرست حرف بزنید.

# A referral, as colleagues see it
referral-line = ارجاع به { $partner }: { $state }، { $at }
referral-because = دلیل نپذیرفتن: { $reason }
referral-family-said-no = خانواده اجازه نداد.
referral-overridden = اجازهٔ خانواده در ربات نیست؛ سرپرست فرستاد: { $reason }
referral-state-drafted = هنوز پرسیده نشده
referral-state-consent_asked = منتظر جواب خانواده
referral-state-sent = منتظر جواب مرکز
referral-state-accepted = پذیرفته
referral-state-refused = نپذیرفته
referral-state-expired = بی‌جواب مانده
referral-state-done = انجام شده
referral-state-revoked = پس گرفته شده
button-revoke = پس گرفتن ارجاع
referral-revoked = ارجاع { $code } به { $partner } پس گرفته شد.
referral-moved-on = این ارجاع در این میان جلوتر رفته است. با ⁨/refer⁩ ببینید.
referral-sent-staff = خانوادهٔ { $code } اجازه داد. ارجاع به { $partner } رفت.
# review: pending
referral-declined-staff = خانوادهٔ { $code } معرفی به { $partner } را نخواست و چیزی نرفت. اگر جان کسی در خطر است، با سرپرست حرف بزنید.
referral-withdrawn-staff = خانوادهٔ { $code } اجازهٔ معرفی به { $partner } را پس گرفت.
referral-staff-accepted = { "\u200F" }{ $partner } ارجاع { $code } را پذیرفت.
referral-staff-refused = { "\u200F" }{ $partner } ارجاع { $code } را نپذیرفت. دلیل: { $reason }
referral-staff-done = { "\u200F" }{ $partner } می‌گوید کار ارجاع { $code } انجام شده است.
referral-silent = مهلت ارجاع { $code } گذشت و { $partner } جواب نداده است.
referral-remind-by-hand = نیمی از مهلت ارجاع { $code } گذشته است. با { $partner } تماس بگیرید و جوابش را روی نامه بزنید.
referral-expired-staff = ارجاع { $code } به { $partner } بی‌جواب ماند و بسته شد.
referral-on-paper = از { $partner } کسی در پیام‌رسان نیست. نامهٔ ارجاع را برسانید و جواب را با دکمه‌های زیر آن بزنید.

# Without the family's consent
# review: pending
button-override = بدون اجازه بفرست
# review: pending
override-why = دلیل فرستادن به { $partner } بدون اجازهٔ خانواده در ربات چیست؟ دلیل و نقش شما ثبت می‌ماند.
# review: pending
override-life = جان کسی در خطر است
# review: pending
override-child = کودکی آسیب می‌بیند
# review: pending
override-spoken = در گفت‌وگو اجازه داد
# review: pending
override-done = ارجاع به { $partner } رفت. ربات به خانواده چیزی نمی‌گوید؛ هر وقت امن بود، خودتان بگویید.
# review: pending
override-staff = سرپرست ارجاع { $code } را بدون اجازهٔ خانواده در ربات به { $partner } فرستاد. ربات به خانواده خبر نمی‌دهد.

# The family's say
# review: pending
referral-plain = سؤالی از شما داریم. هر وقت راحت بودید، دکمه را بزنید.
button-show-question = نشانم بده
# review: pending
referral-consent = مشاورتان پیشنهاد می‌کند شما را به { $partner } معرفی کنیم تا از آن‌جا هم کمک بگیرید. اگر اجازه بدهید، فقط همین‌ها را می‌گوییم:
referral-code-title = کد پیگیری
# review: pending
referral-choice = نام، شماره و حسابتان را نمی‌گوییم. هر جوابی بدهید، گفت‌وگویتان ادامه دارد. اجازه‌تان را هر وقت خواستید پس بگیرید.
# review: pending
button-agree = بله، معرفی کنید
# review: pending
button-disagree = نه، نمی‌خواهم
# review: pending
referral-agreed = ممنون. شما را به { $partner } معرفی می‌کنیم؛ خبرش را با ⁨/status⁩ هم می‌بینید. اگر نظرتان عوض شد، همین دکمه را بزنید.
# review: pending
referral-declined = باشد، معرفی نمی‌کنیم و چیزی نرفت. گفت‌وگویتان همین‌جا ادامه دارد.
# review: pending
button-withdraw-referral = اجازه‌ام را پس می‌گیرم
# review: pending
referral-withdrawn = اجازه‌تان را پس گرفتید و به { $partner } می‌گوییم. متن معرفی را از گفت‌وگوی ما با آن‌ها برمی‌داریم؛ آنچه خوانده‌اند برنمی‌گردد.
referral-question-over = این پرسش دیگر باز نیست.
referral-news = خبر تازه‌ای برایتان هست. هر وقت خواستید، ⁨/status⁩ را بزنید.
referral-family-sent = شما را به { $partner } معرفی کرده‌ایم و منتظر جوابشان هستیم.
# review: pending
referral-family-accepted =
    { "\u200F" }{ $partner } معرفی شما را پذیرفت. { $hours ->
        [none] راه تماس را از مشاورتان بپرسید.
       *[other] تماس: { $hours }
    }
    آن‌جا این کد را بگویید: { $code }
# review: pending
referral-family-refused = { "\u200F" }{ $partner } الان نمی‌تواند کمک کند. دربارهٔ راه‌های دیگر با مشاورتان حرف بزنید.
# review: pending
referral-family-expired = { "\u200F" }{ $partner } جواب نداد و این معرفی بسته شد. دربارهٔ راه‌های دیگر با مشاورتان حرف بزنید.
# review: pending
referral-family-done = { "\u200F" }{ $partner } می‌گوید کارتان آن‌جا انجام شده است. اگر چیزی مانده، همین‌جا بنویسید.
# review: pending
referral-family-revoked = معرفی شما به { $partner } پس گرفته شد.

# The partner's side
help-partner =
    ارجاع‌ها همین‌جا می‌آیند. با دکمه‌ها بپذیرید، نپذیرید، یا بگویید انجام شد.

    ⁨/referrals⁩ ارجاع‌های باز
    ⁨/language⁩ زبان
referral-letter =
    ارجاع از همدلی به { $partner }
    کد: { $code }
    مهلت جواب: { $urgency }
referral-acuity =
    { $acuity ->
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    }
referral-reach = تماس با خانواده فقط از راه این ربات و مشاور اوست. نام و شماره‌ای نمی‌فرستیم.
# review: pending
referral-letter-override = اجازهٔ خانواده در ربات نیست. دلیل سرپرست: { $reason }
referral-stands = وضعیت: { $state }
button-accept-referral = می‌پذیریم
button-refuse-referral = نمی‌پذیریم
button-referral-done = انجام شد
refuse-why = دلیل نپذیرفتن ارجاع { $code } چیست؟
refusal-full = جا نداریم
refusal-topic = موضوع کار ما نیست
refusal-region = این منطقه با ما نیست
refusal-unclear = اطلاعات کافی نیست
refusal-other = دلیل دیگر
refusal-kept = ثبت شد: ارجاع { $code } پذیرفته نشد.
referral-you-accepted = پذیرفتید. به مشاور خبر دادیم.
referral-you-refused = ثبت شد. به مشاور خبر دادیم.
referral-you-done = انجام شد. به مشاور خبر دادیم.
referral-answered-already = شما پیش از این جواب داده‌اید: { $state }
referral-too-late = این ارجاع دیگر منتظر این جواب نیست: { $state }
referrals-none = ارجاع بازی نیست.
referral-taken-back = ارجاع { $code } دیگر باز نیست و متنش برداشته شد.
referral-reminder = ارجاع { $code } هنوز جواب نگرفته است. می‌پذیرید؟
referral-reminder-limit = مهلت جواب ارجاع { $code } گذشت. هنوز می‌توانید جواب بدهید.

# What hangs
referral-waits-consent_asked = خانوادهٔ { $code } هنوز نگفته به { $partner } معرفی شود یا نه. شاید بشود در گفت‌وگو پرسید.
referral-waits-drafted = از خانوادهٔ { $code } هنوز دربارهٔ { $partner } نپرسیده‌ایم، چون خودش ننوشته است.
referral-unanswered-consent_asked = خانوادهٔ { $code } جواب نداد و ارجاع به { $partner } بسته شد؛ چیزی نرفت. اگر هنوز لازم است، دوباره ⁨/refer⁩ را بزنید.
referral-unanswered-drafted = خانوادهٔ { $code } ننوشت و نتوانستیم بپرسیم. ارجاع به { $partner } بسته شد و چیزی نرفت.
referral-finish = ارجاع { $code } را { $span } پیش پذیرفتید. اگر کارش تمام است، «انجام شد» را بزنید.
referral-unfinished = { "\u200F" }{ $partner } ارجاع { $code } را { $span } پیش پذیرفته و هنوز نگفته انجام شد. از آن‌ها یا از خانواده بپرسید.
referral-unfinished-long = ارجاع { $code } هنوز تمام نشده: { $partner } پذیرفته و چند یادآوری بی‌جواب مانده است.
# On paper
paper-organization = همدلی
paper-title = نامهٔ ارجاع به { $partner }
paper-caption = نامهٔ { $code } برای چاپ. فقط به دست همان مرکز برسانید.
