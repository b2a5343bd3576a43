# The need assessment, question by question.

progress = Part { NUM($number) } of { NUM($count) }: { $section }
intake-section-privacy = Your privacy
intake-section-who = For whom
intake-section-child = You
intake-section-where = Where you are
intake-section-home = Home and family
intake-section-hard = What is hard
intake-section-heavy = These days
intake-section-safety = Safety
intake-section-help = What would help
intake-section-words = Your words

# 1. Privacy and consent

# review: pending
intake-consent =
    Before we begin, please know this:

    Your answers and messages are read by your counselor and their supervisor. They do not see your name, number or account.

    If a life is in danger or a child is being harmed, we must call for help. Where we can, we talk to you first.

    Whenever you want, /delete erases what we hold. More: /privacy

    Do you agree? You can reach somebody quickly, or answer some questions first.
intake-consent-title = Your consent
# review: pending
intake-consent-now = Yes, I want to talk
# review: pending
intake-consent-full = I agree, questions first
# review: pending
intake-consent-no = No, I do not want to
# review: pending
intake-declined = All right, we ask nothing. If you change your mind, press /start. If there is danger, just write “help now”.

# review: pending
intake-private =
    Can you write freely now, or is somebody beside you?

    Wherever you need to, press “Quick exit”: the messages of the last two days are deleted and a recipe comes. To come back, write “I am back”; what somebody saw before is not deleted.
intake-private-title = Writing freely
# review: pending
intake-private-yes = Yes, I can
# review: pending
intake-private-careful = Not quite

# review: pending
intake-contact = If we write to you, is that safe? Somebody else may see your phone. Your counselor reads your answer before writing.
intake-contact-title = Safe contact
# review: pending
intake-contact-any = Yes, write freely
# review: pending
intake-contact-neutral = Plain messages only
# review: pending
intake-contact-wait = Wait until I write

intake-times = At what times may we write to you? You can choose several, then “These”.
intake-times-title = Good times
intake-times-anytime = Any time
intake-times-morning = Morning
intake-times-noon = Noon
intake-times-evening = Evening
intake-times-night = Night

# review: pending
intake-purposes = We ask for two more permissions; you are helped without them, too. Take them back under /privacy whenever you like. Which do you agree to?
intake-purposes-title = Other permissions
# review: pending
intake-purposes-followup = Ask me how I am later
# review: pending
intake-purposes-statistics = Nameless statistics
# review: pending
intake-purposes-none = None of them

# 2. Who
intake-who = Whom do you want help for?
intake-who-title = For whom
intake-who-self = For myself
intake-who-spouse = For my spouse
intake-who-child = For my child
intake-who-parent = For my father or mother
intake-who-other = For somebody else
intake-who-minor = For myself; I am under 18

# review: pending
intake-danger = Are you or somebody else in danger right now?
intake-danger-title = Danger
# review: pending
intake-danger-no = No, we are safe
# review: pending
intake-danger-unsure = I am not sure
# review: pending
intake-danger-now = Yes, right now

intake-age = How old are you?
intake-age-title = Your age
intake-age-minor = Under 18
intake-age-18_24 = 18 to 24
intake-age-25_34 = 25 to 34
intake-age-35_49 = 35 to 49
intake-age-50_64 = 50 to 64
intake-age-65 = 65 or more

intake-age_other = How old are they?
intake-age_other-title = Their age
intake-age_other-0_5 = Under 6
intake-age_other-6_11 = 6 to 11
intake-age_other-12_17 = 12 to 17
intake-age_other-18_24 = 18 to 24
intake-age_other-25_34 = 25 to 34
intake-age_other-35_49 = 35 to 49
intake-age_other-50_64 = 50 to 64
intake-age_other-65 = 65 or more

# The path of somebody under eighteen: simpler words, no promise of secrecy.

# review: pending
minor-limits = Thank you for telling us. If we learn that your life is in danger or that somebody hurts you, we must tell an adult who can be trusted. We tell you first.
# review: pending
intake-m_danger =
    It is good that you came. If we learn that your life is in danger or that somebody hurts you, we must tell an adult who can be trusted; we tell you first.

    Are you in a safe place now?
intake-m_danger-title = A safe place
# review: pending
intake-m_danger-no = Yes, it is safe
# review: pending
intake-m_danger-unsure = I do not know
# review: pending
intake-m_danger-now = No, I am afraid now

intake-m_age = How old are you?
intake-m_age-title = Age
intake-m_age-child = Under 10
intake-m_age-preteen = 10 to 12
intake-m_age-teen = 13 to 15
intake-m_age-older = 16 or 17

# review: pending
intake-m_topic = What troubles you most?
intake-m_topic-title = What
# review: pending
intake-m_topic-home = Quarrels, sadness at home
# review: pending
intake-m_topic-hurt = Somebody hurts me
intake-m_topic-school = School
intake-m_topic-friends = Friends, being alone
# review: pending
intake-m_topic-online = Something online
intake-m_topic-sad = Sadness or fear
intake-m_topic-other = Something else

# review: pending
intake-m_adult = Is there an adult you can talk to?
intake-m_adult-title = An adult to trust
intake-m_adult-yes = Yes, there is
intake-m_adult-unsure = I am not sure
intake-m_adult-no = No, there is not

# 3. Where
intake-province = Which province are you in? You can also type its name.
intake-province-title = Province
intake-province-abroad = Outside Iran

