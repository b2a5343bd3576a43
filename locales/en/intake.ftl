# The first need assessment, question by question.

# review: pending
intake-consent =
    Before we begin, please know this:

    Your answers and messages are read by your counselor and their supervisor. They do not see your name, number or account.

    If a life is in danger or a child is being harmed, we must call for help. Where we can, we talk to you first.

    Whenever you want, /delete erases what we hold. More: /privacy

    Do you agree?
intake-consent-title = Your consent
# review: pending
intake-consent-yes = Yes, I agree
# review: pending
intake-consent-no = No, I do not want to
# review: pending
intake-declined = All right, we ask nothing. If you change your mind, press /start. If there is danger, press “I need help now” in /menu.

intake-who = Do you want help for yourself or for somebody else?
intake-who-title = For whom
intake-who-self = For myself
intake-who-other = For somebody else

intake-topic = What is it mostly about? Press the nearest.
intake-topic-title = Topic
intake-topic-couple = Life with my partner
intake-topic-marriage = Engagement, marriage
intake-topic-divorce = Separation, divorce
intake-topic-parenting = Raising children
intake-topic-teenager = Teenage years
intake-topic-grief = Losing someone dear
intake-topic-stress = Sadness, anxiety
intake-topic-violence = Abuse, violence
intake-topic-addiction = Addiction
intake-topic-money = Money, cost of living
intake-topic-health = Illness, treatment
intake-topic-other = Other, or I don't know

# review: pending
intake-danger = Are you or is anybody else in danger right now?
intake-danger-title = Danger
# review: pending
intake-danger-no = No, we are safe
# review: pending
intake-danger-unsure = I am not sure
# review: pending
intake-danger-now = Yes, right now

intake-province = Which province are you in? You can also write its name.
intake-province-title = Province
intake-province-abroad = Outside Iran

intake-county = Which county? You can also write its name.
intake-county-title = County

# review: pending
intake-contact = Is it safe if we write to you? Somebody else may see your phone. Your counselor reads your answer before writing.
intake-contact-title = Safe to write
# review: pending
intake-contact-any = Yes, write freely
# review: pending
intake-contact-neutral = Plain, no details
# review: pending
intake-contact-wait = Wait until I come

intake-times = Which times are better for you? You can choose several, then “These”.
intake-times-title = Good times
intake-times-anytime = Any time
intake-times-morning = Morning
intake-times-noon = Noon
intake-times-evening = Evening
intake-times-night = Night

intake-story = Now tell us in your own words what has happened. Write, or send a voice note; short is fine.
intake-story-title = In own words

intake-review = This is what you told us. If it is right, press “Send it”; if something is missing, write it here.
intake-review-title = Summary
