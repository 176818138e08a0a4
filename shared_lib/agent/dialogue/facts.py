"""Take in the facts of a sentence: who comes, what for, when. Facts only, no decisions."""

from shared_lib.agent.dialogue.contacts import fill_email, fill_name, fill_phone, name_in, note_visitor
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.items import take_in
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.times import as_stretch, merge
from shared_lib.agent.language import When

EDGES = ("earliest", "latest")


def fill_contact(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Take in who comes; return whether that is news."""
    other = said.meaning.for_name
    own = name_in(
        said.text,
        said.meaning,
        asked=state.asked == "name",
        unknown=not state.name,
        now=services.wall_now,
        vocabulary=services.vocabulary,
    )
    beside = bool(own and other and own != other)
    name = own if beside else other or own
    if not name and (said.speaks_of_letting_go or "cancel" in said.intents):
        name = said.meaning.introduced or ""
    if said.address_in_doubt:
        state.email = ""  # whichever was known before, the guest has just named another one
    if name:
        introduces = bool(said.meaning.email or said.meaning.phone) and not (
            said.shows("sorry") or said.shows("instead")
        )
        if beside or introduces or (state.for_another and not other):
            note_visitor(state, own, other or "")
        state.for_another = name == other
    news = [fill_name(state, name), fill_email(state, said.meaning), fill_phone(state, said.meaning)]
    return any(news)


def fill_wish(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Take in what a sentence says of the visit; return whether the request for it changed."""
    if state.moving:
        return _fill_when(state, said, services)  # what is paid for is changed by staff
    before = state.frame()
    news = [take_in(state, said, services), _fill_when(state, said, services), _fill_wait(state, said)]
    if said.direction in EDGES and any(news):
        state.edge = said.direction
    elif any(news):
        state.edge = ""
    if any(news) and before.items:
        state.before = (before,)
    return any(news)


def _fill_wait(state: DialogueState, said: Sentence) -> bool:
    """Take in how many minutes may lie between two treatments; return whether that changes the request."""
    if said.meaning.most_wait is None:
        return False
    state.most_wait, before = said.meaning.most_wait, state.most_wait
    return state.most_wait != before and len(state.items) > 1


def _fill_when(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    meaning = said.meaning
    if meaning.when is not None:
        today = services.spa.today(services.now)
        state.when = merge(state.when, as_stretch(meaning.when, today=today, last=services.last_day))
        return True
    if said.any_day and (state.asked == "day" or state.when is None):
        state.when = When(date=services.spa.today(services.now), end_date=services.last_day)
        return True
    return False
