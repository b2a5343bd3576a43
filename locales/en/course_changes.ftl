# What coordinators change in a course; materials of a lesson.
button-cohort-place = New address or link
button-cohort-size = Seats
cohortplace-place = What is the new address or link? Everybody enrolled is told. To leave it: ⁨/cancel⁩
cohortplace-place-title = Place
cohortsize-capacity = How many seats shall it have from now on? Write a number. To leave it: ⁨/cancel⁩
cohortsize-capacity-title = Seats
cohort-placed = The place is changed. { NUM($count) } people are being told.
cohort-resized =
    { $offered ->
        [0] It has { NUM($capacity) } seats from now on.
       *[other] It has { NUM($capacity) } seats from now on. Seats were offered to { NUM($offered) } bookings that waited.
    }
cohort-too-small = That cannot be: { NUM($taken) } seats are taken now.
button-quiz-ask = New question for the end
button-quiz-clear = Remove all questions
button-mood-on = Ask how they are (WHO-5)
button-mood-off = No longer ask (WHO-5)
staff-course-parts =
    Questions at the end: { NUM($count) }
    Asking how they are, before and after: { $wellbeing ->
        [on] on
       *[off] off
    }
quizquestion-text = What is the question? To leave it: ⁨/cancel⁩
quizquestion-text-title = Question
quizquestion-options = Write the answers, two to six, a line each. The right one comes first; we mix them.
quizquestion-options-title = Answers
quiz-asked = The question is added. There are { NUM($count) } now.
button-materials = Materials of the lesson
button-material-before = Before the lesson
button-material-after = After the lesson
button-material-one =
    { $side ->
        [before] Before it, { NUM($place) }
       *[after] After it, { NUM($place) }
    }
button-material-gone = Yes, remove it
material-sure =
    { $side ->
        [before] Remove this one, which comes before the session? What was sent already stays with participants.
       *[after] Remove this one, which comes after the session? What was sent already stays with participants.
    }
button-material-drop = Remove all of them
materials =
    Materials of the lesson on { $at }
    Before it: { NUM($before) } · after it: { NUM($after) }
material-how =
    { $side ->
        [before] Reply to this message with the material: a text, a link, a picture, a voice or a file. It reaches those who come a day before the lesson on { $at }.
       *[after] Reply to this message with the material: a text, a link, a picture, a voice or a file. It reaches those who come after the lesson on { $at }.
    }
material-no = This cannot be sent. Send a text, picture, voice, video, file or location.
material-kept =
    { $side ->
        [before] Kept; it goes out a day before the lesson.
       *[after] Kept; it goes out after the lesson.
    }
material-many = No more than { NUM($most) } materials.
button-materials-read = Materials of the lessons
materials-none = There are no materials yet.
button-lesson-here = I am in the lesson
material-sent = Its time had passed; it goes to { NUM($count) } people now.
material-gone = This material is not there any more.
