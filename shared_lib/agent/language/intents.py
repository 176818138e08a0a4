"""From signs to intents, given what we asked just before: one table, each line read by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

UNASKED, MORE, WHEN, PROPOSE = "unasked", "more", "when", "propose"
DONE, CONFIRM, ORDER, OFFER, TOLD, DETAIL, ASIDE = "done", "confirm", "order", "offer", "told", "detail", "aside"
CANCELLING = "cancelling"  # shall it be cancelled?
ANYWHERE = frozenset({UNASKED, MORE, WHEN, PROPOSE, DONE, CONFIRM, ORDER, OFFER, TOLD, DETAIL, ASIDE, CANCELLING})
LISTED = frozenset({OFFER, TOLD})  # something was shown, which can be chosen
CLOSED = frozenset({CONFIRM, ORDER, PROPOSE, CANCELLING})  # yes or no
OPEN = frozenset({UNASKED, MORE, DONE, TOLD, PROPOSE, OFFER, ASIDE})  # a new wish may come
IDLE = frozenset({UNASKED, MORE, DONE, ASIDE})
_ASKED_OUTRIGHT = (ASIDE, "verify", MORE)
# asked outright, it is found before what else is told
_SAME = {"verify": CONFIRM, "asks_name": DETAIL, "asks_time": WHEN, "asks_day": WHEN}


@dataclass(frozen=True, slots=True)
class Line:
    """An intent, the signs of which one must show, those that must too, those that must not, and where it counts."""

    intent: str
    signs: frozenset[str]
    contexts: frozenset[str] = ANYWHERE
    unless: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


def _line(intent: str, signs: str, contexts: frozenset[str] = ANYWHERE, unless: str = "", also: str = "") -> Line:
    return Line(intent, frozenset(signs.split()), contexts, frozenset(unless.split()), frozenset(also.split()))


_ASKS = "price duration hours info policy"
_OTHER_WISH = "cancel reschedule status policy was_cancelled"
_SAYS_MORE = f"book cancel absent reschedule status foreign question treatment {_ASKS}"
# what one sign takes back of others: "don't cancel" holds a "cancel", "no problem" a "no"
TAKES_BACK = {
    "agrees": frozenset({"no", "wants_change", "question", "but"}),
    "but": frozenset({"yes", "fits"}),
    "asks_back": frozenset({"yes", "fits"}),
    "asks_of_it": frozenset({"pick", "technician", "fits"}),
    "goes_on": frozenset({"stop", "finished"}),
    "unbooked": frozenset({"status"}),
    "no_person": frozenset({"handoff"}),
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
}
LINES = (
    _line("cancel", "cancel", ANYWHERE - {CANCELLING}, "limits foreign"),
    _line("cancel", "absent", frozenset({UNASKED}), "reschedule limits"),
    _line("reschedule", "reschedule", IDLE | {DETAIL}, "cancel"),
    _line("reschedule", "reschedule", frozenset({CANCELLING})),
    _line("reschedule", "remakes", frozenset({DONE, MORE}), "cancel book"),
    _line("booking_status", "status", IDLE, "cancel absent reschedule foreign"),
    _line("booking_status", "was_cancelled", IDLE, "reschedule foreign"),
    _line("booking_status", "reference", IDLE, "cancel absent reschedule status"),
    _line("ask_price", "price", ANYWHERE, "foreign cancel reschedule duration"),
    _line("ask_price", "price_word", ANYWHERE, "foreign duration", also="treatment"),
    _line("ask_duration", "duration", ANYWHERE, "foreign"),
    _line("ask_duration", "duration_word", ANYWHERE, "foreign", also="treatment"),
    _line("ask_hours", "hours", ANYWHERE - LISTED, "foreign price duration reschedule cancel status"),
    _line("ask_info", "policy"),
    _line("ask_info", "health", ANYWHERE, "find find_weakly goes"),
    _line("ask_info", "cancels_maybe", ANYWHERE, "vacancy reschedule"),
    _line("ask_info", "refund", ANYWHERE - {DONE}, "foreign"),
    _line("ask_info", "amenity", IDLE, "foreign price duration"),
    _line("ask_info", "info", frozenset({WHEN, DETAIL}), "foreign price duration hours aside day clock"),
    _line("ask_info", "info question", CLOSED, "price duration aside day clock others_weakly vacancy"),
    _line("ask_info", "info question", LISTED, "price duration aside others others_weakly vacancy"),
    _line("ask_info", "info question", frozenset({DONE}), "price duration aside"),
    _line(
        "ask_info",
        "info",
        IDLE,
        f"detail foreign price duration hours book help bot language find find_weakly {_OTHER_WISH}",
    ),
    _line("ask_info", "describes", IDLE, f"foreign book vacancy day clock {_ASKS} {_OTHER_WISH}", also="treatment"),
    _line("affirm", "agrees", CLOSED | {DETAIL, UNASKED}),
    _line("affirm", "yes fits", CLOSED - {PROPOSE, CANCELLING} | {DETAIL}, "no cancel"),
    _line("affirm", "yes fits", frozenset({CANCELLING}), "no keeps reschedule"),
    _line("affirm", "cancel drops absent", frozenset({CANCELLING}), "flat_no keeps reschedule"),
    _line("affirm", "yes fits", frozenset({PROPOSE}), "no day clock others"),
    _line("affirm", "day clock vacancy", frozenset({ORDER}), "no others alternatives aside"),
    _line("affirm", "yes", frozenset({MORE}), "no book thanks finished info question cancel reschedule"),
    _line("affirm", "yes", frozenset({UNASKED}), f"no unsure finished find hello thanks bye {_SAYS_MORE} bot help"),
    _line("select", "yes fits pick", LISTED, "no others info question price duration interjection"),
    _line("select", "yes fits pick interjection", LISTED, "no others price duration", also="aside"),
    _line("select", "book", LISTED, "no others cancel reschedule status policy travel aside"),
    _line("select", "interjection", LISTED, "no others info question price duration thanks"),
    _line(
        "select",
        "treatment add_on technician",
        frozenset({OFFER, ORDER}),
        f"no others question price_word duration_word {_ASKS}",
    ),
    _line(
        "deny",
        "no",
        frozenset({UNASKED}),
        "limits help unsure stop nevermind cancel repeat foreign book status bye language",
        also="short",
    ),
    _line("deny", "flat_no", frozenset({UNASKED}), "unsure stop nevermind repeat foreign book status bye language"),
    _line("deny", "no", CLOSED - {ORDER, CANCELLING} | {DETAIL, DONE}, "repeat"),
    _line("deny", "no keeps", frozenset({CANCELLING}), "repeat cancel drops absent"),
    _line("deny", "no", frozenset({ORDER}), "repeat someone_else"),
    _line("deny", "flat_no", LISTED, "others others_weakly book info"),
    _line("deny", "no", LISTED | {MORE}, "others others_weakly book yes fits info"),
    _line("deny", "day clock wants_change", frozenset({CONFIRM}), "yes fits info question"),
    _line("deny", "but", frozenset({CONFIRM}), f"info question {_ASKS}"),
    _line("deny", "finished", frozenset({MORE}), "book"),
    _line("give_date", "day", ANYWHERE - IDLE - LISTED, "aside info"),
    _line("give_time", "clock", ANYWHERE - IDLE - LISTED, "aside"),
    _line("give_date", "day", frozenset({OFFER}), "aside info question yes fits"),
    _line("give_time", "clock", frozenset({OFFER}), "aside info question yes fits"),
    _line("give_date", "day", OPEN - {UNASKED}, "", also="book"),
    _line("give_time", "clock", OPEN - {UNASKED}, "", also="book"),
    _line("give_date", "day", frozenset({UNASKED}), _SAYS_MORE, also="short"),
    _line("give_time", "clock", frozenset({UNASKED}), _SAYS_MORE, also="short"),
    _line("give_time", "limits", frozenset({UNASKED}), "book"),
    _line("book", "book", frozenset({UNASKED, MORE}), "find cancel reschedule status policy travel reference"),
    _line("book", "book_weakly", frozenset({UNASKED, MORE}), f"find foreign no question {_OTHER_WISH} {_ASKS}"),
    _line("book", "book", OPEN - {DONE, UNASKED, MORE}, "cancel reschedule status policy travel"),
    _line("alternatives", "others_weakly", LISTED, "book fact day clock yes fits pick travel aside"),
    _line("book", "day clock", frozenset({PROPOSE}), "no cancel reschedule aside"),
    _line("book", "vacancy", OPEN - {DONE}, "cancel reschedule status policy foreign aside hours"),
    _line("book", "book", frozenset({ASIDE}), "travel"),
    _line(
        "book",
        "treatment add_on",
        IDLE,
        f"find foreign price_word duration_word describes repeat keeps {_OTHER_WISH} {_ASKS}",
    ),
    _line("book", "technician", IDLE, f"find foreign question keeps {_OTHER_WISH} {_ASKS}"),
    _line("find_provider", "find", frozenset({UNASKED, MORE}), "foreign day clock"),
    _line("find_provider", "find_weakly goes", frozenset({UNASKED}), "foreign book treatment day clock"),
    _line("book", "day clock", frozenset({UNASKED}), "find cancel reschedule status travel", also="goes"),
    _line("book", "goes", OPEN - {UNASKED}, "cancel reschedule status travel others others_weakly"),
    _line("alternatives", "others", LISTED, "book travel"),
    _line("alternatives", "others alternatives", frozenset({WHEN, PROPOSE}), "info book day clock yes fits pick"),
    _line("alternatives", "someone_else", frozenset({ORDER}), "book day clock yes fits aside"),
    _line("thanks", "thanks", frozenset({UNASKED}), "foreign no translation"),
    _line("thanks", "thanks", frozenset({DONE, MORE})),
    _line("thanks", "no finished", frozenset({MORE}), "book find info"),
    _line("thanks", "thanks", frozenset({TOLD, PROPOSE, OFFER}), f"no yes fits pick book others question {_ASKS}"),
    _line("thanks", "thanks", frozenset({TOLD}), also="travel"),
    _line("thanks", "thanks", frozenset({TOLD}), f"pick book others question {_ASKS}", also="interjection"),
    _line("goodbye", "bye", ANYWHERE - {MORE}, "foreign"),
    _line("goodbye", "finished", ANYWHERE - {MORE, CONFIRM, CANCELLING}),
    _line("greet", "hello", frozenset({UNASKED}), "book find find_weakly translation"),
    _line("greet", "hello", frozenset({UNASKED}), also="cancel"),
    _line("greet", "small_talk", frozenset({UNASKED}), "foreign", also="short"),
    _line("unsure", "unsure", ANYWHERE - {CONFIRM, ORDER, CANCELLING} - LISTED, "foreign book day clock"),
    _line("unsure", "unsure", LISTED, "foreign book day clock others others_weakly thanks info question yes fits"),
    _line(
        "unsure",
        "unsure",
        frozenset({CONFIRM, ORDER, CANCELLING}),
        "foreign book day clock no yes fits agrees others thanks aside",
    ),
    _line("repeat", "repeat", ANYWHERE, "foreign"),
    _line("help", "help", ANYWHERE - LISTED - {MORE, DONE}, "book foreign"),
    _line("handoff", "handoff", ANYWHERE - LISTED, "foreign bot"),
    _line("handoff", "handoff", LISTED, "foreign bot others"),
    _line("handoff", "unwell", ANYWHERE, "cancel absent reschedule book info find find_weakly goes foreign"),
    _line("bot_question", "bot", ANYWHERE, "foreign"),
    _line("change_language", "language", ANYWHERE, "translation foreign"),
    _line("stop", "stop", ANYWHERE, "book cancel foreign"),
    _line("stop", "nevermind", frozenset({UNASKED}), "book day clock", also="short"),
    _line("stop", "unsubscribe"),
)


def context_of(asked: str | None, said: set[str] | None, kinds: Mapping[str, object], names: Mapping[str, str]) -> str:
    """Return what kind of answer was called for: by its name where it is given, else by our words."""
    if asked and asked in names:
        return names[asked]
    if said is None:
        return UNASKED
    if {PROPOSE, "clock"} <= said and not said & set(_ASKED_OUTRIGHT):
        return PROPOSE
    return next((_SAME.get(kind, kind) for kind in kinds if kind in said), TOLD)


def intents_of(signs: set[str], context: str) -> tuple[str, ...]:
    """Return the intents that the signs amount to, each once."""
    signs = signs.difference(*(TAKES_BACK[sign] for sign in signs & TAKES_BACK.keys()))
    return tuple(
        dict.fromkeys(
            line.intent
            for line in LINES
            if context in line.contexts and line.signs & signs and line.also <= signs and not line.unless & signs
        )
    )
