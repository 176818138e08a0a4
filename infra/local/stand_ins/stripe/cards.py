"""Stripe's test cards: how each behaves, by number on a page and by name (`pm_card_visa`) in a call."""

from dataclasses import dataclass
from enum import Enum

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.errors import RefusedError


class Authentication(Enum):
    """When the card's bank wants to hear from the guest."""

    NEVER = "never"
    UNTIL_SET_UP = "until set up for later use"
    ALWAYS = "always"


@dataclass(frozen=True)
class Card:
    """A test card: the code and reason with which its bank declines, if it does, and whether it can be kept."""

    number: str
    decline: str | None = None
    decline_code: str | None = None
    message: str = "Your card was declined."
    authentication: Authentication = Authentication.NEVER
    saves: bool = True
    brand: str = "visa"
    note: str = "is paid"

    @property
    def last4(self) -> str:
        """Return the digits by which a stored card is known again."""
        return self.number[-4:]

    def refusal(self) -> RefusedError:
        """Return the 402 of a declined card."""
        return RefusedError(
            self.message, status=402, kind="card_error", code=self.decline, decline_code=self.decline_code
        )


CARDS = (
    Card("4242424242424242"),
    Card("5555555555554444", brand="mastercard"),
    Card("4000000000000002", "card_declined", "generic_decline", saves=False, note="is declined"),
    Card(
        "4000000000009995",
        "card_declined",
        "insufficient_funds",
        "Your card has insufficient funds.",
        saves=False,
        note="has insufficient funds",
    ),
    Card("4000000000000341", "card_declined", "generic_decline", note="can be kept, is declined when charged"),
    Card("4000000000000069", "expired_card", None, "Your card has expired.", saves=False, note="has expired"),
    Card(
        "4000000000000127",
        "incorrect_cvc",
        None,
        "Your card's security code is incorrect.",
        saves=False,
        note="has a wrong CVC",
    ),
    Card("4000002500003155", authentication=Authentication.UNTIL_SET_UP, note="asks the guest, until it is kept"),
    Card("4000002760003184", authentication=Authentication.ALWAYS, note="always asks the guest"),
)
BY_NUMBER = {card.number: card for card in CARDS}
BY_LAST4 = {card.last4: card for card in CARDS}
BY_NAME = {
    "pm_card_visa": "4242424242424242",
    "pm_card_mastercard": "5555555555554444",
    "pm_card_chargeDeclined": "4000000000000002",
    "pm_card_visa_chargeDeclined": "4000000000000002",
    "pm_card_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_chargeCustomerFail": "4000000000000341",
    "pm_card_chargeDeclinedExpiredCard": "4000000000000069",
    "pm_card_chargeDeclinedIncorrectCvc": "4000000000000127",
    "pm_card_authenticationRequiredOnSetup": "4000002500003155",
    "pm_card_authenticationRequired": "4000002760003184",
}


def card_of(method: Document) -> Card:
    """Return the test card behind a payment method."""
    return BY_LAST4[method["card"]["last4"]]
