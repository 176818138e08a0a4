"""Where each figure of a reply comes from: the price book, the booking, a button, the guest, or nowhere."""
# ruff: noqa: RUF001 -- four of the languages have other letters

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import combinations
from math import ceil, floor

from infra.local.demo.facts import facts
from shared_lib.pricing.price_book import NON_MEMBER
from tests.score.answer import Answer
from tests.score.book import BOOK, PHONE, STAFF, TEXTS
from tests.score.guest import Conversation
from tests.score.house import ZONE

_NUMBER = r"\d{1,3}(?:[., \u00a0\u202f]\d{3})+(?:[.,]\d\d)?(?!\d)|\d+(?:[.,]\d\d)?"
_MONEY = re.compile(
    rf"\$\s?({_NUMBER})|({_NUMBER})\s?(?:US\$|\$(?!\s?\d)|USD|d[óo]lares|dollars|доллар|долар|דולר)", re.IGNORECASE
)
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s?(?:%|percent|per cent|por ciento|процент|відсот|אחוז)")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)(?:\s?([ap])\.?m\b)?|\b(\d{1,2})\s?([ap])\.?m\b", re.IGNORECASE)
_MINUTES = re.compile(r"(\d+)[\s\u00a0-]?(?:min|мин|хв|דק)")
_DAYS = re.compile(r"(\d+)[\s\u00a0-]?(?:days?\b|días?\b|дн(?:я|ей|ів|і)\b|день\b|ימים)")
_HOURS = re.compile(r"(\d+)[\s\u00a0-]?(?:hours?\b|horas?\b|час|годин|שעות)")
_UNSEEN = re.compile("[\u200e\u200f\u2066-\u2069]")
_SOLD: dict[str, tuple[int, ...]] = {treatment.name: tuple(treatment.prices.values()) for treatment in BOOK.treatments}
_ADDED = {add_on.name: add_on.cents for add_on in BOOK.add_ons}
_RATES = {rate.rate / 100_000 for rate in BOOK.tax if rate.rate}
_TOGETHER = 4
"""So many lines at most are summed up."""
_QUARTER = timedelta(minutes=15)


def untraced(talk: Conversation, at: int) -> Iterator[str]:
    """Yield the figures of the n-th answer that come from nowhere."""
    text = plain(talk.exchanges[at].answer.text)
    yield from (f"${cents / 100:.2f}" for cents in sorted(money(text) - amounts(talk, at)))
    yield from (f"{share} %" for share in _PERCENT.findall(text) if float(share.replace(",", ".")) not in _percents())
    yield from (f"{minute // 60}:{minute % 60:02}" for minute in sorted(hours_of(text) - set(_clocks(talk, at))))
    lengths = set(_lengths(talk)) | _said(talk)
    yield from (f"{found} minutes" for found in _MINUTES.findall(text) if int(found) not in lengths)
    yield from (f"{found} days" for found in _DAYS.findall(text) if int(found) not in _days() | _said(talk))
    yield from (f"{found} hours" for found in _HOURS.findall(text) if int(found) not in _notices() | _said(talk))


def plain(text: str) -> str:
    """Return a reply without the owner's own texts, the house's telephone, addresses and references."""
    for known in (*TEXTS, PHONE):
        text = text.replace(known, " ") if known else text
    return re.sub(r"\S+@\S+|https?://\S+|CS-\d+-\d+", " ", _UNSEEN.sub("", text))


def money(text: str) -> set[int]:
    """Return the amounts of a text in cents, however a language writes them."""
    return {_cents(found[1] or found[2]) for found in _MONEY.finditer(text)}


def _cents(written: str) -> int:
    digits = re.sub(r"\D", "", written)
    return int(digits) * (1 if re.search(r"[.,]\d\d$", written) else 100)


def amounts(talk: Conversation, at: int) -> set[int]:
    """Return the amounts that the n-th answer may name: of what it names itself, else of what was spoken of before."""
    named = _named(_shown(talk.exchanges[at].answer))
    if not named:
        named = _named(" ".join([_shown(each.answer) + each.said for each in talk.exchanges[: at + 1]]))
    named += talk.task.before.lines if talk.task.before else []
    prices = {price for name in named for price in _SOLD.get(name, (_ADDED.get(name, 0),))}
    sums = {total for lines in _sets_of_lines(named) for total in _with_tax(lines)}
    paid = {payment["amount_cents"] for payment in talk.payments.values()}
    shares = {round(cents * percent / 100) for cents in paid | sums for _, percent in BOOK.policies.refund}
    return prices | sums | paid | shares | {tier.monthly_cents for tier in BOOK.tiers} | {0}


def _named(text: str) -> list[str]:
    return [name for name in (*_SOLD, *_ADDED) if name.lower() in text.lower()]


def _shown(answer: Answer) -> str:
    booked = " ".join(str(booking["treatment"]) for booking in (answer.bookings or {}).values())
    return f"{answer.text} {booked}"


def _sets_of_lines(named: list[str]) -> Iterator[int]:
    """Yield what up to four lines of what is named cost together; the same may be for two."""
    prices = [_SOLD.get(name, ())[:1] or (_ADDED.get(name, 0),) for name in named]
    single = [price for price, *_ in prices][:6] * 2
    for many in range(1, _TOGETHER + 1):
        yield from (sum(chosen) for chosen in combinations(single, many))


def _with_tax(cents: int) -> Iterator[int]:
    yield cents
    for rate in _RATES:
        for tax in (floor(cents * rate), ceil(cents * rate)):
            yield from (tax, cents + tax)


