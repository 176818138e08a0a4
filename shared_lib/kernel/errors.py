"""Everything that can go wrong, as one tree; only `web` knows what becomes of it on the wire.

CoreSyncError
  Refusal                what was asked can't be done; nothing happened, and the code says why
    BadInput             a field is missing or not what it should be
    InvalidSignature     the sender is not who they say
    NotAuthenticated     no secret of ours came with it
    NotAllowed           asked from where nobody may ask
    MethodNotAllowed     asked by a method that the address has no use for
    UnknownSession       no session, or one that has ended
    CodeWrong            not the code that was sent
    CodeEnded            a code that is used, too old or was guessed at too often
    StepUpNeeded         a fresh code is needed for this
    TooLarge             more than we read
    TooMany              asked too often
    NotFound             there is no such thing
    SlotTaken            somebody else has the place
    TooManyHolds         keeps as many unpaid places as anybody may
    NotBookable          a rule of the spa forbids the time
    HoldEnded            the place is no longer kept
    WrongState           the booking is past that
    AlreadyWaiting       stands on the waitlist for the same
    PriceBookInvalid     the price book has cells that can't be read
  TryAgain               not done this time, though nobody outside failed: later may help
    OutOfTime            what came before it took all the time
    Conflict             others changed the same thing again and again
  ExternalServiceError   somebody we depend on
    VendorUnavailable    did not answer, or not well: later may help
      AccessLost         no longer lets us in: later helps after a person has mended it
    VendorRefused        said no: asking again will not help
      AddressRefused     said that nothing can be sent to this address
    OutcomeUnknown       may or may not have done it
"""

from collections.abc import Sequence
from typing import ClassVar


class CoreSyncError(Exception):
    """The root: each kind has a stable `code` and says whether trying again later may help."""

    code: ClassVar[str] = "ERROR"
    retryable: ClassVar[bool] = False


class Refusal(CoreSyncError):
    """What was asked can't be done; nothing happened."""

    code = "REFUSED"


class BadInput(Refusal):
    """A field is missing or not what it should be; `field` names it."""

    code = "BAD_INPUT"

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field = field
        self.why = why


class InvalidSignature(Refusal):
    """The sender is not who they say, or what they sent was altered."""

    code = "NOT_GENUINE"  # older than the class's name: senders rely on it, so it stays


class NotAuthenticated(Refusal):
    """No secret of ours came with it: whoever asks is a stranger."""

    code = "NOT_AUTHENTICATED"


class NotAllowed(Refusal):
    """Asked from where nobody may ask, such as another website's page."""

    code = "NOT_ALLOWED"


class MethodNotAllowed(Refusal):
    """Asked by a method that the address has no use for; `allowed` are those that it takes."""

    code = "METHOD_NOT_ALLOWED"

    def __init__(self, allowed: Sequence[str]) -> None:
        super().__init__(f"only {' and '.join(allowed)}")
        self.allowed = tuple(allowed)


class UnknownSession(Refusal):
    """There is no such session, or its idle life has ended."""

    code = "UNKNOWN_SESSION"


class CodeWrong(Refusal):
    """Not the code that was sent; `tries_left` says how often another may be typed."""

    code = "CODE_WRONG"

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"not the code that was sent, {tries_left} tries left")
        self.tries_left = tries_left


class CodeEnded(Refusal):
    """There is no code any more that could be typed: it is used, too old, or was guessed at too often."""

    code = "CODE_ENDED"


class StepUpNeeded(Refusal):
    """Whoever asks is known, but this touches money, a card or personal data: it needs a fresh code."""

    code = "STEP_UP_NEEDED"


class TooLarge(Refusal):
    """More was sent than is read; `limit` names how much is."""

    code = "TOO_LARGE"

    def __init__(self, limit: str) -> None:
        super().__init__(f"at most {limit}")


class TooMany(Refusal):
    """Asked too often; `retry_after` says in how many seconds to ask again."""

    code = "TOO_MANY"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"too many requests, again in {retry_after} s")
        self.retry_after = retry_after


class NotFound(Refusal):
    """There is no such thing."""

    code = "NOT_FOUND"


class SlotTaken(Refusal):
    """Somebody else has the place; other times may be free."""

    code = "SLOT_TAKEN"


class TooManyHolds(Refusal):
    """Whoever asks keeps as many unpaid places as anybody may, and none of them can give way."""

    code = "TOO_MANY_HOLDS"


class NotBookable(Refusal):
    """A rule of the spa forbids the time; `rejection` carries which one, as facts."""

    code = "NOT_BOOKABLE"

    def __init__(self, rejection: object) -> None:
        super().__init__(str(rejection))
        self.rejection = rejection


class HoldEnded(Refusal):
    """The place is no longer kept."""

    code = "HOLD_ENDED"


class WrongState(Refusal):
    """The booking is past what was asked."""

    code = "WRONG_STATE"


class AlreadyWaiting(Refusal):
    """Whoever asks stands on the waitlist for the same."""

    code = "ALREADY_WAITING"


class PriceBookInvalid(Refusal):
    """The price book can't be published; `problems` name each cell and what is wrong with it."""

    code = "PRICE_BOOK_INVALID"

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


class TryAgain(CoreSyncError):
    """We did not get it done this time, though nobody outside failed: nothing is half done, later it may work."""

    code = "TRY_AGAIN"
    retryable = True


class OutOfTime(TryAgain):
    """What came before it took all the time there was."""

    code = "OUT_OF_TIME"


class Conflict(TryAgain):
    """Others changed the same thing at the same moment, again and again."""

    code = "CONFLICT"


class ExternalServiceError(CoreSyncError):
    """Somebody we depend on did not do what was asked."""

    code = "EXTERNAL_SERVICE_ERROR"

    def __init__(self, vendor: str, detail: str) -> None:
        super().__init__(f"{vendor}: {detail}")
        self.vendor = vendor
        self.detail = detail


class VendorUnavailable(ExternalServiceError):
    """It did not answer, or not well; it has done nothing, and trying later may help."""

    code = "VENDOR_UNAVAILABLE"
    retryable = True


class AccessLost(VendorUnavailable):
    """It no longer takes our key, or what was shared with us is not any more; a person has to mend that first."""

    code = "ACCESS_LOST"


class VendorRefused(ExternalServiceError):
    """It said no; asking again will not help."""

    code = "VENDOR_REFUSED"


class AddressRefused(VendorRefused):
    """It said that nothing can be sent to this address: whoever gave it has to give another."""

    code = "ADDRESS_REFUSED"


class OutcomeUnknown(ExternalServiceError):
    """It may or may not have done it; only an idempotent call may be repeated."""

    code = "OUTCOME_UNKNOWN"
    retryable = True
