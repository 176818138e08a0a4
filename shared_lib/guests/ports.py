"""Who is known, by which codes they proved it, in which browsers, and what they wish to hear."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.erasure import Erasure, Pending
from shared_lib.guests.guest import Guest, GuestSession
from shared_lib.guests.personal_data import Subject
from shared_lib.guests.preferences import Preference, Topic
from shared_lib.guests.proof_code import ProofCode
from shared_lib.kernel.locales import ENGLISH


class Redeemed(NamedTuple):
    """What became of a typed code: whose contact point it proved, else how many tries are left; None if none lives."""

    contact_point: ContactPoint | None
    tries_left: int | None


class ProofCodes(Protocol):
    """Codes that were asked for; `holder` is the browser, chat session or call that asked, kept as a keyed hash."""

    def ask(self, contact_point: ContactPoint, *, holder: str, now: datetime, lang: str = ENGLISH) -> ProofCode:
        """Note that a code is to be sent, in the language of whoever asks."""
        ...

    def get(self, code_id: UUID) -> ProofCode:
        """Return a code that was asked for; raise NotFound."""
        ...

    def sending(self, code_id: UUID, digits: str, *, now: datetime) -> None:
        """Keep the hash of the digits that are about to go out; those of an earlier attempt are good no more."""
        ...

    def settled(self, code_id: UUID, *, now: datetime) -> None:
        """Note that it went out, or never will: nobody need send it any more."""
        ...

    def unsent(self, *, before: datetime, now: datetime, limit: int) -> Sequence[UUID]:
        """Return those from before an instant that wait to be sent and would still be good, oldest first."""
        ...

    def redeem(self, holder: str, digits: str, *, now: datetime) -> Redeemed:
        """Use up the living code of a holder that has these digits; else count one more try on all that live."""
        ...


class Proved(NamedTuple):
    """A guest after a proof, and the record that was joined to theirs by it."""

    guest: Guest
    merged: UUID | None = None


class Guests(Protocol):
    """The records of guests."""

    def get(self, guest_id: UUID) -> Guest:
        """Return a guest, the one who survives where two records were joined; raise NotFound."""
        ...

    def find(self, contact_point: ContactPoint) -> Guest | None:
        """Return who has proved this contact point."""
        ...

    def prove(self, contact_point: ContactPoint, *, known: UUID | None, now: datetime) -> Proved:
        """Note that a contact point is a guest's: of its own guest, of the `known` one, or of both, now one record."""
        ...

    def give_up(self, guest_id: UUID, contact_point: ContactPoint, *, now: datetime) -> None:
        """Let a contact point go, which then proves nobody; raise LastContactPoint for the only one.

        What was booked with it and joined the guest's record stays there.
        """
        ...


class GuestSessions(Protocol):
    """Browsers that are signed in."""

    def open(self, guest_id: UUID, *, device: str, now: datetime) -> GuestSession:
        """Sign a browser in."""
        ...

    def get(self, session_id: UUID, *, now: datetime) -> GuestSession:
        """Return a living session; raise UnknownSession where it has ended or was revoked."""
        ...

    def proved_again(self, session_id: UUID, *, now: datetime) -> None:
        """Note that the guest typed a fresh code."""
        ...

    def of_guest(self, guest_id: UUID, *, now: datetime) -> Sequence[GuestSession]:
        """Return the living ones, the newest first."""
        ...

    def revoke(self, guest_id: UUID, *, now: datetime, only: UUID | None = None) -> int:
        """End one session of a guest, or all of them; return how many ended."""
        ...


class Preferences(Protocol):
    """What was chosen, by contact point; and contact points that nothing is written to any more."""

    def chosen(self, contact_point: ContactPoint) -> Mapping[tuple[Topic, Channel], bool]:
        """Return what was chosen for a contact point."""
        ...

    def choose(self, contact_hashes: Sequence[bytes], choices: Sequence[Preference], *, now: datetime) -> None:
        """Keep choices for contact points, by their hashes; raise PreferenceLocked."""
        ...


class Erasures(Protocol):
    """What guests asked us to forget; from the request on their contact points are nobody's."""

    def subject(self, guest_id: UUID, *, until: datetime) -> Subject:
        """Return a guest as somebody whose data can be found, apart from their bookings; raise NotFound."""
        ...

    def request(self, subject: Subject, *, now: datetime) -> Erasure:
        """Note that a guest is to be erased, sign out every browser, and let their contact points go.

        Raise Conflict where more was proved since the subject was found: nothing of it may be left behind.
        """
        ...

    def of_guest(self, guest_id: UUID) -> Erasure | None:
        """Return what a guest asked for."""
        ...

    def get(self, erasure_id: UUID) -> Erasure:
        """Return one; raise NotFound."""
        ...

    def take(self, *, now: datetime) -> Erasure | None:
        """Return the one that waits longest, as one more attempt; after a failed attempt it rests for a while."""
        ...

    def subject_of(self, erasure: Erasure) -> Subject:
        """Return who is to be erased, apart from their bookings."""
        ...

    def note(self, erasure: Erasure, certificate: Mapping[str, Any]) -> None:
        """Keep the certificate as far as it goes."""
        ...

    def postpone(self, erasure: Erasure) -> None:
        """Give an attempt back: nothing failed, there is more to do."""
        ...

    def finish(self, erasure: Erasure, *, now: datetime) -> None:
        """Note that nothing is left, and forget by what it was found."""
        ...


class SubjectBookings(Protocol):
    """The bookings of a guest: their own, and those that name a contact point of theirs and belong to nobody."""

    def found(self, subject: Subject) -> Subject:
        """Return the subject with their bookings, the chats that made them and the addresses that they name."""
        ...

    def pending(self, subject: Subject, *, now: datetime) -> Sequence[Pending]:
        """Return what is not over yet."""
        ...
