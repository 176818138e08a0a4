"""get_price: what a treatment costs, said because it was asked."""

from shared_lib.agent.phone.answers import Answer, done
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.choices import which_treatment
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import number, say_money
from shared_lib.pricing.price_book import NON_MEMBER


def get_price(treatment: str, context: CallContext) -> Answer:
    """Return the price in words, and the cents by tier; raise Declined where it is not clear which treatment."""
    row = which_treatment(treatment, context).treatment
    listed, best = row.prices[NON_MEMBER], min(row.prices.values())
    said = say(
        "price",
        "members" if best < listed else "",
        treatment=row.name,
        minutes=number(row.minutes),
        price=say_money(listed),
        best=say_money(best),
    )
    return done(
        said, treatment=row.name, minutes=row.minutes, price_cents=listed, currency="usd", prices=dict(row.prices)
    )
