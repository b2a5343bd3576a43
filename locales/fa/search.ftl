# Looking for cases: by code, place, topic, state, colleague, urgency and days.

command-search = جست‌وجوی پرونده
button-search-case = { "\u200F" }{ $code }
search-title = پرونده‌ها، تازه‌ترین اول
search-title-own = پرونده‌های شما، تازه‌ترین اول
search-none = پرونده‌ای با این نشانی‌ها نیست. یکی را بردارید و دوباره ببینید.
search-end = پروندهٔ دیگری نیست.
search-no-code = پرونده‌ای با کد { $code } در میان پرونده‌هایی که می‌بینید نیست.
search-unknown = این را نفهمیدم: { $words }
search-choose = کدام؟
search-line =
    { "\u200F" }{ $code } · { $status ->
        [waiting] در صف
        [claimed] در گفت‌وگو
        [closed] بسته
       *[other] { $status }
    } · فوریت { $acuity ->
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    }
    { "\u200F" }{ $topic } · { $place } · { $at }
search-status-waiting = در صف
search-status-claimed = در گفت‌وگو
search-status-closed = بسته
search-acuity = فوریت { $acuity }
search-since = از { $day }
search-until = تا { $day }
search-last-days =
    { $days ->
        [1] امروز
       *[other] { NUM($days) } روز گذشته
    }
button-search-status = وضعیت
button-search-acuity = فوریت
button-search-topic = موضوع
button-search-place = استان
button-search-days = روزها
button-search-who = همکار
button-search-any = فرقی ندارد
button-search-all = همه را نشان بده
button-search-back = برگشت
button-search-first = از اول
button-search-more = بقیه

# What people type
heard-search_filler = پرونده|پرونده‌ها|پرونده‌های|استان|مشاور|همکار|موضوع|و|فوریت
heard-search_from = از|از تاریخ
heard-search_until = تا|تا تاریخ
heard-search-status-waiting = در صف|صف|منتظر|بی‌مشاور
heard-search-status-claimed = در گفت‌وگو|گفت‌وگو|باز|در جریان
heard-search-status-closed = بسته|بسته‌شده|بسته شده|تمام‌شده|تمام شده
heard-search-acuity-immediate = آنی|خیلی فوری|اضطراری
heard-search-acuity-high = زیاد|فوری
heard-search-acuity-medium = متوسط|معمولی
heard-search-acuity-low = کم|کم‌فوریت
heard-search-topic-couple = همسر|زوج|زناشویی|رابطه
heard-search-topic-marriage = ازدواج|نامزدی
heard-search-topic-divorce = طلاق|جدایی
heard-search-topic-parenting = فرزند|بچه|فرزندپروری|تربیت
heard-search-topic-teenager = نوجوان|نوجوانی
heard-search-topic-grief = سوگ|عزا|داغ|سوگواری
heard-search-topic-stress = اضطراب|استرس|ترس
heard-search-topic-violence = خشونت|آزار|کتک
heard-search-topic-addiction = اعتیاد|مواد
heard-search-topic-money = پول|مالی|بدهی
heard-search-topic-work = کار|شغل|بیکاری
heard-search-topic-housing = مسکن|خانه|سرپناه
heard-search-topic-school = مدرسه|درس
heard-search-topic-health = بیماری|معلولیت|سلامت
heard-search-topic-elders = سالمند|سالمندی
heard-search-topic-legal = حقوقی|قانونی|اداری
heard-search-topic-lonely = تنهایی|تنها
heard-search-topic-other = دیگر|متفرقه
