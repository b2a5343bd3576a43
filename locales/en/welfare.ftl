# Care for colleagues. No word here measures anybody.

# To supervisors
welfare-title = These colleagues may be tired:
welfare-nobody = There is no sign today that anybody carried too much.
welfare-of = { $who }
welfare-severe_run = Had { NUM($hard) } hard cases within a day.
welfare-immediate = Was with somebody in danger in the last hours.
welfare-long_day = Wrote messages in { NUM($hours) } hours of the last day.
welfare-many_open = Has { NUM($count) } open cases.
welfare-notice = It may be time to ask how they are.
# review: pending
debrief-wished = { $who } would like to talk with you after a heavy case. Please go to them.

# To the counselor
# review: pending
debrief = You were with somebody in danger, and that is heavy. You need not keep it to yourself. How are you?
button-debrief-wish = I would like to talk to a supervisor
button-debrief-fine = I am all right for now
debrief-told = I have told a supervisor that you would like to talk.
debrief-nobody = There is no supervisor whom I could tell now. Talk with a colleague you trust.
# review: pending
debrief-fine = I am glad. Such things may come back days later; talk with a supervisor then, too.
