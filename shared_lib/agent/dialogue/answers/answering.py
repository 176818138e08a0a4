"""Which answer a question gets: a table, read from above; each answer is given once in a turn."""

import dataclasses
from collections.abc import Callable, Iterator

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers import advice, house, menu, owners_words, payments, prices
from shared_lib.agent.dialogue.answers.follow_ups import ACTS, asks_the_same, is_about_rule, is_left_open, supposes
from shared_lib.agent.dialogue.answers.inquiry import Inquiry, cut
from shared_lib.agent.dialogue.answers.sources import AnswerSources
from shared_lib.agent.dialogue.answers.topic import Topic
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.language import Meaning
from shared_lib.agent.language.topics import HOUSE, KINDS, NEEDS, Clause, sold_elsewhere
from shared_lib.pricing.price_book import ALWAYS, AddOn, Tier, Treatment

Asked = Callable[[Inquiry, Clause], bool]
Answer = Callable[[Inquiry], Reply | None]


def answers(said: Sentence, topic: Topic, services: AnswerSources) -> list[Reply]:
    """Return one reply for each question of a sentence, in their order.

    A question that nothing in the house answers has a reply that says so, with `unanswered`; it is left for the desk.
    """
    inquiry = Inquiry(said, topic, services)
    replies = _repeated(inquiry) or _of_clauses(inquiry)
    if not replies and is_left_open(inquiry):
        replies = {"unanswered": _pass(inquiry)}
    told: dict[str, Reply] = {}
    for name, reply in replies.items():
        told.setdefault(reply.text, dataclasses.replace(reply, about=name))
    return list(told.values())


def _repeated(inquiry: Inquiry) -> dict[str, Reply]:
    """Return the answer of the turn before once more, with another day, treatment or tier: `and on Sundays?`."""
    last = inquiry.topic.last
    if not asks_the_same(inquiry):
        return {}
    reply = next((reply for rule in RULES if rule.name == last and (reply := rule.answer(inquiry))), None)
    return {last: reply} if reply else {}


def _of_clauses(inquiry: Inquiry) -> dict[str, Reply]:
    """Return what each clause finds, and what is heard in the whole where they leave that open."""
    replies: dict[str, Reply] = {}
    for clause in inquiry.clauses:
        for name, reply in _answered(inquiry, clause):
            replies.setdefault(name, reply)
    if replies.keys() <= BESIDE_A_PRICE and not (replies.keys() & {MEMBERSHIP} and _is_priced(inquiry)):
        replies |= dict(_by_intent(inquiry, advised="advice" in replies))
    return replies


def asks_for_rule(said: Sentence, services: AnswerSources) -> bool:
    """Return whether it is asked how the house does something, which is no order to do it: `is moving free?`."""
    return is_about_rule(Inquiry(said, Topic(), services))


def names_treatment(said: Sentence, services: AnswerSources) -> bool:
    """Return whether a treatment is named by its own words or by its kind: a couple, or two, may come for any."""
    inquiry = Inquiry(said, Topic(), services)
    own = {row.name for row in inquiry.book.treatments}
    return any(clause.concepts & KINDS or clause.named & own for clause in inquiry.clauses)


def prices_told(topic: Topic, services: AnswerSources) -> Reply:
    """Return the prices of what the conversation is about, as its button asks for them."""
    return prices.price(_unspoken(topic, services))


@dataclasses.dataclass(frozen=True, slots=True)
class Priced:
    """What a sentence names that has a price."""

    treatments: tuple[Treatment, ...]
    add_ons: tuple[AddOn, ...]
    tiers: tuple[Tier, ...]

    @property
    def anything(self) -> bool:
        """Return whether it names anything."""
        return bool(self.treatments or self.add_ons or self.tiers)


def priced_rows(said: Sentence, services: AnswerSources) -> Priced:
    """Return what a sentence names that has a price."""
    inquiry = Inquiry(said, Topic(), services)
    return Priced(inquiry.named, inquiry.add_ons, inquiry.tiers)


def price_told(said: Sentence, topic: Topic, services: AnswerSources) -> Reply:
    """Return the prices of what a sentence names, whether it asks for them in so many words or not."""
    return prices.price(Inquiry(said, topic, services))


