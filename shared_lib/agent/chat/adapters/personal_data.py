"""What chat sessions hold of a guest: the sessions that made their bookings, and no others are known to be theirs."""

from collections.abc import Callable, Sequence
from datetime import datetime

from typing_extensions import override

from shared_lib.agent.chat.adapters.firestore import FirestoreSessions
from shared_lib.agent.chat.ports import Turn
from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject
from shared_lib.guests.retained import kept
from shared_lib.kernel.errors import OutOfTime
from shared_lib.kernel.retention import ExpiringStore

KNOWN = ("name", "email", "treatment", "technician")
"""What of a conversation's context is about the guest; the rest is how far the talk has come."""


class ChatData(PersonalDataStore):
    """Firestore: `sessions`, their `messages` and `events`."""

    name = "chat conversations"
    covers = frozenset({"sessions.context", "messages.said"})

    def __init__(self, sessions: FirestoreSessions) -> None:
        self._sessions = sessions

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        return [record for session in subject.chat_sessions if (record := self._conversation(session))]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        erased = 0
        for session in subject.chat_sessions:
            if out_of_time():
                raise OutOfTime("the rest of the conversations is erased next time")
            erased += self._sessions.delete(session)
        return Erased({"conversations": erased}, [kept("other_conversations", subject.until)])

    def _conversation(self, session_id: str) -> Record | None:
        session, turns = self._sessions.find(session_id), self._sessions.turns(session_id)
        if session is None and not turns:
            return None
        context = session.context if session else {}
        return {
            "understood": {name: context[name] for name in KNOWN if context.get(name)},
            "messages": [message for turn in turns for message in _said(turn)],
        }


def _said(turn: Turn) -> Sequence[Record]:
    house = [{"at": turn.at, "house": reply["text"]} for reply in turn.answer["replies"] if reply.get("text")]
    return [{"at": turn.at, "you": turn.text}, *house]


class ExpiringSessions(ExpiringStore):
    """Sessions that Firestore's own TTL has not taken yet, or never takes, as on one machine."""

    what = "chat_sessions"

    def __init__(self, sessions: FirestoreSessions) -> None:
        self._sessions = sessions

    @override
    def forget(self, *, before: datetime, limit: int) -> int:
        ended = self._sessions.untouched_since(before, limit=limit)
        for session_id in ended:
            self._sessions.delete(session_id)
        return len(ended)
