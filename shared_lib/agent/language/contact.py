"""Names and e-mail addresses as people type and say them."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from .digits import spoken_digits
from .grammar import Found, Grammar
from .grammar import words as words_of
from .items import LONGEST_TEXT, Item
from .language import Language

_LONGEST_NAME = 4  # words
_SHORTEST_SPELT = 3  # letters: J R may be all that one is called
_LONGEST_DOMAIN = 9  # words and marks
_OPENING = frozenset("<([{\"'\u201c\u201e\u00ab:,;.-!?")
_CLOSING = frozenset(">)]}\"'\u201c\u201d\u00bb,;.!?")
TITLES = words_of("""
    mr mrs ms miss mx dr prof professor sir dame rev señor señora señorita sra srta don doña господин госпожа пан пані
    д-р доктор מר גברת ד"ר
""")  # noqa: RUF001 -- words of all languages
PARTICLES = words_of("de la del los las van der den von zu da dos di du le al el bin ibn ben bat abu y e")
# words of all languages for an address and whose it is
_OF_MAIL = words_of("""
    email mail address my correo dirección direccion почта имейл мейл адрес мой моя пошта адреса мій
    מייל אימייל כתובת שלי
""")
# with small words of all languages, after which a spoken address begins
_LEADS = _OF_MAIL | words_of("""
    is it it's its that that's thats be to at on use try send write yes yeah yep sure ok okay sorry
    so um uh no well please actually sí si es a al en ese este claro bueno perdón perdon
    mi да это вот на так це ось כן זה הוא היא ל
""")
_FULL_NAME = 2  # words
_NAME_WORD = re.compile(r"[^\W\d_][\w.'-]*")
# up to four words right before an address; tried where a word begins, so that a long one costs no more
_BEFORE_EMAIL = re.compile(
    r"(?<![^\W\d_])([^\W\d_][^\W\d_'.-]*(?:[ '-][^\W\d_][^\W\d_'.-]*){0,3})[\s,;:(<-]{1,4}[\w.+%'-]{1,64}@"
)


def email_in(items: Sequence[Item], marks: Mapping[str, str], at: str) -> str | None:
    """Return an address, typed, or spoken as `first dot last at gmail dot com`; None where it is not sure to be whole.

    Of typed ones `written_email` knows more: here it is seen only whether something touches one.
    """
    typed = {
        str(item.readings["email"]).rstrip(".") if _stands_alone(items, place) else None
        for place, item in enumerate(items)
        if "email" in item.readings
    }
    if typed:
        return typed.pop() if len(typed) == 1 else None
    words = _words(items)
    places = [i for i, word in enumerate(words) if word in {at, "@"}]
    for place in reversed(places):
        local, domain = _local(words[:place], marks), _domain(words[place + 1 :], marks)
        if local and domain.rpartition(".")[0] and domain.rpartition(".")[2].isalpha():
            return f"{local}@{domain}"
    return None


def _stands_alone(items: Sequence[Item], place: int) -> bool:
    """Tell whether a typed address is cut out of nothing: smith&sons@example.com is none of sons."""
    item = items[place]
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    whole = before is None or before.end < item.start or before.word in _OPENING
    return whole and item.end < LONGEST_TEXT and (after is None or item.end < after.start or after.word in _CLOSING)


def _words(items: Sequence[Item]) -> list[str]:
    """Return the words, numbers among them as digits: `smith forty two` is smith 42."""
    words: list[str] = []
    for before, item in zip([None, *items], items, strict=False):
        said = spoken_digits(item)
        if said and before and "unit" in item.readings and "tens" in before.readings:
            words[-1] = words[-1][:-1] + said
        else:
            words.append(said or item.word)
    return words


def _local(words: Sequence[str], marks: Mapping[str, str]) -> str:
    """Read backwards from the at: words joined by marks, and letters or digits spelt one by one."""
    parts: list[str] = []
    for place, word in reversed(list(enumerate(words))):
        joined = (
            not parts
            or word in marks
            or word in marks.values()
            or parts[-1] in marks.values()
            or _spelt(word, parts[-1])
        )
        if not joined or not (word.isalnum() or word in marks or word in marks.values()):
            if not _before_an_address(words[: place + 1]):
                return ""
            break
        parts.append(marks.get(word, word))
    return "".join(reversed(parts)).strip(".-")


def _before_an_address(words: Sequence[str]) -> bool:
    """Tell whether an address may begin after these words: `john smith at gmail dot com` may be all of it, or half."""
    return words[-1] in _LEADS or words[-1] in _OPENING


def _spelt(word: str, following: str) -> bool:
    """Tell whether letters and digits are spelt out: j o h n 7 at ..."""
    return len(word) == 1 or following.isdigit()


def _domain(words: Sequence[str], marks: Mapping[str, str]) -> str:
    """Read on from the at: a word, or several as one, and what marks join to it; "" for one without end."""
    parts: list[str] = []
    for word in words[:_LONGEST_DOMAIN]:
        mark = marks.get(word, word if word in {".", "-"} else "")
        in_first = "." not in parts and word.isalnum() and len(parts) < _LONGEST_NAME  # said as several words
        if bool(mark) != bool(parts and parts[-1] not in {".", "-"}) and not (parts and in_first):
            break
        parts.append(mark or word)
    cut = len(parts) == _LONGEST_DOMAIN < len(words) and words[_LONGEST_DOMAIN] in {*marks, ".", "-"}
    return "" if cut else "".join(parts).strip(".-")


def name_in(text: str, items: Sequence[Item], language: Language) -> str | None:
    """Return a person's name after words such as `my name is`; what answers our question is in `answered_name`."""
    start = after_leads(items, language.leads, asked=False)
    if start is None:
        return _introduced(text, items, language)
    words = list(takewhile(lambda item: _is_of_name(item, language.name_ends), items[start:]))
    words = without_mail(words)
    return None if begins_no_name(words, language) else _name(text, words, language.not_names)


