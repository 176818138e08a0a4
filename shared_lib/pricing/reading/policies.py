"""The tab Policies: one rule of the house in each row."""

import re
from typing import Any
from urllib.parse import urlsplit

from shared_lib.pricing.price_book import ALWAYS, TOLD, WITH_CONFIRMATION, Policies
from shared_lib.pricing.reading.cells import COUNT, MINUTES, PERCENT, TEXT, Kind, key
from shared_lib.pricing.reading.nearest import nearest
from shared_lib.pricing.reading.table import Layout, Row, Rows, quote, tabulate

TAB = "Policies"
LAYOUT = Layout({"Policy": ("name", "rule"), "Value": ("setting",)})

_HOLD = Kind("a number of minutes above 0", lambda text: MINUTES.parse(text) or None, 1)


def _link(text: str) -> str | None:
    """Return an address on the web that is called encrypted, with a host that has a name."""
    try:
        parts = urlsplit(text)
        named = "." in (parts.hostname or "") and parts.username is None
    except ValueError:
        return None
    return text if parts.scheme == "https" and named and not re.search(r"\s", text) else None


_LINK = Kind("a link that begins with https://", _link, "")
_WHEN_TOLD = {
    "always": ALWAYS,
    "with the confirmation": WITH_CONFIRMATION,
    "with confirmation": WITH_CONFIRMATION,
}
_TOLD_WHEN = Kind(
    "`always` or `with the confirmation`", lambda text: _WHEN_TOLD.get(text.casefold()), WITH_CONFIRMATION
)
_RULES: dict[str, tuple[str, Kind[Any]]] = {
    "holdminutes": ("hold_minutes", _HOLD),
    "phoneholdminutes": ("phone_hold_minutes", _HOLD),
    "waitlistholdminutes": ("waitlist_hold_minutes", _HOLD),
    "noticeminutes": ("notice_minutes", MINUTES),
    "reschedulefreeuntilhours": ("reschedule_free_until_hours", COUNT),
    "rescheduletimes": ("reschedule_times", COUNT),
    "noshowpercent": ("no_show_percent", PERCENT),
    "noshowfee": ("no_show_percent", PERCENT),
    "graceminutes": ("grace_minutes", MINUTES),
    "termsversion": ("terms_version", TEXT),
    "terms": ("terms", TEXT),
    "reviewlink": ("review_url", _LINK),
    "directions": ("directions", TEXT),
    "parking": ("parking", TEXT),
    "whattobring": ("what_to_bring", TEXT),
    "neighbourhood": ("neighbourhood", TEXT),
    "neighborhood": ("neighbourhood", TEXT),
    "addresstold": ("address_told", _TOLD_WHEN),
}
_REFUND = re.compile(r"refund(?:from)?([0-9]{1,4})h(?:ours?)?")


def read_policies(rows: Rows | None, problems: list[str]) -> Policies:
    """Read the rules; what the tab does not say is as usual, what it says twice or in words unknown is a problem."""
    said: dict[str, Any] = {}
    refund: dict[int, int] = {}
    for row in tabulate(TAB, rows, LAYOUT, problems).rows:
        _read(row, said, refund)
    if refund:
        said["refund"] = tuple(sorted(({0: 0} | refund).items(), reverse=True))
    return Policies(**said)


def _read(row: Row, said: dict[str, Any], refund: dict[int, int]) -> None:
    name = key(row.needed("Policy", TEXT))
    if notice := _REFUND.fullmatch(name):
        _set(row, refund, int(notice[1]), PERCENT)
    elif name in _RULES:
        field, kind = _RULES[name]
        _set(row, said, field, kind)
    elif name:
        row.note("Policy", f"{quote(row.words('Policy'))} is not a policy that we know{_guess(name)}")


def _guess(name: str) -> str:
    meant = nearest(name, {known: field for known, (field, _) in _RULES.items()})
    return f"; did you mean {meant.replace('_', ' ')}?" if meant else ""


def _set(row: Row, rules: dict[Any, Any], field: object, kind: Kind[Any]) -> None:
    if field in rules:
        row.note("Policy", f"{quote(row.words('Policy'))} is there twice")
    silent = field in TOLD and not row.words("Value")
    rules[field] = kind.stand_in if silent else row.needed("Value", kind)
