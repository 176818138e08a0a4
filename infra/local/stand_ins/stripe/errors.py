"""How Stripe says no: one exception that knows its status and its JSON body."""

from http import HTTPStatus

from infra.local.stand_ins.store import Document

INVALID = "invalid_request_error"
LOCKED = "This object cannot be accessed right now because another API request or Stripe process is accessing it."
TOO_MANY = "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits."
UNKNOWN = "An unknown error occurred."


class RefusedError(Exception):
    """A call that Stripe answers with an error; `details` are further fields of the error object."""

    def __init__(
        self, message: str, *, status: int = 400, kind: str = INVALID, code: str | None = None, **details: object
    ) -> None:
        super().__init__(message)
        self.message, self.status, self.kind, self.code = message, status, kind, code
        self.details: Document = details

    @property
    def is_final(self) -> bool:
        """Tell whether the endpoint had begun its work, so that an idempotency key keeps this answer."""
        return self.kind == "card_error" or (self.kind == INVALID and "param" not in self.details)

    def body(self) -> Document:
        """Return the error in Stripe's JSON shape."""
        fields = {"code": self.code, "doc_url": self._doc_url(), "message": self.message, "type": self.kind}
        return {"error": {name: value for name, value in (fields | self.details).items() if value is not None}}

    def _doc_url(self) -> str | None:
        return f"https://stripe.com/docs/error-codes/{self.code.replace('_', '-')}" if self.code else None


def missing(kind: str, key: str, param: str | None = None) -> RefusedError:
    """Return the refusal of an unknown id: 404 where the path named it, 400 where `param` did."""
    in_path = "intent" if kind.endswith("_intent") else "id"
    status = HTTPStatus.BAD_REQUEST if param else HTTPStatus.NOT_FOUND
    name = "PaymentMethod" if kind == "payment_method" else kind
    return RefusedError(f"No such {name}: '{key}'", status=status, code="resource_missing", param=param or in_path)


def required(param: str) -> RefusedError:
    """Return the refusal of a call without something that it needs."""
    return RefusedError(f"Missing required param: {param}.", code="parameter_missing", param=param)


def outage(status: int, *, writes: bool) -> RefusedError:
    """Return Stripe's own trouble as an error of that status; a busy object refuses writes, a rate limit reads."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        code, message = ("lock_timeout", LOCKED) if writes else ("rate_limit", TOO_MANY)
        return RefusedError(message, status=status, code=code)
    return RefusedError(UNKNOWN, status=status, kind="api_error")
