# Urgency and its reasons, changing it, a minor's case, and contacts that were no matter for us.

# Reasons of triage
reason-danger_now = گفته همین حالا خطر هست
reason-danger_unsure = مطمئن نیست در امان باشد
reason-danger_words = نوشته‌اش از خطر می‌گوید
reason-words_suicide = نوشته‌اش از خودکشی می‌گوید
reason-words_violence = نوشته‌اش از خشونت می‌گوید
reason-words_child = نوشته‌اش از آسیب به کودک می‌گوید
reason-words_medical = نوشته‌اش از خطر جسمی می‌گوید
reason-safety_self = به فکر آسیب به خود بوده
reason-safety_self_now = همین حالا به فکر آسیب به خود است
reason-safety_self_recent = تازگی به فکر آسیب به خود بوده
reason-safety_self_past = پیش‌تر به فکر آسیب به خود بوده
reason-safety_hurt_me = کسی به او آسیب زده
reason-safety_hurt_me_now = همین حالا کسی به او آسیب می‌زند
reason-safety_hurt_me_recent = تازگی کسی به او آسیب زده
reason-safety_hurt_me_past = پیش‌تر کسی به او آسیب زده
reason-safety_hurt_by_me = کسی از دست او آسیب دیده
reason-safety_hurt_by_me_now = همین حالا کسی از دست او آسیب می‌بیند
reason-safety_hurt_by_me_recent = تازگی کسی از دست او آسیب دیده
reason-safety_hurt_by_me_past = پیش‌تر کسی از دست او آسیب دیده
reason-safety_child = کودکی آسیب دیده
reason-safety_child_now = همین حالا کودکی آسیب می‌بیند
reason-safety_child_recent = تازگی کودکی آسیب دیده
reason-safety_child_past = پیش‌تر کودکی آسیب دیده
reason-minor_safety = نوجوان است و در امان نیست
reason-minor_violence = نوجوان است و از خشونت گفته
reason-violence_together = با کسی که آزار می‌دهد هم‌خانه است
reason-violence_afraid = از کسی که آزار می‌دهد می‌ترسد
reason-burden_pregnant = کسی در خانه باردار است
reason-burden_newborn = نوزاد در خانه است
reason-burden_disability = کسی در خانه معلولیت دارد
reason-burden_illness = کسی در خانه بیماری سخت دارد
reason-burden_displaced = آواره شده‌اند
reason-burden_home_lost = خانه‌شان را از دست داده‌اند
reason-burden_income_lost = درآمدشان قطع شده
reason-k6_high = در پرسش‌های حال، پریشانی زیاد
reason-who5_low = در پرسش‌های آرامش، آرامش کم

# Changing the urgency
acuity-level-immediate = آنی
acuity-level-high = زیاد
acuity-level-medium = متوسط
acuity-level-low = کم
acuity-how = کد پرونده را پس از دستور بنویسید: ⁨/acuity⁩ و کد
acuity-which = فوریت پروندهٔ { $code } حالا «{ $now }» است. چه باشد؟
acuity-reason = فوریت پروندهٔ { $code } «{ $level }» بشود؟ دلیلش را بزنید.
acuity-why-danger_grew = خطر بیشتر شده
acuity-why-danger_passed = خطر گذشته
acuity-why-safe_with_support = با همراهی در امان است
acuity-why-misheard = حرفش را اشتباه فهمیدیم
acuity-why-other_facts = چیز تازه‌ای دانستیم
acuity-kept = فوریت پروندهٔ { $code } همان ماند.
acuity-moved = فوریت این پرونده همین حالا عوض شد. دوباره نگاه کنید.
acuity-done =
    فوریت پروندهٔ { $code } از «{ $before }» به «{ $after }» رسید.
    دلیل: { $reason }
acuity-told =
    فوریت پروندهٔ { $code } از «{ $before }» به «{ $after }» رسید.
    دلیل: { $reason }
    کار { $who }
details-acuity-changed = فوریت از «{ $before }» به «{ $after }»: { $reason } ({ $who }، { $at })
button-acuity = تغییر فوریت
button-keep-acuity = همان بماند
code-mistyped = این کد درست نیست. یک بار دیگر نگاهش کنید.
code-unknown = پرونده‌ای با کد { $code } نداریم.

# A minor's case
# review: pending
details-minor = این پرونده برای نوجوان است. نگویید حرف‌هایش بین خودتان می‌ماند؛ دربارهٔ خطر با سرپرست ایمنی حرف بزنید.
# review: pending
minor-waits = پروندهٔ { $code } برای نوجوان است. تا یکی از سرپرست‌ها ایمنی او را نپذیرد، همکاران نمی‌توانند پرونده را بردارند.
button-lead = سرپرستی ایمنی با من
lead-yours = سرپرستی ایمنی پروندهٔ { $code } با شماست. حالا همکاران می‌توانند بپذیرند.
lead-already-yours = سرپرستی ایمنی { $code } از پیش با شماست.
lead-told = سرپرستی ایمنی پروندهٔ { $code } با { $who } است.
lead-other = سرپرستی ایمنی این پرونده با { $who } است.
refused-minor = این پرونده برای نوجوان است؛ اول سرپرست باید «سرپرستی ایمنی با من» را بزند.
next-none = در صف پرونده‌ای نیست که حالا بتوانید بپذیرید.
next-passed-over = فوری‌تر از این هم منتظر است: { $code } · فوریت { $acuity ->
        [immediate] آنی
        [high] زیاد
        [medium] متوسط
       *[low] کم
    }

# No matter for us
close-kind = پروندهٔ { $code }: موضوع مشاوره نبود. چه بود؟
contact-kind-silent = چیزی نگفت
contact-kind-joke = شوخی بود
contact-kind-wrong_number = اشتباهی آمده بود
contact-kind-abuse = توهین یا آزار بود

# Help
help-supervisor =
    ⁨/overview⁩ نمای کلی
    ⁨/acuity⁩ تغییر فوریت یک پرونده
    ⁨/switchboard⁩ تقسیم دستی صف
    ⁨/assign⁩ دادن پرونده به یک همکار
    ⁨/staff⁩ همکاران و کشیک
    ⁨/feedback⁩ نظر خانواده‌ها
    ⁨/listen⁩ همراه‌خوانی یک گفت‌وگو؛ مشاورش می‌داند
    ⁨/whisper⁩ پیام به مشاور آن گفت‌وگو؛ خانواده نمی‌بیند
    ⁨/block⁩ مسدود کردن با کد پرونده، و فهرست مسدودها
    ⁨/welfare⁩ همکارانی که شاید خسته باشند
