# Duty: who may have which case and why not, here and away, profiles, shifts, opening hours.

# Why a claim is refused
refused-away = You are marked as away. Send /on when you are back.
refused-shift = This is not your shift; your next one: { $at }. Ask a supervisor to change it.
refused-capacity = You are at your limit: { NUM($held) } cases. Close one, or take one more.
refused-license = This case needs a colleague with a license. If you have one, a supervisor can enter it in your profile.
refused-language = The family speaks a language that is not in your profile.
refused-gender = The family asked for a colleague of the other gender.
refused-topic = This topic is not in your profile.
refused-region = This province is not in your profile.
one-more = You are at your limit: { NUM($held) } cases. Will you take { $code } as well?
button-one-more = I take one more

# Here and away
on-done = You are on duty from now on.
on-later = All right. Your shift begins { $at }.
away-done =
    All right, no new case comes to you until you send /on.{ $held ->
        [0] { "" }
       *[other] { " " }Your { NUM($held) } cases stay with you.
    }
away-off-call = You are no longer on call either.
button-give-back = Give my cases back
given-back = { NUM($count) } cases went back to the queue, and the families know.
nobody-on-call = Nobody is on call from now on. Put somebody on call with /staff.
# review: pending
returned-family = Our colleague had to leave today. Your words are not lost: you stay in line until another colleague goes on, and you need not begin again.

# Profiles
profile =
    { $who }
    Languages: { $languages }
    Topics: { $topics }
    Provinces: { $regions }
    { $gender ->
        [woman] woman
        [man] man
       *[unknown] woman or man: not said
    } · { $licensed ->
        [yes] licensed
       *[no] not licensed
    }
    Capacity: { NUM($capacity) } cases; now { NUM($held) }
    { $available ->
        [yes] here
       *[no] away
    }
profile-all = all
profile-whose = Whose profile?
profile-unknown = I found no colleague of this name. Choose one:
profile-choose = Profile of { $who }: all that they can do. None means all.
button-colleague = { $who }
button-profiles = Profiles
button-profile = Profile
button-skill-language = Languages
button-skill-topic = Topics
button-skill-region = Provinces
button-gender-woman = Woman
button-gender-man = Man
button-license = Licensed
button-less = Fewer cases
button-more-cases = More cases
button-shifts = Shifts
button-rota = On-call rota
button-here = Here

# Shifts and the on-call rota
weekday-0 = Saturday
weekday-1 = Sunday
weekday-2 = Monday
weekday-3 = Tuesday
weekday-4 = Wednesday
weekday-5 = Thursday
weekday-6 = Friday
week-title-w = Shifts of the week:
week-title-c = On-call rota of the week:
week-none-w = No shifts entered: on duty at any time, unless away.
week-none-c = No turns in the rota.
week-shift = { $day } { $begins } to { $ends }
week-line = { $shift }
week-line-of = { $who }: { $shift }
week-next = Next time: { $at }
week-from = { $day }, from which hour?
week-to = { $day }, until which hour? An hour before the beginning is of the next day.
week-clash = This clashes with another shift of the same colleague.
week-told-w = Your shifts have changed:
week-told-c = Your turns in the on-call rota have changed:
button-drop-shift = Take out: { $shift }
button-weekday = { $day }
button-hour = { NUM($hour) }
button-week-w = Shifts
button-week-c = On-call rota
hours-open = These are opening hours.
hours-closed = Outside opening hours; we open again: { $at }
hours-never = No opening hours are set.

# A case that nobody claims, and a claim that went back
unclaimed =
    Nobody has claimed case { $code } yet. Acuity: { $acuity ->
        [immediate] immediate
        [high] high
        [medium] medium
       *[low] low
    }; { $span } in the queue.
lease-released-lead = Case { $code } was with { $who }, had no answer and went back to the queue.
card-pending = Still waits for the first answer.

# The pinned message of the group
digest-title =
    { $count ->
        [0] Nobody is in the queue.
       *[other] In the queue: { NUM($count) }
    }
digest-line = Acuity { $acuity }: { NUM($count) } · longest wait { $span }
digest-alerts =
    { $count ->
        [0] No open alerts.
       *[other] Open alerts: { NUM($count) }
    }
digest-duty =
    { $count ->
        [0] Nobody is on duty.
       *[other] On duty: { $names }{ $more ->
            [0] { "" }
           *[other] { " " }and { NUM($more) } more
        }
    }
digest-on-call =
    { $count ->
        [0] Nobody is on call.
       *[other] On call: { $names }{ $more ->
            [0] { "" }
           *[other] { " " }and { NUM($more) } more
        }
    }
digest-not-pinned = I could not pin the state of the queue in the group. Give the bot the right to pin messages there.

# To families
place-better = You have moved up in line. { $place }
# review: pending
closed-now =
    Our colleagues are not here now; they are back { $at }. Whatever you write stays with us.

    If there is danger, do not wait. Call one of these numbers:
lease-released-many = { NUM($count) } cases of yours stayed without an answer and went back to the queue:
lease-line = { $code }
lease-released-lead-many = { NUM($count) } cases stayed without an answer and went back to the queue:
lease-line-lead = { $code } · was with { $who }
unclaimed-many = { NUM($count) } cases wait, some of them beyond the time to be claimed. The queue: /queue
