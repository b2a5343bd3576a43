# The safety plan: as the counselor writes it, and as the family reads it.

# Writing it
# review: pending
plan-signs = قدم ۱ از ۶. خودش از کجا می‌فهمد روز سختی در راه است؟ با کلمه‌های خودش بنویسید. برای کنار گذاشتن: ⁨/cancel⁩
plan-signs-title = نشانه‌ها
# review: pending
plan-myself = قدم ۲ از ۶. تنهایی چه کاری آرامش می‌کند؟
plan-myself-title = کار خودش
# review: pending
plan-distraction = قدم ۳ از ۶. کجا یا کنار چه کسی حواسش پرت می‌شود؟
plan-distraction-title = جا و آدم‌ها
# review: pending
plan-people = قدم ۴ از ۶. از چه کسی می‌تواند کمک بخواهد؟
plan-people-title = کمک آشنا
# review: pending
plan-professionals = قدم ۵ از ۶. به کدام مشاور یا درمانگاه می‌تواند زنگ بزند؟ شماره‌های کمک را خودم اضافه می‌کنم.
plan-professionals-title = کمک حرفه‌ای
# review: pending
plan-surroundings = قدم ۶ از ۶. دور و برش را چطور امن‌تر می‌کند؟ چه چیزی کنار برود یا دست چه کسی بماند؟
plan-surroundings-title = دور و بر امن
# review: pending
plan-review = همین برنامه بماند؟ خانواده آن را نمی‌بیند تا خودتان بفرستید.
plan-review-title = برنامه
plan-none = پروندهٔ { $code } برنامهٔ ایمنی ندارد. آن را با خانواده و قدم‌به‌قدم بنویسید.
plan-empty = هیچ قدمی نوشته نشد، پس چیزی نماند.
plan-title =
    برنامهٔ ایمنی { $code } · نسخهٔ { NUM($version) }
    نویسنده: { $who }، { $at }
    { "\u200F" }{ $sent ->
        [none] هنوز به خانواده داده نشده است.
       *[other] به خانواده داده شد: { $sent }
    }
plan-step =
    { $title }
    { "\u200F" }{ $text }
button-new-plan = نوشتن برنامه
button-revise-plan = نسخهٔ تازه
button-send-plan = بفرست برای خانواده
plan-on-its-way = می‌رود. اگر الان ساعت امنشان نباشد، در ساعت خودشان می‌رسد.
plan-not-safe = الان نوشتن امن نیست، پس نفرستادم. وقتی خودشان می‌نویسند، دوباره بفرستید.
plan-no-chat = این خانواده در پیام‌رسان نیست. برنامه را حضوری بدهید.

# As the family reads it
# review: pending
plan-family = برنامه‌ای که با هم برای روزهای سخت نوشتیم:
# review: pending
plan-family-signs = روز سخت را از این‌ها می‌شناسم:
# review: pending
plan-family-myself = این کارها را خودم می‌کنم:
# review: pending
plan-family-distraction = این‌جاها و کنار این آدم‌ها حواسم پرت می‌شود:
# review: pending
plan-family-people = از این آدم‌ها کمک می‌خواهم:
# review: pending
plan-family-professionals = اگر کافی نبود، با این‌ها حرف می‌زنم:
# review: pending
plan-family-surroundings = دور و برم را این‌طور امن‌تر می‌کنم:
# review: pending
plan-family-again = هر وقت خواستید دوباره ببینیدش: ⁨/plan⁩
# review: pending
plan-family-none = هنوز برنامه‌ای با هم ننوشته‌ایم. گزینه‌ها: ⁨/menu⁩
