# A case changes hands: handed over, asked for, accepted or not.

# Whoever hands it over
button-transfer = سپردن به همکار
transfer-which = کدام پرونده را می‌سپارید؟
transfer-whom = پروندهٔ { $code } را به چه کسی می‌سپارید؟ بعد از آن یادداشت تحویل را می‌نویسید.
button-transfer-to =
    { "\u200F" }{ $who }{ $duty ->
        [yes] { " · " }{ NUM($held) } پرونده
       *[no] { " · نیست" }
    }
button-transfer-queue = به صف برگردان
transfer-waits = پروندهٔ { $code } در صف است و الان با کسی نیست.
transfer-pending = پروندهٔ { $code } از { $at } منتظر جواب { $who } است. تا بپذیرد، سر جایش می‌ماند.
button-transfer-undo = پس می‌گیرم
transfer-undone = پروندهٔ { $code } سر جایش ماند.
transfer-to = سپردن { $code } به { $who }
transfer-to-queue = برگرداندن { $code } به صف
handover-note = یادداشت تحویل را بنویسید: تا کجا رفته‌اید و نفر بعد چه باید بداند. خانواده نمی‌بیند. برای کنار گذاشتن: ⁨/cancel⁩
handover-note-title = یادداشت تحویل
handover-review = همین را بخواند؟ با «بفرست» سپرده می‌شود.
handover-review-title = مرور
transfer-gone = این پرونده دیگر مثل پیش نیست و سپرده نشد. با ⁨/transfer⁩ ببینید کجاست.
transfer-offered = پروندهٔ { $code } را به { $who } پیشنهاد دادیم و تا { $span } منتظر جوابش می‌مانیم. تا بپذیرد، پرونده و پیام‌های خانواده سر جایش می‌ماند.
transfer-offered-owner = سرپرست پروندهٔ { $code } را به { $who } پیشنهاد داد. تا بپذیرد، با شماست.
transfer-queued = پروندهٔ { $code } به صف برگشت و نوبتش همان است که بود. یادداشتتان را نفر بعد می‌خواند.
transfer-queued-owner = سرپرست پروندهٔ { $code } را به صف برگرداند. پیام‌های شما دیگر به این خانواده نمی‌رسد.
transfer-accepted = پروندهٔ { $code } را { $who } پذیرفت. از حالا پیام‌های خانواده به او می‌رسد و پیام شما به خانواده نمی‌رسد.
transfer-refused = پروندهٔ { $code } را { $who } نپذیرفت: { $reason }. پرونده سر جایش است.
transfer-expired = دربارهٔ پروندهٔ { $code } از { $who } جوابی نیامد. پرونده سر جایش است.
transfer-receiver-left = پروندهٔ { $code } به { $who } سپرده نشد، چون دیگر همکار ما نیست. پرونده سر جایش است.

# Whoever is to have it
transfer-offer =
    پروندهٔ { $code } را { $who } به شما می‌سپارد.
    فوریت { $acuity } · موضوع: { $topic }
    تا { $span } دیگر جواب بدهید. تا بپذیرید، همان‌جا می‌ماند که هست.

    یادداشت تحویل:
    { "\u200F" }{ $note }
button-transfer-accept = تحویل می‌گیرم
button-transfer-refuse = نمی‌توانم
transfer-refuse-why = دلیلش چیست؟ پروندهٔ { $code } سر جایش می‌ماند.
transfer-why-full = جا ندارم
transfer-why-topic = موضوع کار من نیست
transfer-why-known = خانواده را می‌شناسم
transfer-why-off = الان سر کار نیستم
transfer-why-other = دلیل دیگر
transfer-refused-you = ثبت شد. پروندهٔ { $code } را نپذیرفتید.
transfer-accepted-you = پروندهٔ { $code } با شماست. پیش از شروع، پیام‌های زیر را بخوانید.
transfer-expired-you = مهلت جواب گذشت و پروندهٔ { $code } سر جایش ماند.
transfer-over = پیشنهاد پروندهٔ { $code } دیگر باز نیست.
transfer-moved-on = این پیشنهاد دیگر باز نیست.
details-handover =
    یادداشت تحویل از { $who }، { $at }:
    { "\u200F" }{ $note }
handover-last = آخرین پیام‌های پروندهٔ { $code }؛ روی پیام خانواده پاسخ بزنید تا جوابتان به او برسد.
relay-header-colleague = { "\u200F" }{ $code } · پیام { NUM($number) } · همکار پیشین نوشته است

# A colleague asks for a case
ask-how = کد پرونده را پس از دستور بنویسید: ⁨/ask⁩ و بعد کد
ask-offer = پروندهٔ { $code } با { $who } است. اگر باید با شما باشد، از او بخواهید.
button-ask = از او می‌خواهم
ask-sent = پروندهٔ { $code } را از { $who } خواستیم و تا { $span } منتظر جوابش می‌مانیم.
ask-again = این را خواسته‌اید و منتظر جوابیم.
ask-waits = پروندهٔ { $code } با کسی نیست. از صف بپذیرید: ⁨/queue⁩
ask-question = پروندهٔ { $code } را { $who } از شما می‌خواهد. اگر بسپارید، یادداشت تحویل را می‌نویسید. اگر تا { $span } جواب ندهید، با خودتان می‌ماند.
button-ask-give = می‌سپارم
button-ask-keep = با خودم می‌ماند
ask-kept = پروندهٔ { $code } با خودتان ماند.
ask-declined = پروندهٔ { $code } با { $who } می‌ماند؛ خودش ادامه می‌دهد.
ask-expired = دربارهٔ پروندهٔ { $code } از { $who } جوابی نیامد و پیش او می‌ماند.
ask-over = پروندهٔ { $code } دیگر با آن همکار نیست و درخواستتان تمام شد.
ask-waiting-offer = اول پیشنهادی را که منتظر جواب است پس بگیرید: ⁨/transfer⁩

# The family
# review: pending
transferred-family = سلام. از این‌جا همکار دیگری با شما ادامه می‌دهد. هر چه نوشته‌اید پیش اوست و لازم نیست از نو بگویید.
# review: pending
transferred-family-queue = کسی که با شما حرف می‌زد نمی‌تواند ادامه بدهد و همکار دیگری کار را می‌گیرد. نوبتتان همان است که بود. هر چه نوشته‌اید پیش ماست و لازم نیست از نو بگویید.
