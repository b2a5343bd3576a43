"""The messengers that we speak with. A further one is one entry here."""

from collections.abc import Mapping

from bot.domain.capabilities import CAPABILITIES
from bot.domain.people import Platform
from bot.messengers import bale, bale_payments, calls, telegram
from bot.messengers.bale_client import BaleRequest
from bot.messengers.client import AiohttpRequest
from bot.messengers.dialect import Dialect

TELEGRAM = Dialect(
    platform=Platform.TELEGRAM,
    name="Telegram",
    maker="BotFather",
    can=CAPABILITIES[Platform.TELEGRAM],
    asked_for=telegram.ALLOWED_UPDATES,
    update_key=telegram.update_key,
    order_chat=telegram.order_chat,
    raw_words=telegram.raw_words,
    raw_press=telegram.raw_press,
    private_chat=telegram.private_chat,
    parse=telegram.parse,
    calls=calls.to_calls,
    message_ids=calls.message_ids,
    request=AiohttpRequest,
)
BALE = Dialect(
    platform=Platform.BALE,
    name="Bale",
    maker="@botfather in Bale",
    can=CAPABILITIES[Platform.BALE],
    asked_for=[],
    update_key=bale.update_key,
    order_chat=bale.order_chat,
    raw_words=bale.raw_words,
    raw_press=telegram.raw_press,
    private_chat=bale.private_chat,
    parse=bale.parse,
    calls=bale.to_calls,
    message_ids=bale.message_ids,
    request=BaleRequest,
    cannot_wait=bale_payments.is_checkout,
    transaction=bale_payments.transaction,
)

DIALECTS: Mapping[Platform, Dialect] = {Platform.TELEGRAM: TELEGRAM, Platform.BALE: BALE}
