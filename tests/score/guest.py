"""A simulated guest: says the lines of a task, and answers what it is asked in between by its wish."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count

from infra.local.waiting import holds_within
from tests.score.answer import Answer, Button
from tests.score.book import STAFF
from tests.score.house import NEWS, Body, House
from tests.score.tasks import Line, Task, Visit, clock, filled, found
from tests.score.tongues import SURE, TONGUES
from tests.score.wording import Wording

CARD = "4242424242424242"
CONTACT = {"name", "email"}
"""What the house asks for once it holds a time."""
TRIES = 3
"""How often a guest answers the same question before it gives up."""
_AGREES = re.compile(r"(?:yes|sí|si|да|так|כן)\b", re.IGNORECASE)
_DROPS = re.compile(r"yes.cancel|cancel|let_go|drop")
_numbers = count(1)


@dataclass
class Exchange:
    """A line and its answer, and when that came; `pressed` where it was a button, `lang` is the guest's then."""

    said: str
    answer: Answer
    at: datetime
    lang: str = "en"
    pressed: Button | None = None
    promised: frozenset[str] = frozenset()  # the technicians on the button that was taken, by this line or before it


@dataclass
class Conversation:
    """All that was said between one guest and the house, and what came of it."""

    task: Task
    today: date
    exchanges: list[Exchange] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    bookings: dict[str, Body] = field(default_factory=dict)
    payments: dict[str, Body] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)  # of guests, as they were told

    @property
    def lines(self) -> int:
        """Return how many lines the guest needed."""
        return sum(exchange.said != "(pays)" for exchange in self.exchanges)

    @property
    def last(self) -> Answer | None:
        """Return what was answered last."""
        return self.exchanges[-1].answer if self.exchanges else None

    @property
    def text(self) -> str:
        """Return everything that the house said."""
        return "\n".join(exchange.answer.text for exchange in self.exchanges)

    def add(self, exchange: Exchange) -> None:
        """Take in what was said, and the bookings and payments that were shown."""
        self.exchanges.append(exchange)
        self.bookings.update(exchange.answer.bookings or {})
        self.payments.update(exchange.answer.payments or {})


