# The file of a case: its first page, tasks, goals, closing with a second yes, the timeline.

# The first page
case-how = Write the code of the case after the command: ⁨/case⁩ and the code. Your own cases are under ⁨/mycases⁩.
help-coordinator = ⁨/case⁩ and the code of a case: who has it, and where it stands
case-which = Which case shall I open?
case-refused = Case { $code } is not yours. If you need it, ask whoever has it, or a supervisor.
case-head =
    Case { $code } · urgency { $acuity }
    Topic: { $topic } · { $place }
    Since { $since }
case-stage-waiting = Status: in the queue
case-stage-claimed = Status: with { $who }, since { $at }
case-stage-closing = Status: with { $who }; its closing waits for a supervisor
case-stage-closed = Status: closed, { $at }. Outcome: { $outcome }
case-closing = Outcome as written: { $outcome }, { $at }
case-household = Household: { $adults ->
        [0] { "" }
       *[other] adults { NUM($adults) }
    }{ $both ->
        [yes] { ", " }
       *[no] { "" }
    }{ $children ->
        [0] { "" }
       *[other] children and teenagers { NUM($children) }
    }
case-heard = The family last wrote: { $at }
case-unheard = The family has not written in the talk yet.
case-notes =
    { $count ->
        [0] There are no notes.
       *[other] Notes: { NUM($count) }
    }
case-plan-none = There is no safety plan.
case-plan =
    Safety plan: version { NUM($version) }, { $at }{ $sent ->
        [yes] { " · given to the family" }
       *[no] { " · not given yet" }
    }
button-case-file = Case file
button-talk-so-far = Talk so far
button-answers = Assessment
button-notes = Notes
button-timeline = Timeline
button-tasks = Tasks
button-goals = Goals
button-plan = Safety plan
button-reopen = Open again

# The talk so far
talk-none = Case { $code } has no talk yet.
talk-title = The talk of { $code }
talk-line =
    { $author ->
        [family] Family
       *[staff] Colleague
    }, { $at }
    { $text }
talk-media = Picture, voice or file: { $caption }
talk-location = A place

# Tasks
tasks-none = You have no open task. To write one: ⁨/task⁩
tasks-mine = Your open tasks: { NUM($count) }
tasks-of-case = Open tasks: { NUM($count) }
tasks-case-none = Case { $code } has no open task.
tasks-overdue = Overdue in other cases:
tasks-line =
    { NUM($place) }. { $code } · { $day }{ $late ->
        [yes] { " · overdue" }
       *[no] { "" }
    }
    { $text }
button-task-done = Done: { NUM($place) }
button-task-later = Tomorrow: { NUM($place) }
button-new-task = New task
task-which = Which case is the task for?
task-is-done = Done.
task-is-later = You will be reminded tomorrow at nine.
task-kept = The task of case { $code } is kept. You will be reminded in the morning of { $day }.
task-past = That day is over. Write another one.
task-reminder =
    { $which ->
        [today] Today's task, case { $code }:
        [late] Two days after its reminder this task is still open. Case { $code }, for { $day }:
       *[nobody] A task of case { $code }, which nobody has now:
    }
    { $text }
task-text = What is to be done? To drop it: ⁨/cancel⁩
task-text-title = Task
task-day = When?
task-day-title = Day
task-day-tomorrow = Tomorrow
task-day-three_days = In three days
task-day-week = In a week
task-day-date = Another day
task-date = Write the day, for example 2026-12-11
task-date-title = Day

# Goals
goals-none = Case { $code } has no goals.
goals-title = Goals: { NUM($count) }
goals-line =
    { $state ->
        [open] Open
        [reached] Reached
       *[dropped] Dropped
    }: { $text }
goals-open = { NUM($place) }. { $text }
button-goal-reached = Reached: { NUM($place) }
button-goal-dropped = Dropped: { NUM($place) }
button-new-goal = New goal
goal-is-reached = Written down as reached.
goal-is-dropped = Dropped.
goal-text = Which goal did you and the family agree on? One short sentence. To drop it: ⁨/cancel⁩
goal-text-title = Goal

# Closing
close-tasks = Case { $code } still has open tasks: { NUM($count) }. Closing drops them.
button-close-anyway = Close it anyway
# review: pending
close-supervised = This case was high or immediate at some time. Another supervisor approves its closing, and the family sees nothing until then.
closing-waits-already = The closing of this case waits for a supervisor.
closing-asked = The closing of case { $code } (outcome: { $outcome }) went to the supervisors. The talk stays open until one approves.
closing-asked-nobody = The closing of case { $code } (outcome: { $outcome }) needs another supervisor, and there is none now. The administrator was told; the talk stays open.
closing-without-supervisor = The closing of case { $code } needs a supervisor, and there is no other one. Invite one with ⁨/invite⁩.
closing-question =
    { $who } wants to close case { $code }.
    Outcome: { $outcome } · since { $since }
    This case was high or immediate at some time.
