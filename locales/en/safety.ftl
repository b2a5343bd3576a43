# Danger: what the person reads at once (what we heard, who knows of it, what to do, and the numbers below), and what staff are told.

# review: pending
safety-suicide = It is good that you said it; that is not easy.
# review: pending
safety-violence = Thank you for telling us; nobody should have to live in fear.
# review: pending
safety-child = Thank you for telling us; we take this seriously.
# review: pending
safety-medical = It is good that you wrote; this can be a danger to life.
# review: pending
safety-danger = Thank you for telling us.
# review: pending
safety-help = We hear you.
# review: pending
safety-told = We have told our colleagues, but do not wait for our answer.
# review: pending
safety-nobody = None of us is on duty now; we have messaged our colleagues, but they may see it late.
# review: pending
safety-call = Call one of these numbers now:
# review: pending
safety-call-violence = If you can, go to a safer place and call one of these numbers:
# review: pending
safety-call-help = If there is danger, call one of these numbers now:
# review: pending
safety-call-near = If danger is near, call one of these numbers:
# review: pending
safety-unsure = That you are worried matters. If you feel that danger is near, do not wait for us and call one of these numbers:
# review: pending
helpline = { $number } · { $name }
# review: pending
button-need-help = Yes, I need help
# review: pending
button-not-meant = No, I did not mean that
# review: pending
safety-yes = Your request is first in line; write here whatever you want.
# review: pending
safety-no = Sorry, we misunderstood. A colleague will take a look to be sure. Please go on where you were.

# To staff
alert =
    Safeguarding alert: { $category }
    { $at }
alert-suicide = suicide or self-harm
alert-violence = violence
alert-child = harm to a child
alert-medical = medical danger to life
alert-danger = said “in danger right now”
alert-help = emergency button
alert-case = Case: { $code }
alert-said =
    Written:
    { $said }
alert-nobody = A safeguarding alert was raised and there is no colleague to tell. Coordinator: please look now.
button-acknowledge = I take it
alert-yours = This alert is yours.
alert-taken = { $who } has this alert.
alert-acknowledged = { $who } has it.
# review: pending
alert-guide =
    This alert is yours. A guide:
    1. Say what your role is, and that you have read the message.
    2. Ask whether they are alone or with somebody now, and whether the place is safe.
    3. If they speak of suicide, ask plainly: are there thoughts? A plan? Means at hand? When?
    4. If danger is near, name the numbers and tell the supervisor at once.
button-talk = Begin to talk
alert-confirmed = The person said: “Yes, I need help.” The case has immediate acuity.
alert-mistaken = The person said: “I did not mean that.” The alert stays open until somebody has looked.

# While nobody takes it
alert-waits =
    { $step ->
        [next] { $span } have passed and nobody has taken this alert. It is your turn.
        [again] { $span } have passed and nobody has taken this alert. It is the turn of { $who }; if you can sooner, take it.
        [supervisors] { $span } have passed and nobody has taken this alert. It is the supervisors' turn.
       *[everybody] { $span } have passed and still nobody has this alert. Everybody got this message.
    }
alert-group = For { $span } nobody has taken a safeguarding alert. Whoever can, send /alerts in the private chat with the bot.
alert-group-taken = { $who } has the safeguarding alert now.

# How it ended
button-outcome = Outcome of the alert
alert-outcome-safe = We talked; safe now
alert-outcome-help_called = Help was called
alert-outcome-referred = Referred to supervisor
alert-outcome-not_reached = No answer
alert-outcome-mistaken = Mistaken; no danger
alert-how-ended = What came of this alert?
alert-how-ended-again = You have had the alert “{ $category }” for { $span }, and its outcome is not written. What came of it?
alert-without-outcome = { $who } has had the alert “{ $category }” for { $span }, and its outcome is not written. Ask them, or write it yourself.
alert-ended =
    The outcome is written: { $outcome }
    If there is something to add, write it in one message, as a reply to this one.
alert-ended-by = { $who } wrote the outcome: { $outcome }
alert-ended-already = The outcome of this alert is written.
alert-referred = { $who } referred this alert to the supervisor. It is yours from now on.
alert-note-first = Choose the outcome first. Then write your words as a reply to this message.
alert-note-how = Write the words as a text. This message did not go to the family.
alert-note-kept = Your words are kept beside the outcome. The family does not see them.
alert-note-there = Whoever wrote the outcome adds words to it, once. This message did not go to the family.

# The list
alerts-none = There is no open alert.
alerts-title = Open alerts: { NUM($count) }
alerts-line =
    Alert { NUM($place) }: { $category } · { $since }
    { $step ->
        [taken] { $who } has it; the outcome is not written.
        [on_call] Nobody has it. Those on call were told.
        [next] Nobody has it. The next person was told.
        [supervisors] Nobody has it. The supervisors were told.
       *[everybody] Nobody has it. Everybody was told.
    }{ $answered ->
        [confirmed] { " The person said they need help." }
        [mistaken] { " The person said they did not mean that." }
       *[no] { "" }
    }
button-take-alert = I take alert { NUM($place) }
button-end-alert = Outcome of alert { NUM($place) }

# What has ended
alerts-ended-title = Ended in the last two weeks: { NUM($count) }
alerts-ended-line =
    { $category } · { $raised }
    Outcome: { $outcome }
    { $who }, { $at }
alerts-ended-note = Note: { $note }
