# Danger: what the person reads at once (what we heard, who knows of it, what to do, and the numbers below), and what staff are told.

# review: pending
safety-suicide = خوب کردید که گفتید؛ گفتنش آسان نیست.
# review: pending
safety-violence = ممنون که گفتید؛ هیچ‌کس نباید در ترس زندگی کند.
# review: pending
safety-child = ممنون که گفتید؛ این را جدی می‌گیریم.
# review: pending
safety-medical = خوب شد که نوشتید؛ این می‌تواند خطر جانی باشد.
# review: pending
safety-danger = ممنون که گفتید.
# review: pending
safety-help = صدایتان را شنیدیم.
# review: pending
safety-told = به همکارانمان خبر دادیم، ولی منتظر جواب ما نمانید.
# review: pending
safety-nobody = الان کسی سر کشیک نیست؛ به همکارانمان پیام دادیم، ولی شاید دیر ببینند.
# review: pending
safety-call = همین حالا یکی از این شماره‌ها را بگیرید:
# review: pending
safety-call-violence = اگر می‌توانید، به جای امنی بروید و یکی از این شماره‌ها را بگیرید:
# review: pending
safety-call-help = اگر خطری هست، همین حالا یکی از این شماره‌ها را بگیرید:
# review: pending
safety-call-near = اگر خطر نزدیک است، یکی از این شماره‌ها را بگیرید:
# review: pending
safety-unsure = همین که نگرانید، مهم است. اگر حس کردید خطر نزدیک است، منتظر ما نمانید و یکی از این شماره‌ها را بگیرید:
# review: pending
helpline = { "\u200F" }{ $number } · { $name }
# review: pending
button-need-help = بله، کمک می‌خواهم
# review: pending
button-not-meant = نه، منظورم این نبود
# review: pending
safety-yes = درخواستتان اول نوبت است؛ هر چه می‌خواهید همین‌جا بنویسید.
# review: pending
safety-no = ببخشید، اشتباه فهمیدیم. همکارمان برای اطمینان نگاهی می‌اندازد. از همان‌جا ادامه بدهید.

# To staff
alert =
    هشدار ایمنی: { $category }
    { $at }
alert-suicide = خودکشی یا آسیب به خود
alert-violence = خشونت
alert-child = آسیب به کودک
alert-medical = خطر جانی پزشکی
alert-danger = گفته «همین حالا در خطر»
alert-help = دکمهٔ کمک فوری
alert-case = پرونده: { $code }
alert-said =
    نوشته:
    { "\u200F" }{ $said }
alert-nobody = هشدار ایمنی ثبت شد و هیچ همکاری برای خبر کردن نیست. هماهنگ‌کننده همین حالا نگاه کند.
button-acknowledge = با من است
alert-yours = این هشدار با شماست.
alert-taken = این هشدار با { $who } است.
alert-acknowledged = با { $who } است.
# review: pending
alert-guide =
    این هشدار با شماست. راهنما:
    ۱. نقشتان را بگویید، و این‌که پیامش را خوانده‌اید.
    ۲. بپرسید الان تنهاست یا با کسی است، و آیا جایش امن است.
    ۳. اگر از خودکشی می‌گوید، روشن بپرسید: فکرش هست؟ برنامه‌ای هست؟ وسیله‌ای در دسترس است؟ چه وقت؟
    ۴. اگر خطر نزدیک است، شماره‌ها را بگویید و همان لحظه سرپرست را خبر کنید.
button-talk = گفت‌وگو را شروع کن
alert-confirmed = خودش گفت: «بله، کمک می‌خواهم.» پرونده فوریت آنی دارد.
alert-mistaken = خودش گفت: «منظورم این نبود.» هشدار باز است تا یک نفر نگاه کند.

# While nobody takes it
alert-waits =
    { $step ->
        [next] { $span } گذشته و کسی این هشدار را نگرفته. نوبت شماست.
        [again] { $span } گذشته و کسی این هشدار را نگرفته. نوبت { $who } است؛ اگر شما زودتر می‌توانید، بگیرید.
        [supervisors] { $span } گذشته و کسی این هشدار را نگرفته. نوبت سرپرست‌هاست.
       *[everybody] { $span } گذشته و این هشدار هنوز با کسی نیست. این پیام به همه رسیده است.
    }
alert-group = یک هشدار ایمنی { $span } است که با کسی نیست. هر کس می‌تواند، در گفت‌وگوی خصوصی با ربات ⁨/alerts⁩ را بزند.
alert-group-taken = هشدار ایمنی حالا با { $who } است.

# How it ended
button-outcome = نتیجهٔ هشدار
alert-outcome-safe = حرف زدیم؛ الان امن است
alert-outcome-help_called = کمک خبر شد
alert-outcome-referred = به سرپرست سپردم
alert-outcome-not_reached = جوابی نگرفتم
alert-outcome-mistaken = اشتباه بود؛ خطری نیست
alert-how-ended = نتیجهٔ این هشدار چه شد؟
alert-how-ended-again = هشدار «{ $category }» از { $span } پیش با شماست و نتیجه‌اش نوشته نشده. نتیجه چه شد؟
alert-without-outcome = هشدار «{ $category }» از { $span } پیش با { $who } است و نتیجه‌اش نوشته نشده. از او بپرسید، یا خودتان بنویسید.
alert-ended =
    نتیجه نوشته شد: { $outcome }
    اگر توضیحی هست، در یک پیام و در پاسخ به همین پیام بنویسید.
alert-ended-by = { $who } نتیجه را نوشت: { $outcome }
alert-ended-already = نتیجهٔ این هشدار نوشته شده است.
alert-referred = { $who } این هشدار را به سرپرست سپرد. از حالا با شماست.
alert-note-first = اول نتیجه را انتخاب کنید. بعد توضیح را در پاسخ به همین پیام بنویسید.
alert-note-how = توضیح را با متن بنویسید. این پیام به خانواده نرفت.
alert-note-kept = توضیح کنار نتیجه ماند. خانواده نمی‌بیند.
alert-note-there = توضیح را کسی می‌نویسد که نتیجه را نوشته، و یک بار. این پیام به خانواده نرفت.

# The list
alerts-none = هشدار بازی نیست.
alerts-title = هشدارهای باز: { NUM($count) }
alerts-line =
    هشدار { NUM($place) }: { $category } · { $since }
    { "\u200F" }{ $step ->
        [taken] با { $who } است؛ نتیجه نوشته نشده.
        [on_call] با کسی نیست. کشیک خبر شد.
        [next] با کسی نیست. نفر بعدی خبر شد.
        [supervisors] با کسی نیست. سرپرست‌ها خبر شدند.
       *[everybody] با کسی نیست. همه خبر شدند.
    }{ $answered ->
        [confirmed] { " خودش گفت کمک می‌خواهد." }
        [mistaken] { " خودش گفت منظورش این نبود." }
       *[no] { "" }
    }
button-take-alert = هشدار { NUM($place) } با من است
button-end-alert = نتیجهٔ هشدار { NUM($place) }

# What has ended
alerts-ended-title = پایان‌یافته‌های دو هفتهٔ گذشته: { NUM($count) }
alerts-ended-line =
    { "\u200F" }{ $category } · { $raised }
    نتیجه: { $outcome }
    { "\u200F" }{ $who }، { $at }
alerts-ended-note = توضیح: { $note }
