# Danger: what the person reads at once (the numbers follow below each text), and what staff are told.

# review: pending
safety-suicide = It is good that you said it; that is not easy. We have told our colleagues, but do not wait for our answer. Call one of these numbers now:
# review: pending
safety-violence = Thank you for telling us; nobody should have to live in fear. We have told our colleagues, but do not wait for our answer. If you can, go to a safer place and call one of these numbers:
# review: pending
safety-child = Thank you for telling us; we take this seriously. We have told our colleagues, but do not wait for our answer. Call one of these numbers now:
# review: pending
safety-medical = It is good that you wrote; this can be a danger to life. We have told our colleagues too, but do not wait for our answer. Call one of these numbers now:
# review: pending
safety-danger = Thank you for telling us. We have told our colleagues, but do not wait for our answer. Call one of these numbers now:
# review: pending
safety-help = We hear you. We have told our colleagues, but we do not know when they will answer. If there is danger, call one of these numbers now:
# review: pending
safety-unsure = That you are worried matters. If you feel that danger is near, do not wait for us and call one of these numbers:
# review: pending
helpline = { $number } · { $name }
# review: pending
button-need-help = Yes, I need help
# review: pending
button-not-meant = No, I did not mean that
# review: pending
safety-yes = Your request is first in the queue, and our colleagues know. We do not know how many minutes it takes; write here whatever you want. If danger is near, call one of these numbers:
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
