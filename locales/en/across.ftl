# Between two messengers

receipt-failed-large =
    Not delivered · { $code }: this file is too large to go to another messenger. Pictures up to 10 and files up to 20 megabytes get there; send a smaller one.
relay-too-large =
    This file did not reach your counselor, because it is too large. Pictures up to 10 megabytes and files or voice up to 20 megabytes get there. If you can, send a shorter one.

messenger-telegram = Telegram
messenger-bale = Bale
