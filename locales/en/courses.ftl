# Courses: the catalogue, a seat, a partner.

menu-courses = Courses
command-courses = courses for families
command-join = join a course with your partner's code

# The catalogue
courses = For which part of your life are you looking for a course?
courses-none = No course is open now. Have a look here from time to time.
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
        [0] All seats are taken. Would you like to wait? We will tell you as soon as one is free.
       *[other] { NUM($free) } seats are free. Do you come alone, or as two?
    }
course-place = Where: { $place }

# A seat
button-course-alone = I come alone
button-course-couple = We come as two
button-course-yes = Yes, I come
button-course-no = No, let another come
button-course-leave = I no longer come
button-course-leave-sure = Yes, I give my seat back
button-course-stay = I stay
button-course-see = See the course
course-not-now = This course cannot be joined now.
course-waits = You are waiting, as number { NUM($place) }. We will tell you as soon as a seat is free.
course-held = Your seat is held until { $until }. Do you come?
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
course-offer-over = The time for your seat in the course “{ $title }” is over, and it is free again. If you still want it, enroll once more.
course-leave = Are you sure? Your seat goes to the next.
course-leave-couple = Are you sure? Your partner keeps their seat, and we tell them that you do not come.
course-left = All right, your seat is free again. Whenever you like: ⁨/courses⁩

# A partner
course-invite =
    Shall we go to the course “{ $title }” together?

    { $link }
    Or in this bot: ⁨/join⁩ { $code }
join-how = Write the code that your partner got like this: /join and then the code.
join-unknown = We do not know this code, or its time is over. Ask your partner for a new invitation.
join-sure =
    You are invited to come to the course “{ $title }” as two. Do you come?

    { $dates }
button-course-join = Yes, we come together
join-late = This invitation is not open any more, or you are in this course already.
course-partner-came = Somebody came to the course “{ $title }” by your invitation. Is it your partner? Until you say so, you are not enrolled.
course-partner-left =
    { $state ->
        [enrolled] Your partner is not in the course “{ $title }” any more. Your seat stays.
        [waiting] Your partner does not wait for the course “{ $title }” any more. You go on waiting for one seat.
       *[held] Your partner does not come to the course “{ $title }”. One seat is still held for you.
    }
course-alone-now = Your partner did not come to the course “{ $title }” in time. Your seat stays, and you can come alone.
courses-mine-only = Your courses. No other course is open now.
course-anywhere = anywhere
button-where-chosen = ✓ { $title }
course-full-late = All seats are taken and the course begins soon, so nobody waits any more. Perhaps another course suits you.
course-couple-late = Less than an hour is left. Please press “I come alone”, each of you.
course-begun = This course has begun and cannot be joined any more.
course-is-canceled = This course does not take place.
course-next = Next: lesson { NUM($place) } of { NUM($count) }
button-course-invite = Invite again
course-waits-unheard = You asked us not to write first, so we will not tell you of a free seat either. Have a look here from time to time.
course-held-other = You said that you come. Until { $until } we wait for your partner's answer.
course-vouch = Somebody came by your invitation. Is it your partner?
course-vouch-waits = You said that you come. Your partner still has to say that they invited you. Your seat is held until { $until }.
button-course-vouch = Yes, it is them
button-course-stranger = No, somebody else
course-offer-unaccompanied = A seat is free for you in the course “{ $title }”. We could not reach your partner. We hold yours until { $until }.
course-offer-missed = It was your turn in the course “{ $title }”, but we could not tell you, and the seat went to the next. If you still want it: ⁨/courses⁩
course-unvouched = Your partner did not answer in time, and your seat in the course “{ $title }” is free again. If you like, enroll yourself.
course-waiting-over = No seat became free for you in the course “{ $title }”, and its waiting list is closed. We are sorry. Other courses: ⁨/courses⁩
course-vouched =
    { $state ->
        [enrolled] Your partner confirmed. Both of you are enrolled in the course “{ $title }”.
        [waiting] Your partner confirmed. You wait together for the course “{ $title }”.
       *[held] Your partner confirmed. Two seats in the course “{ $title }” are held for you.
    }
course-turned-away = This invitation to the course “{ $title }” was for somebody else. If you want the course yourself, enroll here.
course-turned-away-done = That invitation does not work any more. A new one is below.
button-courses-off = No news of courses
button-courses-on = News of courses again
courses-off = All right, nothing about courses comes any more, even if a lesson is moved. Your seat stays, and the dates are in ⁨/courses⁩. All other messages come as before.
courses-on = All right, reminders and news of courses come from now on.
course-about-none =
    { $title }

    { $about }

    There is no new date for this course now.
course-head = { $title }, { $where }
course-free-late = { NUM($free) } seats are free, and the course begins soon. Do you come?
course-invite-how = Send this invitation to your partner. With the link they say that they come, and then you confirm.
