# What we ask further about each topic (the table stands in bot/conversations/followups.py).
# review: pending

intake-f_since = چند وقت است این‌طور است؟
intake-f_since-title = از چه وقت
intake-f_since-days = چند روز
intake-f_since-weeks = چند هفته
intake-f_since-months = چند ماه
intake-f_since-years = چند سال

intake-f_tried = تا حالا از کسی کمک گرفته‌اید؟
intake-f_tried-title = کمک پیشین
intake-f_tried-nobody = نه، هنوز
intake-f_tried-family = خانواده یا دوست
intake-f_tried-counselor = مشاور یا روان‌شناس
intake-f_tried-office = اداره یا دادگاه

intake-f_fights = چقدر پیش می‌آید که دعوایتان شود؟
intake-f_fights-title = دعوا
intake-f_fights-daily = هر روز
intake-f_fights-weekly = هفته‌ای چند بار
intake-f_fights-rarely = کم
intake-f_fights-silence = حرف نمی‌زنیم

intake-f_together = الان با هم زندگی می‌کنید؟
intake-f_together-title = زندگی با هم
intake-f_together-yes = بله
intake-f_together-apart = جدا زندگی می‌کنیم
intake-f_together-changing = گاهی

intake-f_stage = الان کجای راه هستید؟
intake-f_stage-title = مرحله
intake-f_stage-thinking = فکرش را می‌کنم
intake-f_stage-engaged = نامزد هستیم
intake-f_stage-soon = نزدیک ازدواج

intake-f_families = خانواده‌ها همراه هستند؟
intake-f_families-title = خانواده‌ها
intake-f_families-agree = بله
intake-f_families-partly = یکی از آن‌ها
intake-f_families-against = نه

intake-f_split = الان در چه مرحله‌ای است؟
intake-f_split-title = مرحلهٔ جدایی
intake-f_split-thinking = فکرش هست
intake-f_split-one = یکی‌مان می‌خواهد
intake-f_split-both = هر دو می‌خواهیم
intake-f_split-court = در دادگاه است

intake-f_custody = دربارهٔ بچه‌ها به توافق رسیده‌اید؟
intake-f_custody-title = بچه‌ها
intake-f_custody-no_children = بچه نداریم
intake-f_custody-agreed = بله
intake-f_custody-disputed = هنوز نه

intake-f_child_what = بیشتر چه چیزی نگرانتان می‌کند؟
intake-f_child_what-title = نگرانی
intake-f_child_what-behavior = رفتارش
intake-f_child_what-sleep = خواب یا غذا
intake-f_child_what-screen = گوشی و بازی
intake-f_child_what-fear = ترس‌هایش
intake-f_child_what-learning = درس و یادگیری

intake-f_teen_what = بیشتر چه چیزی نگرانتان می‌کند؟
intake-f_teen_what-title = نگرانی
intake-f_teen_what-distance = از ما دور شده
intake-f_teen_what-anger = خشم و دعوا
intake-f_teen_what-school = درس و مدرسه
intake-f_teen_what-friends = دوست‌هایش
intake-f_teen_what-phone = گوشی و اینترنت
intake-f_teen_what-away = از خانه رفته

intake-f_lost = تسلیت می‌گوییم. چه کسی را از دست داده‌اید؟
intake-f_lost-title = از دست رفته
intake-f_lost-child = فرزندم
intake-f_lost-spouse = همسرم
intake-f_lost-parent = پدر یا مادرم
intake-f_lost-sibling = خواهر یا برادرم
intake-f_lost-friend = دوست یا خویشاوند

intake-f_loss_how = اگر سخت نیست، بگویید چطور شد.
intake-f_loss_how-title = چگونه
intake-f_loss_how-war = در جنگ
intake-f_loss_how-illness = بیماری
intake-f_loss_how-sudden = ناگهانی
intake-f_loss_how-other = جور دیگر

intake-f_signs = کدام‌ها بیشتر آزارتان می‌دهد؟ چند تا را هم می‌توانید بزنید.
intake-f_signs-title = نشانه‌ها
intake-f_signs-sleep = بی‌خوابی
intake-f_signs-nightmares = خواب بد
intake-f_signs-startle = از جا پریدن
intake-f_signs-panic = ترس ناگهانی
intake-f_signs-crying = گریه
intake-f_signs-numb = بی‌حسی

