"""What one language is to the engine: its words and its tables of phrases, loaded when first spoken."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .cues import Cues, patterns
from .date_builders import DAY_ASKED
from .grammar import Grammar, Row, Table
from .items import LONGEST, Item, items_of
from .spelling import SpellingCorrector
from .transliteration import by_sound, is_name_in_case, is_name_in_consonants, sound

TABLES = frozenset(
    {"en", "es", "ru", "uk", "he"}
)  # the languages whose tables are here; the others are only recognised
MOST_PREFIXES = 4  # letters written together with one word
_WORD = re.compile(r"(?<![<\w])[^\W\d_]+(?![\w>])")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_TIMED = {"clock", "window", "bound", "later", "within"}
_DAYS = {"day", "not_day"}
BRIEF = 2  # words; in so few, a number is a day where a day was asked for


Pass = Table | tuple[Table, ...]  # what is applied at one time


def tables_of(passes: Iterable[Pass]) -> tuple[Table, ...]:
    """Return the tables of some passes, one after the other."""
    return tuple(each for tables in passes for each in (tables if isinstance(tables, tuple) else (tables,)))


def rows_of(*passes: Pass) -> tuple[Row, ...]:
    """Return the rules of some passes, one after the other."""
    return tuple(row for each in tables_of(passes) for row in each.rows)


@dataclass(frozen=True)
class Language:
    """The tables of a language; the engine knows no word of it."""

    code: str
    spellings: Mapping[str, str]
    correctable: tuple[str, ...]
    not_misspelt: frozenset[str]
    respellings: tuple[tuple[re.Pattern[str], str], ...]
    lexicon: Mapping[str, Mapping[str, Any]]
    time_tables: tuple[Pass, ...]
    corrections: frozenset[str]
    thing_tables: tuple[Pass, ...]
    when_asked: Pass
    refusal_words: frozenset[str]
    generic_words: frozenset[str]
    separators: frozenset[str]
    name_leads: Pass
    name_leads_when_asked: Pass
    name_ends: frozenset[str]
    not_names: frozenset[str]
    spoken_marks: Mapping[str, str]
    spoken_at: str
    sets: Mapping[str, str]
    cue_phrases: Mapping[str, str]
    prompt_phrases: Mapping[str, str]
    dialogue_phrases: Mapping[str, str]
    sign_phrases: Mapping[str, str]
    fillers: frozenset[str]
    introductions: Pass = ()  # words before one's own name, where it is written like a name
    sure_leads: Pass = ()  # words after which any word is a name, whatever else it means
    small_words: frozenset[str] = frozenset()  # of a question: words that tell nothing of what it is about
    endings: tuple[str, ...] = ()  # of words of a question, the longest first
    never_names: frozenset[str] = frozenset()  # words that begin no name, wherever one was asked for or said
    letter_variants: Mapping[int, int | str] = field(
        default_factory=dict
    )  # letters that are written in two ways -> the one of tables
    latin_letters: Mapping[int, str] = field(
        default_factory=dict
    )  # letters of another script -> how people write them in Latin
    consonant_letters: Mapping[int, str] = field(
        default_factory=dict
    )  # the same for names where vowels are not written
    before_technician: frozenset[str] = frozenset({"with"})  # before a technician's name
    refusal_connectors: frozenset[str] = frozenset()  # small words over which a refusal reaches a technician's name
    contrasts: frozenset[str] = frozenset()  # words that end a refusal: not Anna but Lena
    or_words: frozenset[str] = frozenset()  # words between things of which one is wished for: or
    relatives: frozenset[str] = frozenset()  # the guest's people: in `my wife Anna`, Anna is no technician
    relation_words: frozenset[str] = frozenset()  # words between a name and whose it is: Anna `is my` wife
    ambiguous_names: frozenset[str] = frozenset()  # words that are first names as well
    order_words: frozenset[str] = frozenset()  # fillers that tell in which order things shall happen: then, also
    orderings: Pass = ()  # how one treatment stands to another: right after it, but first, side by side
    visit_marks: Pass = ()  # words before a time that is not wished for: you have me on Friday, I stay until Sunday
    joiners: frozenset[str] = frozenset()  # words between two wishes: and, then, but
    becomes: frozenset[str] = frozenset()  # words before what takes the place of another: switch this to that
    articles: frozenset[str] = frozenset()  # small words before what is named: the, my
    before_beneficiary: frozenset[str] = frozenset({"for"})  # before the name of somebody else who comes
    their_words: frozenset[str] = frozenset()  # whose: before the word for name
    before_unknown: frozenset[str] = frozenset()  # before a name that is asked for as a technician's: could Paolo do it
    after_unknown: frozenset[str] = frozenset()  # and after it
    technician_leads: Pass = ()  # words before somebody who is asked for: can I have Paolo
    name_joiners: frozenset[str] = frozenset()  # between two people of one name: John and Mary Smith
    their_name_words: frozenset[str] = frozenset()  # after whose: under his name, Walter
    naming_words: frozenset[str] = frozenset()  # between a relation and the name: my wife, called Anna
    relations: Mapping[str, str] = field(default_factory=dict)  # the guest's people -> the key of the relation
    self_words: frozenset[str] = frozenset()  # how guests speak of themselves
    other_words: frozenset[str] = frozenset()  # how they speak of somebody else for whom a treatment is: for her
    beside_hour: frozenset[str] = frozenset()  # words that may stand beside a bare hour and add nothing to it
    prefixes: frozenset[str] = frozenset()  # letters that are written together with the word that they stand before

    @cached_property
    def grammars(self) -> tuple[Grammar, ...]:
        """The tables for times, ready to be used, in their order."""
        return tuple(Grammar(rows_of(each)) for each in self.time_tables)

    @cached_property
    def thing_grammars(self) -> tuple[Grammar, ...]:
        """The tables for people, choices and treatments."""
        return tuple(Grammar(rows_of(each)) for each in self.thing_tables)

    @cached_property
    def leads(self) -> Grammar:
        """The words before a name."""
        return Grammar(rows_of(self.name_leads))

    @cached_property
    def leads_when_asked(self) -> Grammar:
        """The words before a name that was asked for."""
        return Grammar(rows_of(self.name_leads_when_asked))

    @cached_property
    def introducing(self) -> Grammar:
        """The words with which somebody introduces himself."""
        return Grammar(rows_of(self.introductions))

    @cached_property
    def naming(self) -> Grammar:
        """The words after which any word is a name."""
        return Grammar(rows_of(self.sure_leads))

    @cached_property
    def technician_leading(self) -> Grammar:
        """The words before somebody who is asked for."""
        return Grammar(rows_of(self.technician_leads))

    @cached_property
    def ordering(self) -> Grammar:
        """The words that tell how one treatment stands to another."""
        return Grammar(rows_of(self.orderings))

    @cached_property
    def visit_marking(self) -> Grammar:
        """The words before a time that is not wished for."""
        return Grammar(rows_of(self.visit_marks))

    @cached_property
    def telling_fillers(self) -> frozenset[str]:
        """The words that say nothing, not even in which order."""
        return self.fillers - self.order_words

    @cached_property
    def cues(self) -> Cues:
        """The phrases that are cues of intents."""
        return Cues(self.cue_phrases, self.sets)

    @cached_property
    def dialogue_cues(self) -> Cues:
        """The phrases that the dialogue asks for by name."""
        return Cues(self.dialogue_phrases, self.sets)

    @cached_property
    def sign_cues(self) -> Cues:
        """The phrases that tell what a sentence is about, beyond its intents."""
        return Cues(self.sign_phrases, self.sets)

    @cached_property
    def prompt_cues(self) -> Cues:
        """The phrases that are cues of what we asked."""
        return Cues(self.prompt_phrases, self.sets)

    @cached_property
    def corrector(self) -> SpellingCorrector:
        """Long words with one letter wrong."""
        return SpellingCorrector(self.correctable, self.not_misspelt | self.lexicon.keys())

    def respell(self, text: str) -> str:
        """Put spellings right that cutting into words would break."""
        for pattern, better in self.respellings:
            text = pattern.sub(better, text)
        return text

    def items(self, text: str) -> list[Item]:
        """Cut a respelt text into items with the readings of this language."""
        items = items_of(text, self.lexicon)
        for item in items:
            plain = self._in_script(item.word).translate(self.letter_variants)
            word = self.spellings.get(plain) or self._corrected(plain) or plain
            if word != item.word:
                item.word = word
                item.readings = self.lexicon.get(word, {})
        return [part for item in items for part in self._parted(item)][:LONGEST] if self.prefixes else items

    def _corrected(self, word: str) -> str | None:
        meant = self.corrector.get(word)
        return self.spellings.get(meant, meant) if meant else None

    def familiar(self, text: str) -> int:
        """Return how many words of a text the tables know."""
        words = (word.translate(self.letter_variants) for word in _LETTERS.findall(self.respell(text).lower()))
        return sum(word in self.known or word in self.spellings for word in words)

    def _parted(self, item: Item, most: int = MOST_PREFIXES) -> list[Item]:
        """Part an unknown word from the prefixes before a known one."""
        head, rest = item.word[:1], item.word[1:]
        if item.readings or head not in self.prefixes or not (rest and most) or item.word in self.known:
            return [item]
        word = self.spellings.get(rest, rest)
        after = self._parted(Item(word, item.start + 1, item.end, self.lexicon.get(word, {})), most - 1)
        if after[-1].word not in self.known:
            return [item]
        return [Item(head, item.start, item.start + 1, self.lexicon.get(head, {})), *after]

    def _in_script(self, word: str) -> str:
        """Return a word in the script of the language where it was written in Latin letters."""
        return (
            self.by_sound.get(sound(word), word) if self.latin_letters and word.isascii() and word.isalpha() else word
        )

    def is_first_name(self, word: str, name: str) -> bool:
        """Tell whether a word is a first name, in the script and in the cases of the language."""
        if self.consonant_letters:
            plain = word[1:] if word[0] in self.prefixes else word
            return word not in self.not_misspelt and any(
                is_name_in_consonants(each, name, self.consonant_letters) for each in (word, plain)
            )
        return (
            bool(self.latin_letters)
            and word not in self.not_misspelt
            and is_name_in_case(word, name, self.latin_letters)
        )

    @cached_property
    def by_sound(self) -> Mapping[str, str]:
        """The words of the language by how they sound in Latin letters."""
        return by_sound(self.known | self.spellings.keys(), self.latin_letters)

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of all tables."""
        passes = (*self.time_tables, *self.thing_tables, self.when_asked, self.name_leads)
        blocks = (*self.cue_phrases.values(), *self.dialogue_phrases.values(), *self.sign_phrases.values())
        cues = (pattern for block in blocks for pattern in patterns(block, self.sets))
        texts = (*(pattern for pattern, _ in rows_of(*passes)), *cues, *self.sets.values())
        words = (word for text in texts for word in _WORD.findall(text))
        return frozenset(words) | self.lexicon.keys() | frozenset(self.spellings.values())

    def things(self, items: list[Item]) -> list[Item]:
        """Return the items after all tables for things have been applied."""
        for grammar in self.thing_grammars:
            items = grammar.rewrite(items)
        return items

    @cached_property
    def asked_time(self) -> Grammar:
        """The table of what is a time because one was asked for."""
        return Grammar(rows_of(self.when_asked))

    @cached_property
    def asked_day(self) -> Grammar:
        """The table of what is a day because one was asked for."""
        return Grammar(DAY_ASKED.rows)

    def parsed(self, items: list[Item], *, time_asked: bool = False, day_asked: bool = False) -> list[Item]:
        """Return the items after all tables for times have been applied."""
        for grammar in self.grammars:
            items = grammar.rewrite(items)
        if day_asked and _brief(items) and not any(_DAYS & item.readings.keys() for item in items):
            return self.asked_day.rewrite(items)
        timed = any(_TIMED & item.readings.keys() and "stretch" not in item.readings for item in items)
        return self.asked_time.rewrite(items) if time_asked and not timed else items


def _brief(items: list[Item]) -> bool:
    return sum(item.word[:1].isalnum() for item in items) <= BRIEF
