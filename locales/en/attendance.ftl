# Attendance, quiz, certificate.

command-here = I am at the lesson, by the word of the day
command-verify = is a certificate valid?
here-how = Write the word of the day here, as the facilitator says it in the lesson.
here-unknown = We do not know this word for a lesson that is held now. Perhaps a letter is missing; please write it once more.
here-thanks = We have noted that you are there. Welcome.
course-progress = So far you were at { NUM($there) } of { NUM($count) } lessons.

# The facilitator's list
lesson-words = apple rain sea orange lamp window star wheat spring tree
register = There: { NUM($there) } of { NUM($count) }
register-word = Word of the day: “{ $word }”. Say it aloud, so that those who are there can write it.
register-line =
    { $state ->
        [there] ✓
        [absent] ✗
        [excused] excused
       *[unknown] –
    } { $who }
register-call = { $who } missed two lessons in a row. Perhaps a call would help.
register-early = The list opens a quarter of an hour before the lesson.
register-due = The lesson of “{ $title }” is over. Please complete the list of who was there.
participant = participant { NUM($number) }
button-register = Who was at lesson { NUM($place) }
button-register-open = Who was there
button-register-word = Word of the day
button-register-all = All others were there

# The end
course-over = The course “{ $title }” is over. Thank you for being there. If you like, tell us how it was.
button-quiz = A few short questions
button-quiz-again = Once more
button-certificate = Get the certificate
quiz-question =
    { NUM($place) } of { NUM($count) }

    { $text }
quiz-over =
    { $enough ->
        [yes] { NUM($right) } of { NUM($count) } answers were right. Thank you for your time.
       *[no] { NUM($right) } of { NUM($count) } answers were right. Half of them is enough for the certificate; you may answer again as often as you like.
    }
certificate-not-yet = The certificate comes after the last lesson, for those who were at most lessons and answered the questions.
certificate-missed = You were at { NUM($there) } of { NUM($count) } lessons. A certificate is for those who were at { NUM($least) } or more. If you were left out of the list, tell the facilitator, who can mend it.
certificate-quiz-first = One step is left: answer “A few short questions”. With half of the answers right, the certificate is ready.
certificate-later = First finish the talk or the questions that are open, then get the certificate.
certificate-name = Which name shall the certificate bear? To leave it: /cancel
certificate-name-title = Name
certificate-shown = Whoever has the number of the certificate can ask whether it is valid. Shall we tell them your name, too?
certificate-shown-title = Telling the name
certificate-shown-no = No, do not tell my name
certificate-shown-yes = Yes, tell my name, too
certificate-title = Certificate of participation
certificate-before = This is to certify that
certificate-text = has completed the course:
certificate-number = Certificate number: { $number }
certificate-caption =
    Your certificate, number { $number }
    Anybody can see here whether it is valid:
    { $link }
verify-how = Write the number of the certificate like this: /verify and then the number.
verify-unknown = We have no certificate of this number. Perhaps two letters are swapped; please look again.
verify-valid =
    The certificate { $number } is valid.
    Course: { $title }
    Date: { $day }{ $name ->
        [none] { "" }
       *[other] { "\u000A" }Name: { $name }
    }
