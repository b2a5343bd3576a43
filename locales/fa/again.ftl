# A questionnaire once more, weeks after the first time.

# review: pending
again-offer = چند هفته پیش چند پرسش کوتاه دربارهٔ حالتان جواب دادید. دوست دارید یک بار دیگر بپرسیم؟ این‌طور می‌فهمیم چه فرقی کرده است.
again-yes = بله، بپرسید
again-no = نه، ممنون
# review: pending
again-agreed = ممنون. هر کدام را که نخواستید، رد شوید.
again-declined = باشد. هر وقت لازم شد، همین‌جا بنویسید.
again-later = الان کسی از ما سر کشیک نیست. کمی دیگر دوباره همین دکمه را بزنید.
again-first-finish = اول پرسش‌هایی را که باز است تمام کنید، یا ⁨/cancel⁩ را بزنید.
# review: pending
again-thanks = ممنون که جواب دادید. همکارانمان می‌خوانند.
again-left-out = باشد، چیزی ننوشتیم. هر وقت لازم شد، همین‌جا بنویسید.

# To colleagues
command-again = پرسیدن دوبارهٔ حال خانواده
again-how = بنویسید ⁨/again⁩، یا کد پرونده را هم بعد از آن.
again-which = از کدام خانواده دوباره بپرسیم؟
again-never-taken = خانوادهٔ { $code } بار اول به پرسش‌های حال کامل جواب نداده است.
again-early = هنوز دو هفته نشده است. از خانوادهٔ { $code } از { $at } می‌شود پرسید.
again-nobody = کسی سر کشیک نیست. این پرسش‌ها وقتی پرسیده می‌شود که کسی سر کشیک باشد.
again-offered-already = در این دو هفته از خانوادهٔ { $code } پرسیده‌ایم.
again-offered = از خانوادهٔ { $code } پرسیدیم که دوست دارد جواب بدهد یا نه.
again-cannot = به خانوادهٔ { $code } نمی‌شود اول نوشت. وقتی خودش بنویسد، دوباره امتحان کنید.
again-result = خانوادهٔ { $code } دوباره به پرسش‌های حال جواب داد.
again-line = { "\u200F" }{ $name }، از { $at } تا { $to }: { $course }
again-name-k6 = پریشانی
again-name-who5 = آرامش
again-course-better = بهتر
again-course-same = بی‌تغییر
again-course-worse = بدتر
again-course-eased = بار اول زیاد بود، حالا نه
again-course-still_high = هنوز زیاد
again-course-rose = بار اول زیاد نبود، حالا هست
again-course-still_low = هیچ‌کدام زیاد نبود
again-no-diagnosis = این تشخیص نیست و خانواده عددی نمی‌بیند. با خودش حرف بزنید.

# Many signs of distress the second time
# review: pending
safety-distress = از جواب‌هایتان پیداست روزهای سنگینی دارید.
# review: pending
alert-distress = پریشانی زیاد در پرسش‌های دوباره

