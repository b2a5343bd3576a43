# The safety plan: as the counselor writes it, and as the family reads it.

# Writing it
# review: pending
plan-signs = Step 1 of 6. How do they notice that a hard day is coming? Use their words. To drop it: ⁨/cancel⁩
plan-signs-title = Signs
# review: pending
plan-myself = Step 2 of 6. What calms them when they are alone?
plan-myself-title = On their own
# review: pending
plan-distraction = Step 3 of 6. Which places or people take their mind off it?
plan-distraction-title = Places, people
# review: pending
plan-people = Step 4 of 6. Whom can they ask for help?
plan-people-title = Help nearby
# review: pending
plan-professionals = Step 5 of 6. Which counselor or clinic can they call? The helplines are added by themselves.
plan-professionals-title = Professionals
# review: pending
plan-surroundings = Step 6 of 6. How do they make their surroundings safer? What goes away, or into whose hands?
plan-surroundings-title = Safe place
# review: pending
plan-review = Keep this plan? The family does not see it until you send it.
plan-review-title = Plan
plan-none = Case { $code } has no safety plan. Write it with the family, step by step.
plan-empty = No step was written, so nothing was kept.
plan-title =
    Safety plan of { $code } · version { NUM($version) }
    Written by { $who }, { $at }
    { $sent ->
        [none] Not given to the family yet.
       *[other] Given to the family: { $sent }
    }
plan-step =
    { $title }
    { $text }
button-new-plan = Write a plan
button-revise-plan = New version
button-send-plan = Send to the family
plan-on-its-way = It is on its way. Outside their safe hours it waits for them.
plan-not-safe = Writing is not safe now, so it was not sent. Send it again when they write.
plan-no-chat = This family is not in the messenger. Give them the plan in person.

# As the family reads it
# review: pending
plan-family = The plan that we wrote together for hard days:
# review: pending
plan-family-signs = This is how I know a hard day:
# review: pending
plan-family-myself = This is what I do myself:
# review: pending
plan-family-distraction = Here, and with these people, my mind rests:
# review: pending
plan-family-people = These people I ask for help:
# review: pending
plan-family-professionals = If that is not enough, I talk with them:
# review: pending
plan-family-surroundings = This is how I make my surroundings safer:
# review: pending
plan-family-again = Whenever you want to see it again: ⁨/plan⁩
# review: pending
plan-family-none = We have not written a plan together yet. Options: ⁨/menu⁩
