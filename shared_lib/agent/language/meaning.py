"""What can be understood from one sentence of a guest."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class When:
    """A constraint in the spa's wall clock, not an instant; what was not said is None."""

    date: dt.date | None = None
    time: dt.time | None = None
    end_date: dt.date | None = None  # the last day of a range, included
    end_time: dt.time | None = None
    open: str = ""  # "after" or "before" the time, or the date where no time was said
    part: str | None = None  # morning, afternoon, evening, night, where no time was said
    part_end: str = field(default="", compare=False)  # early or late in the part
    either_half: bool = False  # am or pm was left open; `time` is the likelier half
    around: bool = False
    not_dates: tuple[dt.date, ...] = ()
    # a weekday by its name alone, which today may be too; `date` is the next after today. It makes no other time of it
    either_week: bool = field(default=False, compare=False)
    beyond: bool = field(default=False, compare=False)  # the date that `open` is about is none of the days meant


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things just offered: by its place in the list, or by what sets it apart."""

    number: int | None = None  # from 1; -1 is the last
    by: str | None = None  # earlier, later, earliest, latest, cheaper, dearer, shorter, longer, any, same


@dataclass(frozen=True, slots=True)
class ItemWish:
    """One thing of several that a sentence wishes for, with what is said of it alone."""

    treatments: tuple[str, ...]  # candidates, one is certain
    add_ons: tuple[str, ...] = ()  # those said beside this one
    guests: int = 1  # two massages, a massage for both of us
    for_whom: str | None = None  # a relation: wife, mother, self ...; None where it was not said
    when: When | None = None  # the time that was said for this one alone
    technicians: tuple[str, ...] = ()
    order: str = ""  # after, before or together, as against the one said before it or what is already asked for


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that one sentence says; empty where it says nothing to us."""

    intents: tuple[str, ...] = ()
    when: When | None = None
    whens: tuple[When, ...] = ()  # all of them, the one that counts first
    old_when: When | None = None  # the time of a visit that stands, beside the one wished for
    passed_date: dt.date | None = None  # a day that was named and has passed; `when` may be its next return
    lateness: int | None = None  # minutes that somebody says to be late; 0 where he says not how many
    most_wait: int | None = None  # minutes that may lie between two treatments at most
    treatments: tuple[str, ...] = ()  # names of the price book: one is certain, several have to be asked
    wishes: tuple[tuple[str, ...], ...] = ()  # several treatments in one sentence, each with its candidates
    items: tuple[ItemWish, ...] = ()  # the same with what is said of each alone, as they shall follow each other
    removed: tuple[str, ...] = ()  # treatments and add-ons that are taken back by name
    asks_item: str = ""  # "add" to what was asked for, "instead" of it; "" says it for the first time
    add_ons: tuple[str, ...] = ()
    technician: str | None = None
    technicians: tuple[str, ...] = ()  # all who were named; any of them is welcome
    technicians_beside: tuple[str, ...] = ()  # those named after a word such as "with": no guest says so of himself
    not_technicians: tuple[str, ...] = ()
    unknown_technician: str | None = None  # a name after a word such as "with" that nobody here bears
    anyone: bool = False
    gender: str | None = None  # "f" or "m", the wish for a technician
    party: int | None = None
    minutes: int | None = None
    shift: dt.timedelta | None = None  # "the day after", "an hour earlier": from what was spoken of before
    lang: str = "en"
    name: str | None = None
    for_name: str | None = None  # whose name a visit goes under where that is not the speaker
    introduced: str | None = None  # a name that is said to be one, whatever else its words mean: Mr. Stop
    beside_email: str | None = None  # words before a typed address that are written like a name
    email: str | None = None
    phone: str | None = None
    reference: str | None = None
    code: str | None = None
    choice: Choice | None = None
    cues: frozenset[str] = frozenset()  # what the dialogue asks for by name: lets_go, later, membership ...
    signs: frozenset[str] = frozenset()  # all that the sentence is about: the cues, and what else was understood


@dataclass(frozen=True, slots=True)
class Term:
    """A treatment or an add-on as the price book names it, with its tab and its own nicknames."""

    name: str
    category: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The spa's own words, from the price book in force."""

    treatments: tuple[Term, ...] = ()
    technicians: tuple[str, ...] = ()
    add_ons: tuple[Term, ...] = ()