intake-county = Which county? You can also type its name.
intake-county-title = County

intake-settlement = Do you live in a town or a village?
intake-settlement-title = Town or village
intake-settlement-city = Town
intake-settlement-village = Village
intake-settlement-camp = Camp or temporary place

intake-language = Which language is easiest for you?
intake-language-title = Language
intake-language-fa = Persian
intake-language-azb = Azerbaijani
intake-language-ku = Kurdish
intake-language-lrc = Luri
intake-language-ar = Arabic
intake-language-bal = Balochi
intake-language-tk = Turkmen
intake-language-other = Another language

# 4. The household
intake-adults = How many adults live with you? Count yourself, too.
intake-adults-title = Adults
intake-adults-1 = 1
intake-adults-2 = 2
intake-adults-3 = 3
intake-adults-4 = 4 or more

intake-children = How many children under 18 live with you?
intake-children-title = Children
intake-children-0 = None
intake-children-1 = 1
intake-children-2 = 2
intake-children-3 = 3
intake-children-4 = 4+

intake-child_ages = How old are they? You can choose several.
intake-child_ages-title = Ages of the children
intake-child_ages-0_5 = Under 6
intake-child_ages-6_11 = 6 to 11
intake-child_ages-12_17 = 12 to 17

intake-facts = Which of these is so in your home? Knowing it helps us not to say the wrong thing.
intake-facts-title = At home
intake-facts-pregnant = A pregnancy
intake-facts-newborn = A newborn
intake-facts-disability = A disability
intake-facts-illness = A long illness
intake-facts-displaced = We had to leave home
intake-facts-home_lost = The house is damaged
intake-facts-income_lost = Income is lost
intake-facts-absent = Somebody is missing
intake-facts-none = None of these

# 5. What is hard
intake-topics = What is hard? Choose up to three, then “These”.
intake-topics-title = Topics
intake-topics-couple = { intake-topic-couple }
intake-topics-marriage = { intake-topic-marriage }
intake-topics-divorce = { intake-topic-divorce }
intake-topics-parenting = { intake-topic-parenting }
intake-topics-teenager = { intake-topic-teenager }
intake-topics-grief = { intake-topic-grief }
intake-topics-stress = { intake-topic-stress }
intake-topics-violence = { intake-topic-violence }
intake-topics-addiction = { intake-topic-addiction }
intake-topics-money = { intake-topic-money }
intake-topics-work = { intake-topic-work }
intake-topics-housing = { intake-topic-housing }
intake-topics-school = { intake-topic-school }
intake-topics-health = { intake-topic-health }
intake-topics-elders = { intake-topic-elders }
intake-topics-legal = { intake-topic-legal }
intake-topics-lonely = { intake-topic-lonely }
intake-topics-other = Something else

intake-topic = Which matters most?
intake-topic-title = Most important
intake-topic-couple = Life with my partner
intake-topic-marriage = Engagement, marriage
intake-topic-divorce = Separation, divorce
intake-topic-parenting = Raising children
intake-topic-teenager = Teenage years
intake-topic-grief = Losing someone dear
intake-topic-stress = Fear, anxiety
intake-topic-violence = Abuse, violence
intake-topic-addiction = Addiction
intake-topic-money = Money, cost of living
intake-topic-work = Work
intake-topic-housing = Home and shelter
intake-topic-school = School
intake-topic-health = Illness, disability
intake-topic-elders = Care of an elder
intake-topic-legal = Law and offices
intake-topic-lonely = Loneliness
intake-topic-other = Not said, or something else

# 6. How heavy: the questions of the two questionnaires stand in screeners.ftl

# 7. Safety
# review: pending
intake-safety = We ask many people this, because it matters. Press whatever is so; if you would rather not, skip it.
intake-safety-title = Safety
# review: pending
intake-safety-self = I sometimes think of death or of hurting myself
# review: pending
intake-safety-hurt_me = Somebody at home hurts me
# review: pending
intake-safety-hurt_by_me = I am afraid that I might hurt somebody
# review: pending
intake-safety-child = A child is being hurt
# review: pending
intake-safety-none = None of these
# review: pending
intake-safety_when = Thank you for telling us. When was this?
intake-safety_when-title = When
# review: pending
intake-safety_when-now = Right now
# review: pending
intake-safety_when-recent = These days
# review: pending
intake-safety_when-past = Earlier

# 8. What would help
intake-help = What help would do you most good? You can choose several.
intake-help-title = Kind of help
intake-help-chat = Talking here
intake-help-phone = By phone
intake-help-in_person = In person
intake-help-course = A course

intake-gender = Is a woman or a man easier for you to talk to?
intake-gender-title = Counselor
intake-gender-woman = A woman
intake-gender-man = A man
intake-gender-any = It does not matter

# review: pending
intake-codeword = If you like, write a word that only you know. After quick exit, only that word opens this again.
intake-codeword-title = Your word

# 9. Own words
intake-story = Now tell us in your own words what has happened. Write or send a voice note; short is fine, too.
intake-story-title = Your words

intake-review-title = Summary
intake-review = This is what you told us. If it is right, press “Send”. If anything is missing, write it here.

# Afterwards
intake-more = While you wait, and if you feel up to it, answer a few more questions. We then understand better what would help you.
button-more = Some more questions
unfinished-nudge = Hello. If you like, we go on where we were. If not, you need not do anything.
