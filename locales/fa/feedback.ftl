# Asked once after a case is closed.

feedback-score = گفت‌وگو با ما چطور بود؟ اگر دوست ندارید، رد شوید.
feedback-score-title = نظر شما
feedback-score-5 = خیلی خوب
feedback-score-4 = خوب
feedback-score-3 = معمولی
feedback-score-2 = بد
feedback-score-1 = خیلی بد
feedback-words = اگر چیزی هست که باید بدانیم، بنویسید یا بگویید.
feedback-words-title = حرف شما
feedback-thanks = ممنون که گفتید. هر وقت لازم شد، همین‌جا بنویسید.
feedback-skipped = باشد. هر وقت لازم شد، همین‌جا بنویسید.

# To supervisors
feedback-staff =
    بازخورد پروندهٔ { $code }: { $score }
    { "\u200F" }{ $words }
opinions-none = هنوز خانواده‌ای نظرش را نگفته است.
opinions-average = میانگین سه ماه گذشته: { $average } از ۵، از { NUM($count) } نظر
opinions-line = { "\u200F" }{ $score }: { NUM($count) }
opinions-comment =
    { "\u200F" }{ $at } · { $score }
    { "\u200F" }{ $words }
command-feedback = نظر خانواده‌ها
