"""E-mail addresses in what guests type: taken exactly as they stand, or not at all."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from shared_lib.kernel.email_address import parse_email

from .grammar import words

PLAIN = "name@example.com"
"""What the rest of the language reads in the place of an address, whose letters mean nothing else."""
_OPENING = "<([{\"'\u201c\u201e\u00ab\u2018\u201d`*\u00a1\u00bf"
_BRACKETED = re.compile(r"[<(\[{]([^<>()\[\]{}\s]+@[^<>()\[\]{}\s]+)[>)\]}]")
_CLOSING = re.compile(r"[^\w@/&=+-]+$")
_LABEL = re.compile(
    r"^(?:my-?)?(?:e-?mail|mail|mailto|address|correo|почта|мейл|имейл|адрес|пошта|адреса|מייל|אימייל|כתובת)[:=](?=.)",
    re.IGNORECASE,
)
_HEBREW_PREFIX = re.compile("^[הובכלמש]{1,3}[-\u05be]?(?=[!-~])")  # to and from are written together with a word
_JOINING = frozenset("&+_/=")  # between two words they may be one address
_ENDINGS = words("com net org edu gov uk il ua ru au nz mx br ar es co")


@dataclass(frozen=True, slots=True)
class Written:
    """A typed address as it stands, and how it is kept: None where that is not sure."""

    text: str
    address: str | None


def written_in(text: str) -> list[Written]:
    """Return what was typed as an address; one with blanks around its @ is spoken, not typed."""
    return list(_written(_visible(text).split()))


def the_address(written: list[Written]) -> str | None:
    """Return the one address that was typed, None where one is not sure or two differ."""
    addresses = {each.address for each in written}
    return addresses.pop() if len(addresses) == 1 else None


def without_addresses(text: str, written: list[Written]) -> str:
    """Return a text whose typed addresses are plain ones, for the rest of the language."""
    text = _visible(text) if written else text
    for each in sorted(written, key=lambda each: -len(each.text)):
        text = text.replace(each.text, PLAIN)
    return text


def _visible(text: str) -> str:
    """Return the text without what nobody sees, in usual letters: marks of direction come with pasted Hebrew."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")


def _written(pieces: list[str]) -> Iterator[Written]:
    for before, piece, after in zip(["", *pieces], pieces, [*pieces[1:], ""], strict=False):
        core = _core(piece)
        if "@" not in core.strip("@"):
            continue
        torn = _begun_before(before, core) or _goes_on(piece, after)
        yield Written(core, None if torn else parse_email(core))


def _core(piece: str) -> str:
    """Return a piece without the brackets, quotes and full stops around an address, and its label."""
    bracketed = _BRACKETED.search(piece)
    core = bracketed[1] if bracketed else _CLOSING.sub("", piece.lstrip(_OPENING))
    return _HEBREW_PREFIX.sub("", _LABEL.sub("", core))


def _begun_before(before: str, core: str) -> bool:
    """Tell whether a blank may have slipped in before: smith & sons@example.com, smith &sons@example.com."""
    return before[-1:] in _JOINING or before == "." or bool(before and core[0] in _JOINING)


def _goes_on(piece: str, after: str) -> bool:
    """Tell whether a blank may have slipped into an address: bob@example .com, bob@example.co. uk."""
    dotted = after[:1] == "." and after[1:2].isalnum()
    return dotted or (piece.endswith(".") and after.lower().rstrip(".,!?") in _ENDINGS)
