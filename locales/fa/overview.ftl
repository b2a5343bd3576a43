# The view of supervisors and administrators: the overview, its picture, the clocks of the service.

command-overview = نمای کلی سرویس

# The message under the picture
overview-title = نمای کلی
overview-open = پروندهٔ باز: { NUM($open) } · در صف: { NUM($waiting) }
overview-longest = بیشترین انتظار در صف: { $span }
overview-level =
    { $acuity ->
        [immediate] فوریت آنی
        [high] فوریت زیاد
        [medium] فوریت متوسط
       *[low] فوریت کم
    }: { NUM($waiting) } در صف، { NUM($claimed) } در گفت‌وگو
overview-late =
    { $count ->
        [0] هیچ پرونده‌ای دیر نشده است.
       *[other] دیرتر از قرار: { NUM($count) }
    }
overview-alerts = هشدار بی‌پاسخ: { NUM($alerts) } · بی‌نتیجه: { NUM($unended) }
overview-referrals = ارجاع منتظر جواب مرکز: { NUM($count) }
overview-on = مشغول کار:
overview-nobody = کسی کشیک نیست و پرونده‌ای در دست کسی نیست.
overview-member =
    { $oncall ->
        [yes] { "\u200F" }{ $who } · { NUM($held) } پرونده · کشیک
       *[no] { "\u200F" }{ $who } · { NUM($held) } پرونده
    }
overview-more = و { NUM($count) } نفر دیگر

# In the picture
overview-count = { NUM($count) }
overview-tile-open = پروندهٔ باز
overview-tile-waiting = در صف
overview-tile-longest = بیشترین انتظار
overview-tile-late = دیرتر از قرار
overview-tile-alerts = هشدار بی‌پاسخ
overview-tile-referrals = ارجاع بی‌جواب
overview-waits = در صف
overview-talks = در گفت‌وگو
overview-acuity-immediate = آنی
overview-acuity-high = زیاد
overview-acuity-medium = متوسط
overview-acuity-low = کم

button-overview-refresh = تازه کردن
button-overview-numbers = عددها
button-overview-late = دیرشده‌ها: { NUM($count) }

# Late cases
late-none = هیچ پرونده‌ای دیر نشده است.
late-title = این خانواده‌ها بیشتر از قرار ما منتظر مانده‌اند:
late-line =
    { "\u200F" }{ $code } · فوریت { $acuity ->
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    } · { $waited } · { $clock ->
        [claim] بی‌مشاور
        [reply] بی اولین جواب
       *[next] بی جواب بعدی
    }

# First replies
replies-title = از درخواست تا اولین جواب مشاور، در ساعت‌های کار. فوریت آنی و زیاد شب و روز حساب می‌شود.
replies-days = { NUM($days) } روز گذشته
replies-none = { NUM($days) } روز گذشته: درخواستی نبود.
replies-prompt = آنی و زیاد تا ۵ دقیقه: { NUM($prompt) } از { NUM($urgent) }
replies-level =
    { $which ->
        [all] همه
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    }: نیمی تا { $half }، نُه تا از ده تا { $most } · { NUM($answered) } جواب، { NUM($unanswered) } بی‌جواب
replies-unanswered =
    { $which ->
        [all] همه
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    }: هنوز جوابی نبوده · { NUM($unanswered) } بی‌جواب

# The counselor, before a further answer is late
reply-due = خانوادهٔ پروندهٔ { $code } از { $waited } پیش منتظر جواب شماست. برای جواب { $left } مانده است.
reply-late = خانوادهٔ پروندهٔ { $code } از { $waited } پیش منتظر جواب شماست. وقت جواب گذشته است.

# The list of colleagues
staff-seen =
    { $seen ->
        [today] امروز این‌جا بود
        [yesterday] دیروز این‌جا بود
        [week] این هفته این‌جا بود
       *[earlier] بیش از یک هفته این‌جا نبوده
    }
