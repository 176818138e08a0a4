"""Chat sessions as documents: `sessions/<id>`, its `messages`, and the `events` that others leave.

Context and texts are encrypted. A session's document is written by the chat alone; what others have to tell is a
document of its own, numbered by the commit time of Firestore in microseconds.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from typing_extensions import override

from shared_lib.agent.chat.ports import Session, SessionEvent, Sessions, Turn
from shared_lib.agent.dialogue.session_event import StoredSessionEvent
from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.ports import Cipher

if TYPE_CHECKING:
    from google.cloud.firestore_v1 import Client, CollectionReference, DocumentReference, DocumentSnapshot

T = TypeVar("T")

KEPT = timedelta(days=30)
"""How long a transcript is kept; Firestore's TTL deletes by `expires_at` some time after."""
SECONDS = 5.0
"""How long a call may take, its repetitions together."""
LATE = timedelta(minutes=1)
"""How long before its commit an event may have been given its time, which is cut to milliseconds too."""
BATCH = 200
"""How many documents are deleted in one call."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PURPOSE = "chat"


class FirestoreSessions(Sessions):
    """The sessions of one project."""

    def __init__(self, *, project: str, cipher: Cipher) -> None:
        self._project = project
        self._cipher = cipher

    @cached_property
    def _client(self) -> "Client":
        from google.cloud.firestore_v1 import Client

        return Client(project=self._project)

    @cached_property
    def _patience(self) -> dict[str, Any]:
        """Return how long a call waits: the library's own way is to repeat for minutes, and a guest is waiting."""
        from google.api_core.exceptions import ResourceExhausted, ServiceUnavailable
        from google.api_core.retry import Retry, if_exception_type

        transient = if_exception_type(ServiceUnavailable, ResourceExhausted)
        return {"timeout": SECONDS, "retry": Retry(transient, initial=0.1, maximum=1.0, timeout=SECONDS)}

    @override
    def open(self, session_id: str, message_id: str) -> tuple[Session | None, Turn | None]:
        session, message = self._session(session_id), self._message(session_id, message_id)
        snapshots = _bounded(lambda: list(self._client.get_all([session, message], **self._patience)))
        found = {snapshot.reference.path: snapshot for snapshot in snapshots if snapshot.exists}
        known, before = found.get(session.path), found.get(message.path)
        return self._read_session(known) if known else None, self._read_turn(before) if before else None

    @override
    def find(self, session_id: str) -> Session | None:
        snapshot = _bounded(lambda: self._session(session_id).get(**self._patience))
        return self._read_session(snapshot) if snapshot.exists else None

    @override
    def keep(self, session: Session, turn: Turn) -> bool:
        from google.api_core.exceptions import AlreadyExists, FailedPrecondition

        batch = self._client.batch()
        document, fields = self._session(session.id), self._session_fields(session, turn.at)
        if session.stamp is None:
            batch.create(document, fields)
        else:
            batch.update(document, fields, self._client.write_option(last_update_time=session.stamp))
        batch.create(self._message(session.id, turn.message_id), self._turn_fields(turn))
        try:
            _bounded(lambda: batch.commit(**self._patience))
        except (AlreadyExists, FailedPrecondition):
            return False
        return True

    @override
    def turns(self, session_id: str) -> Sequence[Turn]:
        messages = self._session(session_id).collection("messages").order_by("at")
        return [self._read_turn(snapshot) for snapshot in _bounded(lambda: messages.get(**self._patience))]

    @override
    def record_event(self, session_id: str, word: SessionEvent, *, at: datetime) -> None:
        from google.api_core.exceptions import AlreadyExists
        from google.cloud.firestore_v1 import SERVER_TIMESTAMP

        document = self._session(session_id).collection("events").document(word.event_id)
        fields = {"type": word.type, "booking_id": word.booking_id, "at": SERVER_TIMESTAMP, "expires_at": at + KEPT}
        try:
            _bounded(lambda: document.create(fields, **self._patience))
        except AlreadyExists:
            return

    @override
    def events(self, session_id: str, *, after: int) -> Sequence[StoredSessionEvent]:
        from google.cloud.firestore_v1.base_query import FieldFilter

        since = EPOCH + timedelta(microseconds=after) - LATE
        events = self._session(session_id).collection("events")
        query = events.where(filter=FieldFilter("at", ">", since)).order_by("at")
        snapshots = _bounded(lambda: query.get(**self._patience))
        events = [StoredSessionEvent(_number(s.create_time), s.get("type"), s.get("booking_id")) for s in snapshots]
        return sorted((item for item in events if item.n > after), key=lambda item: item.n)

    def untouched_since(self, at: datetime, *, limit: int) -> Sequence[str]:
        """Return sessions in which nothing was said after an instant; `expires_at` has no index, so it is not asked."""
        from google.cloud.firestore_v1.base_query import FieldFilter

        query = self._client.collection("sessions").where(filter=FieldFilter("touched_at", "<=", at)).select([])
        return [found.id for found in _bounded(lambda: query.limit(limit).get(**self._patience))]

    def delete(self, session_id: str) -> int:
        """Delete a session with all that stands under it; return 1, or 0 where there was nothing.

        The session goes last: one that is half deleted is found again.
        """
        session = self._session(session_id)
        self._delete_all(session.collection("events"))
        said = self._delete_all(session.collection("messages"))
        there = _bounded(lambda: session.get(["touched_at"], **self._patience)).exists
        _bounded(lambda: session.delete(**self._patience))
        return 1 if there or said else 0

    def _delete_all(self, collection: "CollectionReference") -> int:
        deleted = 0
        while found := _bounded(lambda: collection.select([]).limit(BATCH).get(**self._patience)):
            self._delete_together([snapshot.reference for snapshot in found])
            deleted += len(found)
        return deleted

    def _delete_together(self, documents: "Sequence[DocumentReference]") -> None:
        batch = self._client.batch()
        for document in documents:
            batch.delete(document)
        _bounded(lambda: batch.commit(**self._patience))

    def _session(self, session_id: str) -> "DocumentReference":
        document: DocumentReference = self._client.collection("sessions").document(session_id)
        return document

    def _message(self, session_id: str, message_id: str) -> "DocumentReference":
        document: DocumentReference = self._session(session_id).collection("messages").document(message_id)
        return document

    def _session_fields(self, session: Session, at: datetime) -> dict[str, Any]:
        return {"context": self._seal(session.context), "touched_at": at, "expires_at": at + KEPT}

    def _turn_fields(self, turn: Turn) -> dict[str, Any]:
        said = self._seal({"text": turn.text, "answer": turn.answer})
        return {"said": said, "at": turn.at, "expires_at": turn.at + KEPT}

    def _read_session(self, snapshot: "DocumentSnapshot[Any]") -> Session:
        return Session(
            snapshot.id, self._open(snapshot.get("context")), _plain(snapshot.get("touched_at")), snapshot.update_time
        )

    def _read_turn(self, snapshot: "DocumentSnapshot[Any]") -> Turn:
        said = self._open(snapshot.get("said"))
        kept = _number(snapshot.create_time) if snapshot.create_time else 0
        return Turn(snapshot.id, said["text"], said["answer"], _plain(snapshot.get("at")), kept)

    def _seal(self, content: Mapping[str, Any]) -> bytes:
        return self._cipher.seal(json.dumps(content), purpose=PURPOSE)

    def _open(self, sealed: bytes) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self._cipher.open(sealed, purpose=PURPOSE))
        return content


def _plain(at: datetime) -> datetime:
    """Return Firestore's own kind of time as a plain one."""
    return EPOCH + (at - EPOCH)


def _number(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)


def _bounded(call: Callable[[], T]) -> T:
    """Run one call; raise VendorUnavailable where Firestore did not answer, and what it refused as it is."""
    from google.api_core.exceptions import AlreadyExists, FailedPrecondition, GoogleAPIError
    from google.auth.exceptions import GoogleAuthError

    try:
        return call()
    except (AlreadyExists, FailedPrecondition):
        raise
    except (GoogleAPIError, GoogleAuthError) as error:
        raise VendorUnavailable("firestore", type(error).__name__) from error
