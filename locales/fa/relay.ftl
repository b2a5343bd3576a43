# Messages on their way between a family and its counselor.

relay-header = { "\u200F" }{ $code } · پیام { NUM($number) }
relay-header-edited = { "\u200F" }{ $code } · پیام { NUM($number) } · ویرایش شد
button-case-label = { "\u200F" }{ $head }

# Asked or said to whoever writes
relay-kept = رسید. این پیام و پیام‌های بعدی‌تان می‌ماند تا همکاری که جوابتان را می‌دهد، بخواند.
relay-no-contact = کارت تماس را نمی‌فرستم تا شناخته نشوید. اگر لازم است، شماره را خودتان بنویسید.
relay-no-kind = این نوع پیام را نمی‌توانم برسانم. متن، عکس، صدا، فیلم یا فایل بفرستید.
relay-ask-location = این پیام نشان می‌دهد کجا هستید. بفرستم؟
relay-ask-identity = در این پیام شماره یا نشانی هست و شاید شما را بشناساند. بفرستم؟
button-send-it = بفرست
button-drop-it = نفرست
relay-confirmed = به گفت‌وگوی { $code } می‌رسد.
relay-dropped = باشد، نفرستادم.
# review: pending
relay-not-arrived = این پیام به همکارمان نرسید؛ تقصیر شما نیست. به مسئول سرویس خبر دادیم. اگر خطری هست، فقط بنویسید «کمک فوری».

# To staff
relay-which = این پیام برای کدام پرونده است؟ هنوز جایی نرفته.
not-your-talk = آن پیام از پرونده‌ای است که با شما نیست. چیزی نفرستادم.
no-open-talk = الان پرونده‌ای ندارید. صف: ⁨/queue⁩
receipt-delivered = رسید · { $code }
receipt-held = خانوادهٔ { $code } خواسته‌اند اول ننویسیم. پیامتان ماند و وقتی خودشان بنویسند، می‌رسد.
receipt-failed-unreachable = نرسید · { $code }: این گفت‌وگو دیگر باز نیست یا ربات را مسدود کرده‌اند.
receipt-failed-refused = نرسید · { $code }: پیام‌رسان این پیام را نپذیرفت. جور دیگری بفرستید.
family-unreachable = پیام‌ها به خانوادهٔ { $code } نمی‌رسد. تا دوباره ننویسند، پیام خودکار نمی‌رود.
erased-staff = خانواده اطلاعاتش را پاک کرد. پروندهٔ { $code } بسته شد و گفت‌وگو تمام است.
