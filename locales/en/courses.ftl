# Courses: the catalogue, a seat, a partner.

menu-courses = Courses
command-courses = courses for families
command-join = join a course with your partner's code

# The catalogue
courses = Courses for which part of life?
courses-none = No course is open now. As soon as one is, you will see it here.
course-stage-before_marriage = Before marriage
course-stage-at_marriage = Getting married
course-stage-after_marriage = After the wedding
course-stage-parenting = Parenting
course-stage-loss = After a loss
course-stage-stress = Days of stress
courses-of-stage = Courses for “{ $stage }”:
button-course = { $title }
button-course-mine = ✓ { $title }
button-courses-back = Back
course-about =
    { $title }

    { $about }
button-cohort = from { $day }, { $where }
course-online = online
course-on-site = on site
course-on-site-in = on site, { $place }
course-lesson = Lesson { NUM($place) }: { $at }
course-free =
    { $free ->
        [0] All seats are taken. You can wait, and we will tell you as soon as one is free.
       *[other] { NUM($free) } seats are free.
    }
course-place = Where: { $place }

# A seat
button-course-alone = I come alone
button-course-couple = I come with my partner
button-course-yes = Yes, I come
button-course-no = No, let another come
button-course-leave = I no longer come
button-course-leave-sure = Yes, I give my seat back
button-course-stay = I stay
button-course-see = See the course
course-not-now = This course cannot be joined now.
course-waits = You are waiting, as number { NUM($place) }. We will tell you as soon as a seat is free.
course-held = Your seat is held until { $until }. Tell us whether you come.
course-held-partner = Two seats are held until { $until }. By then your partner should join by the link or the code.
course-enrolled =
    { $seats ->
        [2] Both of you are enrolled. We will remind you before each lesson.
       *[other] You are enrolled. We will remind you before each lesson.
    }
course-not-in = You are not in this course.
course-offer =
    { $seats ->
        [2] Two seats are free for you in the course “{ $title }”. We hold them until { $until }.
       *[other] A seat is free for you in the course “{ $title }”. We hold it until { $until }.
    }
course-offer-late = This seat is not held any more.
course-offer-over = The time for your seat in the course “{ $title }” is over, and it went to the next. If you like, you can wait again.
course-leave = Are you sure? Your seat goes to the next.
course-leave-couple = Are you sure? Only your seat goes to the next; your partner stays in the course.
course-left = All right, we have taken your seat back. Whenever you like: /courses

# A partner
course-invite =
    Send this to your partner. With the link they say themselves that they come.

    The course “{ $title }”
    { $link }
    Or in this bot: ⁨/join⁩ { $code }
join-how = Write the code that your partner got like this: /join and then the code.
join-unknown = We do not know this code, or its time is over.
join-sure =
    Your partner would like to take the course “{ $title }” together with you. Do you come, too?

    { $dates }
button-course-join = Yes, we come together
join-late = This invitation is not open any more, or you are in this course already.
course-partner-came = Your partner said, too, that they come to the course “{ $title }”.
course-partner-left = Your partner is not in the course “{ $title }” any more. Your seat stays.
course-alone-now = Your partner did not join the course “{ $title }” in time. Your seat stays.
