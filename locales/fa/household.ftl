# Who lives in the home of a case, as its counselor keeps it.
button-household = اهل خانه
household-title = اهل خانهٔ پروندهٔ { $code }:
household-none = هنوز نمی‌دانیم در خانهٔ پروندهٔ { $code } چه کسانی هستند.
household-line =
    { "\u200F" }{ NUM($place) }. { $kind ->
        [adult] بزرگ‌سال
       *[child] کودک یا نوجوان
    }{ $age ->
        [none] { "" }
       *[other] { "، " }{ $age }
    }{ $concerned ->
        [yes] { " · درخواست دربارهٔ اوست" }
       *[no] { "" }
    }
household-how-old = کودک یا نوجوانِ پروندهٔ { $code } چند ساله است؟
button-household-adult = یک بزرگ‌سال دیگر
button-household-child = یک کودک دیگر
button-household-drop = برداشتن { NUM($place) }
timeline-household_changed = اهل خانه را تغییر داد
