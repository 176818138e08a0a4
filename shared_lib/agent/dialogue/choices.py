"""Which of the times on the table was meant."""

from shared_lib.agent.dialogue.dialogue_state import DialogueState, OfferedTime
from shared_lib.agent.dialogue.sentence import Sentence, any_time
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.times import names_hour
from shared_lib.agent.language import Choice, When

REFUSALS = frozenset({"deny", "alternatives"})
QUESTIONS = frozenset({"ask_price", "ask_duration", "ask_hours", "ask_info", "alternatives"})


def chosen_offer(state: DialogueState, said: Sentence, services: DialogueServices) -> OfferedTime | None:
    """Return which of the offered times was meant, None if it was none of them."""
    agrees = "affirm" in said.intents and not said.meaning.when
    if not state.offered or (said.intents & QUESTIONS and not agrees) or said.names_technician(state.name):
        return None
    meaning = said.meaning
    if _speaks_of_somebody(state, said) or said.waits:
        return None
    if meaning.when is not None:
        asks_for_a_day = said.asks and meaning.when.time is None
        return None if asks_for_a_day else _by_time(state.offered, meaning.when, services)
    if meaning.choice is not None:
        return _by_choice(state, meaning.choice)
    agreed = state.proposed or len(state.offered) == 1
    return state.offered[0] if agreed and (_says_yes(said) or said.shows("no_preference")) else None


def _says_yes(said: Sentence) -> bool:
    """Return whether the one time that was proposed is agreed to; `I would like a massage` only wishes for one."""
    wishes_anew = "book" in said.intents and len(said.meaning.treatments) > 1
    return "affirm" in said.intents or ("select" in said.intents and not wishes_anew)


def _speaks_of_somebody(state: DialogueState, said: Sentence) -> bool:
    """Return whether a sentence is about who treats the guest, or only tells who the guest is."""
    meaning = said.meaning
    introduced = bool(meaning.introduced) and not ("affirm" in said.intents or said.shows("yes"))
    whoever = meaning.anyone or (said.shows("no_preference") and not any_time(meaning, state))
    whoever = whoever and not _leaves_it_to_us(state, said)
    return bool(meaning.gender or meaning.not_technicians) or introduced or whoever


def _leaves_it_to_us(state: DialogueState, said: Sentence) -> bool:
    """Return whether `whoever` agrees to the time that was proposed: nobody was wished for, and nothing is refused."""
    wished = any(item.technicians or item.gender for item in state.items)
    return state.proposed and not (
        wished or said.asks or said.wants_other_times or said.intents & (QUESTIONS | REFUSALS)
    )


def _by_choice(state: DialogueState, choice: Choice) -> OfferedTime | None:
    offered = state.offered
    if choice.number is not None:
        place = choice.number - 1 if choice.number > 0 else choice.number
        return offered[place] if -len(offered) <= place < len(offered) else None
    in_time = sorted(offered, key=lambda offer: offer.starts_at)
    picks = {"earlier": in_time[0], "earliest": in_time[0], "later": in_time[-1], "latest": in_time[-1]}
    return picks.get(choice.by or "", offered[0] if choice.by == "any" else None)


def _by_time(offered: tuple[OfferedTime, ...], when: When, services: DialogueServices) -> OfferedTime | None:
    """Return the offered time that the words name: its hour and its day, as far as they were said, if it is one."""
    if when.end_time or when.end_date or when.open or when.part or when.not_dates:
        return None
    fitting = [offer for offer in offered if _fits(offer, when, services)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(offer: OfferedTime, when: When, services: DialogueServices) -> bool:
    wall = services.spa.wall(offer.starts_at)
    if when.date is not None and when.date != wall.date():
        return False
    if when.time is None or not names_hour(when):
        return when.date is not None
    hours = {when.time.hour, (when.time.hour + 12) % 24} if when.either_half else {when.time.hour}
    return wall.hour in hours and wall.minute == when.time.minute
