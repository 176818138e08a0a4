"""E-mail addresses in what guests type: taken exactly as they stand, or not at all."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
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


_NEAR = 4  # words beside an address that may say it is not the one
_BREATH = frozenset(",;.!?")
# words of all languages for an address that is not used any more
_FORMER = words("""
    old former previous wrong outdated antiguo antigua viejo vieja anterior старый старая старой прежний прежняя
    старий стара старої колишній ישן ישנה הישן הישנה הקודם הקודמת
""")
_UNUSED = _FORMER | words("not instead never except no sin не вместо ні замість לא במקום")


@dataclass(frozen=True, slots=True)
class Written:
    """A typed address as it stands, and how it is kept: None where that is not sure."""

    text: str
    address: str | None
    given_up: bool = False  # named as one that is not to be used: my old one is ...


def written_in(text: str) -> list[Written]:
    """Return what was typed as an address; one with blanks around its @ is spoken, not typed."""
    return list(_written(_visible(text).split()))


def the_address(written: list[Written]) -> str | None:
    """Return the one address that was typed, None where one is not sure or two differ."""
    used = [each for each in written if not each.given_up] or written
    addresses = {each.address for each in used}
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
    for at, (before, piece, after) in enumerate(zip(["", *pieces], pieces, [*pieces[1:], ""], strict=False)):
        core = _core(piece)
        if "@" not in core.strip("@"):
            continue
        torn = _begun_before(before, core) or _goes_on(piece, after)
        yield Written(core, None if torn else parse_email(core), given_up=_is_given_up(pieces, at))


def _is_given_up(pieces: list[str], at: int) -> bool:
    """Tell whether words beside an address say that it is not the one: not home@..., my old one is ...@..."""
    before = _own_words(reversed(pieces[max(0, at - _NEAR) : at]), ends_after=False)
    after = [] if pieces[at][-1:] in _BREATH else _own_words(pieces[at + 1 : at + 1 + _NEAR], ends_after=True)
    return not _UNUSED.isdisjoint(before) or not _FORMER.isdisjoint(after)


def _own_words(pieces: Iterable[str], *, ends_after: bool) -> list[str]:
    """Return the words of the same breath, up to another address or the end of a clause."""
    words: list[str] = []
    for piece in pieces:
        ended = piece[-1:] in _BREATH
        if "@" in piece or (ended and not ends_after):
            break
        words.append(piece.strip(",.;:!?").lower())
        if ended:
            break
    return words


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
