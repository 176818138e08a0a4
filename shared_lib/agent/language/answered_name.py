"""The name in an answer to our question for one, and whose name a visit goes under where it is not the speaker's.

Names may be words of any kind: Will, Friday Jones, Tom Shave. So it is asked how they are written, and what is said
besides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from .contact import PARTICLES, TITLES, after_leads, begins_no_name, without_mail
from .grammar import words
from .items import Item
from .language import Language

_SUFFIXES = words("jr sr ii iii iv phd md esq dds cpa")
_YES_NO = frozenset({"y", "n", "k"})  # letters that people answer with
_MARKS = frozenset({"-", ".", '"', "\u201c", "\u201d", "\u05f3", "'", "(", ")"})
_LONGEST, _LONGEST_LOWER, _FEW, _SPELT = 4, 3, 2, 3  # words; letters of a spelt one
_NO_NAME = re.compile(r"[{}=\\|$%^*_~#\[\];]|--|'\)")  # of templates, markup and commands
_IN_BRACKETS = re.compile(r"<\s*[^<>\s]+@[^<>\s]+\s*>")
_FAMILY_FIRST = 3  # items of a family name, a comma and a given name
_OWN_NEAR = 5  # items after somebody else's name among which one's own begins
_MUCH = 3  # words of a question that asks no more than whether a name is right
_NAMED_HOURS = frozenset({"clock", "part"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A name, and where in the text it stands."""

    name: str
    begin: int
    end: int


def answered_name(
    text: str, items: Sequence[Item], language: Language, sold: frozenset[int], parsed: Sequence[Item]
) -> Answer | None:
    """Return the name that answers our question for one; `sold` are the places of words of treatments and add-ons."""
    items = _whole(text, items, language, led=False) if language.prefixes else items
    start = _after_leads(items, language)
    if language.prefixes and start:
        items = [*items[:start], *_whole(text, items[start:], language, led=True)]
    while start < len(items) and ("email" in items[start].readings or (start and not items[start].word[0].isalnum())):
        start += 1  # an address goes before it
    if turned := _family_first(text, items[start:], language) or _family_twice(text, items[start:], language):
        return turned
    named = _named(text, items[start:], language)
    if not named or _is_label(named, items) or _NO_NAME.search(_IN_BRACKETS.sub("", text)):
        return None
    candidate = _Candidate(text, named, [i for i in items if i.start >= named[-1].end], language, sold, parsed)
    if not candidate.is_name(led=any(item.word[0].isalnum() for item in items[:start])):
        return None
    said = text[named[0].start : named[-1].end]
    name = candidate.spelt or (said if ")" in said else said.partition("(")[0]).strip("-. ")
    return Answer(name.title() if name.islower() or candidate.shouted else name, named[0].start, named[-1].end)


def _after_leads(items: Sequence[Item], language: Language) -> int:
    """Return where the words before a name end; a particle after a name leads to none: Ana de la Cruz."""
    start = after_leads(items, language.leads_when_asked, asked=True) or 0
    name = start
    while name and items[name - 1].word in PARTICLES:
        name -= 1
    begin = name
    while begin and _is_new(items[begin - 1], language):
        begin -= 1
    return begin if begin < name < start else start


def _is_new(item: Item, language: Language) -> bool:
    """Tell whether a word means nothing that we know."""
    return item.word[0].isalpha() and not item.readings and item.word not in language.known


def as_written(name: str, text: str) -> str:
    """Return a name with the hyphens that it was written with."""
    found = re.search(r"[\s\-\u05be]+".join(map(re.escape, name.split())), text) if name else None
    return " ".join(found[0].split()) if found else name


def _whole(text: str, items: Sequence[Item], language: Language, *, led: bool) -> list[Item]:
    """Return the items with a family name as one of them, where its first letter could be a word of its own: Barak."""
    made = list(items[:1])
    for item in items[1:]:
        parted = item.start == made[-1].end and item.word.isalpha() and made[-1].word.isalpha()
        goes_on = made[-1].word in language.name_joiners and item.word in language.known
        known = goes_on if led else made[0].word in language.known
        plain = item.readings or item.word in language.relations or known
        if parted and not plain and len(made) > 1 and not made[0].readings:
            made[-1] = Item(text[made[-1].start : item.end], made[-1].start, item.end)
        else:
            made.append(item)
    return made


def _family_first(text: str, items: Sequence[Item], language: Language) -> Answer | None:
    """Return the name where the family's goes first: Barber, Tom."""
    if len(items) != _FAMILY_FIRST or items[1].word != "," or items[2].word in _SUFFIXES | language.name_ends:
        return None
    family, _, given = items
    written = all(one.word[0].isalpha() and text[one.start].isupper() for one in (family, given))
    plain = given.readings or given.word in language.known - language.ambiguous_names
    if not written or plain or begins_no_name(items, language) or family.word in language.not_names:
        return None
    name = f"{text[given.start : given.end]} {text[family.start : family.end]}"
    return Answer(name, family.start, given.end)


