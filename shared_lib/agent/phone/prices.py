"""get_price: what treatments, add-ons and tiers cost, answered as in the chat, in words for the ear."""

from collections.abc import Sequence

from shared_lib.agent.dialogue.answers import Topic, price_told, priced_rows
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.phone.answers import Answer, done
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.choices import SPOKEN, hear, which
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import say_money
from shared_lib.pricing.price_book import NON_MEMBER, Treatment


def get_price(treatment: str, context: CallContext) -> Answer:
    """Return prices in words and in cents; raise Declined where too many treatments are meant, or none of ours."""
    named = next((row.name for row in context.book.treatments if row.id == treatment.casefold()), treatment)
    said = Sentence(named, hear(named, context))
    asked = priced_rows(said, context)
    if len(asked.treatments) > SPOKEN or not asked.anything:
        raise which(asked.treatments, context, said=_range(asked.treatments))
    told = price_told(said, Topic(), context).text
    facts = {"treatments": [_facts(row) for row in asked.treatments], "currency": "usd"}
    return done(told, **facts | (_facts(asked.treatments[0]) if asked.treatments else {}))


def _range(rows: Sequence[Treatment]) -> str:
    """Say between which prices many treatments lie."""
    if not rows:
        return ""
    cents = [row.prices[NON_MEMBER] for row in rows]
    return say("price_range", low=say_money(min(cents)), high=say_money(max(cents)))


def _facts(row: Treatment) -> dict[str, object]:
    return {
        "treatment": row.name,
        "minutes": row.minutes,
        "price_cents": row.prices[NON_MEMBER],
        "prices": dict(row.prices),
    }
