# Appointments: a counselor proposes times, the family picks one, both are reminded.

# Days and hours that are to come
day-today = امروز
day-tomorrow = فردا
day-and-date = { "\u200F" }{ $name }، { $day }
day-and-clock = { $day }، ساعت { $clock }

# The counselor chooses
command-appoint = قرار گذاشتن با خانواده
command-appointments = قرارهای امروز و این هفته
appoint-how = بنویسید ⁨/appoint⁩ تا شروع کنیم. زمان را این‌طور هم می‌شود افزود: ⁨/appoint⁩ ۱۴۰۵/۹/۲۰ ساعت ۱۶:۳۰
appoint-which = با کدام خانواده قرار می‌گذارید؟
appoint-nobody = به خانوادهٔ { $code } نمی‌شود پیام داد. قرار را خودتان بگذارید.
appointment-way = چطور حرف بزنید؟ برای کنار گذاشتن: ⁨/cancel⁩
appointment-way-title = راه گفت‌وگو
appointment-way-chat = همین‌جا، با پیام
appointment-way-phone = تلفنی
appointment-way-in_person = حضوری
appointment-place = کجا؟ نشانی را همان‌طور بنویسید که خانواده می‌خواند. برای کنار گذاشتن: ⁨/cancel⁩
appointment-place-title = جا
times-typed = روز و ساعت را بنویسید، مثل ۱۴۰۵/۹/۲۰ ساعت ۱۶:۳۰. برای کنار گذاشتن: ⁨/cancel⁩
times-typed-title = روز و ساعت
appoint-title =
    قرار با { $code }، { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] { "" }
       *[other] : { $place }
    }{ $at ->
        [none] { "" }
       *[other] { " · الان: " }{ $at }
    }
appoint-line = { "\u200F" }• { $at }
appoint-which-day = چه روزی؟ تا پنج زمان می‌شود پیشنهاد داد.
appoint-which-hour = { $day }، چه ساعتی؟
appoint-day = { $day }
appoint-hour = { $clock }
appoint-type = خودم می‌نویسم
appoint-stop = کنار بگذار
appoint-back = روز دیگر
appoint-more = یک زمان دیگر
appoint-fresh = از نو
appoint-send = برای خانواده بفرست
appoint-collides = در { $at } با { $other } هم قرار دارید.
appoint-unfit-soon = این زمان گذشته یا خیلی نزدیک است.
appoint-unfit-far = این زمان خیلی دور است. تا سه ماه دیگر را می‌شود پیشنهاد داد.
appoint-unfit-twice = این زمان پیشنهاد شده است.
appoint-unfit-full = پنج زمان پیشنهاد شده است. بفرستید، یا از نو شروع کنید.
appoint-first = پیشنهادی باز نیست. اول ⁨/appoint⁩ را بزنید.
appoint-no-times = اول یک زمان بگذارید که هنوز نرسیده باشد.
appoint-sent =
    { $count ->
        [one] یک زمان برای { $code } رفت. وقتی جواب بدهد، خبرتان می‌کنیم.
       *[other] { NUM($count) } زمان برای { $code } رفت. وقتی یکی را بردارد، خبرتان می‌کنیم.
    }
appoint-stopped = باشد. برای { $code } چیزی نرفت.
appoint-over = این پیشنهاد دیگر باز نیست. قرارها: ⁨/appointments⁩
appoint-agreed-already = با { $code } قرار دارید. قرارها: ⁨/appointments⁩

# review: pending
appoint-waits = خواسته‌اند اول ننویسیم: این پیام می‌ماند تا خودشان بنویسند. اگر لازم است زودتر بدانند، راه دیگری پیدا کنید.
appoint-later = این پیام در ساعت‌های خودشان می‌رسد: { $at }

