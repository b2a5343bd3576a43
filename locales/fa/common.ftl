# Shared words: buttons, answers, times, places, languages, commands. Commands stand between U+2068 and U+2069.

# Lists and summaries
list-comma = { "، " }
review-line = { "\u200F" }{ $title }: { $answer }
answer-skipped = گفته نشد
answer-voice = پیام صوتی، { NUM($seconds) } ثانیه
answer-secret = پیش ما ماند

# Buttons of questions
button-confirm = بفرست
button-change = تغییر: { $what }
button-back = بازگشت
button-skip = رد شو
button-omit = این بخش را رد کن
# review: pending
button-help-now = کمک فوری
button-marked = { "\u200F" }✓ { $label }
button-unmarked = { $label }
button-done = همین‌ها
button-earlier = قبلی‌ها
button-later = بقیه
button-all = همه را نشان بده

# Presses
press-old = این دکمه دیگر کار نمی‌کند. از پیام آخر ادامه بدهید.
press-counted = این را پیش از این زده بودید و رسیده است.
still-open = با این تغییر، یک پرسش دیگر باز شد.
pick-one = دست‌کم یکی را انتخاب کنید.
pick-fewer = بیشتر از { NUM($most) } تا نمی‌شود. اول یکی را بردارید.
back-first = این اولین پرسش است.

# Answers that a question does not take
words-added = این را هم اضافه کردم.
kept-early = این را نگه داشتم و با درخواستتان می‌رود. حالا یکی از دکمه‌ها را بزنید.
retry-choice = شنیدم؛ کمی جلوتر جای گفتنش هست. فعلاً یکی از دکمه‌ها را بزنید.
retry-search = چنین جایی پیدا نکردم. نامش را کوتاه‌تر بنویسید، یا از دکمه‌ها انتخاب کنید.
retry-words = این‌جا می‌توانید با کلمه‌های خودتان بنویسید، حتی یک جمله.
retry-voice = این‌جا نمی‌توانم به صدا گوش بدهم. یکی از دکمه‌ها را بزنید؛ کمی جلوتر جای حرف زدن هست.
retry-long = این پیام از { NUM($most) } حرف بلندتر است. آن را در دو پیام بفرستید.
retry-form = این را نتوانستم بخوانم. به همان شکلی بنویسید که در پرسش آمده است.
retry-edited = پیامی را که ویرایش کنید، این‌جا نمی‌بینم. جوابتان را در یک پیام تازه بنویسید.
retry-location = جای شما را لازم نداریم و نگهش نداشتیم. همین پرسش را جواب بدهید.
retry-contact = شمارهٔ تماس را لازم نداریم و نگهش نداشتیم. همین پرسش را جواب بدهید.
retry-other = این را نمی‌توانم بخوانم. یکی از دکمه‌ها را بزنید، یا بنویسید.
conversation-left = باشد، از پرسش‌ها بیرون آمدیم. هر وقت خواستید، بنویسید.

# What people say in a whole message
heard-skip = رد شو|رد|بعدی|رد کن|نمی‌گویم|نمی‌خواهم بگویم|نمی‌دانم|نمی‌دونم|بلد نیستم|skip
heard-thanks = ممنون|ممنونم|مرسی|خیلی ممنون|خیلی ممنونم|دستتون درد نکنه|دستتان درد نکند|دست شما درد نکنه|سپاس|سپاسگزارم|تشکر|متشکرم|باشه|باشد|چشم|اوکی|خداحافظ|خدانگهدار|خدا خیرتون بده|خدا خیرتان بدهد|لطف کردید|زنده باشید
heard-menu = منو|فهرست|گزینه‌ها
heard-start = شروع|سلام|شروع کن|از اول|استارت

# Lengths of time
span-moment = کمتر از یک دقیقه
span-minutes = { NUM($count) } دقیقه
span-hours = { NUM($count) } ساعت
span-days = { NUM($count) } روز

# Moments
when-today = امروز ساعت { $clock }
when-yesterday = دیروز ساعت { $clock }
when-tomorrow = فردا ساعت { $clock }
when-day = { $day }، ساعت { $clock }

# Places
place-abroad = خارج از ایران
place-unknown = جا گفته نشده
place-province = استان { $province }
place-county = { $county }، استان { $province }

# Languages
language-which = به چه زبانی حرف بزنیم؟ | Language
language-fa = فارسی
language-en = English
language-set = از این‌جا به بعد فارسی می‌نویسم.

# When something of ours goes wrong
may-be-repeated = (شاید این پیام را دو بار ببینید؛ یکی است.)
# review: pending
storage-trouble =
    ببخشید، پیامتان به ما نرسید؛ مشکل از ماست، نه از شما. کمی بعد دوباره بفرستید.

    اگر خطری هست، همین حالا یکی از این‌ها را بگیرید:
    ۱۱۵ اورژانس
    ۱۲۳ اورژانس اجتماعی
    ۱۱۰ پلیس
# review: pending
parked =
    این‌جا چیزی درست کار نکرد؛ تقصیر شما نیست. پیامتان نزد ماست و همکارمان نگاهش می‌کند.

    اگر خطری هست، منتظر نمانید و یکی از این شماره‌ها را بگیرید:
parked-notice = یک پیام پردازش نشد و کنار گذاشته شد: شمارهٔ { $id }. گزارش سرویس را ببینید.

# The bot's own page in the messenger
bot-description = سلام. برای شروع، دکمهٔ پایین صفحه را بزنید.
bot-short-description = این‌جا می‌توانید بنویسید.

# Command menus
command-start = شروع
command-menu = گزینه‌ها
command-status = درخواست من کجاست
command-privacy = حریم شما
command-language = زبان
command-link = وصل کردن دو پیام‌رسان
command-help = راهنما
command-cancel = کنار گذاشتن یا پس گرفتن
command-delete = پاک کردن اطلاعات من
command-queue = صف
command-next = پذیرفتن فوری‌ترین پرونده
command-mycases = پرونده‌های من
command-note = یادداشت داخلی
command-notes = خواندن یادداشت‌ها
command-close = بستن پرونده
command-contact = ثبت تماس تلفنی یا حضوری
command-refer = ارجاع به مرکز همکار
command-on = برگشتم
command-away = نیستم
command-shifts = شیفت‌ها و نوبت کشیک
command-profile = مشخصات همکاران
command-ask = خواستن پروندهٔ یک همکار
command-assign = دادن پرونده به یک همکار
command-switchboard = تقسیم دستی صف
command-transfer = سپردن پرونده به همکار یا صف
command-oncall = شروع یا پایان کشیک
command-alerts = هشدارها و نتیجه‌ها
command-invite = دعوت همکار
command-acuity = تغییر فوریت یک پرونده
command-staff = همکاران
command-partners = مرکزهای همکار
command-referrals = ارجاع‌های باز
command-donations = کمک‌های مالی
command-health = وضعیت سرویس
command-case = پروندهٔ کامل
command-tasks = پیگیری‌های من
command-task = پیگیری تازه
command-reopen = باز کردن دوبارهٔ یک پرونده
command-reply = پاسخ آماده
command-addreply = پاسخ آمادهٔ تازه
command-macro = چند کار با یک دکمه
command-listen = همراه‌خوانی یک گفت‌وگو
command-whisper = پیام به مشاور آن گفت‌وگو
command-block = مسدود کردن، و فهرست آن
command-welfare = حال همکاران
