# Series of psychoeducation: the list, one series, a part, what is kept, what colleagues see.

menu-series = پیام‌های کوتاه
command-series = پیام‌های کوتاه
command-saved = پیام‌هایی که نگه داشته‌ام

# The list, and one series
series-none = هنوز مجموعه‌ای آماده نیست.
series-list = این‌ها پیام‌های کوتاهی‌اند؛ هر کدام یک قدم کوچک. کدام را ببینیم؟
series-button = { "\u200F" }{ $taken ->
        [true] { "✓ " }
       *[false] { "" }
    }{ $title }
series-about =
    { "\u200F" }{ $title }

    { "\u200F" }{ $about }
series-when =
    { $when ->
        [wedding] { NUM($count) } پیام کوتاه، پیش و پس از روز عروسی، ساعت { $clock }. هر وقت بخواهید، قطعش کنید.
        [birth] { NUM($count) } پیام کوتاه، پیش و پس از روز تولد، ساعت { $clock }. هر وقت بخواهید، قطعش کنید.
        [loss] { NUM($count) } پیام کوتاه، در روزها و هفته‌های پس از فقدان، ساعت { $clock }. هر وقت بخواهید، قطعش کنید.
       *[daily] هر پیام ساعت { $clock } می‌رسد. هر وقت بخواهید، قطعش کنید.
    }
series-next = پیام بعدی: { $at }
series-waits = تا گفت‌وگویتان باز است، پیامی خودش نمی‌آید. از روز بعد از پایانش ادامه می‌دهیم.
series-by-hand = خواسته‌اید اول ننویسیم. هر پیام را خودتان از این‌جا بردارید: ⁨/series⁩
button-series-take = می‌خواهم بگیرم
button-series-now = پیام بعدی، همین حالا
button-series-back = بقیهٔ مجموعه‌ها
button-series-on = دوباره بفرست: { $topic }

# The beginning
series-begun = باشد. «{ $title }» را شروع کردیم و پیام اول می‌رسد: { $at }
series-begun-waits = باشد. «{ $title }» از روز بعد از پایان گفت‌وگویتان می‌رسد. اگر بخواهید، پیام اول را همین حالا بردارید.
series-begun-by-hand = باشد. خواسته‌اید اول ننویسیم، پس پیام‌های «{ $title }» را هر وقت خواستید خودتان بردارید.
series-taken-already = این را همین حالا هم می‌گیرید.
series-declined = باشد. هر وقت خواستید، این‌جاست: ⁨/series⁩
series-first-finish = اول پرسش‌هایی را که باز است تمام کنید، بعد سراغ این بیایید.
series-after-talk = گفت‌وگویتان با همکارمان باز است. بعد از پایانش از این‌جا شروع کنید: ⁨/series⁩
# review: pending
stage-day = آن روز چه تاریخی بود یا هست؟ این‌طور بنویسید: ۱۴۰۵/۹/۲۰. برای کنار گذاشتن: ⁨/cancel⁩
stage-day-title = روز
series-day-far = این روز خیلی دور است. یک بار دیگر بنویسید.
# review: pending
series-day-past = از آن روز آن‌قدر گذشته که همهٔ پیام‌ها پشت سر مانده است. می‌خواهید از امروز شروع کنیم؟
button-series-fresh = از امروز شروع کنیم

# A part
series-head = { "\u200F" }{ $title } · { NUM($part) } از { NUM($count) }
series-option = { "\u200F" }{ NUM($place) }. { $option }
button-series-option = { NUM($place) }
button-series-good = کمک کرد
button-series-bad = کمک نکرد
button-series-keep = نگهش دار
button-series-later = فردا دوباره
button-series-stop = دیگر نفرست
button-series-drop = نگهش ندار
series-rated-good = خوشحالیم. ممنون که گفتید.
series-rated-bad = ممنون که گفتید. هر کسی راه خودش را دارد.
series-kept = نگه داشتیم. همیشه این‌جاست: ⁨/saved⁩
series-dropped = باشد، دیگر در فهرست نیست.
series-later = باشد. همین پیام دوباره می‌رسد: { $at }
series-bound = این پیام مال همین روزهاست و فردا جایش را پیام بعدی می‌گیرد. می‌توانید نگهش دارید.
series-over = این پیام آخر بود. امیدواریم یکی‌شان به کارتان آمده باشد.
series-quiz-right = «{ $chosen }»؛ ما هم همین را می‌گوییم.
series-quiz-other = «{ $chosen }»؛ شاید این یکی بهتر باشد: «{ $right }»

# The end
series-stopped = باشد، «{ $title }» دیگر نمی‌آید. اگر نمی‌خواهید دربارهٔ این موضوع باز هم پیشنهادی بگیرید، بگویید.
button-series-off = دیگر نه: { $topic }
series-off = باشد. دربارهٔ «{ $topic }» دیگر پیام کوتاه نمی‌آید. برگشت: ⁨/series⁩
series-on = باشد. دربارهٔ «{ $topic }» دوباره می‌شود پیام کوتاه گرفت.

# What is kept
saved = این‌ها را نگه داشته‌اید. کدام را ببینیم؟
saved-none = هنوز پیامی نگه نداشته‌اید. زیر هر پیام کوتاه، «نگهش دار» هست.
series-kept-button = { "\u200F" }{ $title }

# Offered
# review: pending
series-offer = شاید چند پیام کوتاه هم به کارتان بیاید؛ هر کدام یک قدم کوچک. اگر خواستید، نگاه کنید.
# review: pending
series-set =
    مشاورتان فکر می‌کند این پیام‌ها به کارتان می‌آید: «{ $title }»، { NUM($count) } پیام کوتاه. پس از پایان گفت‌وگویتان می‌رسد.

    { "\u200F" }{ $about }
button-series-yes = می‌خواهم
button-series-no = نه، نمی‌خواهم

# Colleagues
button-series = مجموعه‌ها
series-which = برای کدام پرونده؟
series-none-staff = هنوز مجموعه‌ای آماده نیست.
series-no-chat = به خانوادهٔ { $code } نمی‌شود پیام داد.
series-for-case = برای { $code } کدام مجموعه؟ اول از خانواده می‌پرسیم، و پیام‌ها پس از پایان گفت‌وگو می‌رسد.
series-line =
    { "\u200F" }{ $title } · { NUM($count) } پیام · { $audience ->
        [parents] پدرها و مادرها
        [couples] زوج‌ها
       *[adults] بزرگسالان
    }
    { "\u200F" }{ $about }
    { "\u200F" }{ $reviewed ->
        [true] { "\u200F" }بازبینی: { $reviewer }
       *[false] هنوز هیچ متخصصی بازبینی نکرده است.
    }
button-series-set = پیشنهاد: { $title }
series-refused = خانواده گفته دربارهٔ این موضوع پیامی نمی‌خواهد.
series-has-it = خانواده این مجموعه را همین حالا هم می‌گیرد.
series-cannot = الان نمی‌شود اول به خانواده نوشت. خودتان در گفت‌وگو بگویید: ⁨/series⁩
series-asked = از خانواده پرسیدیم.
