# One place for all that comes by itself, and the hours in which nothing comes.

command-reminders = یادآوری‌های من
reminders = این‌ها خودشان می‌آیند:
reminders-none = الان چیزی نیست که خودش بیاید.
reminder-line = { "\u200F" }{ NUM($place) }. { $text }
reminder-button = { "\u200F" }{ NUM($place) }. { $label }
reminder-appointment = قرار: { $at }
reminder-series = پیام‌های «{ $title }»: { $at }
reminder-series-waits = پیام‌های «{ $title }»: { $why ->
        [case] از روز بعد از پایان گفت‌وگویتان
       *[hand] هر وقت خودتان برش دارید
    }
# review: pending
reminder-follow-up = پرسیدن حالتان: { $at }
button-later-day = یک روز دیرتر
button-follow-up-stop = نپرسید
reminder-moved = باشد، یک روز دیرتر می‌رسد.
reminder-stopped = باشد، نمی‌آید.

# Quiet hours
quiet-hours = ساعت‌های آرام: از { $begins } تا { $ends } چیزی خودش نمی‌آید.
quiet-never = ساعت آرامی تعیین نشده است.
button-quiet = تغییر ساعت‌های آرام
button-clock = { $clock }
button-quiet-usual = مثل همه
quiet-from = از چه ساعتی چیزی نیاید؟
quiet-until = از { $begins } تا چه ساعتی؟
quiet-kept = باشد، در این ساعت‌ها چیزی خودش نمی‌آید.
