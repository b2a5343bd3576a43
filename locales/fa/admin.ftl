# Administration: invitations, colleagues, the group, and the state of the service.

invite-role = برای چه نقشی دعوت می‌کنید؟
invite-link =
    دعوت برای { $role } { $alias }. یک بار و تا ۷ روز کار می‌کند؛ فقط به خود او بدهید.

    { $link }
button-join = پیوستن
invite-invalid = این دعوت دیگر کار نمی‌کند. از مدیر دعوت تازه بخواهید.
staff-list =
    { $count ->
        [0] هنوز همکاری نیست.
       *[other] همکاران: { NUM($count) }
    }
staff-line =
    { $oncall ->
        [yes] { $who } · { NUM($held) } پرونده · کشیک
       *[no] { $who } · { NUM($held) } پرونده
    }
button-on-call = کشیک: { $alias }
button-off-call = پایان کشیک: { $alias }
button-dismiss = پایان نقش: { $alias }
button-sure-dismiss = بله، پایان نقش
dismiss-sure = نقش { $who } پایان یابد؟ پرونده‌های بازش به صف برمی‌گردند.
dismissed = نقش { $who } پایان یافت و پرونده‌های بازش به صف برگشتند.
duty-changed = کشیک { $alias } عوض شد.
member-left = { $alias } از گروه رفت. نقشش پایان یافت و پرونده‌های بازش به صف برگشتند.
group-lost = کارت‌ها به گروه مشاوران نمی‌رسد. ربات را دوباره در گروه بگذارید؛ صف تا آن وقت با ⁨/queue⁩ کار می‌کند.
group-help = این‌جا فقط کارت‌ها می‌آیند. بقیهٔ کارها در گفت‌وگوی خصوصی با { $name } است.
counselor-unreachable = پیام خانواده به مشاور پروندهٔ { $code } نمی‌رسد. با او تماس بگیرید، یا با ⁨/staff⁩ نقشش را پایان دهید تا پرونده به صف برگردد.
message-lost = یک پیام ({ $kind }) نرسید: { $reason }
health =
    در صف: { NUM($queue) }
    در گفت‌وگو: { NUM($claimed) }
    هشدار باز: { NUM($alerts) }
    پیام نخوانده: { NUM($inbox) }
    پیام نفرستاده: { NUM($outbox) }
    پیام کنار گذاشته: { NUM($parked) }

outage-admins = سرویس { $span } از پیام‌رسان { $messenger } جدا بود. پیام‌های این مدت، اگر رسیده باشند، به ترتیب فوریت جواب می‌گیرند.
due-failed = کار زمان‌دار { $kind } پنج بار انجام نشد و کنار گذاشته شد. گزارش سرویس را ببینید.