def _family_twice(text: str, items: Sequence[Item], language: Language) -> Answer | None:
    """Return the name where the family's goes first and comes once more: Noon, Avi Noon."""
    comma = next((at for at, item in enumerate(items) if item.word == ","), 0)
    whole = list(takewhile(lambda item: item.word[0].isalpha(), items[comma + 1 :]))
    family = [item.word for item in items[:comma]]
    given = whole[: -len(family)]
    if not family or not given or len(whole) > _LONGEST or [item.word for item in whole[len(given) :]] != family:
        return None
    plain = all(item.readings or item.word in language.known - language.ambiguous_names for item in given)
    written = not any(text[item.start].islower() for item in (*items[:comma], *whole) if item.word not in PARTICLES)
    if plain or not written or begins_no_name(whole, language):
        return None
    return Answer(text[whole[0].start : whole[-1].end], items[0].start, whole[-1].end)


def _is_label(named: Sequence[Item], items: Sequence[Item]) -> bool:
    """Tell whether a colon stands after the words: what they say is what follows."""
    after = next((item for item in items if item.start >= named[-1].end), None)
    return after is not None and after.word == ":"


def _joins(text: str, items: Sequence[Item], language: Language) -> bool:
    """Tell whether the first item stands between two people of one name: John and Mary Smith."""
    after = items[1:2]
    plain = any(item.readings or item.word in language.known - language.ambiguous_names for item in after)
    return items[0].word in language.name_joiners and bool(after) and text[after[0].start].isupper() and not plain


def _named(text: str, items: Sequence[Item], language: Language) -> list[Item]:
    """Return the items from the beginning that could be of one name."""
    named: list[Item] = []
    for at, item in enumerate(items):
        following = items[at + 1].word if at + 1 < len(items) else ""
        further = next((one.word for one in items[at + 1 :] if one.word not in PARTICLES), "")
        particle = item.word in PARTICLES and further[:1].isalpha() and further not in language.name_ends
        suffix = item.word == "," and following in _SUFFIXES and bool(named)
        first = not named and item.word in language.ambiguous_names
        joins = bool(named) and _joins(text, items[at:], language)
        ended = item.word in language.name_ends and not (particle or first or joins)
        if ended or not (item.word[0].isalpha() or item.word in _MARKS or suffix) or "email" in item.readings:
            break
        named.append(item)
    named = without_mail(named)
    while named and not named[-1].word[0].isalpha():
        named.pop()
    return named


@dataclass(frozen=True)
class _Candidate:
    """Words that may be a name, and what is said after them."""

    text: str
    named: Sequence[Item]
    after: Sequence[Item]
    language: Language
    sold: frozenset[int]
    parsed: Sequence[Item]

    @property
    def own(self) -> list[Item]:
        """The words without titles, suffixes and particles."""
        beside = TITLES | _SUFFIXES | PARTICLES | self.language.name_joiners
        plain = [item for item in self.named if item.word[0].isalpha() and item.word not in beside]
        return plain or [item for item in self.named if item.word in PARTICLES and len(self.named) == 1]

    @property
    def spelt(self) -> str:
        """The name where it is said letter by letter: j o h n."""
        letters = [item.word for item in self.own]
        return "".join(letters) if len(letters) >= _SPELT and all(len(letter) == 1 for letter in letters) else ""

    @property
    def shouted(self) -> bool:
        """Tell whether it is all in capitals, which tells nothing of a name."""
        said = self.text[self.named[0].start : self.named[-1].end]
        return said.isupper() and len(said) > _FEW

    @property
    def written(self) -> bool:
        """Tell whether each word begins with a capital."""
        return not self.shouted and all(self.text[item.start].isupper() for item in self.own)

    @property
    def alone(self) -> bool:
        """Tell whether nothing is said after it but a mark or a word that says nothing."""
        return all(not item.word[0].isalnum() or item.word in self.language.fillers for item in self.after)

    def is_name(self, *, led: bool) -> bool:
        """Tell whether it is a name; `led` by words such as `it's`."""
        own = self.own
        if self.spelt or self._begins_none(own):
            return bool(self.spelt)
        if len(own) == 1 and len(self.named) == 1:
            return self._is_one_name(own[0], led=led)
        if self.written:
            return led or any(map(self._says_nothing_else, own)) or len(self.named) > len(own)
        return not self._asks and self._is_plain_name(own)

    def _begins_none(self, own: Sequence[Item]) -> bool:
        """Tell whether no name begins so, or all of it is something that we sell."""
        if not 1 <= len(own) <= _LONGEST or begins_no_name(self.named, self.language):
            return True
        verb = own[0].word in self.language.not_names and not self._may_be_first(own)
        return verb or all(item.start in self.sold for item in own)

    def _may_be_first(self, own: Sequence[Item]) -> bool:
        """Tell whether Will and May begin a name here: nothing that they could go on to as a verb follows."""
        language, rest = self.language, own[1:]
        if own[0].word not in language.ambiguous_names:
            return False
        small = language.small_words | language.not_names | language.never_names
        written = bool(rest) and self.written and self.alone and not any(item.word in small for item in rest)
        return written or not any(item.word in language.known for item in rest)

    def _says_nothing_else(self, item: Item) -> bool:
        return not self._is_known(item) or item.word in self.language.ambiguous_names

    def _is_known(self, item: Item) -> bool:
        return bool(item.readings) or item.word in self.language.known or item.start in self.sold

    def _is_one_name(self, item: Item, *, led: bool) -> bool:
        """Tell whether one word is a name: Noon and Eve are where they are all that is said."""
        if "weekday" in item.readings or item.start in self.sold or item.word in _YES_NO:
            return False
        if len(item.word) == 1:
            return self.alone
        if item.word in self.language.ambiguous_names and self._goes_on:
            return self.alone  # may I ask something
        if self._says_nothing_else(item):
            return self.alone or self.written or len(self.after) <= _FEW or not self.after[0].word[0].isalnum()
        hour = any(_NAMED_HOURS & one.readings.keys() and one.start == item.start for one in self.parsed)
        return self.written and self.alone and (led or hour)

    @property
    def _goes_on(self) -> bool:
        """Tell whether a word follows at once."""
        return bool(self.after) and self.after[0].word[0].isalnum()

    @property
    def _asks(self) -> bool:
        """Tell whether something else is asked in the same breath."""
        return "?" in self.text and len(self.text.split()) > _MUCH

    def _is_plain_name(self, own: Sequence[Item]) -> bool:
        """Tell whether words in small letters are a name: one of them means nothing else, and none is a small word."""
        small = self.language.small_words | self.language.not_names
        if len(own) > _LONGEST_LOWER or any(item.word in small for item in own[1:]):
            return False
        if own[0].word in small and not self._may_be_first(own):
            return False
        much = len(self.after) > _FEW
        reached = any({"email", "phone"} & item.readings.keys() for item in self.after)
        if much and not reached and not all(map(self._says_nothing_else, own)):
            return False  # quick question, is it far
        goes_on = much and self.after[0].word[0].isalnum()
        return any(map(self._says_nothing_else, own)) and (not goes_on or reached)


