# Donations, for those who ask, and a review of the bot

# review: pending
donate =
    Thank you for thinking of this work. Help here is free, whether you give anything or not.

    If you wish to, how much from the wallet of this messenger?
button-donate = { NUM($amount) } tomans
button-donate-no = No, thank you
donate-left = All right, nothing will be paid.
donate-coming = The request for { NUM($amount) } tomans comes just below. It can be paid for one day.
donate-title = A gift to Hamdeli
donate-about = So that talking stays free for families. If you do not pay, nothing changes.
donate-closed = We take no donations here. Thank you for thinking of it.
# review: pending
donate-not-now = Thank you, but nothing is needed now. The help you get here is free and stays free.
donate-elsewhere = Donations are possible only in { $messenger }. If you have an account there, press the button.
donate-thanks = { NUM($amount) } tomans have arrived. Thank you for your kindness.
help-donate = ⁨/donate⁩ a donation, if you wish to
payment-refused = This payment is not possible any more, and no money was taken.
payment-failed = The messenger says that the payment of { NUM($amount) } tomans did not go through. If money is missing, ask the support of the wallet.
invoice-unknown = We do not know whether the request for payment reached you. If you do not see it, press ⁨/donate⁩ again; the earlier one will not work any more.
invoice-failed = The request for payment could not be sent. Nothing was paid.

# What administrators read
invoice-failed-admins = A request for payment could not be sent. Check the token of the wallet of Bale.
payment-odd =
    A payment of { NUM($amount) } tomans does not fit our books, or nobody could say what became of it. Look into the wallet. Transaction:
    { $transaction }
donations-closed = Donations are switched off in the settings.
donations-sum =
    Donations of the last thirty days: { $count ->
        [0] none so far
        [one] one payment, { NUM($amount) } tomans
       *[other] { NUM($count) } payments, { NUM($amount) } tomans in all
    }
donations-line =
    { $at }, { NUM($amount) } tomans, { $state ->
        [paid] arrived
        [pending] under way
       *[unclear] not known
    }
    { $transaction }

# A review
# review: pending
review-wished = We are glad that it helped. The messenger may show you a form to rate this; you need not fill it in. Others may see what you write there with your name, so say nothing about yourself.
