"""From cues to intents, given what we asked just before: one table, each rule read by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

UNASKED, MORE, WHEN, PROPOSE = "unasked", "more", "when", "propose"
DONE, CONFIRM, ORDER, OFFER, TOLD, DETAIL, ASIDE = "done", "confirm", "order", "offer", "told", "detail", "aside"
CANCELLING = "cancelling"  # shall it be cancelled?
ANYWHERE = frozenset({UNASKED, MORE, WHEN, PROPOSE, DONE, CONFIRM, ORDER, OFFER, TOLD, DETAIL, ASIDE, CANCELLING})
# what we asked for, by its name -> the kind of answer that it calls for
ASKED = {
    "treatment": OFFER,
    "date": WHEN,
    "time": WHEN,
    "slot": OFFER,
    "name": DETAIL,
    "email": DETAIL,
    "phone": DETAIL,
    "code": DETAIL,
    "reference": DETAIL,
    "confirm": CONFIRM,
    "cancel_confirm": CANCELLING,
    "add_on": ORDER,
    "party": DETAIL,
}
# cues of what our own words asked for -> its name
ASKED_BY = {"asks_name": "name", "asks_time": "time", "asks_day": "date"}
LISTED = frozenset({OFFER, TOLD})  # something was shown, which can be chosen
CLOSED = frozenset({CONFIRM, ORDER, PROPOSE, CANCELLING})  # yes or no
OPEN = frozenset({UNASKED, MORE, DONE, TOLD, PROPOSE, OFFER, ASIDE})  # a new wish may come
IDLE = frozenset({UNASKED, MORE, DONE, ASIDE})
_ASKED_OUTRIGHT = (ASIDE, "verify", MORE)
# asked outright, it is found before what else is told
_SAME = {"verify": CONFIRM, "asks_name": DETAIL, "asks_time": WHEN, "asks_day": WHEN}


@dataclass(frozen=True, slots=True)
class IntentRule:
    """An intent, the cues of which one must show, those that must too, those that must not, and where it counts."""

    intent: str
    cues: frozenset[str]
    contexts: frozenset[str] = ANYWHERE
    unless: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


def _rule(intent: str, cues: str, contexts: frozenset[str] = ANYWHERE, unless: str = "", also: str = "") -> IntentRule:
    return IntentRule(intent, frozenset(cues.split()), contexts, frozenset(unless.split()), frozenset(also.split()))


_ASKS = "price duration hours info policy"
_OTHER_WISH = "cancel reschedule status policy was_cancelled"
_SAYS_MORE = f"book cancel absent reschedule status foreign question treatment {_ASKS}"
# cues that decide something dear: each of their phrases has an example of its own, which fails without it
CRITICAL = frozenset(
    {"yes", "agrees", "fits", "no", "flat_no", "asks_back", "but", "wants_change"}
    | {"cancel", "keeps", "drops", "absent", "was_cancelled", "cancels_other", "cancels_maybe"}
    | {"reschedule", "remakes", "stays", "stop", "nevermind", "unsubscribe", "goes_on"}
    | {"handoff", "no_person", "unwell", "health"}
)
# what one cue takes back of others: "don't cancel" holds a "cancel", "no problem" a "no"
OVERRIDES = {
    "agrees": frozenset({"no", "wants_change", "question", "but"}),
    "but": frozenset({"yes", "fits"}),
    "asks_back": frozenset({"yes", "fits"}),
    "puts_off": frozenset({"yes", "fits", "agrees"}),
    "undoes": frozenset({"stop", "nevermind"}),
    "asks_of_it": frozenset({"pick", "technician", "fits"}),
    "goes_on": frozenset({"stop", "finished"}),
    "unbooked": frozenset({"status"}),
    "no_person": frozenset({"handoff"}),
    "seeks_person": frozenset({"bot"}),
    "seeks_boss": frozenset({"foreign"}),
    "asks_vacancy": frozenset({"status", "info"}),
    "ours": frozenset({"foreign"}),
    "passing": frozenset({"day"}),
    "but_asks": frozenset({"pick"}),
    "keeps": frozenset({"cancel", "absent", "book", "cancels_maybe"}),
    "was_cancelled": frozenset({"cancel", "absent"}),
    "cancels_other": frozenset({"cancel", "absent", "was_cancelled"}),
    "drops": frozenset({"keeps"}),
    "cancels_maybe": frozenset({"cancel", "absent"}),
    "visits": frozenset({"stop"}),
    "stays": frozenset({"reschedule"}),
    "waits": frozenset({"book", "book_weakly", "vacancy"}),
    "replaces": frozenset({"stop", "nevermind", "language"}),
    "someone_absent": frozenset({"cancel", "absent", "technician"}),
    "awaits": frozenset({"yes", "fits", "agrees", "but", "wants_change"}),
    "moves_instead": frozenset({"cancel"}),
    "asks_about": frozenset({"book", "book_weakly", "vacancy", "treatment"}),
}
INTENT_RULES = (
    _rule("cancel", "cancel", ANYWHERE - {CANCELLING}, "limits foreign"),
    _rule("cancel", "absent", frozenset({UNASKED}), "reschedule limits"),
    _rule("reschedule", "reschedule", IDLE | {DETAIL}, "cancel"),
    _rule("reschedule", "reschedule", frozenset({CANCELLING})),
    _rule("reschedule", "remakes", frozenset({DONE, MORE}), "cancel book"),
    _rule("booking_status", "status", IDLE, "cancel absent reschedule foreign"),
    _rule("booking_status", "was_cancelled", IDLE, "reschedule foreign"),
    _rule("booking_status", "reference", IDLE, "cancel absent reschedule status"),
    _rule("ask_price", "price", ANYWHERE, "foreign cancel reschedule duration"),
    _rule("ask_price", "price_word", ANYWHERE, "foreign duration", also="treatment"),
    _rule("ask_duration", "duration", ANYWHERE, "foreign"),
    _rule("ask_duration", "duration_word", ANYWHERE, "foreign", also="treatment"),
    _rule("ask_hours", "hours", ANYWHERE - LISTED, "foreign price duration reschedule cancel status"),
    _rule("ask_info", "policy"),
    _rule("ask_info", "health", ANYWHERE, "find find_weakly goes"),
    _rule("ask_info", "cancels_maybe", ANYWHERE, "vacancy reschedule"),
    _rule("ask_info", "refund", ANYWHERE - {DONE}, "foreign"),
    _rule("ask_info", "amenity", IDLE, "foreign price duration"),
    _rule("ask_info", "info", frozenset({WHEN, DETAIL}), "foreign price duration hours aside day clock"),
    _rule("ask_info", "info question", CLOSED, "price duration aside day clock others_weakly vacancy"),
    _rule("ask_info", "info question", LISTED, "price duration aside others others_weakly vacancy"),
    _rule("ask_info", "info question", frozenset({DONE}), "price duration aside"),
    _rule(
        "ask_info",
        "info",
        IDLE,
        f"detail foreign price duration hours book help bot language find find_weakly {_OTHER_WISH}",
    ),
    _rule("ask_info", "describes", IDLE, f"foreign book vacancy day clock {_ASKS} {_OTHER_WISH}", also="treatment"),
    _rule("affirm", "agrees", CLOSED | {DETAIL, UNASKED}),
    _rule("affirm", "yes fits", CLOSED - {PROPOSE, CANCELLING} | {DETAIL}, "no cancel"),
    _rule("affirm", "yes fits", frozenset({CANCELLING}), "no keeps reschedule"),
    _rule("affirm", "cancel drops absent", frozenset({CANCELLING}), "flat_no keeps reschedule"),
    _rule("affirm", "yes fits", frozenset({PROPOSE}), "no day clock others"),
    _rule("affirm", "day clock vacancy", frozenset({ORDER}), "no others alternatives aside"),
    _rule("affirm", "yes", frozenset({MORE}), "no book thanks finished info question cancel reschedule"),
    _rule("affirm", "yes", frozenset({UNASKED}), f"no unsure finished find hello thanks bye {_SAYS_MORE} bot help"),
    _rule("select", "yes fits pick", LISTED, "no others info question price duration interjection"),
    _rule("select", "yes fits pick interjection", LISTED, "no others price duration", also="aside"),
    _rule("select", "book", LISTED, "no others cancel reschedule status policy travel aside"),
    _rule("select", "interjection", LISTED, "no others info question price duration thanks"),
    _rule(
        "select",
        "treatment add_on technician",
        frozenset({OFFER, ORDER}),
        f"no others question price_word duration_word {_ASKS}",
    ),
    _rule(
        "deny",
        "no",
        frozenset({UNASKED}),
        "limits help unsure stop nevermind cancel repeat foreign book status bye language",
        also="short",
    ),
    _rule("deny", "flat_no", frozenset({UNASKED}), "unsure stop nevermind repeat foreign book status bye language"),
    _rule("deny", "no", CLOSED - {ORDER, CANCELLING} | {DETAIL, DONE}, "repeat"),
    _rule("deny", "no keeps", frozenset({CANCELLING}), "repeat cancel drops absent"),
    _rule("deny", "no", frozenset({ORDER}), "repeat someone_else"),
    _rule("deny", "flat_no", LISTED, "others others_weakly book info"),
    _rule("deny", "no", LISTED | {MORE}, "others others_weakly book yes fits info"),
    _rule("deny", "day clock wants_change", frozenset({CONFIRM}), "yes fits info question"),
    _rule("deny", "but", frozenset({CONFIRM}), f"info question {_ASKS}"),
    _rule("deny", "finished", frozenset({MORE}), "book"),
    _rule("give_date", "day", ANYWHERE - IDLE - LISTED, "aside info"),
    _rule("give_time", "clock", ANYWHERE - IDLE - LISTED, "aside"),
    _rule("give_date", "day", frozenset({OFFER}), "aside info question yes fits"),
    _rule("give_time", "clock", frozenset({OFFER}), "aside info question yes fits"),
    _rule("give_date", "day", OPEN - {UNASKED}, "", also="book"),
    _rule("give_time", "clock", OPEN - {UNASKED}, "", also="book"),
    _rule("give_date", "day", frozenset({UNASKED}), _SAYS_MORE, also="short"),
    _rule("give_time", "clock", frozenset({UNASKED}), _SAYS_MORE, also="short"),
    _rule("give_time", "limits", frozenset({UNASKED}), "book"),
    _rule("book", "book", frozenset({UNASKED, MORE}), "find cancel reschedule status policy travel reference"),
    _rule("book", "book_weakly", frozenset({UNASKED, MORE}), f"find foreign no question {_OTHER_WISH} {_ASKS}"),
    _rule("book", "book", OPEN - {DONE, UNASKED, MORE}, "cancel reschedule status policy travel"),
    _rule("alternatives", "others_weakly", LISTED, "book fact day clock yes fits pick travel aside"),
    _rule("book", "day clock", frozenset({PROPOSE}), "no cancel reschedule aside"),
    _rule("book", "vacancy", OPEN - {DONE}, "cancel reschedule status policy foreign aside hours"),
    _rule("book", "book", frozenset({ASIDE}), "travel"),
    _rule(
        "book",
        "treatment add_on",
        IDLE,
        f"find foreign price_word duration_word describes repeat keeps {_OTHER_WISH} {_ASKS}",
    ),
    _rule("book", "technician", IDLE, f"find foreign question keeps {_OTHER_WISH} {_ASKS}"),
    _rule("find_provider", "find", frozenset({UNASKED, MORE}), "foreign day clock"),
    _rule("find_provider", "find_weakly goes", frozenset({UNASKED}), "foreign book treatment day clock"),
    _rule("book", "day clock", frozenset({UNASKED}), "find cancel reschedule status travel", also="goes"),
    _rule("book", "goes", OPEN - {UNASKED}, "cancel reschedule status travel others others_weakly"),
    _rule("alternatives", "others", LISTED, "book travel"),
    _rule("alternatives", "others alternatives", frozenset({WHEN, PROPOSE}), "info book day clock yes fits pick"),
    _rule("alternatives", "someone_else", frozenset({ORDER}), "book day clock yes fits aside"),
    _rule("thanks", "thanks", frozenset({UNASKED}), "foreign no translation"),
    _rule("thanks", "thanks", frozenset({DONE, MORE})),
    _rule("thanks", "no finished", frozenset({MORE}), "book find info"),
    _rule("thanks", "thanks", frozenset({TOLD, PROPOSE, OFFER}), f"no yes fits pick book others question {_ASKS}"),
    _rule("thanks", "thanks", frozenset({TOLD}), also="travel"),
    _rule("thanks", "thanks", frozenset({TOLD}), f"pick book others question {_ASKS}", also="interjection"),
    _rule("goodbye", "bye", ANYWHERE - {MORE}, "foreign"),
    _rule("goodbye", "finished", ANYWHERE - {MORE, CONFIRM, CANCELLING}),
    _rule("greet", "hello", frozenset({UNASKED}), "book find find_weakly translation"),
    _rule("greet", "hello", frozenset({UNASKED}), also="cancel"),
    _rule("greet", "small_talk", frozenset({UNASKED}), "foreign", also="short"),
    _rule("unsure", "unsure", ANYWHERE - {CONFIRM, ORDER, CANCELLING} - LISTED, "foreign book day clock"),
    _rule("unsure", "unsure", LISTED, "foreign book day clock others others_weakly thanks info question yes fits"),
    _rule(
        "unsure",
        "unsure",
        frozenset({CONFIRM, ORDER, CANCELLING}),
        "foreign book day clock no yes fits agrees others thanks aside",
    ),
    _rule("repeat", "repeat", ANYWHERE, "foreign"),
    _rule("help", "help", ANYWHERE - LISTED - {MORE, DONE}, "book foreign"),
    _rule("handoff", "handoff", ANYWHERE - LISTED, "foreign bot"),
    _rule("handoff", "handoff", LISTED, "foreign bot others"),
    _rule("handoff", "unwell", ANYWHERE, "cancel absent reschedule book info find find_weakly goes foreign"),
    _rule("bot_question", "bot", ANYWHERE, "foreign"),
    _rule("change_language", "language", ANYWHERE, "translation foreign"),
    _rule("stop", "stop", ANYWHERE, "book cancel foreign"),
    _rule("stop", "nevermind", frozenset({UNASKED}), "book day clock", also="short"),
    _rule("stop", "unsubscribe"),
)


def context_of(asked: str | None, said: set[str] | None, kinds: Iterable[str]) -> str:
    """Return what kind of answer was called for: by its name where it is given, else by our words."""
    if asked and asked in ASKED:
        return ASKED[asked]
    if said is None:
        return UNASKED
    if {PROPOSE, "clock"} <= said and not said & set(_ASKED_OUTRIGHT):
        return PROPOSE
    return next((_SAME.get(kind, kind) for kind in kinds if kind in said), TOLD)


def intents_of(cues: set[str], context: str) -> tuple[str, ...]:
    """Return the intents that the cues amount to, each once."""
    cues = cues.difference(*(OVERRIDES[cue] for cue in cues & OVERRIDES.keys()))
    return tuple(
        dict.fromkeys(
            rule.intent
            for rule in INTENT_RULES
            if context in rule.contexts and rule.cues & cues and rule.also <= cues and not rule.unless & cues
        )
    )
