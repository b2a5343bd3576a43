# The need assessment, question by question.

progress = بخش { NUM($number) } از { NUM($count) }: { $section }
intake-section-privacy = حریم شما
intake-section-who = برای چه کسی
intake-section-child = خودتان
intake-section-where = کجا هستید
intake-section-home = خانه و خانواده
intake-section-hard = چه چیزی سخت است
intake-section-heavy = حال این روزها
intake-section-safety = امنیت
intake-section-help = چه کمکی
intake-section-words = حرف‌های شما

# 1. Privacy and consent

# review: pending
intake-consent =
    پیش از شروع، این‌ها را بدانید:

    جواب‌ها و پیام‌هایتان را مشاور شما و سرپرست او می‌خوانند. نام، شماره و حسابتان را نمی‌بینند.

    اگر جان کسی در خطر باشد یا کودکی آسیب ببیند، باید کمک خبر کنیم. تا بشود، اول با خودتان حرف می‌زنیم.

    هر وقت بخواهید، با ⁨/delete⁩ آنچه نزد ماست پاک می‌شود. بیشتر: ⁨/privacy⁩

    موافقید؟ می‌توانید زود به یک نفر برسید، یا اول چند پرسش را جواب بدهید.
intake-consent-title = اجازهٔ شما
# review: pending
intake-consent-now = بله، می‌خواهم حرف بزنم
# review: pending
intake-consent-full = موافقم، اول چند پرسش
# review: pending
intake-consent-no = نه، نمی‌خواهم
# review: pending
intake-declined = باشد، چیزی نمی‌پرسیم. اگر نظرتان عوض شد، ⁨/start⁩ را بزنید. اگر خطری هست، فقط بنویسید «کمک فوری».

# review: pending
intake-private =
    الان راحت می‌توانید بنویسید، یا کسی کنارتان است؟

    هر جا لازم شد «خروج سریع» را بزنید: پیام‌های دو روز آخر پاک می‌شود و یک دستور آشپزی می‌آید. برای برگشتن بنویسید «برگشتم»؛ آنچه کسی پیش از آن دیده، پاک نمی‌شود.
intake-private-title = راحت نوشتن
# review: pending
intake-private-yes = بله، راحتم
# review: pending
intake-private-careful = نه کاملاً

# review: pending
intake-contact = اگر ما برایتان بنویسیم، امن است؟ شاید کس دیگری گوشی‌تان را ببیند. مشاورتان جواب شما را پیش از نوشتن می‌خواند.
intake-contact-title = امن بودن پیام
# review: pending
intake-contact-any = بله، راحت بنویسید
# review: pending
intake-contact-neutral = فقط ساده و بی‌جزئیات
# review: pending
intake-contact-wait = ننویسید تا خودم بیایم

intake-times = چه وقت‌هایی می‌شود برایتان نوشت؟ چند تا را هم می‌توانید بزنید، بعد «همین‌ها».
intake-times-title = وقت مناسب
intake-times-anytime = هر وقت
intake-times-morning = صبح
intake-times-noon = ظهر
intake-times-evening = عصر
intake-times-night = شب

# review: pending
intake-purposes = دو اجازهٔ جدا هم می‌خواهیم؛ بدون این‌ها هم کمک می‌گیرید. هر وقت خواستید، در ⁨/privacy⁩ پس بگیرید. با کدام موافقید؟
intake-purposes-title = اجازه‌های دیگر
# review: pending
intake-purposes-followup = بعداً حالم را بپرسید
# review: pending
intake-purposes-statistics = آمار بی‌نام
# review: pending
intake-purposes-none = هیچ‌کدام

# 2. Who
intake-who = برای چه کسی کمک می‌خواهید؟
intake-who-title = برای چه کسی
intake-who-self = برای خودم
intake-who-spouse = برای همسرم
intake-who-child = برای فرزندم
intake-who-parent = برای پدر یا مادرم
intake-who-other = برای کس دیگر
intake-who-minor = برای خودم، زیر ۱۸ سال

# review: pending
intake-danger = همین حالا شما یا کس دیگری در خطر هستید؟
intake-danger-title = خطر
# review: pending
intake-danger-no = نه، در امانیم
# review: pending
intake-danger-unsure = مطمئن نیستم
# review: pending
intake-danger-now = بله، همین حالا

intake-age = خودتان چند سال دارید؟
intake-age-title = سن شما
intake-age-minor = زیر ۱۸
intake-age-18_24 = ۱۸ تا ۲۴
intake-age-25_34 = ۲۵ تا ۳۴
intake-age-35_49 = ۳۵ تا ۴۹
intake-age-50_64 = ۵۰ تا ۶۴
intake-age-65 = ۶۵ و بیشتر

