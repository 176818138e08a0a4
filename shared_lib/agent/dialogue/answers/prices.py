"""What it costs, said when it was asked: every figure is the price book's or the booking's."""

from collections.abc import Sequence
from itertools import groupby

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers.inquiry import Inquiry
from shared_lib.pricing.price_book import NON_MEMBER, Tier, Treatment
from shared_lib.pricing.sale import price_visits

FEW = 3
"""Treatments; of more, prices are told without the sum of each."""
PERCENT = 1000
"""Thousandths of a percent in one."""


def price(inquiry: Inquiry) -> Reply:
    """Return the price of what is meant: of one, of several, of all by kind; of the tiers that were named."""
    if inquiry.add_ons and not inquiry.named:
        return Reply(inquiry.lines([_priced(row.name, row.cents, inquiry) for row in inquiry.add_ons]))
    rows = inquiry.treatments
    if inquiry.tiers or {"levels", "membership"} & inquiry.concepts:
        return _by_tier(rows, inquiry.tiers if len(inquiry.tiers) == 1 else inquiry.book.tiers, inquiry)
    if not rows:
        return _by_kind(inquiry)
    if asks_for_whole(inquiry) and not (inquiry.named or inquiry.open_booking or inquiry.confirmed_booking):
        return whole_request(inquiry)
    members = _members(inquiry)
    if len(rows) == 1:
        return Reply(" ".join(filter(None, [_one(rows[0], inquiry), members])))
    lines = [_line(row, inquiry) for row in rows]
    return Reply(inquiry.lines([*lines, " ".join(filter(None, [_untaxed(inquiry), members]))], lines))


def _one(row: Treatment, inquiry: Inquiry) -> str:
    facts = {"treatment": row.name, "length": inquiry.voice.minutes(row.minutes)}
    said = inquiry.voice.say("answer_price", **facts, price=inquiry.voice.money(row.prices[NON_MEMBER]))
    named = [_priced(add_on.name, add_on.cents, inquiry) for add_on in inquiry.add_ons]
    return " ".join([said, *(f"{line}." for line in named)])


def _line(row: Treatment, inquiry: Inquiry) -> str:
    length, cost = inquiry.voice.minutes(row.minutes), inquiry.voice.money(row.prices[NON_MEMBER])
    return inquiry.voice.say("answer_price_line", treatment=row.name, length=length, price=cost)


def _priced(name: str, cents: int, inquiry: Inquiry) -> str:
    return inquiry.voice.say("answer_priced", name=name, price=inquiry.voice.money(cents))


def _untaxed(inquiry: Inquiry) -> str:
    return inquiry.voice.say("answer_untaxed")


def _by_kind(inquiry: Inquiry) -> Reply:
    """Return between which prices the treatments of each kind lie."""
    kinds = groupby(inquiry.book.treatments, key=lambda row: row.category.replace("_", " & "))
    lines = [_kind_line(kind, [row.prices[NON_MEMBER] for row in rows], inquiry) for kind, rows in kinds]
    return Reply(inquiry.lines([*lines, _untaxed(inquiry)], lines))


def _kind_line(kind: str, cents: Sequence[int], inquiry: Inquiry) -> str:
    low, high = inquiry.voice.money(min(cents)), inquiry.voice.money(max(cents))
    return inquiry.voice.say("answer_priced", name=kind, price=low if low == high else inquiry.voice.from_to(low, high))


def _by_tier(rows: Sequence[Treatment], tiers: Sequence[Tier], inquiry: Inquiry) -> Reply:
    """Return what treatments cost in the tiers, side by side."""
    if not rows:
        return membership(inquiry, priced=True)
    lines = [_tier_line(row, tiers, inquiry) for row in rows]
    return Reply(inquiry.lines([*lines, _untaxed(inquiry)], lines))


def _tier_line(row: Treatment, tiers: Sequence[Tier], inquiry: Inquiry) -> str:
    listed = row.prices[NON_MEMBER]
    prices = [_priced(tier.name, row.prices.get(tier.name, listed), inquiry) for tier in tiers]
    return inquiry.voice.say("answer_tier_prices", treatment=row.name, prices="; ".join(prices))


def _members(inquiry: Inquiry) -> str:
    """Return by how much members pay less: for what is meant by its prices, else in the sheet's percentages."""
    rows = inquiry.treatments
    less = (_less(row, tier) for row in rows for tier in inquiry.memberships)
    percents = sorted(set(filter(None, less if rows else (tier.discount for tier in inquiry.memberships))))
    if not percents:
        return ""
    low, high = percents[0], percents[-1]
    return inquiry.voice.say("answer_members", percent=high if low == high else inquiry.voice.from_to(low, high))


def _less(row: Treatment, tier: Tier) -> int:
    """Return by how many percent a treatment is cheaper in a tier; a price of the owner's own may be no rule's."""
    listed = row.prices[NON_MEMBER]
    percent = round(100 * (listed - row.prices.get(tier.name, listed)) / listed)
    return tier.discount if abs(percent - tier.discount) <= 1 else percent


