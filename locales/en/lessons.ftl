# Lessons of a course: reminders, changes, the calendar; and the list of those who hold courses.

# Those who come
lesson-reminder =
    Reminder of the course “{ $title }”, lesson { NUM($place) } of { NUM($count) }: { $at }
    Where: { $where }
lesson-after =
    After the lesson of “{ $title }”:

    { $text }
button-lesson-cannot = I cannot come
button-lesson-can = I can come
button-calendar = Put into my calendar
calendar-title = { $title }, lesson { NUM($place) }
calendar-caption = Open this file, and the lessons are in the calendar of your phone. If something changes, we send a new one.
lesson-excused = All right, we do not expect you on { $at }. Your seat in the course stays.
lesson-comes = Good. We expect you: { $at }
lesson-began = This lesson has begun.
lesson-moved =
    A lesson of “{ $title }” has a new time.

    Before: { $before }
    Now: { $after }
lesson-canceled = The lesson of “{ $title }” on { $at } does not take place. The others stay as they are.
cohort-canceled = We are sorry: the course “{ $title }” does not take place. Other courses: /courses
reminder-lesson = Lesson of “{ $title }”: { $at }
reminder-lesson-excused = A lesson of “{ $title }”: { $at }. You said that you cannot come, and no reminder comes.

# Those who hold courses
staff-courses = Courses:
staff-courses-none = You hold no course.
button-led = my group: { $title }
staff-cohort-label =
    { $day } · { $state ->
        [draft] draft
        [canceled] canceled
        [ended] over
       *[published] open
    }
staff-cohort =
    { $title }, { $where } · { $state ->
        [draft] draft
        [canceled] canceled
        [ended] over
       *[published] open
    }
    Where: { $place }
    Enrolled: { NUM($enrolled) } · free: { NUM($free) } · waiting: { NUM($waiting) }
    Facilitator: { $who ->
        [none] nobody yet
       *[other] { $who }
    }
button-cohort-publish = Publish
button-cohort-cancel = Cancel this course
button-cohort-cancel-sure = Yes, cancel and tell all
cohort-cancel-sure = Cancel the course? Everybody enrolled hears of it right now.
cohort-no-lessons = There is no lesson to come, or it is published already.
button-lesson = Lesson { NUM($place) }: time, materials
staff-lesson = A lesson on { $at }. What shall we do?
button-lesson-move = A new time
button-lesson-drop = Cancel the lesson
button-lesson-drop-sure = Yes, cancel it
lesson-drop-sure = Cancel the lesson on { $at }? Everybody hears of it right now.
lesson-dropped = Canceled. { NUM($count) } people are being told.
lesson-moved-staff = Moved. { NUM($count) } people are being told.
lesson-too-late = Not any more: the lesson is past or was changed, or the new time is past.
course-not-yours = You do not hold this course.
lesson-at = Write the new day and hour, like 1405/9/20 16:30. To leave it: /cancel
lesson-at-title = New time

# The name for the facilitator; a message to a cohort
button-called = Tell the facilitator my name
button-called-nothing = Hide my name again
called-name = By which name shall the facilitator know you? It need not be your full name. To leave it: /cancel
called-name-title = Name
called-so = All right, the facilitator sees you by this name.
called-nothing = All right, the facilitator sees a number only.
button-cohort-people = Participants
button-cohort-write = Write to all
cohort-people = { NUM($count) } are enrolled. You see a name only of those who wished it.
cohort-person = • { $who }
tocohort-text = What is your message to everybody enrolled? To leave it: /cancel
tocohort-text-title = Message
tocohort-review = Shall this message go to all?
tocohort-review-title = Sending
cohort-message =
    From the facilitator of the course “{ $title }”:

    { $text }
cohort-written = It goes to { NUM($count) } people.
calendar-caption-gone = Open this file, and the lesson goes from the calendar of your phone.
cohort-place-changed =
    The course “{ $title }” has a new place.
    Where: { $place }
course-news-missed = News of the course “{ $title }” did not reach { NUM($count) } people: { $people }. Perhaps they can be called.
reminder-courses-off = You want no messages about courses.