def introduced_in(text: str, items: Sequence[Item], language: Language) -> str | None:
    """Return the name that is given in so many words, whatever else its words mean: Mr. Stop."""
    row = [Item("^", 0, 0, {"begins": True}), *items]
    leads = (found for at in range(len(row)) if (found := language.naming.longest(row, at)))
    names = (_after_lead(text, row, found, language) for found in leads)
    return next(filter(None, names), None)


def _after_lead(text: str, row: Sequence[Item], lead: Found, language: Language) -> str:
    """Return the name after words that lead up to one; a title before a whole name stays with it."""
    named = row[lead.end :]
    if not named:
        return ""
    name = "" if begins_no_name(named, language) else _written_name(text, named, language)
    title = row[lead.begin + 1].word in TITLES and " " in name
    return text[row[lead.begin + 1].start : named[0].start] + name if title else name


def name_beside_email(text: str, items: Sequence[Item], language: Language) -> str | None:
    """Return the words right before an address that are written like a name: `for Anna Berg, anna@example.com`."""
    found = _BEFORE_EMAIL.search(text)
    if not found:
        return None
    words = found[1].split()
    while words and words[0][0].islower():
        words.pop(0)
    whole = " ".join(words)
    while words and words[-1].lower() in _OF_MAIL:
        words.pop()
    name, begins = " ".join(words), found.end(1) - len(whole)
    named = [item for item in items if begins <= item.start < begins + len(name)]
    if len(words) < _FULL_NAME or any(word[0].islower() for word in words) or begins_no_name(named, language):
        return None
    return None if any(item.word in _OF_MAIL or _is_plain(item, text, language) for item in named) else name