intake-f_lives_with = آن آدم با شما زندگی می‌کند؟
intake-f_lives_with-title = زندگی با او
intake-f_lives_with-yes = بله
intake-f_lives_with-sometimes = گاهی
intake-f_lives_with-no = نه

intake-f_afraid = از رفتن یا ماندن در خانه می‌ترسید؟
intake-f_afraid-title = ترس از خانه
intake-f_afraid-yes = بله
intake-f_afraid-sometimes = گاهی
intake-f_afraid-no = نه

intake-f_who_uses = چه کسی درگیر است؟
intake-f_who_uses-title = چه کسی
intake-f_who_uses-me = خودم
intake-f_who_uses-spouse = همسرم
intake-f_who_uses-child = فرزندم
intake-f_who_uses-other = کس دیگر

intake-f_treatment = تا حالا درمان را شروع کرده؟
intake-f_treatment-title = درمان
intake-f_treatment-never = هنوز نه
intake-f_treatment-before = قبلاً
intake-f_treatment-now = الان مشغول است

intake-f_money_what = کدام‌یک از همه سخت‌تر است؟
intake-f_money_what-title = سختی
intake-f_money_what-food = خوراک
intake-f_money_what-rent = کرایه
intake-f_money_what-debt = بدهی
intake-f_money_what-income = نبود درآمد

intake-f_work_what = کار الان چطور است؟
intake-f_work_what-title = کار
intake-f_work_what-lost = بیکار شده‌ام
intake-f_work_what-unpaid = حقوق نمی‌دهند
intake-f_work_what-conflict = دعوا سر کار
intake-f_work_what-searching = دنبال کارم

intake-f_house_what = برای خانه چه شده؟
intake-f_house_what-title = خانه
intake-f_house_what-damaged = آسیب دیده
intake-f_house_what-rent = پول کرایه نیست
intake-f_house_what-crowded = جا کم است
intake-f_house_what-displaced = از خانه دوریم

intake-f_roof = برای شب‌های بعد جای خواب دارید؟
intake-f_roof-title = جای شب
intake-f_roof-yes = بله
intake-f_roof-days = فقط چند شب
intake-f_roof-no = نه

intake-f_school_what = بیشتر چه چیزی سخت است؟
intake-f_school_what-title = مدرسه
intake-f_school_what-left = مدرسه نمی‌رود
intake-f_school_what-grades = افت درس
intake-f_school_what-fear = ترس از مدرسه
intake-f_school_what-bullying = آزار بچه‌های دیگر

intake-f_health_who = چه کسی مریض است یا معلولیت دارد؟
intake-f_health_who-title = چه کسی
intake-f_health_who-me = خودم
intake-f_health_who-spouse = همسرم
intake-f_health_who-child = فرزندم
intake-f_health_who-parent = پدر یا مادرم

intake-f_care = دارو و درمانش فراهم است؟
intake-f_care-title = درمان
intake-f_care-yes = بله
intake-f_care-partly = تا اندازه‌ای
intake-f_care-no = نه

intake-f_elder_what = بیشتر چه چیزی سخت است؟
intake-f_elder_what-title = سختی
intake-f_elder_what-care = کارهای روزانه
intake-f_elder_what-illness = بیماری‌اش
intake-f_elder_what-alone = تنهایی‌اش
intake-f_elder_what-conflict = اختلاف با او

intake-f_legal_what = دربارهٔ چیست؟
intake-f_legal_what-title = حقوقی
intake-f_legal_what-family = خانواده
intake-f_legal_what-custody = فرزند
intake-f_legal_what-papers = مدارک
intake-f_legal_what-property = خانه و دارایی

intake-f_someone = کسی هست که با او حرف بزنید؟
intake-f_someone-title = هم‌صحبت
intake-f_someone-yes = بله
intake-f_someone-few = کم
intake-f_someone-no = نه، هیچ‌کس
