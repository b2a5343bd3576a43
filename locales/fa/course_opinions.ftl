# What participants think of a course, and how they are before and after it.

help-teach = ⁨/courses⁩ دوره‌ها و گروه‌های من
help-courses = ⁨/newcourse⁩ ساختن دورهٔ تازه
button-course-mood = پنج پرسش دربارهٔ حالم
button-course-rate = نظرم دربارهٔ دوره
course-view-thanks = ممنون که گفتید.
course-view-left-out = باشد، چیزی ننوشتیم.
# review: pending
course-mood-low = ممنون که گفتید. انگار این روزها برایتان سخت است. اگر دوست دارید با کسی حرف بزنید، این‌جا هستیم: ⁨/menu⁩
course-opinions = نظر شرکت‌کننده‌ها: { $average } از ۵، از { NUM($count) } نفر
course-wellbeing =
    { $direction ->
        [up] حال { NUM($count) } نفر که هر دو بار جواب دادند، به‌طور میانگین { $points } از ۱۰۰ بهتر شد.
       *[down] حال { NUM($count) } نفر که هر دو بار جواب دادند، به‌طور میانگین { $points } از ۱۰۰ بدتر شد.
    }
course-opinion = { "\u200F" }• { $words }
courseview-score = دوره چطور بود؟
courseview-score-title = نظر شما
courseview-score-5 = خیلی خوب
courseview-score-4 = خوب
courseview-score-3 = معمولی
courseview-score-2 = بد
courseview-score-1 = خیلی بد
courseview-words = اگر حرفی هست که بهتر است بدانیم، بنویسید.
courseview-words-title = حرف شما

# The questions themselves: see screeners.ftl
coursemood-who5_cheerful = { intake-who5_cheerful }
coursemood-who5_cheerful-title = { intake-who5_cheerful-title }
coursemood-who5_cheerful-0 = { intake-who5_cheerful-0 }
coursemood-who5_cheerful-1 = { intake-who5_cheerful-1 }
coursemood-who5_cheerful-2 = { intake-who5_cheerful-2 }
coursemood-who5_cheerful-3 = { intake-who5_cheerful-3 }
coursemood-who5_cheerful-4 = { intake-who5_cheerful-4 }
coursemood-who5_cheerful-5 = { intake-who5_cheerful-5 }
coursemood-who5_calm = { intake-who5_calm }
coursemood-who5_calm-title = { intake-who5_calm-title }
coursemood-who5_calm-0 = { intake-who5_calm-0 }
coursemood-who5_calm-1 = { intake-who5_calm-1 }
coursemood-who5_calm-2 = { intake-who5_calm-2 }
coursemood-who5_calm-3 = { intake-who5_calm-3 }
coursemood-who5_calm-4 = { intake-who5_calm-4 }
coursemood-who5_calm-5 = { intake-who5_calm-5 }
coursemood-who5_active = { intake-who5_active }
coursemood-who5_active-title = { intake-who5_active-title }
coursemood-who5_active-0 = { intake-who5_active-0 }
coursemood-who5_active-1 = { intake-who5_active-1 }
coursemood-who5_active-2 = { intake-who5_active-2 }
coursemood-who5_active-3 = { intake-who5_active-3 }
coursemood-who5_active-4 = { intake-who5_active-4 }
coursemood-who5_active-5 = { intake-who5_active-5 }
coursemood-who5_rested = { intake-who5_rested }
coursemood-who5_rested-title = { intake-who5_rested-title }
coursemood-who5_rested-0 = { intake-who5_rested-0 }
coursemood-who5_rested-1 = { intake-who5_rested-1 }
coursemood-who5_rested-2 = { intake-who5_rested-2 }
coursemood-who5_rested-3 = { intake-who5_rested-3 }
coursemood-who5_rested-4 = { intake-who5_rested-4 }
coursemood-who5_rested-5 = { intake-who5_rested-5 }
coursemood-who5_interest = { intake-who5_interest }
coursemood-who5_interest-title = { intake-who5_interest-title }
coursemood-who5_interest-0 = { intake-who5_interest-0 }
coursemood-who5_interest-1 = { intake-who5_interest-1 }
coursemood-who5_interest-2 = { intake-who5_interest-2 }
coursemood-who5_interest-3 = { intake-who5_interest-3 }
coursemood-who5_interest-4 = { intake-who5_interest-4 }
coursemood-who5_interest-5 = { intake-who5_interest-5 }