def hours_of(text: str) -> set[int]:
    """Return the clock times of a text, as minutes after midnight."""
    minutes = set()
    for found in _CLOCK.finditer(text):
        hour, minute, half = int(found[1] or found[4]), int(found[2] or 0), (found[3] or found[5] or "").lower()
        minutes.add((hour % 12 + 12 * (half == "p") if half else hour % 24) * 60 + minute)
    return minutes


def _clocks(talk: Conversation, at: int) -> Iterator[int]:
    """Yield the clock times that are known by the n-th answer."""
    for exchange in talk.exchanges[: at + 1]:
        begins = [button.begins for button in exchange.answer.times]
        yield from (_minute(begin) for begin in begins if begin)
        yield from (said for hour in re.findall(r"\d+", exchange.said) for said in _meant(int(hour)))
        yield from (minute + half for minute in hours_of(exchange.said) for half in (0, 720))
        booked = (exchange.answer.bookings or {}).values()
        times = [booking[end] for booking in booked for end in ("starts_at", "ends_at")]
        times += [payment["expires_at"] for payment in (exchange.answer.payments or {}).values()]
        yield from (_minute(datetime.fromisoformat(time)) for time in times if time)
    wished = [talk.task.before, *(talk.task.ends or ()), talk.task.wants]
    yield from (minute for visit in wished if visit for minute in hours_of(f"{visit.begins} {visit.until}"))
    yield from _house_hours()
    yield from _held_until(talk, at)
    yield from (minute for exchange in talk.exchanges[: at + 1] for minute in _promised(exchange.at))


def _promised(told: datetime) -> Iterator[int]:
    """Yield by when somebody may answer what is told: in two hours, or half an hour after the house opens."""
    for moment in (told, told - timedelta(minutes=1)):  # the house hears it within a minute
        over = (moment + timedelta(hours=2) - datetime.min.replace(tzinfo=UTC)) % _QUARTER
        yield _minute(moment + timedelta(hours=2) + (_QUARTER - over if over else over))
    opens = {begin for week in BOOK.hours.values() for day in week.week.values() for begin, _ in day}
    yield from (-(-(begin + 30) // 15) * 15 % 1440 for begin in opens)


def _meant(hour: int) -> Iterator[int]:
    yield from (half * 60 for half in (hour, hour + 12) if half < 24)


def _held_until(talk: Conversation, at: int) -> Iterator[int]:
    """Yield the ends of holds that began in this conversation, and the first minutes for which there is notice."""
    answered = talk.exchanges[at].at
    policies = BOOK.policies
    waits = (*range(policies.phone_hold_minutes + 2), *range(policies.notice_minutes, policies.notice_minutes + 31))
    yield from (_minute(answered + timedelta(minutes=minutes)) for minutes in waits)


def _minute(instant: datetime) -> int:
    wall = instant.astimezone(ZONE)
    return wall.hour * 60 + wall.minute


def _house_hours() -> Iterator[int]:
    """Yield when the house and its technicians begin and end, and the last beginning of each treatment."""
    spans = [span for week in BOOK.hours.values() for day in week.week.values() for span in day]
    shifts = hours_of(" ".join(str(row) for row in facts()["technicians"]))
    yield from (minute % 1440 for minute in (*(minute for span in spans for minute in span), *shifts))
    yield from ((closes - treatment.minutes) % 1440 for _, closes in spans for treatment in BOOK.treatments)


def _lengths(talk: Conversation) -> Iterator[int]:
    """Yield the lengths in minutes that may be told."""
    added = [add_on.minutes for add_on in BOOK.add_ons]
    treatments = {treatment.minutes for treatment in BOOK.treatments}
    yield from added
    yield from (minutes + more for minutes in treatments for more in (0, *added, sum(added)))
    yield from (one + other for one, other in combinations(sorted(treatments), 2))
    policies = BOOK.policies
    yield from (policies.hold_minutes, policies.phone_hold_minutes, policies.grace_minutes)
    yield from (policies.notice_minutes, policies.waitlist_hold_minutes)
    for booking in talk.bookings.values():
        begins, ends = (datetime.fromisoformat(booking[end]) for end in ("starts_at", "ends_at"))
        yield int((ends - begins).total_seconds() // 60)


def _percents() -> set[float]:
    policies = BOOK.policies
    shares: Iterable[float] = (tier.discount for tier in BOOK.tiers)
    rates = (rate.rate / 1000 for rate in BOOK.tax)
    less = (_less(row.prices, price) for row in BOOK.treatments for price in row.prices.values())
    return {*shares, *rates, *less, *(percent for _, percent in policies.refund), policies.no_show_percent}


def _less(prices: Mapping[str, int], price: int) -> int:
    """Return by how many percent a price is below that of whoever is no member."""
    listed = prices[NON_MEMBER]
    return round(100 * (listed - price) / listed)


def _days() -> set[int]:
    return {tier.days_ahead for tier in BOOK.tiers}


def _notices() -> set[int]:
    lasting = {treatment.minutes // 60 for treatment in BOOK.treatments if treatment.minutes % 60 == 0}
    return {hours for hours, _ in BOOK.policies.refund} | {BOOK.policies.reschedule_free_until_hours} | lasting


def _said(talk: Conversation) -> set[int]:
    return {int(number) for exchange in talk.exchanges for number in re.findall(r"\d{1,9}", exchange.said)}


def names_gone(text: str, names: Iterable[str]) -> str:
    """Return a text without what is called the same in each language."""
    called = sorted({*_SOLD, *_ADDED, *STAFF, *names, "CoreSync"}, key=len, reverse=True)
    return re.sub("|".join(re.escape(name) for name in called), " ", text)
