# Canned replies and macros. Their own words are in content/replies.toml and content/macros.toml.

# Choosing
reply-which = برای کدام پرونده؟
reply-topics = پاسخ آماده برای پروندهٔ { $code }. کدام موقعیت؟
reply-topic-opening = شروع گفت‌وگو
reply-topic-waiting = صبر خواستن
reply-topic-silence = سکوت خانواده
reply-topic-disclosure = پس از گفتنِ چیزی سخت
reply-topic-referral = ارجاع
reply-topic-closing = پایان گفت‌وگو
reply-topic-own = پاسخ‌های خودمان
reply-list = پاسخ‌های آماده برای پروندهٔ { $code }:
reply-own-none = هنوز پاسخی اضافه نشده است. با ⁨/addreply⁩ اضافه کنید.
reply-unknown = پاسخی با این نام پیدا نکردم. از دکمه‌ها انتخاب کنید.

# Looking at it
reply-preview = به خانوادهٔ { $code } این می‌رسد؛ هنوز نرفته است:
reply-other-language = این پاسخ به زبان خانواده نوشته نشده است.
button-reply-send = بفرست
button-reply-edit = تغییر متن
button-reply-drop = نفرست
reply-edit-how = متن زیر را بردارید، تغییر بدهید و در پاسخ به همان پیام بفرستید. پیش از رفتن، دوباره نشانش می‌دهم.
reply-edit-text = فقط متن را می‌توانم جایگزین کنم. چیزی به خانواده نرفت.
reply-over = این پیش‌نویس تمام شده است. چیزی به خانواده نرفت.
reply-dropped = باشد، نفرستادم.
reply-sent = پاسخ آماده · { $code }
reply-place = شهر شما
reply-helpline-hours = { "\u200F" }{ $number } · { $name }، از ساعت { NUM($opens) } تا { NUM($closes) }

# Adding one
addreply-how = ⁨/addreply⁩ و نام پاسخ در یک خط، متن در خط بعد؛ یا ⁨/addreply⁩ و نام، در پاسخ به پیامی که خودتان نوشته‌اید. نام تا { NUM($name) } و متن تا { NUM($text) } حرف.
addreply-variable =
    این را نمی‌شناسم: ⁨{ $unknown }⁩. این‌ها هست:
    { $known }
addreply-kept = پاسخ «{ $name }» ماند. با ⁨/reply⁩ آن را می‌بینید.
addreply-many = { NUM($count) } پاسخ دارید و بیشتر نمی‌شود. اول یکی را پاک کنید.
button-reply-share = برای همه
button-reply-offer = پیشنهاد برای همه
button-reply-delete = پاک کن
reply-offered = { $who } این پاسخ را برای همه پیشنهاد کرده است: «{ $name }»
reply-offer-sent = به سرپرست‌ها نشان دادم.
reply-shared = پاسخ «{ $name }» حالا برای همهٔ همکاران است.
reply-deleted = پاسخ «{ $name }» پاک شد.

# Macros
macro-which = برای پروندهٔ { $code } کدام کار؟
macro-preview = پروندهٔ { $code }: «{ $title }». با یک دکمه این‌ها انجام می‌شود:
macro-step-reply =
    پیام به خانواده:
    { "\u200F" }{ $text }
macro-step-note = یادداشت داخلی: { $text }
macro-step-task = پیگیری برای { $day }: { $text }
macro-step-acuity = فوریت: { $level } · { $reason }
macro-step-release = پرونده به صف برمی‌گردد.
macro-step-close = پرونده بسته می‌شود. نتیجه: { $outcome }
button-macro-do = انجام بده
macro-done = پروندهٔ { $code }: «{ $title }» انجام شد.
macro-dropped = باشد، کاری نکردم.
