# The first need assessment, question by question.

# review: pending
intake-consent =
    پیش از شروع، این‌ها را بدانید:

    پاسخ‌ها و پیام‌هایتان را مشاور شما و سرپرست او می‌خوانند. نام، شماره و حسابتان را نمی‌بینند.

    اگر جان کسی در خطر باشد یا کودکی آسیب ببیند، باید کمک خبر کنیم. تا بشود، اول با خودتان حرف می‌زنیم.

    هر وقت بخواهید، با ⁨/delete⁩ آنچه نزد ماست پاک می‌شود. بیشتر: ⁨/privacy⁩

    موافقید؟
intake-consent-title = اجازهٔ شما
# review: pending
intake-consent-yes = بله، موافقم
# review: pending
intake-consent-no = نه، نمی‌خواهم
# review: pending
intake-declined = باشد، چیزی نمی‌پرسیم. اگر نظرتان عوض شد، ⁨/start⁩ را بزنید. اگر خطری هست، «کمک فوری می‌خواهم» را از ⁨/menu⁩ بزنید.

intake-who = برای خودتان کمک می‌خواهید یا برای کس دیگر؟
intake-who-title = برای چه کسی
intake-who-self = برای خودم
intake-who-other = برای کس دیگر

intake-topic = بیشتر دربارهٔ چه چیزی است؟ نزدیک‌ترین را بزنید.
intake-topic-title = موضوع
intake-topic-couple = رابطه با همسر
intake-topic-marriage = نامزدی و ازدواج
intake-topic-divorce = جدایی و طلاق
intake-topic-parenting = بزرگ کردن بچه
intake-topic-teenager = نوجوانی
intake-topic-grief = از دست دادن عزیز
intake-topic-stress = غم و اضطراب
intake-topic-violence = آزار و خشونت
intake-topic-addiction = اعتیاد
intake-topic-money = پول و خرج زندگی
intake-topic-health = بیماری و درمان
intake-topic-other = چیز دیگر یا نمی‌دانم

# review: pending
intake-danger = همین حالا شما یا کس دیگری در خطر هستید؟
intake-danger-title = خطر
# review: pending
intake-danger-no = نه، در امانیم
# review: pending
intake-danger-unsure = مطمئن نیستم
# review: pending
intake-danger-now = بله، همین حالا

intake-province = در کدام استان هستید؟ می‌توانید نامش را هم بنویسید.
intake-province-title = استان
intake-province-abroad = خارج از ایران

intake-county = کدام شهرستان؟ می‌توانید نامش را هم بنویسید.
intake-county-title = شهرستان

# review: pending
intake-contact = اگر ما برایتان بنویسیم، امن است؟ شاید کس دیگری گوشی‌تان را ببیند. مشاورتان جواب شما را پیش از نوشتن می‌خواند.
intake-contact-title = امن بودن پیام
# review: pending
intake-contact-any = بله، راحت بنویسید
# review: pending
intake-contact-neutral = فقط ساده و بی‌جزئیات
# review: pending
intake-contact-wait = ننویسید تا خودم بیایم

intake-times = چه وقت‌هایی برایتان بهتر است؟ چند تا را هم می‌توانید بزنید، بعد «همین‌ها».
intake-times-title = وقت مناسب
intake-times-anytime = هر وقت
intake-times-morning = صبح
intake-times-noon = ظهر
intake-times-evening = عصر
intake-times-night = شب

intake-story = حالا با کلمه‌های خودتان بگویید چه شده. بنویسید یا پیام صوتی بفرستید؛ کوتاه هم باشد، خوب است.
intake-story-title = حرف‌ها

intake-review = این‌ها را گفتید. اگر درست است، «بفرست» را بزنید؛ اگر چیزی جا مانده، همین‌جا بنویسید.
intake-review-title = مرور
