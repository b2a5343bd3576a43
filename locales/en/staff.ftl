# Casework: the talk, the assessment as the counselor reads it, notes, closing.

# Who is who
staff-title = { $role } { $alias }
staff-former = a former colleague
role-counselor = Counselor
role-social_worker = Social worker
role-volunteer = Volunteer
role-supervisor = Supervisor
role-coordinator = Coordinator
role-administrator = Administrator
role-partner = Partner
role-on_call = Counselor on call

# Home and help
staff-home = You are { $who }.
staff-welcome = Welcome. From now on you are { $who }.
help-staff =
    What you write here reaches the family you are talking with. To answer another family, reply to its message. Most things have a button under each case.

    Queue and cases
    /queue queue; /next claim the most urgent case
    /mycases my cases
    /case the whole case; /search search for cases
    /contact record a call or a visit

    The talk
    /reply a canned reply; /addreply add one
    /macro several things with one press
    /appoint make an appointment; /appointments all of them
    /series offer a family short messages
    /again ask again how a family is

    In a case
    /note a note that the family does not see; /notes all of them
    /task a new task; /tasks my tasks
    /refer refer to a partner
    /transfer hand over to a colleague or the queue; /ask ask a colleague for a case
    /close close it; /reopen open it again

    Myself
    /away I am away; /on I am back
    /shifts shifts; /oncall begin or end being on call
    /alerts alerts and their outcomes
    /profile profile
help-admin =
    /overview the service at a glance
    /invite invite a colleague
    /staff colleagues and who is on call
    /profile profiles
    /shifts shifts and the on-call rota
    /partners partner institutions
    /alerts alerts and their outcomes
    /block block by a case code, and the list of blocks
    /donations what was donated
    /health state of the service
refused-role = Your role does not include this. Ask a supervisor or an administrator.
command-for-families = This command is for families. Your help: /help
command-unknown = I do not know this command. Help: /help

# The talk
facing = You are now talking with { $code }.
facing-now =
    You are now talking with this case:
    { $code } · { $topic } · { $place }
mycases-none = You have no case. Queue: /queue
mycases-title = Your cases: { NUM($count) }
mycases-line =
    Case { $code } · { $topic }
    { $place }
    { $current ->
        [yes] since { $since } · the talk you are in
       *[no] since { $since }
    }
button-case = { $code } · { $topic }
button-face = Talk with this one
not-your-case = This case is not yours.

# The assessment
details-title =
    Case { $code } · acuity { $acuity ->
        [immediate] immediate
        [high] high
        [medium] medium
       *[low] low
    }
    Topic: { $topic } · { $place }
details-reasons = Reason for the acuity: { $reasons }
details-no-answers = The questions have not been answered yet.
details-earlier = Earlier case: { $code } · { $outcome }
# review: pending
details-contact-any = Contact: writing is safe.
# review: pending
details-contact-neutral = Contact: plain messages only; do not name the matter. Somebody else may see the phone.
# review: pending
details-contact-wait = Contact: do not write first. Your message is kept until they write.
details-contact-unknown = Contact: not asked yet; write plainly and do not name the matter.
details-how = Write here to reach the family; with several cases I ask for which one. They do not see your name or account.
details-voice = { $code } · voice note of the assessment
button-close = Close the case
button-canned = Canned reply
button-appoint = Make an appointment

# Notes
note-how = Write the note after the command: /note text of the note
note-which = You have several cases. Reply to a message of the one you mean and send the command again.
note-kept = The note is kept with case { $code }. The family does not see it.
notes-none = Case { $code } has no notes.
notes-title = Notes of { $code }
notes-line =
    { $who }, { $at }
    { $text }

# Closing
close-which = Which case do you close?
close-outcome = With what outcome does case { $code } close?
button-keep-open = Keep it open
close-kept = Case { $code } stays open.
close-done = Case { $code } is closed. Outcome: { $outcome }
case-closed-already = This case is closed.
outcome-helped = We talked
outcome-referred = Referred to a partner
outcome-no_response = No more answers
outcome-withdrawn = They did not want to
outcome-not_counseling = Not a matter for us
outcome-other = Other outcome
outcome-erased = Data erased
outcome-merged = Joined with another request
# review: pending
erase-staff = You are one of our staff. First an administrator ends your role, then press /delete.
oncall-on = You are on call from now on, and safeguarding alerts reach you.
oncall-off = You are no longer on call.
