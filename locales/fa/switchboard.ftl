# The switchboard: what is held and assigned by hand; and families that come back.

switchboard-title = تقسیم دستی. پرونده‌های این بخش‌ها را فقط سرپرست به همکاران می‌دهد:
switchboard-none = الان بخشی از صف تقسیم دستی ندارد. پرونده‌های فوریت آنی هیچ‌وقت نگه داشته نمی‌شوند.
switchboard-line =
    { "\u200F" }{ $part }
    { "\u200F" }{ $who }، از { $since }
switchboard-held =
    { $count ->
        [0] پرونده‌ای منتظر شما نیست.
       *[other] منتظر شما: { NUM($count) } پرونده
    }
button-hold-all = همه را دستی تقسیم کنم
button-hold-topic = یک موضوع را
button-hold-province = یک استان را
button-hold-end = پایان: { $part }
button-assign = { "\u200F" }{ $code } را بدهم به…
hold-all = همهٔ صف
hold-which-topic = کدام موضوع؟
hold-which-province = کدام استان؟
hold-already = این بخش از پیش تقسیم دستی دارد.
hold-begun = از حالا پرونده‌های «{ $part }» را شما به همکاران می‌دهید: ⁨/switchboard⁩. پرونده‌های فوریت آنی نگه داشته نمی‌شوند و هر کس می‌تواند بپذیرد.
hold-ended = تقسیم دستی «{ $part }» تمام شد. همکاران دوباره خودشان می‌پذیرند.
card-by-hand = سرپرست این پرونده را به یک نفر می‌دهد.
card-reserved = تا { $until } اول مشاور پیشین می‌تواند بپذیرد.
refused-by-hand = این پرونده را سرپرست به یک نفر می‌دهد.
refused-reserved = این پرونده چند دقیقه برای مشاور پیشین خانواده نگه داشته شده است.

# By hand
assign-how = کد پرونده را پس از دستور بنویسید: ⁨/assign⁩ و بعد کد
assign-not-waiting = پروندهٔ { $code } در صف نیست. برای جابه‌جا کردنش: ⁨/transfer⁩
assign-whom = پروندهٔ { $code } را به چه کسی می‌دهید؟
assign-not-possible = نشد: یا دیگر در صف نیست، یا این همکار نمی‌تواند آن را داشته باشد.
assigned = پروندهٔ { $code } به { $who } داده شد.
assigned-you = سرپرست پروندهٔ { $code } را به شما داد و خانواده منتظر شماست. اگر نمی‌توانید، پیش از اولین جواب برگردانید.
button-assigned-back = نمی‌توانم، برگردان
assigned-back-why = دلیلش چیست؟ پروندهٔ { $code } به صف برمی‌گردد.
assigned-given-back = پروندهٔ { $code } به صف برگشت.
assigned-too-late = پس از اولین جواب، از راه «سپردن به همکار» بروید.
assigned-refused = پروندهٔ { $code } را { $who } برگرداند: { $reason }. دوباره در صف است.

# A family that comes back
returning-offer =
    خانواده‌ای که پیش‌تر با شما حرف زده برگشته است. پروندهٔ { $code }
    فوریت { $acuity } · موضوع: { $topic }
    تا { $span } فقط شما می‌توانید بپذیرید؛ بعد برای همه باز می‌شود.
returning-family = اول از همکاری می‌پرسیم که پیش‌تر با شما حرف زده است. اگر دوست دارید کس دیگری باشد، دکمه را بزنید.
button-other-counselor = همکار دیگری باشد
returning-other = باشد. از همکاران دیگر می‌پرسیم.
returning-open = درخواستتان برای همهٔ همکاران باز است.
returning-taken = کسی درخواستتان را پذیرفته است. اگر دوست دارید همکار دیگری باشد، همین را برایش بنویسید.
returning-wish = خانوادهٔ پروندهٔ { $code } این بار دوست دارد با همکار دیگری حرف بزند. لطفاً پذیرفتنش را به دیگران بسپارید.
