# Care for colleagues. No word here measures anybody.

# To supervisors
welfare-title = این همکاران شاید خسته باشند:
welfare-nobody = امروز نشانه‌ای نیست که بار کسی سنگین بوده باشد.
welfare-of = { $who }
welfare-severe_run = در یک شبانه‌روز { NUM($hard) } پروندهٔ سخت داشته است.
welfare-immediate = در چند ساعت گذشته کنار کسی بوده که در خطر بود.
welfare-long_day = در { NUM($hours) } ساعت از شبانه‌روز گذشته پیام نوشته است.
welfare-many_open = { NUM($count) } پروندهٔ باز دارد.
welfare-notice = شاید وقت یک احوال‌پرسی باشد.
# review: pending
debrief-wished = { $who } پس از پرونده‌ای سنگین دوست دارد با شما حرف بزند. خودتان سراغش بروید.

# To the counselor
# review: pending
debrief = کنار کسی بودید که در خطر بود، و این بار سنگینی است. لازم نیست آن را تنها نگه دارید. حال خودتان چطور است؟
button-debrief-wish = دوست دارم با سرپرست حرف بزنم
button-debrief-fine = فعلاً خوبم
debrief-told = به سرپرست گفتم که دوست دارید حرف بزنید.
debrief-nobody = الان سرپرستی نیست که خبرش کنم. با همکاری که به او اعتماد دارید حرف بزنید.
# review: pending
debrief-fine = خوشحالم. گاهی این چیزها روزها بعد برمی‌گردد؛ آن وقت هم با سرپرست حرف بزنید.