def for_name_in(text: str, items: Sequence[Item], language: Language) -> str | None:
    """Return whose name a visit goes under: for my mother, Ruth Adler; for Ruth Adler, my mother."""
    for at, item in enumerate(items):
        if item.word in language.relations:
            name = _written_after(text, items[at + 1 :], language)
            if name:
                return name
        elif item.word in language.their_words and at + 1 < len(items):
            if name := _under_theirs(text, items[at + 1 :], language):
                return name
        elif item.word in language.before_beneficiary:
            begin = at + 1
            own = _written(text, items[begin:], language)
            told = [one.word for one in items[begin + len(own) : begin + len(own) + 4]]
            if own and told and any(word in language.relations for word in told) and not told[0][0].isalpha():
                return text[own[0].start : own[-1].end]
    return None


def own_beside(text: str, items: Sequence[Item], language: Language, other: str) -> str | None:
    """Return the speaker's own name where it follows that of somebody else: her name is Ruth Adler, mine is Ida."""
    after = [item for item in items if item.start >= text.find(other) + len(other)]
    for at, item in enumerate(after[:_OWN_NEAR]):
        if item.word in language.self_words:
            told = [_written(text, after[at + skip :], language) for skip in (1, 2)]
            if own := next(filter(None, told), None):
                return text[own[0].start : own[-1].end]
    return None


def _under_theirs(text: str, items: Sequence[Item], language: Language) -> str | None:
    """Return the name after words for whose it is: her name is Ruth Adler; his name, Walter."""
    lead = language.leads.longest(items, 0)
    if lead and (own := _written(text, items[lead.end :], language)):
        return text[own[0].start : own[-1].end]
    return _written_after(text, items[1:], language) if items[0].word in language.their_name_words else None


def _written_after(text: str, items: Sequence[Item], language: Language) -> str | None:
    """Return the name right after a relation, maybe behind a comma or a word such as `named`."""
    rest = list(items)
    while rest and (rest[0].word in {",", "-", ":", "("} or rest[0].word in language.naming_words):
        rest = rest[1:]
    own = _written(text, rest, language)
    return text[own[0].start : own[-1].end] if own else None


def _written(text: str, items: Sequence[Item], language: Language) -> list[Item]:
    """Return the items that are written like a name and mean nothing else."""
    own: list[Item] = []
    for item in items:
        mark = bool(own) and item.word in {"-", "."} and item.start == own[-1].end
        mark = mark or (bool(own) and item.word in PARTICLES - language.name_joiners)
        plain = bool(item.readings) or item.word in language.known - language.ambiguous_names
        if not mark and (not item.word[0].isalpha() or not text[item.start].isupper() or plain):
            break
        own.append(item)
    while own and not text[own[-1].start].isupper():
        own.pop()  # Juan de la, which goes on to no name
    return own