intake-age_other = او چند سال دارد؟
intake-age_other-title = سن او
intake-age_other-0_5 = زیر ۶ سال
intake-age_other-6_11 = ۶ تا ۱۱
intake-age_other-12_17 = ۱۲ تا ۱۷
intake-age_other-18_24 = ۱۸ تا ۲۴
intake-age_other-25_34 = ۲۵ تا ۳۴
intake-age_other-35_49 = ۳۵ تا ۴۹
intake-age_other-50_64 = ۵۰ تا ۶۴
intake-age_other-65 = ۶۵ و بیشتر

# The path of somebody under eighteen: simpler words, no promise of secrecy.

# review: pending
minor-limits = ممنون که گفتید. اگر بفهمیم جانتان در خطر است یا کسی به شما آسیب می‌زند، باید به یک بزرگ‌تر مطمئن خبر بدهیم. قبلش به خودتان می‌گوییم.
# review: pending
intake-m_danger =
    خوب کردید که آمدید. اگر بفهمیم جانتان در خطر است یا کسی به شما آسیب می‌زند، باید به یک بزرگ‌تر مطمئن خبر بدهیم؛ قبلش به خودتان می‌گوییم.

    الان جایتان امن است؟
intake-m_danger-title = جای امن
# review: pending
intake-m_danger-no = بله، امن است
# review: pending
intake-m_danger-unsure = نمی‌دانم
# review: pending
intake-m_danger-now = نه، الان می‌ترسم

intake-m_age = چند سال دارید؟
intake-m_age-title = سن
intake-m_age-child = زیر ۱۰
intake-m_age-preteen = ۱۰ تا ۱۲
intake-m_age-teen = ۱۳ تا ۱۵
intake-m_age-older = ۱۶ یا ۱۷

# review: pending
intake-m_topic = بیشتر چه چیزی اذیتتان می‌کند؟
intake-m_topic-title = چه چیزی
# review: pending
intake-m_topic-home = دعوا یا غم در خانه
# review: pending
intake-m_topic-hurt = کسی آزارم می‌دهد
intake-m_topic-school = مدرسه و درس
intake-m_topic-friends = دوست‌ها و تنهایی
# review: pending
intake-m_topic-online = چیزی در اینترنت
intake-m_topic-sad = غم یا ترس
intake-m_topic-other = چیز دیگر

# review: pending
intake-m_adult = یک بزرگ‌تر هست که با او راحت حرف بزنید؟
intake-m_adult-title = بزرگ‌تر مطمئن
intake-m_adult-yes = بله، هست
intake-m_adult-unsure = مطمئن نیستم
intake-m_adult-no = نه، نیست

# 3. Where
intake-province = در کدام استان هستید؟ می‌توانید نامش را هم بنویسید.
intake-province-title = استان
intake-province-abroad = خارج از ایران

intake-county = کدام شهرستان؟ می‌توانید نامش را هم بنویسید.
intake-county-title = شهرستان

intake-settlement = در شهر زندگی می‌کنید یا روستا؟
intake-settlement-title = شهر یا روستا
intake-settlement-city = شهر
intake-settlement-village = روستا
intake-settlement-camp = اردوگاه یا جای موقت

intake-language = به چه زبانی راحت‌ترید؟
intake-language-title = زبان
intake-language-fa = فارسی
intake-language-azb = ترکی
intake-language-ku = کردی
intake-language-lrc = لری
intake-language-ar = عربی
intake-language-bal = بلوچی
intake-language-tk = ترکمنی
intake-language-other = زبان دیگر

# 4. The household
intake-adults = چند بزرگ‌سال در خانه‌اید؟ خودتان را هم بشمارید.
intake-adults-title = بزرگ‌سال‌ها
intake-adults-1 = ۱
intake-adults-2 = ۲
intake-adults-3 = ۳
intake-adults-4 = ۴ و بیشتر

intake-children = چند فرزند زیر ۱۸ سال در خانه هست؟
intake-children-title = فرزندان
intake-children-0 = هیچ
intake-children-1 = ۱
intake-children-2 = ۲
intake-children-3 = ۳
intake-children-4 = ۴+

intake-child_ages = چند ساله‌اند؟ چند تا را هم می‌توانید بزنید.
intake-child_ages-title = سن فرزندان
intake-child_ages-0_5 = زیر ۶ سال
intake-child_ages-6_11 = ۶ تا ۱۱
intake-child_ages-12_17 = ۱۲ تا ۱۷

intake-facts = کدام‌یک در خانهٔ شما هست؟ دانستنش کمک می‌کند حرف بی‌جا نزنیم.
intake-facts-title = وضع خانه
intake-facts-pregnant = بارداری
intake-facts-newborn = نوزاد
intake-facts-disability = معلولیت
intake-facts-illness = بیماری طولانی
intake-facts-displaced = دور از خانه شده‌ایم
intake-facts-home_lost = خانه آسیب دیده
intake-facts-income_lost = درآمد قطع شده
intake-facts-absent = عزیزی کنارمان نیست
intake-facts-none = هیچ‌کدام