def membership_told(topic: Topic, services: AnswerSources) -> Reply:
    """Return what members receive, as its button asks for it, without a price."""
    return prices.membership(_unspoken(topic, services), priced=False)


def _unspoken(topic: Topic, services: AnswerSources) -> Inquiry:
    return Inquiry(Sentence("", Meaning(lang=services.voice.lang)), topic, services)


def _answered(inquiry: Inquiry, clause: Clause) -> Iterator[tuple[str, Reply]]:
    """Yield the answers of one clause, each with what it answers."""
    if exact := _first(inquiry, clause, BEFORE_THE_OWNER):
        yield exact
    elif owners := owners_words.found(inquiry, clause) if _may_ask(inquiry, clause) else []:
        yield from ((row.question, Reply(cut(row.answered(inquiry.lang)))) for row in owners)
    elif found := _first(inquiry, clause, RULES):
        yield found
    elif _is_unanswered(inquiry, clause):
        yield "unanswered", _pass(inquiry)


def _may_ask(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether a clause may be a question to the house: by its form, or as it names a thing, or as it is heard."""
    if _compares(inquiry):
        return False
    if "gift_card" in clause.concepts and inquiry.said.shows("gift_card"):
        return True  # a gift card for my sister, and a haircut for me
    if clause.asks or inquiry.wishes:
        return clause.asks
    brief = clause.brief and not inquiry.named
    return brief or "ask_info" in inquiry.said.intents or bool(clause.concepts & owners_words.STATED)


def _first(inquiry: Inquiry, clause: Clause, rules: "tuple[Rule, ...]") -> tuple[str, Reply] | None:
    for rule in rules:
        if rule.asked(inquiry, clause) and (reply := rule.answer(inquiry)):
            return rule.name, reply
    return None


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """A kind of question: how it is known in a clause, and who answers it."""

    name: str
    asked: Asked
    answer: Answer


MEMBERSHIP = "membership"
BESIDE_A_PRICE = frozenset({MEMBERSHIP, "advice"})
"""Answers that leave open what the language hears."""
TOO_PLAIN = frozenset({"back", "hands", "feet", "skin", "quick", "for_two", "firm", "grooming", "treat", "shoulders"})
"""Needs that mean one only beside another: `I come back`, `both hands`."""
OF_A_THING = frozenset({"describe", "how_long", "included", "who_does", "price", "hours", "difference", "total"})
"""What is asked of a treatment that was named."""
OF_NO_HOUSE = {"ask_hours": "own", "ask_price": "amount_paid"}
"""What asks for nothing of the house beside an intent: one's own hours, what was paid already."""
MOVING = frozenset({"cancel", "reschedule", "alternatives"})
"""Intents of guests who speak of a visit that is booked, or of the times that lie before them."""


def _asks_of(*concepts: str, unless: str = "") -> Asked:
    """Return how a question is known that is about one of these concepts, and about none of the others."""
    about, other = frozenset(concepts), frozenset(unless.split())

    def asked(inquiry: Inquiry, clause: Clause) -> bool:
        del inquiry
        return bool(clause.asks or clause.brief) and bool(about & clause.concepts) and not other & clause.concepts

    return asked


def _of_the_house(clause: Clause) -> frozenset[str]:
    return clause.concepts & HOUSE - owners_words.OF_WISHES


def _acts(inquiry: Inquiry) -> bool:
    acts = ACTS - {"book", "select"} if inquiry.only_questions else ACTS
    return bool(acts & inquiry.said.intents) or inquiry.wishes


def _refund(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether it is asked what comes back, or what cancelling would mean, of the booking that is spoken of."""
    asks_rule = bool({"price", "policy"} & clause.concepts) or supposes(inquiry)
    of_cancelling = "cancel" in clause.concepts and asks_rule
    asks = clause.asks or (clause.brief and of_cancelling)
    return inquiry.topic.booking is not None and asks and ("refund" in clause.concepts or of_cancelling)


def _haggles(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether less than the price is offered or hoped for: it needs no form of a question."""
    lower = clause.amount or "discount" in clause.concepts
    return "haggle" in clause.concepts and lower and inquiry.said.meaning.when is None


def _discount(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether it is asked what would be taken off; which of several costs less is asked of their prices."""
    of_several = {"which", "price"} <= clause.concepts and len(inquiry.treatments) > 1
    return _asks_of("discount")(inquiry, clause) and not of_several


def _ends(inquiry: Inquiry, clause: Clause) -> bool:
    return clause.asks and "ends" in clause.concepts and not inquiry.wishes


def _nothing_more(_: Inquiry, clause: Clause) -> bool:
    return clause.asks and "nothing_more" in clause.concepts


def _paid(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether it is asked what was paid for the visit that is spoken of."""
    return inquiry.confirmed_booking is not None and "amount_paid" in clause.concepts


def _when_in(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether it is asked when somebody of ours is in, and for no treatment: `is Nina there on Friday?`."""
    meaning = inquiry.said.meaning
    whom = bool(meaning.technicians) and not (inquiry.named or inquiry.topic.treatments or inquiry.topic.booking)
    other = clause.concepts - {"asks", "leans", "hours", "some_day", "theirs", "which", "staff"}
    return clause.asks and whom and not other and not (meaning.when and meaning.when.time)


def _joins(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether somebody would become a member, which needs no form of a question either."""
    names_tier = bool(clause.named & {tier.name for tier in inquiry.memberships})
    return "joins" in clause.concepts and (names_tier or MEMBERSHIP in clause.concepts)


def _machine(inquiry: Inquiry, clause: Clause) -> bool:
    return "bot" in clause.concepts and clause.asks and "handoff" not in inquiry.said.intents


def _exact_address(inquiry: Inquiry, clause: Clause) -> bool:
    told = bool(inquiry.confirmed_booking) or inquiry.book.policies.address_told == ALWAYS
    return told and _asks_of("address")(inquiry, clause)


def _not_ours(inquiry: Inquiry, clause: Clause) -> bool:
    return bool(sold_elsewhere(clause.text, inquiry.lang, inquiry.book.names))


def _tiers_differ(inquiry: Inquiry, clause: Clause) -> bool:
    return "difference" in clause.concepts and not inquiry.named and _of_tiers(inquiry)


def _of_tiers(inquiry: Inquiry) -> bool:
    return bool(inquiry.tiers) or bool({"membership", "levels"} & inquiry.concepts)


def _way_to_pay(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether it is asked how it is paid; whether it was paid is asked of a booking."""
    removed = inquiry.said.meaning.removed
    if "booking_status" in inquiry.said.intents or {"price", "call_me"} & clause.concepts or removed:
        return False
    return _asks_of("now_or_there", "pay_means")(inquiry, clause) or (
        clause.asks and "pay" in clause.concepts and inquiry.topic.booking is None
    )


def _people(inquiry: Inquiry, clause: Clause) -> bool:
    named = "staff" in clause.concepts and (not clause.strange or "which" in clause.concepts)
    whom = "whom" in clause.concepts and bool(clause.concepts & KINDS or clause.named)
    asked = named or whom or "who_does" in clause.concepts
    wished = inquiry.said.meaning.gender is not None  # a female therapist, please
    return asked and bool(clause.asks or (clause.brief and not wished)) and not _of_the_house(clause)


def _price(inquiry: Inquiry, clause: Clause) -> bool:
    of_tiers = "pay" in clause.concepts and bool(inquiry.tiers)
    asked = ("price" in clause.concepts or of_tiers) and (
        clause.asks or clause.brief or "ask_price" in inquiry.said.intents
    )
    of_treatments = bool(inquiry.named or inquiry.add_ons)
    return asked and (of_treatments or not (_of_the_house(clause) or supposes(inquiry)))


def _of_treatments(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether treatments are named; beside a question for add-ons only where the clause names them itself."""
    return bool(inquiry.named) and ("add_ons" not in inquiry.concepts or bool(clause.named or clause.concepts & KINDS))


def _membership(inquiry: Inquiry, clause: Clause) -> bool:
    named = "membership" in clause.concepts or bool(clause.named & {tier.name for tier in inquiry.book.tiers})
    of_treatments = _is_priced(inquiry) and bool(inquiry.named)
    asked = clause.asks or clause.brief or inquiry.said.shows("membership") or _joins(inquiry, clause)
    if (inquiry.said.meaning.party or 1) > 1 and not inquiry.said.shows("membership"):
        return False  # my friend joins us
    return named and bool(asked) and not (inquiry.wishes or of_treatments)


def _needs(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether a guest has not decided: asks what to take, or tells what they would like to be done for."""
    if inquiry.said.meaning.when is not None or _of_the_house(clause):
        return False
    if _is_decided(inquiry, clause) or _compares(inquiry):
        return False
    needs = clause.concepts & NEEDS
    told = bool(needs - TOO_PLAIN) or len(needs) > 1
    return (told and not clause.concepts & OF_A_THING) or (
        "recommend" in clause.concepts
        and (clause.asks or clause.brief or bool(needs) or "undecided" in clause.concepts)
    )


def _compares(inquiry: Inquiry) -> bool:
    """Tell whether it is asked how treatments differ that are named."""
    return "difference" in inquiry.concepts and len(inquiry.named) > 1


def _is_decided(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether a guest wishes for one treatment: by its name, or by a word for it that asks for no advice."""
    if len(inquiry.said.meaning.treatments) != 1 or "undecided" in clause.concepts:
        return False
    return bool(clause.named) or not clause.asks


def _hours(inquiry: Inquiry, clause: Clause) -> bool:
    if _of_the_house(clause):
        return False
    if "some_day" in clause.concepts and clause.asks:
        return _is_any_day(inquiry)
    if "hours" not in clause.concepts:
        return False
    heard = clause.brief and (not clause.strange or inquiry.said.shows("opening_hours"))
    put = clause.asks or heard
    return "ask_hours" in inquiry.said.intents or (put and not (_acts(inquiry) or inquiry.add_ons))


def _is_any_day(inquiry: Inquiry) -> bool:
    """Tell whether a day is asked about in general, and no hour of it and no visit: `can one come on a Sunday?`."""
    meaning = inquiry.said.meaning
    timed = meaning.when is not None and meaning.when.time is not None
    return not (timed or inquiry.topic.treatments or inquiry.topic.booking or MOVING & inquiry.said.intents)


def _menu(inquiry: Inquiry, clause: Clause) -> bool:
    return "menu" in clause.concepts and inquiry.said.meaning.when is None and not _of_the_house(clause)


def _describe(inquiry: Inquiry, clause: Clause) -> bool:
    if inquiry.said.meaning.when is not None or _of_the_house(clause) or not (clause.asks or clause.brief):
        return False
    named = bool(clause.concepts & KINDS or clause.named or inquiry.named or inquiry.add_ons)
    if "describe" in clause.concepts:
        return named or (bool(inquiry.topic.treatments) and not clause.strange)
    return named and "ask_info" in inquiry.said.intents


def _is_unanswered(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether a clause asks for something of the house that nothing answers."""
    house = clause.concepts & HOUSE
    house -= owners_words.OF_WISHES if _acts(inquiry) else owners_words.OF_CHANGES
    house -= owners_words.says_which(inquiry, clause)
    return clause.asks and bool(house) and "theirs" not in inquiry.concepts


def _how_long_at_all(_: Inquiry, clause: Clause) -> bool:
    return clause.asks and "how_long" in clause.concepts and not (clause.strange or _of_the_house(clause))


def _total_or_tax(inquiry: Inquiry) -> Reply:
    """Return the whole amount where one is spoken of, else that only the tax is added."""
    return prices.total(inquiry) or prices.tax(inquiry)


def _by_intent(inquiry: Inquiry, *, advised: bool) -> Iterator[tuple[str, Reply]]:
    """Yield the answers to what the language hears, where no clause asked for it in words of ours.

    Where advice was given, that told what is named already.
    """
    intents = inquiry.said.intents
    for intent, answer in BY_INTENT.items():
        if intent in intents and OF_NO_HOUSE.get(intent) not in inquiry.concepts and (reply := answer(inquiry)):
            yield intent, reply
    if advised or _acts(inquiry) or intents & BY_INTENT.keys():
        return
    if any(clause.asks for clause in inquiry.clauses):
        reply = menu.describe(inquiry) if inquiry.named or inquiry.add_ons else None
        if reply and inquiry.said.meaning.when is None:
            yield "describe", reply


def _pass(inquiry: Inquiry) -> Reply:
    """Return that nothing in the house answers this, and that a person will."""
    return dataclasses.replace(inquiry.say("unanswered", phone=inquiry.services.spa.phone), unanswered=True)


def _is_priced(inquiry: Inquiry) -> bool:
    return "price" in inquiry.concepts


def _included(inquiry: Inquiry) -> Reply | None:
    """Return what belongs to a treatment; where everything is meant, what a booking comes to as well."""
    whole = prices.total(inquiry) if inquiry.topic.booking and {"everything", "price"} & inquiry.concepts else None
    belongs = menu.included(inquiry)
    if whole and belongs:
        return Reply(f"{whole.text} {belongs.text}")
    everything = prices.tax(inquiry) if "everything" in inquiry.concepts else None
    return whole or belongs or menu.describe(inquiry) or everything


BEFORE_THE_OWNER = (
    Rule("held", lambda inquiry, clause: clause.asks and inquiry.said.shows("how_long_held"), payments.held_until),
    Rule("not_ours", _not_ours, menu.not_ours),
    Rule("machine", _machine, house.machine),
    Rule("total", _paid, _total_or_tax),
    Rule("refund", _refund, payments.refund),
    Rule("when_in", _when_in, menu.when_in),
    Rule("address", _exact_address, house.address),
    Rule("waitlist", _asks_of("waitlist"), house.waitlist),
    Rule("book_ahead", _asks_of("book_ahead"), prices.days_ahead),
    Rule("discount", _haggles, prices.discount),
    Rule("ends", _ends, menu.ends),
    Rule("total", _nothing_more, _total_or_tax),
)
"""What is known more exactly than the owner's general words say it."""
RULES = (
    *BEFORE_THE_OWNER,
    Rule(MEMBERSHIP, _tiers_differ, lambda inquiry: prices.membership(inquiry, priced=_is_priced(inquiry))),
    Rule("difference", _asks_of("difference"), menu.compare),
    Rule("add_ons", _asks_of("add_ons"), lambda inquiry: menu.add_ons(inquiry, priced=_is_priced(inquiry))),
    Rule("total", _asks_of("total"), lambda inquiry: prices.total(inquiry) or prices.price(inquiry)),
    Rule("tax", lambda _, clause: "tax" in clause.concepts, prices.tax),
    Rule("discount", _discount, prices.discount),
    Rule("price", lambda inquiry, clause: _price(inquiry, clause) and _of_treatments(inquiry, clause), prices.price),
    Rule(MEMBERSHIP, _membership, lambda inquiry: prices.membership(inquiry, priced=_is_priced(inquiry))),
    Rule("included", _asks_of("included"), _included),
    Rule("pay", _way_to_pay, payments.way_to_pay),
    Rule("call_me", _asks_of("call_me"), payments.who_is_told),
    Rule("price", lambda inquiry, clause: _price(inquiry, clause) and "add_ons" not in inquiry.concepts, prices.price),
    Rule("people", _people, menu.people),
    Rule("duration", _asks_of("how_long"), menu.duration),
    Rule("duration", _how_long_at_all, menu.duration_of_all),
    Rule("advice", _needs, advice.advise),
    Rule("hours", _hours, house.hours),
    Rule("menu", _menu, menu.offered),
    Rule("describe", _describe, menu.describe),
    Rule("capabilities", _asks_of("capabilities"), house.capabilities),
    Rule("contact", _asks_of("contact"), house.contact),
    Rule("address", _asks_of("address"), house.address),
)
BY_INTENT: dict[str, Answer] = {
    "ask_price": prices.price,
    "ask_hours": house.hours,
    "ask_duration": lambda inquiry: menu.duration(inquiry) or menu.duration_of_all(inquiry),
    "help": house.capabilities,
    "bot_question": house.machine,
}