# What the counselor hears
appoint-agreed =
    خانوادهٔ { $code } این زمان را برداشت: { $at }، { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appoint-moved-agreed =
    قرار { $code } جابه‌جا شد: { $at }، { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appoint-declined =
    هیچ زمانی برای خانوادهٔ { $code } جور نبود: { $why ->
        [earlier] زودتر را می‌خواهد.
        [later] دیرتر را می‌خواهد.
        [way] راه دیگری را می‌خواهد.
       *[not_now] فعلاً قرار نمی‌خواهد.
    }
appoint-none-left = زمان‌های پیشنهادی { $code } دیگر آزاد نیستند. زمان‌های تازه پیشنهاد بدهید.
appoint-propose = پیشنهاد زمان
appoint-wish-move = خانوادهٔ { $code } زمان دیگری می‌خواهد. تا زمان تازه‌ای برندارد، همین می‌ماند: { $at }
appoint-wish-again = خانوادهٔ { $code } زمان تازه‌ای می‌خواهد.
appoint-canceled-by-family = خانوادهٔ { $code } نمی‌تواند بیاید و قرار { $at } لغو شد.
appoint-reminder =
    یادآوری قرار با { $code }: { $at }، { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appoint-reminder-nobody = پروندهٔ { $code } در صف است و این قرار را دارد: { $at }. کسی باید آن را بپذیرد.
appoint-inherited =
    پروندهٔ { $code } حالا با شماست و این قرار را دارد: { $at }{ $other ->
        [none] .
       *[other] . با قرار { $other } هم‌زمان است؛ یکی را جابه‌جا کنید.
    }
appoint-ended = پروندهٔ { $code } بسته شد و قرار { $at } لغو شد.
appoint-how-went = قرار با { $code }، { $at }، برگزار شد؟

# What can be done with it
agenda-none = تا یک هفتهٔ دیگر قراری ندارید. قرار تازه: ⁨/appoint⁩
agenda-past = نتیجه‌شان مانده
agenda-today = امروز
agenda-week = این هفته
agenda-line =
    { "\u200F" }{ $at } · { $code } · { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] { "" }
       *[other] : { $place }
    }
agenda-with = با { $who }
agenda-with-nobody = پرونده در صف است
agenda-overlap = با قرار دیگری هم‌زمان است.
agenda-show = قرار { $code }
agenda-one =
    قرار با { $code }: { $at }، { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appoint-move = زمان دیگری پیشنهاد بده
appoint-cancel = لغو قرار
appoint-took-place = برگزار شد
appoint-no-show = نیامد
appoint-choose = انتخاب زمان
appoint-moving = تا خانوادهٔ { $code } زمان تازه‌ای برندارد، قرار همان { $at } است.
appoint-moved = پس برای { $code } زمان تازه‌ای پیشنهاد بدهید.
appoint-cancel-sure = قرار { $code }، { $at }، لغو شود؟ به خانواده هم می‌گوییم.
appoint-sure = بله، لغو شود
appoint-keep = نه، بماند
appoint-kept = قرار { $code } ماند: { $at }
appoint-canceled = قرار { $code }، { $at }، لغو شد.
appoint-not-yet = هنوز وقتش نرسیده است.
appoint-took-place-kept = نوشتیم: قرار { $code } برگزار شد.
appoint-no-show-kept = نوشتیم. برای خانوادهٔ { $code } چند کلمهٔ گرم رفت، بی‌سرزنش.
# review: pending
appoint-no-show-severe = نوشتیم و برای خانوادهٔ { $code } چند کلمهٔ گرم رفت. فوریت این پرونده زیاد است؛ اگر نگرانید، با سرپرست حرف بزنید.

# What the family reads
appointment-offer =
    { $way ->
        [phone] برای یک گفت‌وگوی تلفنی
        [in_person] برای یک دیدار حضوری
       *[chat] برای گفت‌وگو همین‌جا، با پیام،
    } این زمان‌ها هست. هر کدام برایتان راحت است، بزنید.{ $place ->
        [none] { "" }
       *[other] { " جا: " }{ $place }
    }
appointment-offer-again =
    قرارتان: { $at }، { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
    اگر یکی از این زمان‌ها بهتر است، بزنید. تا آن وقت همین می‌ماند.
appointment-time = { "\u200F" }{ $day }، { $clock }
appointment-none-fits = هیچ‌کدام نمی‌شود
appointment-agreed =
    قرار گذاشتیم: { $at }، { $way ->
        [phone] تلفنی. شماره‌ای را که امن است، همین‌جا برای مشاورتان بنویسید.
        [in_person] حضوری: { $place }
       *[chat] همین‌جا.
    }
appointment-reminder-comes = یک روز و یک ساعت پیش از آن یادتان می‌آوریم.
appointment-without-reminder = چون خواسته‌اید اول ننویسیم، یادآوری نمی‌فرستیم. هر وقت خواستید با ⁨/status⁩ ببینیدش.
appointment-yours = همین زمان مال شماست.
appointment-taken = این زمان همین الان پر شد. یکی دیگر را بزنید.
appointment-past = این زمان گذشته یا خیلی نزدیک است. یکی دیگر را بزنید.
appointment-over = این پیشنهاد دیگر باز نیست. با ⁨/status⁩ ببینید الان چه هست.
appointment-none-left = این زمان‌ها دیگر آزاد نیستند. به مشاورتان گفتیم زمان‌های تازه پیشنهاد بدهد.
appointment-why = باشد. چه چیزی برایتان بهتر است؟
appointment-why-earlier = زودتر از این‌ها
appointment-why-later = دیرتر از این‌ها
appointment-why-way = راه دیگری برای حرف زدن
appointment-why-not_now = فعلاً قرار نمی‌خواهم
appointment-declined = به مشاورتان گفتیم. اگر روز و ساعتی برایتان راحت‌تر است، همین‌جا بنویسید.
appointment-stands =
    قرارتان: { $at }، { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appointment-reminder =
    یادآوری قرارتان: { $at }، { $way ->
        [phone] تلفنی
        [in_person] حضوری
       *[chat] همین‌جا
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appointment-other-time = زمان دیگری
appointment-cannot-come = نمی‌توانم بیایم
appointment-move-asked = به مشاورتان گفتیم زمان دیگری پیدا کند. تا آن وقت قرارتان { $at } است.
appointment-cancel-sure = قرار { $at } را لغو کنیم؟ گفت‌وگویتان همین‌جا باز می‌ماند.
appointment-sure = بله، لغو کنید
appointment-keep = نه، می‌آیم
appointment-canceled = باشد، قرار لغو شد و به مشاورتان گفتیم. هر وقت خواستید، زمان دیگری پیدا می‌کنیم.
appointment-canceled-by-us = قرار { $at } برگزار نمی‌شود؛ ببخشید. دربارهٔ زمان دیگری همین‌جا با مشاورتان حرف بزنید.
# review: pending
appointment-ended = قرار { $at } دیگر برگزار نمی‌شود، چون این گفت‌وگو تمام شد.
appointment-missed = جایتان خالی بود؛ امیدواریم خوب باشید. هر وقت خواستید، زمان دیگری پیدا می‌کنیم.
appointment-another = زمان دیگری می‌خواهم
appointment-asked-again = به مشاورتان گفتیم. جوابش همین‌جا می‌آید.
