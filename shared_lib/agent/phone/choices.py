"""What a caller would like, and with whom: names as a voice agent heard them, against the spa's own."""

import dataclasses
from collections.abc import Sequence

from shared_lib.agent.language import Meaning, understand
from shared_lib.agent.phone.answers import Declined, sorry
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import one_of
from shared_lib.pricing.price_book import Treatment

SPOKEN = 4
"""As many names as a caller can keep in mind."""


@dataclasses.dataclass(frozen=True, slots=True)
class Chosen:
    """What a visit is for."""

    treatment: Treatment
    add_on_ids: tuple[str, ...] = ()


def which_treatment(text: str, context: CallContext, *, party: int | None = None) -> Chosen:
    """Return the one treatment that a caller can mean; raise Declined with the candidates.

    Where several come and only one of the candidates is for so many, it is that one.
    """
    named = [row for row in context.book.treatments if text.casefold() in {row.id, row.name.casefold()}]
    meaning = Meaning() if named else _meaning(text, context)
    names = {name for candidates in meaning.wishes for name in candidates}
    rows = named or [row for row in context.book.treatments if row.name in names]
    for_all = [row for row in rows if party is not None and 1 < party <= row.party]
    rows = for_all if len(for_all) == 1 else rows
    if len(rows) != 1:
        raise _which(rows, context)
    add_ons = tuple(row.id for row in context.book.add_ons if row.name in meaning.add_ons)
    return Chosen(rows[0], add_ons)


def _meaning(text: str, context: CallContext) -> Meaning:
    return understand(text, now=context.wall_now, vocabulary=context.vocabulary)


def _which(rows: Sequence[Treatment], context: CallContext) -> Declined:
    """Ask which one; where nothing fits, tell what there is."""
    names = [row.name for row in rows or context.book.treatments]
    if rows:
        code, message = "AMBIGUOUS_TREATMENT", say("which_treatment", names=_a_few(names))
    else:
        kinds = dict.fromkeys(row.category.replace("_", " and ").lower() for row in context.book.treatments)
        code, message = "UNKNOWN_TREATMENT", say("unknown_treatment", kinds=", ".join(kinds))
    return Declined(sorry(code, message, candidates=names))


def _a_few(names: Sequence[str]) -> str:
    """Return the names to choose from; many are cut, for the ear."""
    some = list(names[:SPOKEN])
    return one_of([*some, say("another")] if len(names) > SPOKEN else some)


class UnknownTechnician(LookupError):
    """Nobody here has that name."""


def whom(text: str, context: CallContext) -> tuple[str | None, str | None]:
    """Return the technician's name, or the gender, that a caller wishes for; raise UnknownTechnician."""
    said = " ".join(text.casefold().split())
    alone = _meaning(said, context)
    if not said or "whoever" in alone.cues:
        return None, None
    named = {who.name.casefold(): who.name for who in context.technicians}
    if said in named:
        return named[said], None
    meaning = _meaning(f"with {text}", context)
    if meaning.technician:
        return meaning.technician, None
    gender = meaning.gender or alone.gender or _gender(alone)
    if gender is None and not (meaning.anyone or alone.anyone):
        raise UnknownTechnician(said)
    return None, gender


def _gender(said: Meaning) -> str | None:
    """Return the gender that was named by a word alone, None where both were."""
    woman, man = "a_woman" in said.cues, "a_man" in said.cues
    return None if woman == man else "f" if woman else "m"
