"""The website's chat: one turn of a session, what was said in it, and what happened since."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from shared_lib.agent.chat.ports import Session, Sessions, Turn
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.conversation import awaits_news, take_turn
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.news import news
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.session_event import StoredSessionEvent
from shared_lib.agent.language.card_numbers import without_card
from shared_lib.kernel.errors import Conflict, UnknownSession
from shared_lib.kernel.events import Event, EventType

IDLE = timedelta(minutes=30)
"""How long a session lives without a word, by the spa's clock."""
POLL_MS = 2000
MOST_BUTTONS = 60
"""How many labels of buttons are remembered: a second tab may press an older one."""
TRIES = 5
"""How often a turn is taken again when another one of the same session was faster."""

Body = dict[str, Any]
ServicesFor = Callable[[str], DialogueServices]


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """What a guest sent: words or a pressed button, in a session or as the first of one."""

    session_id: str
    message_id: str
    text: str | None
    choice: str | None
    first: bool


def answer_message(message: Message, *, sessions: Sessions, services_for: ServicesFor) -> tuple[Body, Sequence[Event]]:
    """Return the answer and the events to announce; the same message always gets the same answer.

    Two messages of one session that meet are taken one after the other: the slower one is taken again on what the
    faster one left. Raise UnknownSession.
    """
    events: list[Event] = []
    for _ in range(TRIES):
        session, before = sessions.open(message.session_id, message.message_id)
        if before is not None:
            return dict(before.answer), events
        services = services_for(message.session_id)
        services.message_id = message.message_id
        session = _living(session, message, services.now)
        state = DialogueState.from_json(session.context) if session.context else DialogueState()
        if state.waitlisted:
            services.offers = _offers(sessions.events(message.session_id, after=0))
        said = without_card(message.text or "") if message.choice is None else label_of(message.choice, state, services)
        replies = take_turn(state, text=message.text, choice=message.choice, services=services)
        said = services.marker or said
        body = _answer(state, replies, _poll(state, session, sessions=sessions, services=services))
        events += services.events
        turn = Turn(message.message_id, said, body, services.now)
        if sessions.keep(dataclasses.replace(session, context=state.to_json()), turn):
            return body, events
    raise Conflict("the session is busy")


def _offers(events: Sequence[StoredSessionEvent]) -> list[str]:
    return [event.booking_id for event in events if event.type == EventType.HELD]


def _living(session: Session | None, message: Message, now: datetime) -> Session:
    if session is None and message.first:
        return Session(message.session_id, {}, None)
    if session is None or _idle(session, now):
        raise UnknownSession("there is no such session, or it has ended")
    return session


def _idle(session: Session, now: datetime) -> bool:
    return session.touched_at is not None and now - session.touched_at > IDLE


def _answer(state: DialogueState, replies: Sequence[Reply], poll: int | None) -> Body:
    drawn = {button.id: button.label for reply in replies for button in reply.choices}
    state.buttons = dict([*state.buttons.items(), *drawn.items()][-MOST_BUTTONS:])
    return {
        "lang": state.lang,
        "replies": [reply.to_json() for reply in replies],
        "state": state_of(state),
        "poll_after_ms": poll,
    }


def label_of(choice: str, state: DialogueState, services: DialogueServices) -> str:
    """Return what a pressed button says; one that came with news is known by its kind."""
    kind, voice = f"button_{choice.partition(':')[0]}", services.voice
    return state.buttons.get(choice) or (voice.say(kind) if voice.knows(kind) else "…")


def _poll(state: DialogueState, session: Session, *, sessions: Sessions, services: DialogueServices) -> int | None:
    """Return after how many milliseconds the page asks for news, None where it need not.

    Asked before the news are read: what arrives between the two is then heard, or waited for.
    """
    return POLL_MS if awaits_news(state, services, lambda: sessions.events(session.id, after=0)) else None


def state_of(state: DialogueState) -> Body:
    """Return what is known and what is missing; whether a name and an address are known, never which."""
    when = state.when
    facts: Mapping[str, Any] = {
        "treatment": state.treatment,
        "date": when.date.isoformat() if when and when.date else None,
        "time": when.time.isoformat("minutes") if when and when.time else None,
        "part": when.part if when else None,
        "technician": state.items[0].technicians[0] if state.items and state.items[0].technicians else None,
        "name": bool(state.name) or None,
        "email": bool(state.email) or None,
    }
    needed = ("treatment", "date", "time", "name", "email")
    booking = state.items or state.when
    return {
        "intent": "cancel" if state.asked == "confirm_cancel" else "book" if booking else None,
        "known": {name: value for name, value in facts.items() if value is not None},
        "missing": [name for name in needed if facts[name] is None],
    }


def living_session(session_id: str, *, sessions: Sessions, now: datetime) -> Session:
    """Return a session that has not ended; raise UnknownSession."""
    session = sessions.find(session_id)
    if session is None or _idle(session, now):
        raise UnknownSession("there is no such session, or it has ended")
    return session


def history(session: Session, *, sessions: Sessions, services: DialogueServices) -> Body:
    """Return everything that was said and told, in its order."""
    state = DialogueState.from_json(session.context)
    services.speak(state.lang, state.said)
    poll = _poll(state, session, sessions=sessions, services=services)
    events = sessions.events(session.id, after=0)
    entries = [(turn.n, _said(turn)) for turn in sessions.turns(session.id)]
    entries += [(item.n, [{"from": "house", "reply": reply}]) for item in events if (reply := _news(item, services))]
    return {
        "lang": state.lang,
        "messages": [message for _, messages in sorted(entries, key=lambda entry: entry[0]) for message in messages],
        "last_event": max((item.n for item in events), default=0),
        "state": state_of(state),
        "poll_after_ms": poll,
    }


def _said(turn: Turn) -> list[Body]:
    house = [{"from": "house", "reply": reply} for reply in turn.answer["replies"]]
    return [{"from": "guest", "text": turn.text}, *house]


def events_since(session: Session, after: int, *, sessions: Sessions, services: DialogueServices) -> Body:
    """Return what happened after number `after`, in the house's words."""
    state = DialogueState.from_json(session.context)
    services.speak(state.lang, state.said)
    poll = _poll(state, session, sessions=sessions, services=services)
    events = [
        {"n": item.n, "type": item.type, "reply": reply}
        for item in sessions.events(session.id, after=after)
        if (reply := _news(item, services))
    ]
    return {"events": events, "poll_after_ms": poll}


def _news(item: StoredSessionEvent, services: DialogueServices) -> Body | None:
    reply = news(item.type, services.booking(str(UUID(item.booking_id))), services)
    return reply.to_json() if reply else None
