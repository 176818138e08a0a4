"""The three calls of the chat, and what each reads of a request."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta

from flask import Request

from shared_lib.agent.chat.emergencies import emergency_answer
from shared_lib.agent.chat.messages import Body, Message, answer_message, events_since, history, living_session
from shared_lib.agent.chat.ports import Session
from shared_lib.agent.dialogue.services import DialoguePorts, DialogueServices
from shared_lib.bootstrap import Services
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import BadInput, InvalidSignature, NotAllowed, Refusal, TooLarge, UnknownSession
from shared_lib.web.http import Reply, counted_address, read_json, text_field
from shared_lib.web.page_security import origins_of

LONGEST_TEXT = 2000
MESSAGE_ID = re.compile(r"[0-9a-f]{8}(-?)(?:[0-9a-f]{4}\1){3}[0-9a-f]{12}", re.IGNORECASE)
"""A UUID with or without its hyphens: whoever guessed a first message's id would enter its session."""
READS = 3
"""How many times as often as a guest writes may a page ask for news."""
PURPOSE = "chat-session"
MINUTE = timedelta(minutes=1)

Route = Callable[[Request, Services], Reply]


def post_message(request: Request, deps: Services) -> Reply:
    """Take a turn; whoever sends the same message again gets the same answer."""
    _from_our_page(request, deps)
    message = _message_of(request, deps)
    try:
        body = _answered(message, request, deps)
    except UnknownSession:
        raise
    except Exception as error:  # whatever has failed: where a life may be in danger, 911 is said
        emergency = emergency_answer(message.text)
        if emergency is None:
            raise
        alert("emergency_not_kept", "an emergency was told that nobody has heard of", error=error)
        body = emergency
    return {"session": deps.signer.sign(message.session_id, purpose=PURPOSE), **body}


def _answered(message: Message, request: Request, deps: Services) -> Body:
    with _counted(request, deps, message.session_id, kind="chat", times=1, first=message.first):
        body, events = answer_message(
            message, sessions=deps.sessions, services_for=lambda key: _services(key, request, deps)
        )
    deps.dispatcher.publish_now(events, now=deps.clock())
    return body


def get_session(request: Request, deps: Services) -> Reply:
    """Return what is known and what was said."""
    session = _session(request, deps)
    return history(session, sessions=deps.sessions, services=_services(session.id, request, deps))


def get_events(request: Request, deps: Services) -> Reply:
    """Return what happened after the event that the page saw last."""
    session = _session(request, deps)
    after = request.args.get("after", "0")
    if not re.fullmatch(r"[0-9]{1,17}", after):
        raise BadInput("after", "must be the number of an event")
    return events_since(session, int(after), sessions=deps.sessions, services=_services(session.id, request, deps))


ROUTES: Mapping[tuple[str, str], Route] = {
    ("POST", "/api/chat/messages"): post_message,
    ("GET", "/api/chat/session"): get_session,
    ("GET", "/api/chat/events"): get_events,
}


def _from_our_page(request: Request, deps: Services) -> None:
    origin = request.headers.get("Origin")
    if origin is not None and origin not in origins_of(deps.public_url):
        raise NotAllowed("the chat is for our own pages")


def _message_of(request: Request, deps: Services) -> Message:
    """Return what a guest sent; whoever sends what can't be read is counted too."""
    try:
        return _read_message(read_json(request), deps)
    except Refusal:
        count_refused(request, deps)
        raise


def count_refused(request: Request, deps: Services) -> None:
    """Count a message that was refused unread for its address; raise TooMany."""
    settings = deps.settings
    address = f"chat:address:{counted_address(request, hops=settings.forwarded_hops)}"
    deps.rate_limits.count({address: settings.rate_address_messages_per_minute}, window=MINUTE, now=deps.clock())


def _read_message(body: Mapping[str, object], deps: Services) -> Message:
    message_id = text_field(body, "message_id", longest=64) or ""
    if not MESSAGE_ID.fullmatch(message_id):
        raise BadInput("message_id", "must be a UUID")
    if isinstance(body.get("text"), str) and len(str(body["text"])) > LONGEST_TEXT:
        raise TooLarge(f"{LONGEST_TEXT} characters")
    choice = text_field(body, "choice", longest=200, required=False)
    text = text_field(body, "text", longest=LONGEST_TEXT, required=choice is None)
    token = text_field(body, "session", longest=400, required=False)
    # A first message names its session: sent again, it finds the same one.
    session_id = _session_id(token, deps) if token else deps.cipher.fingerprint(f"chat:{message_id}").hex()[:40]
    return Message(session_id, message_id, text, choice, first=token is None)


def _session_id(token: str, deps: Services) -> str:
    try:
        return deps.signer.read(token, purpose=PURPOSE)
    except InvalidSignature as error:
        raise UnknownSession("the session is not ours") from error


def _session(request: Request, deps: Services) -> Session:
    session_id = _bearer(request, deps)
    with _counted(request, deps, session_id, kind="chat-read", times=READS):
        if not session_id:
            raise UnknownSession("the session is missing, or not ours")
        return living_session(session_id, sessions=deps.sessions, now=deps.clock())


def _bearer(request: Request, deps: Services) -> str:
    """Return the session that a page shows, "" for none of ours."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind != "Bearer" or not token:
        return ""
    try:
        return _session_id(token, deps)
    except UnknownSession:
        return ""


@contextmanager
def _counted(
    request: Request, deps: Services, session_id: str, *, kind: str, times: int, first: bool = False
) -> Iterator[None]:
    """Count a call for its session, at `times` the limits of messages, and for its address where none lives yet.

    So guests who share an address, as in an office or a hotel, are counted apart once they have said a word.
    """
    settings, now = deps.settings, deps.clock()
    address = f"{kind}:address:{counted_address(request, hops=settings.forwarded_hops)}"
    of_address = {address: times * settings.rate_address_messages_per_minute}
    of_session = {f"{kind}:session:{session_id}": times * settings.rate_session_messages_per_minute}
    at_its_address = first or not session_id
    deps.rate_limits.count(
        (of_session if session_id else {}) | (of_address if at_its_address else {}), window=MINUTE, now=now
    )
    try:
        yield
    except UnknownSession:
        if not at_its_address:
            deps.rate_limits.count(of_address, window=MINUTE, now=now)
        raise


def _services(session_id: str, request: Request, deps: Services) -> DialogueServices:
    ports = DialoguePorts(
        context=deps.context,
        rate_limits=deps.rate_limits,
        signer=deps.signer,
        public_url=deps.public_url,
        attempts_per_hour=deps.settings.rate_booking_attempts_per_hour,
        address_attempts_per_hour=deps.settings.rate_address_booking_attempts_per_hour,
        unpaid=deps.unpaid_limits,
        known_guests=deps.chat_guests,
        waitlist=deps.waitlist,
        cases=deps.cases,
        medical_notes=deps.medical_notes,
    )
    address = counted_address(request, hops=deps.settings.forwarded_hops)
    return DialogueServices(ports, session_id=session_id, address=address, now=deps.clock())
