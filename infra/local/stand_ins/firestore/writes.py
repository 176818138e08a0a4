"""One write: what it asks of the document as it is, and what it makes of it."""

import grpc
from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore import messages, transforms
from infra.local.stand_ins.firestore.field_paths import drop, find, parse, put
from infra.local.stand_ins.firestore.limits import check_fields
from infra.local.stand_ins.firestore.names import DocumentPath, parse_document_of
from infra.local.stand_ins.firestore.sizes import check_size
from infra.local.stand_ins.firestore.times import request_time, timestamp
from infra.local.stand_ins.tasks.rpc import Refused, invalid


def check_write(write: types.Write, database: str) -> DocumentPath:
    """Return the document that is written, or refuse what is wrong whatever the document is."""
    kind = write.WhichOneof("operation")
    if kind is None:
        raise invalid("empty write operation")
    if kind != "update" and (write.HasField("update_mask") or write.update_transforms):
        raise invalid(f"a {kind} must not specify a document mask or update transforms.")
    if kind == "transform" and not write.transform.field_transforms:
        raise invalid("The list of FieldTransform must not be empty.")
    transforms.check_together(_transforms(write))
    check_fields(write.update.fields)
    for path in write.update_mask.field_paths:
        parse(path)
    return parse_document_of(_target(write), database)


def apply_write(
    write: types.Write, target: DocumentPath, before: types.Document | None, *, micros: int
) -> tuple[types.Document | None, types.WriteResult]:
    """Return the document after a commit at this time, and what the caller is told; raise Refused."""
    _check_precondition(write, target, before)
    result = messages.WriteResult()
    if write.HasField("delete"):
        return None, result
    after: types.Document = messages.Document(name=target.name)
    _update(write, before, after)
    for transform in _transforms(write):
        result.transform_results.append(transforms.apply(transform, after.fields, at=request_time(micros)))
    check_size(target, after)
    _date(after, before, micros)
    result.update_time.CopyFrom(after.update_time)
    return after, result


def _target(write: types.Write) -> str:
    if write.HasField("update"):
        return str(write.update.name)
    return str(write.delete or write.transform.document)


def _transforms(write: types.Write) -> list[transforms.FieldTransform]:
    return [*write.transform.field_transforms, *write.update_transforms]


def _update(write: types.Write, before: types.Document | None, after: types.Document) -> None:
    """Write all fields or, under a mask, those that it names: what it names and nobody gives is deleted."""
    masked = write.HasField("update_mask") or write.HasField("transform")
    source = before if masked else write.update
    if source is not None:
        for name, value in source.fields.items():
            after.fields[name].CopyFrom(value)
    for path in map(parse, write.update_mask.field_paths):
        given = find(write.update.fields, path)
        if given is None:
            drop(after.fields, path)
        else:
            put(after.fields, path, given)


def _date(after: types.Document, before: types.Document | None, micros: int) -> None:
    """Set both times: a write that changes nothing leaves the last one as it was."""
    now = timestamp(micros)
    after.create_time.CopyFrom(now if before is None else before.create_time)
    is_same = before is not None and before.fields == after.fields
    after.update_time.CopyFrom(before.update_time if before is not None and is_same else now)


def _check_precondition(write: types.Write, target: DocumentPath, before: types.Document | None) -> None:
    """Refuse a write whose document is not as it expects."""
    asked = write.current_document
    kind = asked.WhichOneof("condition_type")
    if kind == "exists" and asked.exists and before is None:
        raise Refused(grpc.StatusCode.NOT_FOUND, f"No document to update: {target.name}")
    if kind == "exists" and not asked.exists and before is not None:
        raise Refused(grpc.StatusCode.ALREADY_EXISTS, f"Document already exists: {target.name}")
    if kind == "update_time" and (before is None or before.update_time != asked.update_time):
        raise Refused(
            grpc.StatusCode.FAILED_PRECONDITION,
            "the stored version does not match the required base version",
        )
