"""One attempt to take money from a card: paid, declined, or first to be allowed by the guest."""

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe import charges
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.cards import Authentication, card_of
from infra.local.stand_ins.stripe.errors import RefusedError

ASK_GUEST: Document = {"type": "use_stripe_sdk", "use_stripe_sdk": {"type": "three_d_secure_redirect"}}
NOT_ALLOWED = (
    "We are unable to authenticate your payment method. Please choose a different payment method and try again."
)
ALONE = "Your card was declined. This transaction requires authentication."


def attempt(
    account: Account, intent: Document, method: Document, *, guest_is_there: bool, allowed: bool = False
) -> Document:
    """Charge a card and return the intent as it is then; raise the 402 of a refusal after recording and telling it.

    `guest_is_there` says whether somebody could answer the bank's question, `allowed` that somebody has.
    """
    card = card_of(method)
    if card.decline:
        raise fail(account, intent, method, card.refusal())
    if asks_guest(account, method) and not allowed:
        if not guest_is_there:
            raise fail(account, intent, method, _authentication_required())
        return ask(account, intent, method)
    return _succeed(account, intent, method)


def asks_guest(account: Account, method: Document) -> bool:
    """Tell whether the card's bank would ask its owner now."""
    wish = card_of(method).authentication
    return wish is Authentication.ALWAYS or (wish is Authentication.UNTIL_SET_UP and not _is_set_up(account, method))


def ask(account: Account, intent: Document, method: Document) -> Document:
    """Let a payment or set-up wait for the guest's word, and tell so."""
    waiting = {"status": "requires_action", "next_action": ASK_GUEST, "payment_method": method["id"]}
    asked = account.save(intent | waiting)
    account.emit(f"{intent['object']}.requires_action", asked)
    return asked


def not_allowed(account: Account, intent: Document, method: Document) -> RefusedError:
    """Record that the guest refused before their bank, and return what Stripe says then."""
    refusal = RefusedError(NOT_ALLOWED, status=402, kind="card_error", code="payment_intent_authentication_failure")
    return _record(account, intent, method, refusal, charge=None)


def fail(account: Account, intent: Document, method: Document, refusal: RefusedError) -> RefusedError:
    """Record and tell a decline, and return its error with the intent in it."""
    charge = charges.decline(account, intent, method, refusal)
    return _record(account, intent, method, refusal, charge=charge["id"])


def _record(
    account: Account, intent: Document, method: Document, refusal: RefusedError, *, charge: str | None
) -> RefusedError:
    refusal.details |= {"charge": charge, "payment_method": method}
    failed = account.save(
        intent
        | {
            "last_payment_error": refusal.body()["error"],
            "latest_charge": charge or intent["latest_charge"],
            "next_action": None,
            "payment_method": None,
            "status": "requires_payment_method",
        }
    )
    account.emit("payment_intent.payment_failed", failed)
    refusal.details["payment_intent"] = failed
    return refusal


def _succeed(account: Account, intent: Document, method: Document) -> Document:
    charge = charges.approve(account, intent, method)
    paid = {
        "last_payment_error": None,
        "latest_charge": charge["id"],
        "next_action": None,
        "payment_method": method["id"],
    }
    if not charge["captured"]:
        held = {"status": "requires_capture", "amount_capturable": intent["amount"]}
        kept = account.save(intent | paid | held)
        account.emit("payment_intent.amount_capturable_updated", kept)
        return kept
    done = account.save(intent | paid | {"status": "succeeded", "amount_received": intent["amount"]})
    account.emit("payment_intent.succeeded", done)
    charges.book(account, charge)
    return done


def _is_set_up(account: Account, method: Document) -> bool:
    """Tell whether the guest has allowed later charges, when they saved the card or paid with it."""
    allowed = [one for one in account.every("payment_intent") if one["setup_future_usage"] == "off_session"]
    allowed += account.every("setup_intent")
    return any(one["payment_method"] == method["id"] and one["status"] == "succeeded" for one in allowed)


def _authentication_required() -> RefusedError:
    code = "authentication_required"
    return RefusedError(ALONE, status=402, kind="card_error", code=code, decline_code=code)
