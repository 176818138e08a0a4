"""Counts, sums and averages over what a query finds."""

import math
from collections.abc import Iterable, Iterator, Sequence

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore import messages
from infra.local.stand_ins.firestore.field_paths import find, parse_unreserved
from infra.local.stand_ins.firestore.names import RESERVED
from infra.local.stand_ins.firestore.transforms import INTEGERS, NUMBERS
from infra.local.stand_ins.tasks.rpc import invalid

Aggregation = types.StructuredAggregationQuery.Aggregation

MOST = 5
"""Aggregations in one query."""


def named_aggregations(asked: types.StructuredAggregationQuery) -> dict[str, Aggregation]:
    """Return the aggregations by their aliases, or refuse them."""
    if not 0 < len(asked.aggregations) <= MOST:
        raise invalid(f"A query needs 1 to {MOST} aggregations.")
    numbers = iter(range(1, MOST + 1))
    named = {each.alias or f"field_{next(numbers)}": each for each in asked.aggregations}
    if len(named) < len(asked.aggregations):
        raise invalid("Aggregation aliases contain a duplicate.")
    if any(RESERVED.fullmatch(alias) for alias in named):
        raise invalid("An alias is reserved.")
    for each in named.values():
        _check(each)
    return named


def with_all_fields(wanted: Iterable[Aggregation], documents: Sequence[types.Document]) -> Sequence[types.Document]:
    """Return the documents that have every field to be added up: one query over them all counts no others."""
    paths = [parse_unreserved(path) for path in map(_field, wanted) if path]
    return [each for each in documents if all(find(each.fields, path) is not None for path in paths)]


def aggregate(asked: Aggregation, documents: Sequence[types.Document]) -> types.Value:
    """Return one figure over the documents."""
    if asked.HasField("count"):
        most = asked.count.up_to.value if asked.count.HasField("up_to") else len(documents)
        return messages.Value(integer_value=min(most, len(documents)))
    if asked.HasField("sum"):
        return _number(_sum(list(_numbers(documents, asked.sum.field.field_path))))
    numbers = list(_numbers(documents, asked.avg.field.field_path))
    if not numbers:
        return messages.Value(null_value=0)
    return _number(float(_sum(numbers)) / len(numbers))


def _check(asked: Aggregation) -> None:
    kind = asked.WhichOneof("operator")
    if kind is None:
        raise invalid("Operator field in Aggregation is not set.")
    if kind != "count":
        parse_unreserved(_field(asked))


def _field(asked: Aggregation) -> str:
    return str(asked.sum.field.field_path or asked.avg.field.field_path)


def _numbers(documents: Sequence[types.Document], path: str) -> Iterator[int | float]:
    for document in documents:
        value = find(document.fields, parse_unreserved(path))
        if value is not None and value.WhichOneof("value_type") in NUMBERS:
            yield getattr(value, value.WhichOneof("value_type"))


def _sum(numbers: Sequence[int | float]) -> int | float:
    if all(isinstance(number, int) for number in numbers) and sum(numbers) in INTEGERS:
        return sum(numbers)
    return sum(map(float, numbers)) if any(map(math.isinf, numbers)) else math.fsum(numbers)


def _number(number: float) -> types.Value:
    value = {"integer_value": number} if isinstance(number, int) else {"double_value": number}
    return messages.Value(**value)
