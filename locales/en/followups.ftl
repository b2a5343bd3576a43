# What we ask further about each topic (the table stands in bot/conversations/followups.py).
# review: pending

intake-f_since = How long has it been like this?
intake-f_since-title = Since when
intake-f_since-days = Some days
intake-f_since-weeks = Some weeks
intake-f_since-months = Some months
intake-f_since-years = Some years

intake-f_tried = Has anybody helped you with this before?
intake-f_tried-title = Earlier help
intake-f_tried-nobody = Not yet
intake-f_tried-family = Family or friends
intake-f_tried-counselor = A counselor
intake-f_tried-office = An office or court

intake-f_fights = How often do you quarrel?
intake-f_fights-title = Quarrels
intake-f_fights-daily = Every day
intake-f_fights-weekly = Some times a week
intake-f_fights-rarely = Rarely
intake-f_fights-silence = We do not speak

intake-f_together = Do you live together now?
intake-f_together-title = Living together
intake-f_together-yes = Yes
intake-f_together-apart = We live apart
intake-f_together-changing = Sometimes

intake-f_stage = Where on the way are you?
intake-f_stage-title = Stage
intake-f_stage-thinking = Thinking about it
intake-f_stage-engaged = We are engaged
intake-f_stage-soon = The wedding is near

intake-f_families = Are the families with you?
intake-f_families-title = The families
intake-f_families-agree = Yes
intake-f_families-partly = One of them
intake-f_families-against = No

intake-f_split = How far is it?
intake-f_split-title = Stage of separation
intake-f_split-thinking = It is a thought
intake-f_split-one = One of us wants it
intake-f_split-both = Both of us want it
intake-f_split-court = It is at court

intake-f_custody = Have you agreed about the children?
intake-f_custody-title = Children
intake-f_custody-no_children = We have none
intake-f_custody-agreed = Yes
intake-f_custody-disputed = Not yet

intake-f_child_what = What worries you most?
intake-f_child_what-title = Worry
intake-f_child_what-behavior = Behavior
intake-f_child_what-sleep = Sleep or eating
intake-f_child_what-screen = Phone and games
intake-f_child_what-fear = Fears
intake-f_child_what-learning = Learning

intake-f_teen_what = What worries you most?
intake-f_teen_what-title = Worry
intake-f_teen_what-distance = Has moved away from us
intake-f_teen_what-anger = Anger and quarrels
intake-f_teen_what-school = School
intake-f_teen_what-friends = Friends
intake-f_teen_what-phone = Phone and internet
intake-f_teen_what-away = Has left home

intake-f_lost = We are sorry. Whom have you lost?
intake-f_lost-title = Whom
intake-f_lost-child = My child
intake-f_lost-spouse = My spouse
intake-f_lost-parent = My father or mother
intake-f_lost-sibling = My sister or brother
intake-f_lost-friend = A friend or relative

intake-f_loss_how = If it is not too hard, tell us how it happened.
intake-f_loss_how-title = How
intake-f_loss_how-war = In the war
intake-f_loss_how-illness = Illness
intake-f_loss_how-sudden = Suddenly
intake-f_loss_how-other = Another way

intake-f_signs = What troubles you most? You can choose several.
intake-f_signs-title = Signs
intake-f_signs-sleep = No sleep
intake-f_signs-nightmares = Bad dreams
intake-f_signs-startle = Being startled
intake-f_signs-panic = Sudden fear
intake-f_signs-crying = Crying
intake-f_signs-numb = Feeling nothing

intake-f_lives_with = Does that person live with you?
intake-f_lives_with-title = Living together
intake-f_lives_with-yes = Yes
intake-f_lives_with-sometimes = Sometimes
intake-f_lives_with-no = No

intake-f_afraid = Are you afraid of going or staying home?
intake-f_afraid-title = Fear of home
intake-f_afraid-yes = Yes
intake-f_afraid-sometimes = Sometimes
intake-f_afraid-no = No

intake-f_who_uses = Who is caught in it?
intake-f_who_uses-title = Who
intake-f_who_uses-me = I am
intake-f_who_uses-spouse = My spouse
intake-f_who_uses-child = My child
intake-f_who_uses-other = Somebody else

intake-f_treatment = Has treatment begun?
intake-f_treatment-title = Treatment
intake-f_treatment-never = Not yet
intake-f_treatment-before = Earlier
intake-f_treatment-now = Under way

intake-f_money_what = What is hardest?
intake-f_money_what-title = Hardship
intake-f_money_what-food = Food
intake-f_money_what-rent = Rent
intake-f_money_what-debt = Debt
intake-f_money_what-income = No income

intake-f_work_what = How is work now?
intake-f_work_what-title = Work
intake-f_work_what-lost = I lost my job
intake-f_work_what-unpaid = Wages are not paid
intake-f_work_what-conflict = Quarrels at work
intake-f_work_what-searching = I look for work

intake-f_house_what = What has happened to your home?
intake-f_house_what-title = Home
intake-f_house_what-damaged = It is damaged
intake-f_house_what-rent = No money for rent
intake-f_house_what-crowded = Too little room
intake-f_house_what-displaced = We are away from it

intake-f_roof = Do you have a place to sleep for the coming nights?
intake-f_roof-title = Next nights
intake-f_roof-yes = Yes
intake-f_roof-days = Only some nights
intake-f_roof-no = No

intake-f_school_what = What is hardest?
intake-f_school_what-title = School
intake-f_school_what-left = Does not go to school
intake-f_school_what-grades = Falling behind
intake-f_school_what-fear = Fear of school
intake-f_school_what-bullying = Bullying

intake-f_health_who = Who is ill or disabled?
intake-f_health_who-title = Who
intake-f_health_who-me = I am
intake-f_health_who-spouse = My spouse
intake-f_health_who-child = My child
intake-f_health_who-parent = My father or mother

intake-f_care = Are medicine and care at hand?
intake-f_care-title = Care
intake-f_care-yes = Yes
intake-f_care-partly = In part
intake-f_care-no = No

intake-f_elder_what = What is hardest?
intake-f_elder_what-title = Hardship
intake-f_elder_what-care = Daily care
intake-f_elder_what-illness = Illness
intake-f_elder_what-alone = Loneliness
intake-f_elder_what-conflict = Quarrels

intake-f_legal_what = What is it about?
intake-f_legal_what-title = Legal matter
intake-f_legal_what-family = Family
intake-f_legal_what-custody = Children
intake-f_legal_what-papers = Papers
intake-f_legal_what-property = House and property

intake-f_someone = Is there somebody you can talk to?
intake-f_someone-title = Someone to talk to
intake-f_someone-yes = Yes
intake-f_someone-few = Hardly
intake-f_someone-no = No, nobody
