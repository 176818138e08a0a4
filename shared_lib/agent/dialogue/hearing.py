"""What was said becomes memory: facts only, no decisions."""

from collections.abc import Sequence

from shared_lib.agent.dialogue.contacts import hear_email, hear_name, introduced, name_in
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.times import merge
from shared_lib.agent.language import Choice, When
from shared_lib.domain.price_book import Treatment


def hear_contact(memory: Memory, said: Sentence, desk: Desk) -> bool:
    """Take in who comes; return whether that is news."""
    asked = memory.asked == "name"
    name = name_in(
        said.text,
        said.meaning,
        asked=asked,
        unknown=not memory.name,
        now=desk.wall_now,
        vocabulary=desk.vocabulary,
    )
    if not name and (said.speaks_of_letting_go or "cancel" in said.intents):
        name = introduced(said.text)
    news = [hear_name(memory, name), hear_email(memory, said.meaning)]
    return any(news)


def hear_wish(memory: Memory, said: Sentence, desk: Desk) -> bool:
    """Take in what a sentence says of the visit; return whether the wish for it changed."""
    meaning = said.meaning
    news = [_hear_treatment(memory, said, desk), _hear_people(memory, said)]
    if said.any_day and (memory.asked == "day" or memory.when is None):
        memory.when = When(date=desk.spa.today(desk.now), end_date=desk.last_day)
        news.append(True)
    if meaning.when is not None:
        memory.when = merge(memory.when, meaning.when)
        news.append(True)
    return any(news)


def _hear_people(memory: Memory, said: Sentence) -> bool:
    """Take in who shall treat the guest; the guest's own name is nobody of ours."""
    meaning = said.meaning
    technician = meaning.technician if said.names_technician(memory.name) else None
    if meaning.anyone:
        memory.technician, memory.gender = None, None
        return True
    if technician or meaning.gender:
        news = (technician, meaning.gender) != (memory.technician, memory.gender)
        memory.technician, memory.gender = technician, meaning.gender
        return news
    return False


def _hear_treatment(memory: Memory, said: Sentence, desk: Desk) -> bool:
    meaning, rows = said.meaning, desk.book.treatments
    named = [row for row in rows if row.name in meaning.treatments]
    if meaning.party and meaning.party > 1:
        named = [row for row in named or rows if row.party >= meaning.party] or named
    if meaning.minutes:
        named = [row for row in named or _candidates(memory, rows) if row.minutes == meaning.minutes] or named
    if memory.asked == "treatment" and not named and meaning.choice:
        named = _picked(_candidates(memory, rows), meaning.choice)
    changed = choose_treatment(memory, named) if named else False
    return _hear_add_ons(memory, said, desk) or changed


def _hear_add_ons(memory: Memory, said: Sentence, desk: Desk) -> bool:
    """Take in what shall come with it, where its own words were said and it goes with the treatment."""
    rows = [row for row in desk.book.add_ons if said.mentions(row.name)]
    chosen = next((row for row in desk.book.treatments if row.id == memory.treatment), None)
    fitting = tuple(
        row.id for row in rows if chosen is None or row.category.lower() in ("all", chosen.category.lower())
    )
    if not fitting or set(fitting) <= set(memory.add_ons):
        return False
    memory.add_ons = tuple(dict.fromkeys((*memory.add_ons, *fitting)))
    return True


def _candidates(memory: Memory, rows: Sequence[Treatment]) -> list[Treatment]:
    return [row for row in rows if row.id in memory.candidates]


def _picked(rows: list[Treatment], choice: Choice) -> list[Treatment]:
    """Return the candidate that was picked by its place or by what sets it apart."""
    if choice.number is not None:
        place = choice.number - 1 if choice.number > 0 else choice.number
        return rows[place : place + 1 or None] if -len(rows) <= place < len(rows) else []
    orders = {
        "cheaper": lambda row: min(row.prices.values()),
        "dearer": lambda row: -max(row.prices.values()),
        "shorter": lambda row: row.minutes,
        "longer": lambda row: -row.minutes,
        "any": rows.index,
    }
    order = orders.get(choice.by or "")
    return sorted(rows, key=order)[:1] if order else []


def choose_treatment(memory: Memory, named: Sequence[Treatment]) -> bool:
    """Note one treatment as chosen, several as candidates; return whether that is news."""
    chosen = named[0].id if len(named) == 1 else None
    if chosen is not None and chosen == memory.treatment:
        return False
    if chosen is None and memory.treatment in {row.id for row in named}:
        return False  # "the massage" when a massage was chosen already
    memory.treatment = chosen
    memory.candidates = tuple(row.id for row in named) if chosen is None else ()
    memory.add_ons = ()
    return True
