# A questionnaire once more, weeks after the first time.

# review: pending
again-offer = Some weeks ago you answered a few short questions about how you were. May we ask them once more? That is how we see what has changed.
again-yes = Yes, please ask
again-no = No, thank you
# review: pending
again-agreed = Thank you. Skip whatever you would rather not answer.
again-declined = All right. Whenever you need it, write here.
again-later = Nobody of us is on duty right now. Please press this button again a little later.
again-first-finish = First finish the questions that are open, or press /cancel
# review: pending
again-thanks = Thank you for answering. Our colleagues will read it.
again-left-out = All right, we noted nothing. Whenever you need it, write here.

# To colleagues
command-again = Ask again how a family is
again-how = Write /again, with the code of a case after it if you like.
again-which = Which family shall we ask again?
again-never-taken = The family of { $code } did not answer all of these questions the first time.
again-early = Two weeks have not passed yet. The family of { $code } can be asked from { $at }.
again-nobody = Nobody is on call. These questions are asked only while somebody is.
again-offered-already = The family of { $code } was asked within these two weeks.
again-offered = We asked the family of { $code } whether it would like to answer.
again-cannot = The family of { $code } is not to be written to first. Try again when it writes.
again-result = The family of { $code } answered the questions again.
again-line = { $name }, from { $at } to { $to }: { $course }
again-name-k6 = Distress
again-name-who5 = Well-being
again-course-better = better
again-course-same = unchanged
again-course-worse = worse
again-course-eased = high the first time, not now
again-course-still_high = still high
again-course-rose = not high the first time, high now
again-course-still_low = high at neither time
again-no-diagnosis = This is no diagnosis, and the family sees no number. Talk with them.

# Many signs of distress the second time
# review: pending
safety-distress = Your answers show that these are heavy days.
# review: pending
alert-distress = much distress when asked again

# The questions themselves: see screeners.ftl
again-k6_nervous = { intake-k6_nervous }
again-k6_nervous-title = { intake-k6_nervous-title }
again-k6_nervous-0 = { intake-k6_nervous-0 }
again-k6_nervous-1 = { intake-k6_nervous-1 }
again-k6_nervous-2 = { intake-k6_nervous-2 }
again-k6_nervous-3 = { intake-k6_nervous-3 }
again-k6_nervous-4 = { intake-k6_nervous-4 }
again-k6_hopeless = { intake-k6_hopeless }
again-k6_hopeless-title = { intake-k6_hopeless-title }
again-k6_hopeless-0 = { intake-k6_hopeless-0 }
again-k6_hopeless-1 = { intake-k6_hopeless-1 }
again-k6_hopeless-2 = { intake-k6_hopeless-2 }
again-k6_hopeless-3 = { intake-k6_hopeless-3 }
again-k6_hopeless-4 = { intake-k6_hopeless-4 }
again-k6_restless = { intake-k6_restless }
again-k6_restless-title = { intake-k6_restless-title }
again-k6_restless-0 = { intake-k6_restless-0 }
again-k6_restless-1 = { intake-k6_restless-1 }
again-k6_restless-2 = { intake-k6_restless-2 }
again-k6_restless-3 = { intake-k6_restless-3 }
again-k6_restless-4 = { intake-k6_restless-4 }
again-k6_depressed = { intake-k6_depressed }
again-k6_depressed-title = { intake-k6_depressed-title }
again-k6_depressed-0 = { intake-k6_depressed-0 }
again-k6_depressed-1 = { intake-k6_depressed-1 }
again-k6_depressed-2 = { intake-k6_depressed-2 }
again-k6_depressed-3 = { intake-k6_depressed-3 }
again-k6_depressed-4 = { intake-k6_depressed-4 }
again-k6_effort = { intake-k6_effort }
again-k6_effort-title = { intake-k6_effort-title }
again-k6_effort-0 = { intake-k6_effort-0 }
again-k6_effort-1 = { intake-k6_effort-1 }
again-k6_effort-2 = { intake-k6_effort-2 }
again-k6_effort-3 = { intake-k6_effort-3 }
again-k6_effort-4 = { intake-k6_effort-4 }
again-k6_worthless = { intake-k6_worthless }
again-k6_worthless-title = { intake-k6_worthless-title }
again-k6_worthless-0 = { intake-k6_worthless-0 }
again-k6_worthless-1 = { intake-k6_worthless-1 }
again-k6_worthless-2 = { intake-k6_worthless-2 }
again-k6_worthless-3 = { intake-k6_worthless-3 }
again-k6_worthless-4 = { intake-k6_worthless-4 }
again-who5_cheerful = { intake-who5_cheerful }
again-who5_cheerful-title = { intake-who5_cheerful-title }
again-who5_cheerful-0 = { intake-who5_cheerful-0 }
again-who5_cheerful-1 = { intake-who5_cheerful-1 }
again-who5_cheerful-2 = { intake-who5_cheerful-2 }
again-who5_cheerful-3 = { intake-who5_cheerful-3 }
again-who5_cheerful-4 = { intake-who5_cheerful-4 }
again-who5_cheerful-5 = { intake-who5_cheerful-5 }
again-who5_calm = { intake-who5_calm }
again-who5_calm-title = { intake-who5_calm-title }
again-who5_calm-0 = { intake-who5_calm-0 }
again-who5_calm-1 = { intake-who5_calm-1 }
again-who5_calm-2 = { intake-who5_calm-2 }
again-who5_calm-3 = { intake-who5_calm-3 }
again-who5_calm-4 = { intake-who5_calm-4 }
again-who5_calm-5 = { intake-who5_calm-5 }
again-who5_active = { intake-who5_active }
again-who5_active-title = { intake-who5_active-title }
again-who5_active-0 = { intake-who5_active-0 }
again-who5_active-1 = { intake-who5_active-1 }
again-who5_active-2 = { intake-who5_active-2 }
again-who5_active-3 = { intake-who5_active-3 }
again-who5_active-4 = { intake-who5_active-4 }
again-who5_active-5 = { intake-who5_active-5 }
again-who5_rested = { intake-who5_rested }
again-who5_rested-title = { intake-who5_rested-title }
again-who5_rested-0 = { intake-who5_rested-0 }
again-who5_rested-1 = { intake-who5_rested-1 }
again-who5_rested-2 = { intake-who5_rested-2 }
again-who5_rested-3 = { intake-who5_rested-3 }
again-who5_rested-4 = { intake-who5_rested-4 }
again-who5_rested-5 = { intake-who5_rested-5 }
again-who5_interest = { intake-who5_interest }
again-who5_interest-title = { intake-who5_interest-title }
again-who5_interest-0 = { intake-who5_interest-0 }
again-who5_interest-1 = { intake-who5_interest-1 }
again-who5_interest-2 = { intake-who5_interest-2 }
again-who5_interest-3 = { intake-who5_interest-3 }
again-who5_interest-4 = { intake-who5_interest-4 }
again-who5_interest-5 = { intake-who5_interest-5 }