class Guest:
    """Has one conversation; in even runs it presses buttons, in odd ones it types."""

    def __init__(self, task: Task, run: int, house: House, *, ref: str = "", email: str = "") -> None:
        self.task, self.run, self.house, self.ref, self._email = task, run, house, ref, email
        self.lang, self.wish = task.lang, task.wants
        self.talk = Conversation(task, house.now().date())
        self.session: str | None = None
        self.done = False  # what is wished for now is held
        self.tries: Counter[str] = Counter()
        self._promised: frozenset[str] = frozenset()
        self._left = False  # it has asked to let go what it may hold, and nothing is offered any more
        self._number = next(_numbers)
        self._waiting = list(task.lines)
        self.talk.names = {*self.name.split()}

    # who it is
    @property
    def name(self) -> str:
        """Return the name it is booked under."""
        people = self.task.guest.get("name") or TONGUES[self.task.lang].people
        return people[self.run % len(people)]

    @property
    def email(self) -> str:
        """Return an address that nobody else has."""
        told = [self._email] if self._email else self.task.guest.get("email")
        return told[self.run % len(told)] if told else f"guest.{self._number}.{self.run}@example.com"

    # the conversation
    def converse(self) -> Conversation:
        """Say everything, and return the conversation with what went wrong in it."""
        while self.talk.lines < self.task.turns + TRIES and self._take_turn():
            pass
        unsaid = [line for line in self._waiting if not line.optional]
        self.talk.wrong += [f"unsaid: the moment of {(line.say or ['a payment'])[0]!r} never came" for line in unsaid]
        if self.talk.lines > self.task.turns:
            self.talk.wrong.append(f"turns: {self.talk.lines}, at most {self.task.turns}")
        return self.talk

    def _take_turn(self) -> bool:
        line = self._due()
        if line is None:
            return self._answers()
        self._waiting.remove(line)
        self._scripted(line)
        return True

    def _due(self) -> Line | None:
        """Return the next line if its moment has come; leave out what does not fit."""
        last = self.talk.last
        while self._waiting:
            line = self._waiting[0]
            if last is not None and line.when and line.when not in (last.asks.split() or [""]):
                return self._after(line, last)
            if last is None or not _left_out(line, last):
                return line
            self._waiting.pop(0)
        return None

    def _after(self, line: Line, last: Answer) -> Line | None:
        """Return the line after an optional one that is not due, where that is due."""
        later = self._waiting[1:2] if line.optional else []
        fits = [each for each in later if each.when and each.when in last.asks.split() and not _left_out(each, last)]
        return fits[0] if fits else None

    def _scripted(self, line: Line) -> None:
        self.lang, self._promised = line.lang or self.lang, frozenset()
        if line.wants is not None:
            self.wish, self.done = Visit.read(line.wants) if line.wants else None, False
            self.tries.clear()
        if line.wait:
            self.house.advance(timedelta(seconds=line.wait))
        if line.pay:
            self._pays()
        if line.say:
            self.says(filled(line.say[self.run % len(line.say)], self.talk.today, ref=self.ref))
        self._listens(line)

    def _listens(self, line: Line) -> None:
        said, answer = self.talk.exchanges[-1].said[:60], self.talk.exchanges[-1].answer
        heard = "\n".join([answer.text, *(button.label for button in answer.buttons)])
        if line.hears and not found(filled(line.hears, self.talk.today, ref=self.ref), heard):
            self.talk.wrong.append(f"unanswered: {said!r} wants {line.hears[:60]!r}")
        if line.never and (forbidden := found(line.never, heard)):
            self.talk.wrong.append(f"forbidden: {said!r} is answered with {forbidden[0][:60]!r}")

    # speaking
    def says(self, text: str, *, takes: Button | None = None) -> bool:
        """Say something, and hear the answer; `takes` is the button that it stands for."""
        self._promised = _named(takes) or self._promised
        self._hears(Exchange(text, *self._sent({"text": text}), self.lang, None, self._promised))
        return True

    def presses(self, button: Button) -> bool:
        """Press a button, and hear the answer."""
        self._promised = _named(button) or self._promised
        self._hears(Exchange(button.label, *self._sent({"choice": button.id}), self.lang, button, self._promised))
        return True

    def _sent(self, said: dict[str, str]) -> tuple[Answer, datetime]:
        status, body = self.house.say(self.session, said)
        self.session = body.get("session", self.session)
        answer = Answer.read(body.get("replies", []), body.get("state", {}).get("missing", ()), status)
        return answer, self.house.now()

    def _hears(self, exchange: Exchange) -> None:
        self.talk.add(exchange)
        if exchange.answer.bookings:
            self.done = exchange.answer.holds

    def _pays(self) -> None:
        payment: Body = next(iter(((self.talk.last or Answer(())).payments or {}).values()), {})
        self.house.console("pay", {"payment_url": payment.get("url", ""), "card": CARD})
        news: list[Body] = []

        def told() -> bool:
            news[:] = [each for each in self.house.news(self.session or "") if each["type"] == "booking.confirmed"]
            return bool(news)

        if holds_within(NEWS, told):
            self._hears(Exchange("(pays)", Answer.read([news[-1]["reply"]]), self.house.now(), self.lang))
            self.wish = None
        else:
            self.talk.wrong.append("unpaid: no word of the payment came")

    # answering
    def _answers(self) -> bool:
        """Answer an ordinary question; False where there is nothing more to say."""
        last = self.talk.last
        if last is None or last.asks == "payment" or last.status != 200:
            return False
        self.tries[last.asks] += 1
        if self.tries[last.asks] > TRIES:
            return False
        if self._asked_for_itself(last):
            return self._tells(last.asks)
        if sure := [button for button in last.buttons if _AGREES.match(button.label)]:
            return self._takes(sure[0], TONGUES[self.lang].yes)
        return self.wish is not None and not self.done and self._wishes(last, self.wish)

    def _asked_for_itself(self, last: Answer) -> bool:
        known = bool(self.wish or self.task.before)
        return known and last.asks != "" and set(last.asks.split()) <= {"name", "email", "phone", "code"}

    def _tells(self, asked: str) -> bool:
        tongue = TONGUES[self.lang]
        facts = {
            "name": tongue.my_name.format(self.name) if self.run % 4 == 3 else self.name,
            "email": tongue.my_email.format(self.email) if self.run % 4 == 1 and "@" in self.email else self.email,
            "phone": f"212 555 01{self._number % 100:02}",
        }
        told = asked.split()
        if "email" in told:  # an address is enough; a code comes to it
            known = any(self.email in each.said for each in self.talk.exchanges)
            told = ["code"] if "code" in told and known else [name for name in told if name in ("name", "email")]
        return self.says(", ".join(self._code() if name == "code" else facts[name] for name in told))

    def _code(self) -> str:
        mail = self.house.mail_to(self.email, r"(?<![-#.\w])\d{6}(?!\w)")
        return mail[0] if mail else "000000"

    def _wishes(self, last: Answer, wish: Visit) -> bool:
        fitting = [button for button in last.times if self.fits(button, wish)]
        if fitting:
            return self._takes(fitting[0], self._words_for(fitting[0], last))
        if not last.times:
            named = [button for button in last.buttons if wish.treatments[0].lower() in button.label.lower()]
            if named:
                return self._takes(named[0], self._wording.treatments(wish))
            if re.search(SURE, last.question, re.IGNORECASE):
                return self.says(TONGUES[self.lang].yes)
        words = {
            "treatment": self._wording.treatments(wish),
            "day": f"{self._wording.day(wish)} {self._wording.hours(wish)}",
        }
        return self.says(words.get(last.asks) or self._wording.whole(wish))

    def _takes(self, button: Button, words: str) -> bool:
        return self.presses(button) if self.run % 2 == 0 else self.says(words, takes=button)

    def fits(self, button: Button, wish: Visit) -> bool:
        """Return whether a time is within the wish, and with whom it is wished."""
        at, there = button.begins, _named(button)
        if at is None or (at.date() - self.talk.today).days != wish.day:
            return False
        wished = set(re.findall(r"\w+", wish.technician)) & STAFF
        return wish.begins <= clock(at) <= wish.until and (not there or wished <= there)

    def _words_for(self, button: Button, last: Answer) -> str:
        """Say yes to what is proposed, and the hour of what stands in a list."""
        at = clock(button.begins) if button.begins else ""
        spoken = self._wording.hour(at)
        proposed = button == last.times[0] and (spoken in last.text or at in last.text)
        return self._wording.tongue.yes if proposed else self._wording.tongue.at.format(spoken)

    @property
    def _wording(self) -> Wording:
        return Wording(self.lang, self.talk.today)

    # leaving
    def leaves(self) -> bool:
        """Let go what is held, so that the next guest finds the house as this one did; return whether that is done."""
        last = self.talk.last
        for _ in range(4 + 2 * len(self.talk.bookings)):
            if last is None or not (self._may_hold() and last.status == 200):
                return True
            buttons = sorted(button.id for button in last.buttons if _DROPS.match(button.id))
            said = {"choice": buttons[-1]} if buttons else {"text": "please cancel my booking and let it go"}
            last, _ = self._sent(said)
            self._left = self._left or not (last.buttons or last.bookings)
        return not any(True for _ in self.standing())

    def _may_hold(self) -> bool:
        if self.talk.payments:
            return any(True for _ in self.standing())
        return not self._left and any(set(each.answer.asks.split()) & CONTACT for each in self.talk.exchanges)

    def standing(self) -> Iterator[tuple[str, str]]:
        """Yield reference and payment page of what stands still."""
        for reference, payment in self.talk.payments.items():
            status, page = self.house.page(payment["url"])
            if status == 200:
                yield reference, page


def _left_out(line: Line, last: Answer) -> bool:
    shown = f"{last.text} {' '.join(str(booking) for booking in (last.bookings or {}).values())}"
    return bool(line.unless and found(line.unless, shown)) or bool(line.only and not found(line.only, shown))


def _named(button: Button | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", button.label)) & STAFF if button and button.begins else frozenset()