def begins_no_name(words: Sequence[Item], language: Language) -> bool:
    """Tell whether no name begins so: `what's the price` neither; a letter with a full stop may be one of all words."""
    initial = len(words) > 1 and words[1].word == "." and words[1].start == words[0].end
    first = words[0].word if words else ""
    never = first in language.never_names or (first.partition("'")[0] in language.never_names and "'" in first[2:])
    return bool(words) and never and not initial


def without_mail(words: list[Item]) -> list[Item]:
    """Return words without those at their end that only say what follows: `Tom Reed Email: tom@example.com`.

    Of `Mi Correo: ana@example.com` nothing is left: one word before them says whose address it is, and is no name.
    """
    left = len(words)
    while left > 1 and words[left - 1].word in (_OF_MAIL if left == len(words) else _OF_MAIL | {"e", "-"}):
        left -= 1
    return words[:left] if left == len(words) or left >= _FULL_NAME else []


def _is_plain(item: Item, text: str, language: Language) -> bool:
    """Tell whether a word is an everyday one, in a script that writes no word with a capital."""
    letter = text[item.start]
    return (
        letter.isalpha() and letter.lower() == letter.upper() and (bool(item.readings) or item.word in language.known)
    )


def _written_name(text: str, items: Sequence[Item], language: Language) -> str:
    """Return the first word, with those after it that are written like a name."""
    said = {item.start: item for item in items}
    at, name = items[0].start if items else len(text), ""
    for word in text[at:].split(" ")[:_LONGEST_NAME]:
        found = _NAME_WORD.match(word)
        if not found or (name and _ends_name(said.get(at), text, language)):
            break
        name += f" {found[0]}" if name else found[0]
        if found[0] != word:
            break
        at += len(word) + 1
    return name.rstrip(".'-")


def _ends_name(item: Item | None, text: str, language: Language) -> bool:
    """Tell whether a word after a name is none of its own."""
    return not item or text[item.start].islower() or item.word in language.name_ends or _is_plain(item, text, language)


def _introduced(text: str, items: Sequence[Item], language: Language) -> str | None:
    """Return the name in `hi, this is Peter Parker`: unasked, it is one where it is written like one."""
    start = after_leads(items, language.introducing, asked=False) or len(items)
    words = list(takewhile(lambda item: _looks_like_name(text, item, language), items[start:]))
    then = items[start + len(words) : start + len(words) + 1]
    ended = all(item.word in language.name_ends or not item.word[0].isalnum() for item in then)
    return _name(text, words, language.known) if ended and not begins_no_name(words, language) else None


def _looks_like_name(text: str, item: Item, language: Language) -> bool:
    known = item.readings or item.word in language.known
    return item.word in {"-", "."} or (
        text[item.start].isupper() and not text[item.start : item.end].isupper() and not known
    )


def _name(text: str, words: list[Item], not_names: frozenset[str]) -> str | None:
    while words and not words[-1].word[0].isalpha():
        words.pop()
    spoken = [item for item in words if item.word[0].isalpha()]
    if len(spoken) >= _SHORTEST_SPELT and all(len(item.word) == 1 for item in spoken):
        return "".join(item.word for item in spoken).title()
    if not 1 <= len(spoken) <= _LONGEST_NAME or words[0].word in not_names:
        return None
    name = text[words[0].start : words[-1].end]
    return name.title() if name.islower() or name.isupper() else name


def _is_of_name(item: Item, ends: frozenset[str]) -> bool:
    if item.word in {"-", "."}:
        return True
    return item.word[0].isalpha() and item.word not in ends and not {"email", "phone"} & item.readings.keys()


def after_leads(items: Sequence[Item], leads: Grammar, *, asked: bool) -> int | None:
    """Return where the words before a name end; at the beginning where a name was asked for and none are there."""
    row, end, at = list(items), None, 0
    while at < len(row):
        found = leads.longest(row, at)
        if found:
            end = at = found.end
        elif end == at and row[at].word in {",", ":"}:
            end = at = at + 1
        elif end is not None:
            break
        else:
            at += 1
    return 0 if end is None and asked else end
