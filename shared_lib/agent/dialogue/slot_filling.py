"""Fill the dialogue state from what was said: facts only, no decisions."""

from collections.abc import Sequence

from shared_lib.agent.dialogue.contacts import fill_email, fill_name, name_in
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.times import merge
from shared_lib.agent.language import Choice, When
from shared_lib.pricing.price_book import Treatment


def fill_contact(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Take in who comes; return whether that is news."""
    asked = state.asked == "name"
    name = name_in(
        said.text,
        said.meaning,
        asked=asked,
        unknown=not state.name,
        now=services.wall_now,
        vocabulary=services.vocabulary,
    )
    if not name and (said.speaks_of_letting_go or "cancel" in said.intents):
        name = said.meaning.introduced or ""
    if said.address_in_doubt:
        state.email = ""  # whichever was known before, the guest has just named another one
    news = [fill_name(state, name), fill_email(state, said.meaning)]
    return any(news)


def fill_slots(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Take in what a sentence says of the visit; return whether the request for it changed."""
    meaning = said.meaning
    news = [_hear_treatment(state, said, services), _hear_people(state, said)]
    if said.any_day and (state.asked == "day" or state.when is None):
        state.when = When(date=services.spa.today(services.now), end_date=services.last_day)
        news.append(True)
    if meaning.when is not None:
        state.when = merge(state.when, meaning.when)
        news.append(True)
    return any(news)


def _hear_people(state: DialogueState, said: Sentence) -> bool:
    """Take in who shall treat the guest; the guest's own name is nobody of ours."""
    meaning = said.meaning
    technician = meaning.technician if said.names_technician(state.name) else None
    if meaning.anyone:
        state.technician, state.gender = None, None
        return True
    if technician or meaning.gender:
        news = (technician, meaning.gender) != (state.technician, state.gender)
        state.technician, state.gender = technician, meaning.gender
        return news
    return False


def _hear_treatment(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    meaning, rows = said.meaning, services.book.treatments
    named = [row for row in rows if row.name in meaning.treatments]
    if meaning.party and meaning.party > 1:
        named = [row for row in named or rows if row.party >= meaning.party] or named
    if meaning.minutes:
        named = [row for row in named or _candidates(state, rows) if row.minutes == meaning.minutes] or named
    if state.asked == "treatment" and not named and meaning.choice:
        named = _picked(_candidates(state, rows), meaning.choice)
    changed = choose_treatment(state, named) if named else False
    return _hear_add_ons(state, said, services) or changed


def _hear_add_ons(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Take in what shall come with it, where its own words were said and it goes with the treatment."""
    rows = [row for row in services.book.add_ons if said.mentions(row.name)]
    chosen = next((row for row in services.book.treatments if row.id == state.treatment), None)
    fitting = tuple(
        row.id for row in rows if chosen is None or row.category.lower() in ("all", chosen.category.lower())
    )
    if not fitting or set(fitting) <= set(state.add_ons):
        return False
    state.add_ons = tuple(dict.fromkeys((*state.add_ons, *fitting)))
    return True


def _candidates(state: DialogueState, rows: Sequence[Treatment]) -> list[Treatment]:
    return [row for row in rows if row.id in state.candidates]


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


def choose_treatment(state: DialogueState, named: Sequence[Treatment]) -> bool:
    """Note one treatment as chosen, several as candidates; return whether that is news."""
    chosen = named[0].id if len(named) == 1 else None
    if chosen is not None and chosen == state.treatment:
        return False
    if chosen is None and state.treatment in {row.id for row in named}:
        return False  # "the massage" when a massage was chosen already
    state.treatment = chosen
    state.candidates = tuple(row.id for row in named) if chosen is None else ()
    state.add_ons = ()
    return True
