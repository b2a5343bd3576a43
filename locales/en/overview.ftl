# The view of supervisors and administrators: the overview, its picture, the clocks of the service.

command-overview = The service at a glance

# The message under the picture
overview-title = Overview
overview-open = Open cases: { NUM($open) } · waiting: { NUM($waiting) }
overview-longest = Longest wait in the queue: { $span }
overview-level =
    { $acuity ->
        [immediate] Immediate
        [high] High
        [medium] Medium
       *[low] Low
    }: { NUM($waiting) } waiting, { NUM($claimed) } in talks
overview-late =
    { $count ->
        [0] No case is late.
       *[other] Later than agreed: { NUM($count) }
    }
overview-alerts = Alerts nobody has: { NUM($alerts) } · without an outcome: { NUM($unended) }
overview-referrals = Referrals waiting for a partner: { NUM($count) }
overview-on = At work:
overview-nobody = Nobody is on call, and nobody has a case.
overview-member =
    { $oncall ->
        [yes] { $who } · cases: { NUM($held) } · on call
       *[no] { $who } · cases: { NUM($held) }
    }
overview-more = and { NUM($count) } more

# In the picture
overview-count = { NUM($count) }
overview-tile-open = open cases
overview-tile-waiting = waiting
overview-tile-longest = longest wait
overview-tile-late = later than agreed
overview-tile-alerts = alerts nobody has
overview-tile-referrals = referrals waiting
overview-waits = waiting
overview-talks = in talks
overview-acuity-immediate = Immediate
overview-acuity-high = High
overview-acuity-medium = Medium
overview-acuity-low = Low

button-overview-refresh = Refresh
button-overview-numbers = Figures
button-overview-late = Late: { NUM($count) }

# Late cases
late-none = No case is late.
late-title = These families have waited longer than agreed:
late-line =
    { $code } · { $acuity ->
        [immediate] immediate
        [high] high
        [medium] medium
       *[low] low
    } · { $waited } · { $clock ->
        [claim] nobody has it
        [reply] no first answer
       *[next] no further answer
    }

# First replies
replies-title = From a request to the first answer of a counselor, in working hours. Immediate and high count day and night.
replies-days = Last { NUM($days) } days
replies-none = Last { NUM($days) } days: there were no requests.
replies-prompt = Immediate and high within 5 minutes: { NUM($prompt) } of { NUM($urgent) }
replies-level =
    { $which ->
        [all] All
        [immediate] Immediate
        [high] High
        [medium] Medium
       *[low] Low
    }: half within { $half }, nine in ten within { $most } · { NUM($answered) } answered, { NUM($unanswered) } not
replies-unanswered =
    { $which ->
        [all] All
        [immediate] Immediate
        [high] High
        [medium] Medium
       *[low] Low
    }: no answer yet · { NUM($unanswered) } not answered

# The counselor, before a further answer is late
reply-due = The family of case { $code } has waited { $waited } for your answer. { $left } remain to answer.
reply-late = The family of case { $code } has waited { $waited } for your answer. The time to answer has passed.

# The list of colleagues
staff-seen =
    { $seen ->
        [today] here today
        [yesterday] here yesterday
        [week] here this week
       *[earlier] not here for more than a week
    }
