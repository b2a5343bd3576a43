# Questionnaires that others have validated: K6 (distress) and WHO-5 (well-being).
# We ask them as a few questions that help us to help, never as a test and never for a diagnosis.

# review: pending
intake-heavy = شش پرسش کوتاه دربارهٔ حالتان در ماه گذشته داریم. جواب‌ها کمک می‌کند حالتان را بهتر بفهمیم. بپرسیم؟
intake-heavy-title = پرسش‌های حال
# review: pending
intake-heavy-yes = بله، بپرسید

# K6. source: Kessler and others, Psychol Med 2002; 32(6): 959-976 (hcp.med.harvard.edu/ncs).
# licence: copyright Ronald C. Kessler; free to use without permission, with the source named.
# wording of k6: unvalidated translation. The Persian text of the Iranian validation (Hajebi 2018) was not
# at hand; put it here, word for word, before the scores are used for anything but an earlier call.
# review: pending

intake-k6_nervous = در ۳۰ روز گذشته، چه‌قدر پیش آمد که عصبی و دلواپس باشید؟
intake-k6_nervous-title = دلواپسی
intake-k6_nervous-0 = هیچ‌وقت
intake-k6_nervous-1 = به‌ندرت
intake-k6_nervous-2 = گاهی
intake-k6_nervous-3 = بیشتر وقت‌ها
intake-k6_nervous-4 = همیشه

intake-k6_hopeless = در ۳۰ روز گذشته، چه‌قدر پیش آمد که ناامید باشید؟
intake-k6_hopeless-title = ناامیدی
intake-k6_hopeless-0 = هیچ‌وقت
intake-k6_hopeless-1 = به‌ندرت
intake-k6_hopeless-2 = گاهی
intake-k6_hopeless-3 = بیشتر وقت‌ها
intake-k6_hopeless-4 = همیشه

intake-k6_restless = در ۳۰ روز گذشته، چه‌قدر پیش آمد که بی‌قرار باشید و آرام نگیرید؟
intake-k6_restless-title = بی‌قراری
intake-k6_restless-0 = هیچ‌وقت
intake-k6_restless-1 = به‌ندرت
intake-k6_restless-2 = گاهی
intake-k6_restless-3 = بیشتر وقت‌ها
intake-k6_restless-4 = همیشه

intake-k6_depressed = در ۳۰ روز گذشته، چه‌قدر پیش آمد که از غم، هیچ چیز شادتان نکند؟
intake-k6_depressed-title = غم
intake-k6_depressed-0 = هیچ‌وقت
intake-k6_depressed-1 = به‌ندرت
intake-k6_depressed-2 = گاهی
intake-k6_depressed-3 = بیشتر وقت‌ها
intake-k6_depressed-4 = همیشه

intake-k6_effort = در ۳۰ روز گذشته، چه‌قدر پیش آمد که هر کاری برایتان سخت و پرزحمت باشد؟
intake-k6_effort-title = سختی کارها
intake-k6_effort-0 = هیچ‌وقت
intake-k6_effort-1 = به‌ندرت
intake-k6_effort-2 = گاهی
intake-k6_effort-3 = بیشتر وقت‌ها
intake-k6_effort-4 = همیشه

intake-k6_worthless = در ۳۰ روز گذشته، چه‌قدر پیش آمد که خودتان را بی‌ارزش بدانید؟
intake-k6_worthless-title = حس بی‌ارزشی
intake-k6_worthless-0 = هیچ‌وقت
intake-k6_worthless-1 = به‌ندرت
intake-k6_worthless-2 = گاهی
intake-k6_worthless-3 = بیشتر وقت‌ها
intake-k6_worthless-4 = همیشه

# review: pending
intake-wellbeing = پنج پرسش کوتاه هم دربارهٔ دو هفتهٔ گذشته داریم. بعدها با همین‌ها می‌فهمیم حالتان بهتر شده یا نه. بپرسیم؟
intake-wellbeing-title = پرسش‌های آرامش
# review: pending
intake-wellbeing-yes = بله، بپرسید

# WHO-5. source: WHO Regional Office for Europe, 1998.
# licence: free for non-commercial use, with the source named and the wording unchanged.
# wording of who5: unvalidated translation. A validated Persian text (Khosravi; Dadfar 2018) was not at
# hand; put it here, word for word, before scores are compared with those of other services.
# review: pending

intake-who5_cheerful = در دو هفتهٔ گذشته، شاد و سرحال بوده‌ام.
intake-who5_cheerful-title = شادی
intake-who5_cheerful-0 = هیچ‌وقت
intake-who5_cheerful-1 = گاهی
intake-who5_cheerful-2 = کمتر از نیمی از وقت‌ها
intake-who5_cheerful-3 = بیش از نیمی از وقت‌ها
intake-who5_cheerful-4 = بیشتر وقت‌ها
intake-who5_cheerful-5 = همیشه

intake-who5_calm = در دو هفتهٔ گذشته، آرام و آسوده بوده‌ام.
intake-who5_calm-title = آرامش
intake-who5_calm-0 = هیچ‌وقت
intake-who5_calm-1 = گاهی
intake-who5_calm-2 = کمتر از نیمی از وقت‌ها
intake-who5_calm-3 = بیش از نیمی از وقت‌ها
intake-who5_calm-4 = بیشتر وقت‌ها
intake-who5_calm-5 = همیشه

intake-who5_active = در دو هفتهٔ گذشته، پرانرژی و فعال بوده‌ام.
intake-who5_active-title = انرژی
intake-who5_active-0 = هیچ‌وقت
intake-who5_active-1 = گاهی
intake-who5_active-2 = کمتر از نیمی از وقت‌ها
intake-who5_active-3 = بیش از نیمی از وقت‌ها
intake-who5_active-4 = بیشتر وقت‌ها
intake-who5_active-5 = همیشه

intake-who5_rested = در دو هفتهٔ گذشته، وقتی بیدار شده‌ام، سرحال بوده‌ام و خستگی‌ام رفته بوده.
intake-who5_rested-title = خواب
intake-who5_rested-0 = هیچ‌وقت
intake-who5_rested-1 = گاهی
intake-who5_rested-2 = کمتر از نیمی از وقت‌ها
intake-who5_rested-3 = بیش از نیمی از وقت‌ها
intake-who5_rested-4 = بیشتر وقت‌ها
intake-who5_rested-5 = همیشه

intake-who5_interest = در دو هفتهٔ گذشته، روزهایم پر از چیزهایی بوده که دوستشان دارم.
intake-who5_interest-title = دل‌خوشی
intake-who5_interest-0 = هیچ‌وقت
intake-who5_interest-1 = گاهی
intake-who5_interest-2 = کمتر از نیمی از وقت‌ها
intake-who5_interest-3 = بیش از نیمی از وقت‌ها
intake-who5_interest-4 = بیشتر وقت‌ها
intake-who5_interest-5 = همیشه

# To staff: a reason to call earlier, and no diagnosis
# review: pending
details-score-k6 = پرسش‌های حال: { NUM($total) } از ۲۴{ $stands_out ->
        [yes] { " · از ۱۰ به بالا. زودتر حرف بزنید؛ این تشخیص نیست." }
       *[no] { "" }
    }
# review: pending
details-score-who5 = پرسش‌های آرامش: { NUM($total) } از ۱۰۰{ $stands_out ->
        [yes] { " · تا ۵۰. حالش را بپرسید؛ این تشخیص نیست." }
       *[no] { "" }
    }
