# Asked once after a case is closed.

feedback-score = How was it to talk with us? Skip this if you like.
feedback-score-title = Your opinion
feedback-score-5 = Very good
feedback-score-4 = Good
feedback-score-3 = So-so
feedback-score-2 = Bad
feedback-score-1 = Very bad
feedback-words = If there is something we should know, write or say it.
feedback-words-title = Your words
feedback-thanks = Thank you for telling us. Write here whenever you need to.
feedback-skipped = All right. Write here whenever you need to.

# To supervisors
feedback-staff =
    Feedback on case { $code }: { $score }
    { $words }
opinions-none = No family has said what it thought yet.
opinions-average = Average of three months: { $average } of 5, from { NUM($count) } answers
opinions-line = { $score }: { NUM($count) }
opinions-comment =
    { $at } · { $score }
    { $words }
command-feedback = What families thought
