# What participants think of a course, and how they are before and after it.

help-teach = /courses courses and my groups
help-courses = /newcourse make a new course
button-course-mood = Five questions on how I am
button-course-rate = What I think of it
course-view-thanks = Thank you for telling us.
course-view-left-out = All right, we wrote nothing down.
# review: pending
course-mood-low = Thank you for telling us. These days seem hard for you. If you would like to talk to somebody, we are here: /menu
course-opinions = What participants think: { $average } of 5, by { NUM($count) }
course-wellbeing =
    { $direction ->
        [up] Of { NUM($count) } who answered both times, well-being rose by { $points } of 100 on average.
       *[down] Of { NUM($count) } who answered both times, well-being fell by { $points } of 100 on average.
    }
course-opinion = • { $words }
courseview-score = How was the course?
courseview-score-title = Your opinion
courseview-score-5 = Very good
courseview-score-4 = Good
courseview-score-3 = So-so
courseview-score-2 = Bad
courseview-score-1 = Very bad
courseview-words = If there is something we should know, write it.
courseview-words-title = Your words

# The questions themselves: see screeners.ftl
coursemood-who5_cheerful = { intake-who5_cheerful }
coursemood-who5_cheerful-title = { intake-who5_cheerful-title }
coursemood-who5_cheerful-0 = { intake-who5_cheerful-0 }
coursemood-who5_cheerful-1 = { intake-who5_cheerful-1 }
coursemood-who5_cheerful-2 = { intake-who5_cheerful-2 }
coursemood-who5_cheerful-3 = { intake-who5_cheerful-3 }
coursemood-who5_cheerful-4 = { intake-who5_cheerful-4 }
coursemood-who5_cheerful-5 = { intake-who5_cheerful-5 }
coursemood-who5_calm = { intake-who5_calm }
coursemood-who5_calm-title = { intake-who5_calm-title }
coursemood-who5_calm-0 = { intake-who5_calm-0 }
coursemood-who5_calm-1 = { intake-who5_calm-1 }
coursemood-who5_calm-2 = { intake-who5_calm-2 }
coursemood-who5_calm-3 = { intake-who5_calm-3 }
coursemood-who5_calm-4 = { intake-who5_calm-4 }
coursemood-who5_calm-5 = { intake-who5_calm-5 }
coursemood-who5_active = { intake-who5_active }
coursemood-who5_active-title = { intake-who5_active-title }
coursemood-who5_active-0 = { intake-who5_active-0 }
coursemood-who5_active-1 = { intake-who5_active-1 }
coursemood-who5_active-2 = { intake-who5_active-2 }
coursemood-who5_active-3 = { intake-who5_active-3 }
coursemood-who5_active-4 = { intake-who5_active-4 }
coursemood-who5_active-5 = { intake-who5_active-5 }
coursemood-who5_rested = { intake-who5_rested }
coursemood-who5_rested-title = { intake-who5_rested-title }
coursemood-who5_rested-0 = { intake-who5_rested-0 }
coursemood-who5_rested-1 = { intake-who5_rested-1 }
coursemood-who5_rested-2 = { intake-who5_rested-2 }
coursemood-who5_rested-3 = { intake-who5_rested-3 }
coursemood-who5_rested-4 = { intake-who5_rested-4 }
coursemood-who5_rested-5 = { intake-who5_rested-5 }
coursemood-who5_interest = { intake-who5_interest }
coursemood-who5_interest-title = { intake-who5_interest-title }
coursemood-who5_interest-0 = { intake-who5_interest-0 }
coursemood-who5_interest-1 = { intake-who5_interest-1 }
coursemood-who5_interest-2 = { intake-who5_interest-2 }
coursemood-who5_interest-3 = { intake-who5_interest-3 }
coursemood-who5_interest-4 = { intake-who5_interest-4 }
coursemood-who5_interest-5 = { intake-who5_interest-5 }
