# Looking for cases: by code, place, topic, state, colleague, urgency and days.

command-search = Search for cases
button-search-case = { $code }
search-title = Cases, newest first
search-title-own = Your cases, newest first
search-none = No case fits all of this. Take one away and look again.
search-end = There are no more cases.
search-no-code = There is no case with code { $code } among those you may see.
search-unknown = I did not understand: { $words }
search-choose = Which one?
search-line =
    { $code } · { $status ->
        [waiting] waiting
        [claimed] in a talk
        [closed] closed
       *[other] { $status }
    } · { $acuity ->
        [immediate] immediate
        [high] high
        [medium] medium
       *[low] low
    }
    { $topic } · { $place } · { $at }
search-status-waiting = waiting
search-status-claimed = in a talk
search-status-closed = closed
search-acuity = urgency { $acuity }
search-since = from { $day }
search-until = until { $day }
search-last-days =
    { $days ->
        [1] Today
       *[other] Last { NUM($days) } days
    }
button-search-status = State
button-search-acuity = Urgency
button-search-topic = Topic
button-search-place = Province
button-search-days = Days
button-search-who = Colleague
button-search-any = Any
button-search-all = Show all
button-search-back = Back
button-search-first = From the start
button-search-more = More

# What people type
heard-search_filler = case|cases|province|counselor|colleague|topic|and|urgency
heard-search_from = from|since
heard-search_until = to|until
heard-search-status-waiting = waiting|queued|in the queue
heard-search-status-claimed = claimed|open|in a talk|talking
heard-search-status-closed = closed|done|finished
heard-search-acuity-immediate = immediate
heard-search-acuity-high = high|urgent
heard-search-acuity-medium = medium
heard-search-acuity-low = low
heard-search-topic-couple = couple|spouse|relationship
heard-search-topic-marriage = marriage|engagement
heard-search-topic-divorce = divorce|separation
heard-search-topic-parenting = parenting|children|child
heard-search-topic-teenager = teenager|teen|teens
heard-search-topic-grief = grief|loss|bereavement
heard-search-topic-stress = stress|fear|anxiety
heard-search-topic-violence = violence|abuse
heard-search-topic-addiction = addiction|drugs
heard-search-topic-money = money|debt
heard-search-topic-work = work|job|unemployment
heard-search-topic-housing = housing|home|shelter
heard-search-topic-school = school
heard-search-topic-health = health|illness|disability
heard-search-topic-elders = elders|elderly
heard-search-topic-legal = legal|law
heard-search-topic-lonely = lonely|loneliness
heard-search-topic-other = other
