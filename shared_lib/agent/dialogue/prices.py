"""What it costs, said when it was asked."""

from collections.abc import Sequence

from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.pricing.price_book import NON_MEMBER, Tier, Treatment


def answer_price(state: DialogueState, named: Sequence[str], services: DialogueServices) -> str:
    """Return the price of the treatment that is meant, or the list of those that may be."""
    rows = rows_meant(state, named, services) or list(services.book.treatments)
    if len(rows) == 1:
        return _price(rows[0], services)
    lines = "\n".join(
        services.say(
            "price_line", treatment=row.name, minutes=row.minutes, price=services.voice.money(row.prices[NON_MEMBER])
        )
        for row in rows
    )
    members = _members(services)
    return services.say("price_list", lines=lines, members=f" {members}" if members else "")


def rows_meant(state: DialogueState, named: Sequence[str], services: DialogueServices) -> list[Treatment]:
    """Return the treatments that were named, else those that this conversation is about."""
    ids = {treatment for item in state.items for treatment in item.ids}
    asked_for = [row for row in services.book.treatments if row.name in named]
    return asked_for or [row for row in services.book.treatments if row.id in ids]


def _price(row: Treatment, services: DialogueServices) -> str:
    best = min((row.prices[tier.name] for tier in services.book.tiers if tier.name in row.prices), default=0)
    listed = row.prices[NON_MEMBER]
    key = "price_one" if best < listed else "price_one_plain"
    price, member_price = services.voice.money(listed), services.voice.money(best)
    return services.say(key, treatment=row.name, minutes=row.minutes, price=price, member_price=member_price)


def _tiers(services: DialogueServices) -> list[Tier]:
    return [tier for tier in services.book.tiers if tier.monthly_cents]


def _members(services: DialogueServices) -> str:
    discounts = sorted({tier.discount for tier in _tiers(services) if tier.discount})
    if not discounts:
        return ""
    lowest, highest = discounts[0], discounts[-1]
    return services.say("members_save", percent=f"{lowest} to {highest}" if lowest < highest else f"{highest}")


def membership(services: DialogueServices, *, with_price: bool) -> str:
    """Return what members receive; what it costs only where that was asked."""
    key = "membership_line_priced" if with_price else "membership_line"
    lines = [
        services.say(key, tier=tier.name, benefits=tier.benefits, price=services.voice.money(tier.monthly_cents))
        for tier in _tiers(services)
    ]
    return (
        services.say("membership", lines="\n".join(lines), phone=services.spa.phone)
        if lines
        else services.say("no_membership")
    )