def membership(inquiry: Inquiry, *, priced: bool) -> Reply:
    """Return what members receive, of the tiers that were named or of all; what it costs only where it was asked."""
    tiers = tuple(tier for tier in inquiry.tiers if tier.name != NON_MEMBER) or inquiry.memberships
    if not tiers:
        return inquiry.say("answer_no_membership")
    lines = [_membership_line(tier, inquiry, priced=priced) for tier in tiers]
    return Reply(inquiry.lines([*lines, inquiry.voice.say("answer_join", phone=inquiry.services.spa.phone)], lines))


def _membership_line(tier: Tier, inquiry: Inquiry, *, priced: bool) -> str:
    voice = inquiry.voice
    facts = {"tier": tier.name, "benefits": tier.gives(inquiry.lang).rstrip(".") or _plain_benefits(tier, inquiry)}
    if priced:
        return voice.say("answer_tier_priced", **facts, price=voice.money(tier.monthly_cents))
    return voice.say("answer_tier", **facts)


def _plain_benefits(tier: Tier, inquiry: Inquiry) -> str:
    """Return what a tier gives where its owner wrote nothing of it."""
    return inquiry.voice.say("answer_benefits", percent=tier.discount, days=tier.days_ahead)


def days_ahead(inquiry: Inquiry) -> Reply:
    """Return how far ahead can be booked, by the tiers that were named or by all."""
    tiers = inquiry.tiers or inquiry.book.tiers
    lines = [inquiry.voice.say("answer_days_ahead", tier=tier.name, days=tier.days_ahead) for tier in tiers]
    return Reply(inquiry.lines(lines))


def total(inquiry: Inquiry) -> Reply | None:
    """Return price, tax and both together: of the booking that is spoken of, else of each treatment that is meant."""
    if booking := inquiry.open_booking or inquiry.confirmed_booking:
        return _total("answer_total_in", booking.net_cents, booking.tax_cents, inquiry)
    if asks_for_whole(inquiry):
        return whole_request(inquiry)
    rows = inquiry.treatments
    return Reply(inquiry.lines([_total_of(row, inquiry) for row in rows])) if 0 < len(rows) <= FEW else None


def asks_for_whole(inquiry: Inquiry) -> bool:
    """Return whether what is wished for has several prices, and nothing else was named."""
    named = {row.id for row in inquiry.named} | {add_on.id for add_on in inquiry.add_ons}
    request = inquiry.topic.request
    return inquiry.topic.is_more_than_one_price and named <= {one for row, extras in request for one in (row, *extras)}


def whole_request(inquiry: Inquiry) -> Reply:
    """Return what all that is wished for comes to, for everybody and with what is added."""
    book, day = inquiry.book, inquiry.services.spa.today(inquiry.services.now)
    wished = [(book.treatment(row), book.requested_add_ons(extras)) for row, extras in inquiry.topic.request]
    lines = price_visits(book, wished, tier=NON_MEMBER, day=day)
    net, tax = sum(line.price_cents for line in lines), sum(line.tax_cents for line in lines)
    return _total("answer_total_of", net, tax, inquiry, treatment=inquiry.topic.wish)


def _total(key: str, net: int, tax: int, inquiry: Inquiry, **facts: object) -> Reply:
    money = inquiry.voice.money
    return inquiry.say(key, net=money(net), tax=money(tax), total=money(net + tax), **facts)


def _total_of(row: Treatment, inquiry: Inquiry) -> str:
    wished = inquiry.topic.add_ons if len(inquiry.treatments) == 1 else ()
    chosen = inquiry.book.requested_add_ons([*wished, *(add_on.id for add_on in inquiry.add_ons)])
    day = inquiry.services.spa.today(inquiry.services.now)
    lines = price_visits(inquiry.book, [(row, chosen)], tier=NON_MEMBER, day=day)
    net, tax = sum(line.price_cents for line in lines), sum(line.tax_cents for line in lines)
    what = " + ".join(line.name for line in lines)
    return _total("answer_total_of", net, tax, inquiry, treatment=what).text


def tax(inquiry: Inquiry) -> Reply:
    """Return that sales tax is added, and how much where a booking is spoken of; it can't be left out."""
    kept = [inquiry.voice.say("answer_tax_stays")] if "without" in inquiry.concepts else []
    summed = total(inquiry) if inquiry.topic.booking else None
    said = summed.text if summed else inquiry.voice.say("answer_tax", rate=_rate(inquiry))
    return Reply(" ".join([*kept, said]))


def _rate(inquiry: Inquiry) -> str:
    """Return the rate in percent of the treatments that are meant, without useless zeros."""
    rows = inquiry.treatments or inquiry.book.treatments
    day = inquiry.services.spa.today(inquiry.services.now)
    return f"{inquiry.book.tax_rate(rows[0].tax_class, day) / PERCENT:g}"


def discount(inquiry: Inquiry) -> Reply:
    """Return who pays less, members, and that nobody here can promise more."""
    members = _members(inquiry)
    return Reply(
        " ".join(filter(None, [members, inquiry.voice.say("answer_no_discount", phone=inquiry.services.spa.phone)]))
    )
