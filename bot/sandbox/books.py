"""What Bale's wallet remembers: who was asked for how much, and who has paid."""

from dataclasses import dataclass, field

from bot.sandbox.world import Chat, Person


@dataclass(slots=True)
class Payment:
    """One try to pay an invoice. `status` as `inquireTransaction` says it."""

    person: Person
    chat: Chat
    payload: str
    amount: int
    at: int
    fate: str
    answered: bool = False
    status: str = "pending"


@dataclass(slots=True)
class Wallet:
    """What the messenger knows of money: by the number of the message, and of the transaction."""

    invoices: dict[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    payments: dict[str, Payment] = field(default_factory=dict)