# 5. What is hard
intake-topics = چه چیزی سخت است؟ تا سه تا را بزنید، بعد «همین‌ها».
intake-topics-title = موضوع‌ها
intake-topics-couple = { intake-topic-couple }
intake-topics-marriage = { intake-topic-marriage }
intake-topics-divorce = { intake-topic-divorce }
intake-topics-parenting = { intake-topic-parenting }
intake-topics-teenager = { intake-topic-teenager }
intake-topics-grief = { intake-topic-grief }
intake-topics-stress = { intake-topic-stress }
intake-topics-violence = { intake-topic-violence }
intake-topics-addiction = { intake-topic-addiction }
intake-topics-money = { intake-topic-money }
intake-topics-work = { intake-topic-work }
intake-topics-housing = { intake-topic-housing }
intake-topics-school = { intake-topic-school }
intake-topics-health = { intake-topic-health }
intake-topics-elders = { intake-topic-elders }
intake-topics-legal = { intake-topic-legal }
intake-topics-lonely = { intake-topic-lonely }
intake-topics-other = چیز دیگر

intake-topic = کدام‌یک از همه مهم‌تر است؟
intake-topic-title = مهم‌ترین
intake-topic-couple = رابطه با همسر
intake-topic-marriage = نامزدی و ازدواج
intake-topic-divorce = جدایی و طلاق
intake-topic-parenting = بزرگ کردن بچه
intake-topic-teenager = نوجوانی
intake-topic-grief = از دست دادن عزیز
intake-topic-stress = ترس و اضطراب
intake-topic-violence = آزار و خشونت
intake-topic-addiction = اعتیاد
intake-topic-money = پول و خرج زندگی
intake-topic-work = کار
intake-topic-housing = خانه و سرپناه
intake-topic-school = مدرسه
intake-topic-health = بیماری و معلولیت
intake-topic-elders = نگهداری از سالمند
intake-topic-legal = حقوقی و اداری
intake-topic-lonely = تنهایی
intake-topic-other = گفته نشده یا چیز دیگر

# 6. How heavy: the questions of the two questionnaires stand in screeners.ftl

# 7. Safety
# review: pending
intake-safety = این‌ها را از خیلی‌ها می‌پرسیم، چون مهم است. هر کدام هست، بزنید؛ اگر نمی‌خواهید، رد شوید.
intake-safety-title = امنیت
# review: pending
intake-safety-self = فکر مرگ یا آسیب به خودم
# review: pending
intake-safety-hurt_me = کسی به من آسیب می‌زند
# review: pending
intake-safety-hurt_by_me = می‌ترسم آسیبی بزنم
# review: pending
intake-safety-child = کودکی آسیب می‌بیند
# review: pending
intake-safety-none = هیچ‌کدام
# review: pending
intake-safety_when = ممنون که گفتید. این چه وقت بوده؟
intake-safety_when-title = زمان
# review: pending
intake-safety_when-now = همین حالا
# review: pending
intake-safety_when-recent = این روزها
# review: pending
intake-safety_when-past = پیش‌تر

# 8. What would help
intake-help = چه کمکی بیشتر به کارتان می‌آید؟ چند تا را هم می‌توانید بزنید.
intake-help-title = نوع کمک
intake-help-chat = گفت‌وگو همین‌جا
intake-help-phone = تلفن
intake-help-in_person = حضوری
intake-help-course = دوره و آموزش

intake-gender = با مشاور زن راحت‌ترید یا مرد؟
intake-gender-title = مشاور
intake-gender-woman = زن
intake-gender-man = مرد
intake-gender-any = فرقی نمی‌کند

# review: pending
intake-codeword = اگر بخواهید، کلمه‌ای بنویسید که فقط خودتان می‌دانید. بعد از «خروج سریع»، این‌جا فقط با همان کلمه باز می‌شود.
intake-codeword-title = کلمهٔ شما

# 9. Own words
intake-story = حالا با کلمه‌های خودتان بگویید چه شده. بنویسید یا پیام صوتی بفرستید؛ کوتاه هم باشد، خوب است.
intake-story-title = حرف‌ها

intake-review-title = مرور
intake-review = این‌ها را گفتید. اگر درست است، «بفرست» را بزنید. اگر چیزی جا مانده، همین‌جا بنویسید.

# Afterwards
intake-more = تا نوبتتان برسد، اگر حالش را دارید چند پرسش دیگر را هم جواب بدهید. این‌طور بهتر می‌فهمیم چه کمکی به کارتان می‌آید.
button-more = چند پرسش دیگر
unfinished-nudge = سلام. اگر خواستید، از همان‌جا ادامه بدهیم. اگر نه، لازم نیست کاری کنید.