# The questions themselves: see screeners.ftl
again-k6_nervous = { intake-k6_nervous }
again-k6_nervous-title = { intake-k6_nervous-title }
again-k6_nervous-0 = { intake-k6_nervous-0 }
again-k6_nervous-1 = { intake-k6_nervous-1 }
again-k6_nervous-2 = { intake-k6_nervous-2 }
again-k6_nervous-3 = { intake-k6_nervous-3 }
again-k6_nervous-4 = { intake-k6_nervous-4 }
again-k6_hopeless = { intake-k6_hopeless }
again-k6_hopeless-title = { intake-k6_hopeless-title }
again-k6_hopeless-0 = { intake-k6_hopeless-0 }
again-k6_hopeless-1 = { intake-k6_hopeless-1 }
again-k6_hopeless-2 = { intake-k6_hopeless-2 }
again-k6_hopeless-3 = { intake-k6_hopeless-3 }
again-k6_hopeless-4 = { intake-k6_hopeless-4 }
again-k6_restless = { intake-k6_restless }
again-k6_restless-title = { intake-k6_restless-title }
again-k6_restless-0 = { intake-k6_restless-0 }
again-k6_restless-1 = { intake-k6_restless-1 }
again-k6_restless-2 = { intake-k6_restless-2 }
again-k6_restless-3 = { intake-k6_restless-3 }
again-k6_restless-4 = { intake-k6_restless-4 }
again-k6_depressed = { intake-k6_depressed }
again-k6_depressed-title = { intake-k6_depressed-title }
again-k6_depressed-0 = { intake-k6_depressed-0 }
again-k6_depressed-1 = { intake-k6_depressed-1 }
again-k6_depressed-2 = { intake-k6_depressed-2 }
again-k6_depressed-3 = { intake-k6_depressed-3 }
again-k6_depressed-4 = { intake-k6_depressed-4 }
again-k6_effort = { intake-k6_effort }
again-k6_effort-title = { intake-k6_effort-title }
again-k6_effort-0 = { intake-k6_effort-0 }
again-k6_effort-1 = { intake-k6_effort-1 }
again-k6_effort-2 = { intake-k6_effort-2 }
again-k6_effort-3 = { intake-k6_effort-3 }
again-k6_effort-4 = { intake-k6_effort-4 }
again-k6_worthless = { intake-k6_worthless }
again-k6_worthless-title = { intake-k6_worthless-title }
again-k6_worthless-0 = { intake-k6_worthless-0 }
again-k6_worthless-1 = { intake-k6_worthless-1 }
again-k6_worthless-2 = { intake-k6_worthless-2 }
again-k6_worthless-3 = { intake-k6_worthless-3 }
again-k6_worthless-4 = { intake-k6_worthless-4 }
again-who5_cheerful = { intake-who5_cheerful }
again-who5_cheerful-title = { intake-who5_cheerful-title }
again-who5_cheerful-0 = { intake-who5_cheerful-0 }
again-who5_cheerful-1 = { intake-who5_cheerful-1 }
again-who5_cheerful-2 = { intake-who5_cheerful-2 }
again-who5_cheerful-3 = { intake-who5_cheerful-3 }
again-who5_cheerful-4 = { intake-who5_cheerful-4 }
again-who5_cheerful-5 = { intake-who5_cheerful-5 }
again-who5_calm = { intake-who5_calm }
again-who5_calm-title = { intake-who5_calm-title }
again-who5_calm-0 = { intake-who5_calm-0 }
again-who5_calm-1 = { intake-who5_calm-1 }
again-who5_calm-2 = { intake-who5_calm-2 }
again-who5_calm-3 = { intake-who5_calm-3 }
again-who5_calm-4 = { intake-who5_calm-4 }
again-who5_calm-5 = { intake-who5_calm-5 }
again-who5_active = { intake-who5_active }
again-who5_active-title = { intake-who5_active-title }
again-who5_active-0 = { intake-who5_active-0 }
again-who5_active-1 = { intake-who5_active-1 }
again-who5_active-2 = { intake-who5_active-2 }
again-who5_active-3 = { intake-who5_active-3 }
again-who5_active-4 = { intake-who5_active-4 }
again-who5_active-5 = { intake-who5_active-5 }
again-who5_rested = { intake-who5_rested }
again-who5_rested-title = { intake-who5_rested-title }
again-who5_rested-0 = { intake-who5_rested-0 }
again-who5_rested-1 = { intake-who5_rested-1 }
again-who5_rested-2 = { intake-who5_rested-2 }
again-who5_rested-3 = { intake-who5_rested-3 }
again-who5_rested-4 = { intake-who5_rested-4 }
again-who5_rested-5 = { intake-who5_rested-5 }
again-who5_interest = { intake-who5_interest }
again-who5_interest-title = { intake-who5_interest-title }
again-who5_interest-0 = { intake-who5_interest-0 }
again-who5_interest-1 = { intake-who5_interest-1 }
again-who5_interest-2 = { intake-who5_interest-2 }
again-who5_interest-3 = { intake-who5_interest-3 }
again-who5_interest-4 = { intake-who5_interest-4 }
again-who5_interest-5 = { intake-who5_interest-5 }
