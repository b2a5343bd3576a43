# One person in two messengers: the code, the choice of the way, parting again

link-nowhere = همدلی فعلاً فقط در { $messenger } است.
# review: pending
link-code =
    با این کد، حسابتان در پیام‌رسان دیگر هم به همین درخواست وصل می‌شود. تا ده دقیقه و فقط یک بار کار می‌کند:
    { $code }

    روی گوشی خودتان دکمه را بزنید، یا آن‌جا بنویسید: ⁨/link⁩ و کد. کد را به کسی ندهید.
button-link-there = رفتن به { $messenger }
link-rests = چند بار کد اشتباه آمد. کمی بعد دوباره بنویسید.
link-unknown = این کد کار نمی‌کند. در پیام‌رسان دیگر ⁨/link⁩ را بزنید تا کد تازه بگیرید.
link-over = وقت این کد گذشته است. یک کد تازه بگیرید.
link-not-now = الان نمی‌شود دو حساب را وصل کرد.
link-same-messenger = از هر پیام‌رسان فقط یک حساب وصل می‌شود.
link-both-staff = هر دو حساب نقش همکار دارند. از مدیر بخواهید یکی را تمام کند، بعد وصلشان کنید.
link-open-case = یکی از این دو حساب درخواست باز دارد. وقتی آن تمام شد، وصلشان کنید.
# review: pending
link-sure =
    این حساب { $here } و آن حساب { $there } که کد را گرفته، هر دو مال شماست؟

    از این به بعد هر دو یک درخواست و یک گفت‌وگو دارند. هر کس یکی از این دو را باز کند، پیام‌های تازه را می‌بیند.
button-link-yes = بله، وصل کنید
button-link-no = نه
link-dropped = وصل نشد. همه‌چیز همان‌طور می‌ماند.
link-done = وصل شد.
# review: pending
link-done-there =
    حسابتان در { $messenger } به این‌جا وصل شد. اگر کار شما نبود، ⁨/link⁩ را بزنید و جدایش کنید.
link-words = کلمهٔ برگشت یا کمک را که در حساب دیگر گذاشته بودید، دوباره بگذارید: ⁨/codeword⁩ و ⁨/safeword⁩.

link-and = { $first } و { $second }
link-settings = حساب شما در { $messengers } به هم وصل است.
link-prefer =
    پیام‌ها: { $where ->
        [telegram] در تلگرام
        [bale] در بله
       *[last] هر جا آخرین بار نوشتید
    }
link-fallback =
    اگر یکی کار نکند: { $allowed ->
        [yes] در آن یکی می‌نویسیم
       *[no] صبر می‌کنیم
    }
link-talk =
    گفت‌وگوی خصوصی: { $where ->
        [telegram] فقط در تلگرام
        [bale] فقط در بله
       *[any] مثل بقیهٔ پیام‌ها
    }
button-link-prefer = جای پیام‌ها
button-link-fallback = کمک از آن یکی
button-link-talk = جای گفت‌وگوی خصوصی
button-link-part = جدا کردن
# review: pending
link-part = کدام حساب جدا شود؟ درخواست و گفت‌وگو در حساب دیگر می‌ماند. به حسابی که جدا می‌شود چیزی نمی‌گوییم.
button-link-off = { $messenger }
link-parted = جدا شد. از این به بعد فقط در { $messenger } هستید.

# What counselors hear
merged-kept = خانوادهٔ { $code } از پیام‌رسان دیگر هم نوشته بود. درخواست { $other } بسته شد و کارهای بازش به { $code } آمد.
merged-closed = درخواست { $other } با { $code } یکی شد، چون هر دو از یک خانواده است. { $who } ادامه می‌دهد؛ اگر چیزی باید بداند، به او بگویید.
merged-waits = درخواست { $other } با { $code } یکی شد، چون هر دو از یک خانواده است. { $code } فوری‌تر است و هنوز با کسی نیست.
timeline-merged = با درخواست دیگر همین خانواده یکی شد
timeline-merged_in = درخواست دیگر همین خانواده به این پیوست

# After an outage
# review: pending
late-message =
    این پیامتان دیر رسید: { $span } در راه بود، چون ارتباط ما با { $messenger } قطع بود. ببخشید. حالا وصلیم و می‌خوانیم.
outage-question = ارتباط با { $messenger } قطع بود و شاید جوابتان به ما نرسیده. پرسش این بود:

# What the messengers see
# review: pending
privacy-messengers =
    پیام‌رسان و گرداننده‌اش چه می‌بینند: گفت‌وگو با ربات رمز سرتاسری ندارد. متن، عکس و صدا، شمارهٔ شما و ساعت پیام‌ها را می‌توانند ببینند.
# review: pending
privacy-of-telegram = تلگرام: شرکت و سرورهایش بیرون ایران است. این‌جا فیلتر است و گاهی قطع می‌شود.
# review: pending
privacy-of-bale = بله: شرکت و سرورهایش داخل ایران است و از قانون همین‌جا پیروی می‌کند. بیشتر وقت‌ها بی‌قطعی کار می‌کند.
# review: pending
privacy-choose = حرف‌های حساس را جایی بنویسید که برایتان امن‌تر است. می‌توانید بگویید گفت‌وگوی خصوصی فقط در یکی از این دو بیاید.
# review: pending
privacy-careful = نام و نشانی کسی را ننویسید، اگر لازم نیست.

backlog-admins = بیش از { NUM($count) } پیام یک‌جا در { $messenger } منتظر ماست. این پیام‌رسان فقط دوهزار پیام نگه می‌دارد؛ اگر سرویس کند است، بررسی کنید.
