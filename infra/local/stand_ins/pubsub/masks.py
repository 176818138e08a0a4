"""Updates by field mask, as Pub/Sub takes them."""

from collections.abc import Collection
from typing import Any

from google.protobuf.field_mask_pb2 import FieldMask

from infra.local.stand_ins.tasks.rpc import invalid


def changed(known: Any, asked: Any, mask: FieldMask, *, mutable: Collection[str]) -> Any:  # noqa: ANN401 -- a topic or a subscription
    """Return a copy of what is known with the fields of the mask as asked; refuse those that never change."""
    if not mask.paths:
        raise invalid("The update_mask must be set, and must contain a non-empty paths list.")
    kind = type(known)
    for path in mask.paths:
        if path not in kind.meta.fields:
            raise invalid(f"Invalid update_mask provided: {path} is not a known {kind.__name__} field.")
        if path not in mutable:
            raise invalid(f"Invalid update_mask provided: the {path} field in the {kind.__name__} is not mutable.")
    new = kind(known)
    mask.MergeMessage(kind.pb(asked), kind.pb(new), replace_message_field=True, replace_repeated_field=True)
    return new
