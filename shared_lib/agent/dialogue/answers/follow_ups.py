"""Questions that lean on the one before, and those that nothing answers."""

from shared_lib.agent.dialogue.answers.inquiry import Inquiry
from shared_lib.agent.language import understand
from shared_lib.agent.language.topics import FUNCTIONS, HOUSE, KINDS, NEEDS, Clause, leans

ACTS = frozenset({"book", "cancel", "reschedule", "find_provider", "alternatives", "select", "booking_status"})
"""Intents of guests who act, and do not ask what the house is like."""
CHOOSING = frozenset({"cancel", "reschedule", "select"})
"""Those of guests who speak of a visit that is booked, or of the times that lie before them."""
OF_A_DAY = frozenset({"hours"})
OF_TREATMENTS = frozenset({"price", "total", "describe", "duration", "people", "included", "add_ons", "ends"})
OF_TIERS = frozenset({"price", "membership", "book_ahead"})
"""Answers that can be asked for again with another day, treatment or tier."""
CHANGES = frozenset({"move", "cancel"})
SUPPOSED = {
    "cancel": frozenset({"refund", "policy", "rule", "price"}),
    "move": frozenset({"price", "describe"}),
    "refund": frozenset({"refund"}),
}
"""What is asked of a change that is not ordered."""
OF_CHANGE = frozenset(SUPPOSED)
TIERED = frozenset({"membership", "levels"})
MOST_WORDS = 8
TALK = frozenset({"greet", "thanks", "goodbye", "affirm", "deny", "handoff", "unsure", "repeat", "stop", "language"})
"""Intents that are no questions to the house, whatever form they have."""
TOLD = frozenset(
    {"still_there", "insult", "sorry", "browsing", "postpones", "lets_go", "undo", "go_back", "waits", "waitlist",
     "concierge", "note", "pressure", "add_later", "take_out_guest", "their_name", "no_email", "no_preference",
     "move_visit", "cancel_visit", "find_visit", "call_me", "wants_call", "earliest", "latest", "paying"}
)  # fmt: skip
"""Signs and cues that the dialogue answers by itself."""
HELPING = frozenset(
    {"asks", "leans", "nothing", "describe", "policy", "undecided", "which", "whom", "staff", "form", "own", "theirs",
     "some_day", "haggle", "joins", "how_early", "foreign", "rule"}
)  # fmt: skip
"""Concepts that help to tell questions apart, and are nothing that is asked."""
ELSEWHERE = frozenset({"foreign", "theirs"})
"""What is nothing of the house's, or only for whom it belongs to."""


def asks_the_same(inquiry: Inquiry) -> bool:
    """Tell whether nothing but another day, treatment or tier is named, right after an answer that has one."""
    last, meaning = inquiry.topic.last, inquiry.said.meaning
    if not last or not _leans(inquiry) or _asks_more(inquiry) or CHOOSING & inquiry.said.intents:
        return False
    if meaning.when is not None:
        day_alone = meaning.when.time is None and meaning.when.date is not None
        return last in OF_A_DAY and day_alone and not inquiry.said.wants_other_times
    if last in OF_TIERS and (inquiry.tiers or TIERED & inquiry.concepts):
        return True
    named = bool(inquiry.named or inquiry.add_ons)
    return (last in OF_TREATMENTS and named) or (last in OF_A_DAY and (named or bool(inquiry.concepts & KINDS)))


def _leans(inquiry: Inquiry) -> bool:
    """Tell whether it is short and goes on from what was said before, or is no more than a thing: `Sunday?`."""
    said = inquiry.said
    bare = said.text.rstrip().endswith("?") and "asks" not in inquiry.concepts
    return len(said.text.split()) <= MOST_WORDS and (bare or leans(said.text, inquiry.lang))


def _asks_more(inquiry: Inquiry) -> bool:
    """Tell whether it asks something of its own."""
    return bool((inquiry.concepts & (FUNCTIONS | HOUSE)) - HELPING - TIERED)


def is_left_open(inquiry: Inquiry) -> bool:
    """Tell whether a sentence asks the house something, and wishes for nothing, so that a person shall answer it."""
    said, meaning = inquiry.said, inquiry.said.meaning
    if said.intents & (ACTS | TALK) or any(said.shows(sign) for sign in TOLD) or said.wants_other_times:
        return False
    answers_us = meaning.when or meaning.choice or meaning.email or meaning.phone or meaning.name or meaning.technicians
    whom = meaning.gender or meaning.anyone or meaning.not_technicians
    if answers_us or whom or inquiry.named or _names_somebody(inquiry) or ELSEWHERE & inquiry.concepts:
        return False
    return any(_asks_something(clause) for clause in inquiry.clauses)


def is_about_rule(inquiry: Inquiry) -> bool:
    """Tell whether a sentence that speaks of moving, cancelling or waiting asks how that is done here."""
    meaning = inquiry.said.meaning
    named = meaning.code or meaning.reference or meaning.email or meaning.phone or meaning.lateness is not None
    if named or (meaning.when and not supposes(inquiry)):
        return False
    asked = any(clause.asks and _of_rule(clause) for clause in inquiry.clauses)
    ordered = any(clause.concepts & CHANGES and not _of_rule(clause) for clause in inquiry.clauses)
    return (asked and not ordered) or supposes(inquiry)


def supposes(inquiry: Inquiry) -> bool:
    """Tell whether it is asked what a change would mean, so that its day is no wish: `what if I cancel on Friday?`."""
    said = inquiry.said
    of_rule = said.is_about_policy or said.shows("refund_question")
    about = [clause for clause in inquiry.clauses if clause.asks and clause.concepts & OF_CHANGE]
    if not said.asks or not about or said.shows("instead") or ("cancel" in said.intents and not of_rule):
        return False
    changes = OF_CHANGE & frozenset().union(*(clause.concepts for clause in about))
    asked = (of_rule and "cancel" in changes) or any(inquiry.concepts & SUPPOSED[change] for change in changes)
    return asked and not any(_orders(clause, inquiry) for clause in inquiry.clauses if clause not in about)


def _orders(clause: Clause, inquiry: Inquiry) -> bool:
    """Tell whether a clause beside the question may be a wish: it names a time, or a change."""
    if clause.concepts & CHANGES:
        return True
    services = inquiry.services
    heard = understand(clause.text, now=services.wall_now, lang=inquiry.lang, vocabulary=services.vocabulary)
    return heard.when is not None


def _of_rule(clause: Clause) -> bool:
    changes = bool(clause.concepts & CHANGES) and "rule" in clause.concepts
    advice = "recommend" in clause.concepts and bool(clause.concepts & NEEDS)
    return changes or advice or "waitlist" in clause.concepts


def _names_somebody(inquiry: Inquiry) -> bool:
    """Tell whether one of our technicians is named: that is a wish, or a question for their times."""
    words = {word.strip(".,?!").lower() for word in inquiry.said.text.split()}
    return any(name.lower() in words for name in inquiry.services.vocabulary.technicians)


def _asks_something(clause: Clause) -> bool:
    """Tell whether a clause asks, and has a word that says after what."""
    return clause.asks and bool(clause.strange or clause.named or clause.concepts & (HOUSE | FUNCTIONS - HELPING))
