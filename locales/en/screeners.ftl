# Questionnaires that others have validated: K6 (distress) and WHO-5 (well-being).
# We ask them as a few questions that help us to help, never as a test and never for a diagnosis.

# review: pending
intake-heavy = We have six short questions about how you have been in the last month. The answers help us to understand how you are. May we ask them?
intake-heavy-title = How you have been
# review: pending
intake-heavy-yes = Yes, ask

# K6. source: Kessler and others, Psychol Med 2002; 32(6): 959-976 (hcp.med.harvard.edu/ncs).
# licence: copyright Ronald C. Kessler; free to use without permission, with the source named.
# wording of k6: as published.
# review: pending

intake-k6_nervous = During the last 30 days, about how often did you feel nervous?
intake-k6_nervous-title = Nervous
intake-k6_nervous-0 = None of the time
intake-k6_nervous-1 = A little of the time
intake-k6_nervous-2 = Some of the time
intake-k6_nervous-3 = Most of the time
intake-k6_nervous-4 = All of the time

intake-k6_hopeless = During the last 30 days, about how often did you feel hopeless?
intake-k6_hopeless-title = Hopeless
intake-k6_hopeless-0 = None of the time
intake-k6_hopeless-1 = A little of the time
intake-k6_hopeless-2 = Some of the time
intake-k6_hopeless-3 = Most of the time
intake-k6_hopeless-4 = All of the time

intake-k6_restless = During the last 30 days, about how often did you feel restless or fidgety?
intake-k6_restless-title = Restless
intake-k6_restless-0 = None of the time
intake-k6_restless-1 = A little of the time
intake-k6_restless-2 = Some of the time
intake-k6_restless-3 = Most of the time
intake-k6_restless-4 = All of the time

intake-k6_depressed = During the last 30 days, about how often did you feel so depressed that nothing could cheer you up?
intake-k6_depressed-title = Depressed
intake-k6_depressed-0 = None of the time
intake-k6_depressed-1 = A little of the time
intake-k6_depressed-2 = Some of the time
intake-k6_depressed-3 = Most of the time
intake-k6_depressed-4 = All of the time

intake-k6_effort = During the last 30 days, about how often did you feel that everything was an effort?
intake-k6_effort-title = Effort
intake-k6_effort-0 = None of the time
intake-k6_effort-1 = A little of the time
intake-k6_effort-2 = Some of the time
intake-k6_effort-3 = Most of the time
intake-k6_effort-4 = All of the time

intake-k6_worthless = During the last 30 days, about how often did you feel worthless?
intake-k6_worthless-title = Worthless
intake-k6_worthless-0 = None of the time
intake-k6_worthless-1 = A little of the time
intake-k6_worthless-2 = Some of the time
intake-k6_worthless-3 = Most of the time
intake-k6_worthless-4 = All of the time

# review: pending
intake-wellbeing = We also have five short questions about the last two weeks. Later they show us whether you are better. May we ask them?
intake-wellbeing-title = Well-being
# review: pending
intake-wellbeing-yes = Yes, ask

# WHO-5. source: WHO Regional Office for Europe, 1998.
# licence: free for non-commercial use, with the source named and the wording unchanged.
# wording of who5: as published.
# review: pending

intake-who5_cheerful = Over the last two weeks: I have felt cheerful and in good spirits.
intake-who5_cheerful-title = Cheerful
intake-who5_cheerful-0 = At no time
intake-who5_cheerful-1 = Some of the time
intake-who5_cheerful-2 = Less than half of the time
intake-who5_cheerful-3 = More than half of the time
intake-who5_cheerful-4 = Most of the time
intake-who5_cheerful-5 = All of the time

intake-who5_calm = Over the last two weeks: I have felt calm and relaxed.
intake-who5_calm-title = Calm
intake-who5_calm-0 = At no time
intake-who5_calm-1 = Some of the time
intake-who5_calm-2 = Less than half of the time
intake-who5_calm-3 = More than half of the time
intake-who5_calm-4 = Most of the time
intake-who5_calm-5 = All of the time

intake-who5_active = Over the last two weeks: I have felt active and vigorous.
intake-who5_active-title = Active
intake-who5_active-0 = At no time
intake-who5_active-1 = Some of the time
intake-who5_active-2 = Less than half of the time
intake-who5_active-3 = More than half of the time
intake-who5_active-4 = Most of the time
intake-who5_active-5 = All of the time

intake-who5_rested = Over the last two weeks: I woke up feeling fresh and rested.
intake-who5_rested-title = Rested
intake-who5_rested-0 = At no time
intake-who5_rested-1 = Some of the time
intake-who5_rested-2 = Less than half of the time
intake-who5_rested-3 = More than half of the time
intake-who5_rested-4 = Most of the time
intake-who5_rested-5 = All of the time

intake-who5_interest = Over the last two weeks: my daily life has been filled with things that interest me.
intake-who5_interest-title = Interest
intake-who5_interest-0 = At no time
intake-who5_interest-1 = Some of the time
intake-who5_interest-2 = Less than half of the time
intake-who5_interest-3 = More than half of the time
intake-who5_interest-4 = Most of the time
intake-who5_interest-5 = All of the time

# To staff: a reason to call earlier, and no diagnosis
# review: pending
details-score-k6 = Distress (K6): { NUM($total) } of 24{ $stands_out ->
        [yes] { " · 10 or more. Talk sooner; this is no diagnosis." }
       *[no] { "" }
    }
# review: pending
details-score-who5 = Well-being (WHO-5): { NUM($total) } of 100{ $stands_out ->
        [yes] { " · 50 or less. Ask how they are; this is no diagnosis." }
       *[no] { "" }
    }
