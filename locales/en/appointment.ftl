# Appointments: a counselor proposes times, the family picks one, both are reminded.

# Days and hours that are to come
day-today = today
day-tomorrow = tomorrow
day-and-date = { $name }, { $day }
day-and-clock = { $day }, { $clock }

# The counselor chooses
command-appoint = Make an appointment
command-appointments = Appointments today and this week
appoint-how = Write /appoint to begin. A time can also be added like this: /appoint 1405/9/20 16:30
appoint-which = With which family?
appoint-nobody = The family of { $code } cannot be written to. Please arrange it yourself.
appointment-way = How will you talk? To leave it: /cancel
appointment-way-title = Way
appointment-way-chat = Here, in writing
appointment-way-phone = By telephone
appointment-way-in_person = In person
appointment-place = Where? Write the address as the family shall read it. To leave it: /cancel
appointment-place-title = Place
times-typed = Write day and hour, such as 1405/9/20 16:30. To leave it: /cancel
times-typed-title = Day and hour
appoint-title =
    Appointment with { $code }, { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] { "" }
       *[other] : { $place }
    }{ $at ->
        [none] { "" }
       *[other] { " · now: " }{ $at }
    }
appoint-line = • { $at }
appoint-which-day = Which day? Up to five times can be proposed.
appoint-which-hour = { $day }, at what time?
appoint-day = { $day }
appoint-hour = { $clock }
appoint-type = I will type it
appoint-stop = Leave it
appoint-back = Another day
appoint-more = One more time
appoint-fresh = Start over
appoint-send = Send to the family
appoint-collides = At { $at } you also have { $other }.
appoint-unfit-soon = That is past, or very near.
appoint-unfit-far = That is very far. Up to three months ahead can be proposed.
appoint-unfit-twice = That time is proposed already.
appoint-unfit-full = Five times are proposed. Send them, or start over.
appoint-first = No proposal is open. First /appoint
appoint-no-times = First choose a time that has not come yet.
appoint-sent =
    { $count ->
        [one] One time went to { $code }. We tell you when they answer.
       *[other] { NUM($count) } times went to { $code }. We tell you when they pick one.
    }
appoint-stopped = All right. Nothing went to { $code }.
appoint-over = This proposal is not open any more. Appointments: /appointments
appoint-agreed-already = You have an appointment with { $code }: /appointments

# review: pending
appoint-waits = They asked us not to write first: this message waits until they write. If they must know sooner, find another way.
appoint-later = This message reaches them in their own hours: { $at }

# What the counselor hears
appoint-agreed =
    The family of { $code } picked { $at }, { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appoint-moved-agreed =
    The appointment with { $code } was moved: { $at }, { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appoint-declined =
    No time fits the family of { $code }: { $why ->
        [earlier] it would like an earlier one.
        [later] it would like a later one.
        [way] it would like another way.
       *[not_now] it wants no appointment for now.
    }
appoint-none-left = The times proposed to { $code } are gone. Please propose others.
appoint-propose = Propose times
appoint-wish-move = The family of { $code } asks for another time. Until it picks one, this holds: { $at }
appoint-wish-again = The family of { $code } asks for another time.
appoint-canceled-by-family = The family of { $code } cannot come; the appointment { $at } is canceled.
appoint-reminder =
    Reminder, appointment with { $code }: { $at }, { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appoint-reminder-nobody = Case { $code } waits in the queue and has this appointment: { $at }. Somebody must take it.
appoint-inherited =
    Case { $code } is yours now and has this appointment: { $at }{ $other ->
        [none] .
       *[other] . It overlaps with { $other }; move one of them.
    }
appoint-ended = Case { $code } was closed, and the appointment { $at } canceled.
appoint-how-went = Did the appointment with { $code }, { $at }, take place?

# What can be done with it
agenda-none = You have no appointment within a week. A new one: /appoint
agenda-past = How did they go?
agenda-today = Today
agenda-week = This week
agenda-line =
    { $at } · { $code } · { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] { "" }
       *[other] : { $place }
    }
agenda-with = with { $who }
agenda-with-nobody = the case is in the queue
agenda-overlap = Overlaps with another appointment.
agenda-show = Appointment { $code }
agenda-one =
    Appointment with { $code }: { $at }, { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appoint-move = Propose another time
appoint-cancel = Cancel it
appoint-took-place = It took place
appoint-no-show = They did not come
appoint-choose = Choose times
appoint-moving = Until the family of { $code } picks another time, it stays { $at }.
appoint-moved = Then propose another time to { $code }.
appoint-cancel-sure = Cancel the appointment with { $code }, { $at }? We tell the family.
appoint-sure = Yes, cancel
appoint-keep = No, keep it
appoint-kept = The appointment with { $code } stays: { $at }
appoint-canceled = The appointment with { $code }, { $at }, is canceled.
appoint-not-yet = It is not time yet.
appoint-took-place-kept = Noted: the appointment with { $code } took place.
appoint-no-show-kept = Noted. The family of { $code } got a few warm words, without reproach.
# review: pending
appoint-no-show-severe = Noted, and the family of { $code } got a few warm words. This case is urgent; if you worry, talk to the supervisor.

# What the family reads
appointment-offer =
    For a talk { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    } these times are free. Press the one that suits you.{ $place ->
        [none] { "" }
       *[other] { " Place: " }{ $place }
    }
appointment-offer-again =
    Your appointment: { $at }, { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
    If one of these times is better, press it. Until then this one stays.
appointment-time = { $day }, { $clock }
appointment-none-fits = None of these
appointment-agreed =
    We have an appointment: { $at }, { $way ->
        [phone] by telephone. Please write a number that is safe to your counselor, here.
        [in_person] in person: { $place }
       *[chat] here.
    }
appointment-reminder-comes = We remind you a day and an hour before.
appointment-without-reminder = You asked us not to write first, so we do not remind you. See it any time with /status
appointment-yours = This time is yours.
appointment-taken = This time was taken just now. Please press another.
appointment-past = This time is past, or very near. Please press another.
appointment-over = This proposal is not open any more. See how it stands with /status
appointment-none-left = These times are gone. We told your counselor to propose others.
appointment-why = All right. What would be better?
appointment-why-earlier = Earlier than these
appointment-why-later = Later than these
appointment-why-way = Another way to talk
appointment-why-not_now = No appointment for now
appointment-declined = We told your counselor. If some day and hour suits you better, write it here.
appointment-stands =
    Your appointment: { $at }, { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appointment-reminder =
    Reminder of your appointment: { $at }, { $way ->
        [phone] by telephone
        [in_person] in person
       *[chat] in writing
    }{ $place ->
        [none] .
       *[other] : { $place }
    }
appointment-other-time = Another time
appointment-cannot-come = I cannot come
appointment-move-asked = We told your counselor to find another time. Until then it stays { $at }.
appointment-cancel-sure = Cancel the appointment { $at }? Your talk stays open here.
appointment-sure = Yes, cancel
appointment-keep = No, I will come
appointment-canceled = It is canceled, and we told your counselor. Whenever you like, we find another time.
appointment-canceled-by-us = The appointment { $at } does not take place; we are sorry. Talk with your counselor here about another time.
# review: pending
appointment-ended = The appointment { $at } does not take place any more, because this talk has ended.
appointment-missed = We missed you; we hope you are well. Whenever you like, we find another time.
appointment-another = I would like another time
appointment-asked-again = We told your counselor. The answer will come here.
