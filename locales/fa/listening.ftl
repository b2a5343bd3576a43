# A supervisor reads along in a talk. All of this is for staff.

heard-stop = تمام|پایان
listen-how = ⁨/listen⁩ و کد پرونده: پیام‌های تازهٔ دو طرف برای شما هم می‌آید، تا ۸ ساعت. مشاور پرونده باخبر می‌شود. برای پایان: ⁨/listen⁩ و کلمهٔ «تمام».
listen-begun = همراه‌خوانی { $code } روشن شد، تا { $until }. مشاورش باخبر می‌شود. هر چه در پاسخ به این پیام‌ها بنویسید فقط به مشاور می‌رسد.
listen-already = همراه‌خوانی { $code } روشن است.
listen-closed = پروندهٔ { $code } بسته شده است.
listen-own = پروندهٔ خودتان را همراه‌خوانی نمی‌کنید.
listen-none = جایی همراه‌خوانی نمی‌کنید.
listen-line = همراه‌خوانی { $code } تا { $until } · { NUM($count) } پیام
listen-ended = همراه‌خوانی { $code } تمام شد · { NUM($count) } پیام
listened-to = { $who } گفت‌وگوی { $code } را همراه شما می‌خواند. پیام‌هایش فقط برای شماست؛ خانواده نمی‌بیند.
listened-to-no-more = گفت‌وگوی { $code } را دیگر کسی همراه شما نمی‌خواند.

# Copies
listening-family = همراه‌خوانی { $code } · پیام { NUM($number) } از خانواده
listening-staff = همراه‌خوانی { $code } · پیام { NUM($number) } از مشاور
listening-edited = همراه‌خوانی { $code } · پیام { NUM($number) } ویرایش شد

# Words between colleagues
whisper-head = فقط برای شما، از { $who } · { $code }
whisper-sent = به { $who } رسید · { $code } · خانواده نمی‌بیند
whisper-how = ⁨/whisper⁩ و متن: به مشاورِ گفت‌وگویی می‌رسد که همراه می‌خوانید. یا در پاسخ به یکی از پیام‌های آن بنویسید.
whisper-which = چند گفت‌وگو را همراه می‌خوانید. در پاسخ به یکی از پیام‌های همان گفت‌وگو بنویسید.
whisper-kind = این‌جا متن، صدا، عکس یا فایل بفرستید. چیزی جایی نرفت.
whisper-nobody = این پرونده الان با کسی نیست که پیام به او برسد. چیزی جایی نرفت.
whisper-yourself = پروندهٔ { $code } حالا با خود شماست. این پیام جایی نرفت؛ برای خانواده، در پاسخ به پیام خودش بنویسید.

timeline-listening = همراه‌خوانی را شروع کرد
timeline-listened = همراه‌خوانی‌اش تمام شد
timeline-whispered = به همکار در کنار گفت‌وگو نوشت
timeline-macro = چند کار را با یک دکمه انجام داد
timeline-reported_abuse = گفت آزار دیده است
timeline-blocked = شخص را مسدود کرد
timeline-unblocked = مسدودی را برداشت
