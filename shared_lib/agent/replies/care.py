"""What the house says to a guest in trouble: one answer, put together from what is true now."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

AGAIN = "again"
"""The kind of the answer to whoever was answered already and has not gone on."""

Sentences = Mapping[str, Any]


def care_sentence(
    kind: str,
    lang: str,
    *,
    emergency: bool = False,
    phone: str = "",
    hours_today: str = "",
    promise: str = "",
    reference: str = "",
    reachable: bool = True,
    variant: int = 0,
) -> str:
    """Return the answer to one kind of trouble, or to `again`; facts that are "" are left out of it.

    `promise` is the moment by which somebody answers, in words, `reachable` whether we know how to; `hours_today` are
    the front desk's, `reference` the case's. The variants follow each other, whatever the number;
    behind 911 stands the plainest of them.
    """
    words = _sentences(lang)
    variants = words[f"care_{kind}"]
    desk = "desk_open" if phone and hours_today else "desk_phone" if phone else "desk"
    case = {"promise": promise, "reference": reference}
    first = words["if_now"] if emergency and kind == "health" else ""
    said = variants[0 if first else variant % len(variants)].format(
        desk=words[desk].format(phone=phone, hours_today=hours_today),
        answer=_answer(kind, words, reachable=reachable).format(**case) if promise else "",
        kept=words["kept"] if reference else "",
        go_on=words["go_on"],
    )
    return " ".join(f"{first} {said}".split())


def _answer(kind: str, words: Sentences, *, reachable: bool) -> str:
    who = "desk" if kind == "distress" else "manager"
    return str(words[f"{who}_{'answers' if reachable else 'would_answer'}"])


def _sentences(lang: str) -> Sentences:
    every = _every_language()
    return every.get(lang, every["en"])


@cache
def _every_language() -> Mapping[str, Sentences]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