button-approve-closing = I approve the closing
button-send-back = Back to the counselor
button-take-back = Keep it open
closing-own = A case that is yours is closed by another supervisor.
closing-back = Case { $code } went back to its counselor. Now write what is left to do.
closing-back-owner = { $who } did not close case { $code } and sent it back to you. A note follows.
closing-approved = { $who } approved the closing of case { $code }.
closing-was-approved = { $who } approved it before.
closing-was-returned = { $who } sent it back before.
closing-note =
    Note of { $who } about closing { $code }:
    { $text }
closing-note-sent = The counselor of case { $code } has your note.
closing-note-gone = This note has no place any more. Use ⁨/note⁩.
sendback-note = What is left to do? The counselor reads exactly this. To write nothing: ⁨/cancel⁩
sendback-note-title = Note

# Opening again
reopen-how = Write the code of the case after the command: ⁨/reopen⁩ and the code.
reopen-open = Case { $code } is not closed.
reopen-late = Case { $code } cannot be opened again: more than 30 days have passed, or its data was erased.
reopen-other = The family of case { $code } has another open request.
reopen-not-yours = You cannot open case { $code } again. Ask a supervisor.
reopened = Case { $code } is open again, and yours.
# review: pending
reopened-family = Our talk is open again. Write whenever you like.

# A silent family
dormant-ask = The family of case { $code } has written nothing for { $span }. What will you do with the case?
button-still-open = There is still work
button-close-silent = Close: no answer
dormant-kept = Case { $code } stays open.
dormant-told = The family of case { $code } has written nothing for { $span }, and { $who } has done nothing this week.

# The timeline
timeline-title = Timeline of { $code } · page { NUM($page) } of { NUM($pages) }
timeline-line = { $at } · { $who }: { $what }
timeline-messages =
    { $day } · { $author ->
        [family] family
       *[staff] colleague
    }: messages { NUM($count) }
timeline-ourselves = the bot
timeline-family = family
button-newer = Newer
timeline-other = something else ({ $what })
timeline-acuity = urgency is now { $level }
timeline-closed = closed: { $outcome }
timeline-opened = opened
timeline-entered = entered
timeline-claimed = claimed
timeline-lease_expired = unanswered, back to the queue
timeline-released = back to the queue
timeline-leads = leads on safety
timeline-noted = wrote a note
timeline-withdrew = withdrew the request
timeline-reopened = opened it again
timeline-closing_asked = asked to close
timeline-closing_approved = approved the closing
timeline-closing_sent_back = sent the closing back
timeline-closing_taken_back = took the closing back
timeline-task_added = wrote a task
timeline-task_done = did a task
timeline-task_moved = put a task off
timeline-goal_added = wrote a goal
timeline-goal_reached = reached a goal
timeline-goal_dropped = dropped a goal
timeline-plan_written = wrote a safety plan
timeline-plan_sent = gave the safety plan to the family
timeline-dormant_asked = asked about the silence of the family
timeline-dormant_told = told supervisors of the silence
timeline-kept_open = kept it open
timeline-alert_raised = safeguarding alert
timeline-alert_taken = took the alert
timeline-alert_ended = wrote the outcome of the alert
timeline-offered = offered to hand it over
timeline-took_back = took the offer back
timeline-took_over = took it over
timeline-transfer_expired = the offer was not answered in time
timeline-gave_back = gave it back to the queue
timeline-assigned = assigned it by hand
timeline-asked_for = asked to have it
timeline-other_counselor = asked for another colleague
timeline-appointment_proposed = proposed times
timeline-appointment_agreed = agreed on a time
timeline-appointment_moved = moved the appointment
timeline-appointment_move_asked = asked to move the appointment
timeline-appointment_declined = declined the times
timeline-appointment_canceled = canceled the appointment
timeline-appointment_took_place = wrote that it took place
timeline-appointment_no_show = wrote that the family did not come
timeline-referred = wrote a referral
timeline-consent_asked = consent to a referral was asked
timeline-agreed = agreed to the referral
timeline-declined = declined the referral
timeline-withdrew_consent = took the consent back
timeline-received = received the referral letter
timeline-revoked = took the referral back
timeline-referral_expired = the referral expired
timeline-referral_accepted = accepted the referral
timeline-referral_refused = refused the referral
timeline-referral_done = the referral is done
