"""What a query's filter lets through, and what Firestore asks of a filter."""

from collections.abc import Callable
from dataclasses import dataclass
from math import prod

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.field_paths import NAME, FieldPath, parse_unreserved
from infra.local.stand_ins.firestore.filter_tests import (
    FIELD_TESTS,
    UNARY_TESTS,
    FieldOperator,
    Test,
    UnaryOperator,
    never,
)
from infra.local.stand_ins.firestore.limits import check_value
from infra.local.stand_ins.firestore.value_order import key, key_at
from infra.local.stand_ins.tasks.rpc import invalid

Filter = types.StructuredQuery.Filter

MOST_DISJUNCTIONS = 30
_LONGEST_LIST = {FieldOperator.IN: 30, FieldOperator.ARRAY_CONTAINS_ANY: 30, FieldOperator.NOT_IN: 10}
_ONE_OF_A_LIST = (FieldOperator.IN, FieldOperator.ARRAY_CONTAINS_ANY)
_CONTAINS = (FieldOperator.ARRAY_CONTAINS, FieldOperator.ARRAY_CONTAINS_ANY)
_EQUALITIES = (*_CONTAINS, FieldOperator.EQUAL, FieldOperator.IN)
_UNARY_EQUALITIES = (UnaryOperator.IS_NULL, UnaryOperator.IS_NAN)
_AND = types.StructuredQuery.CompositeFilter.Operator.AND
_OR = types.StructuredQuery.CompositeFilter.Operator.OR


@dataclass(frozen=True)
class Condition:
    """A filter that has been read; the counts are those of its disjunctive normal form."""

    lets_through: Callable[[types.Document], bool]
    paths: frozenset[FieldPath] = frozenset()
    ranges: frozenset[FieldPath] = frozenset()
    """The fields by which the result is ordered where the query names no order: those of all but equalities."""
    disjunctions: int = 1
    contains: int = 0
    """Tests for a member of an array, in the disjunction that has most of them."""
    negations: int = 0
    not_in: int = 0
    either: int = 0
    """How often it says IN, ARRAY_CONTAINS_ANY or OR."""


EVERYTHING = Condition(lambda _: True)


def read_filter(where: types.StructuredQuery.Filter) -> Condition:
    """Return the condition of a query, or refuse its filter."""
    condition = _read(where)
    if condition.disjunctions > MOST_DISJUNCTIONS:
        raise invalid(f"Too many disjunctions after normalization: more than {MOST_DISJUNCTIONS}.")
    if condition.contains > 1:
        raise invalid("A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.")
    if condition.not_in and condition.either:
        raise invalid("'NOT_IN' cannot be used in the same query with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.")
    if condition.negations > 1:
        raise invalid("Only a single 'NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', or 'IS_NOT_NULL' filter allowed per query.")
    if condition.ranges and NAME in condition.paths - condition.ranges:
        raise invalid("Equality on key is not allowed if other fields are compared and the key is not.")
    return condition


def _read(where: types.StructuredQuery.Filter) -> Condition:
    kind = where.WhichOneof("filter_type")
    if kind not in _READERS:
        raise invalid("Unknown Filter type.")
    return _READERS[kind](getattr(where, kind))


def _composite(asked: types.StructuredQuery.CompositeFilter) -> Condition:
    if asked.op not in (_AND, _OR):
        raise invalid("Unsupported CompositeFilter operator.")
    parts = [_read(part) for part in asked.filters]
    if not parts:
        return EVERYTHING
    combine = all if asked.op == _AND else any
    return Condition(
        lambda document: combine(part.lets_through(document) for part in parts),
        paths=frozenset().union(*(part.paths for part in parts)),
        ranges=frozenset().union(*(part.ranges for part in parts)),
        disjunctions=(prod if asked.op == _AND else sum)(part.disjunctions for part in parts),
        contains=(sum if asked.op == _AND else max)(part.contains for part in parts),
        negations=sum(part.negations for part in parts),
        not_in=sum(part.not_in for part in parts),
        either=sum(part.either for part in parts) + (asked.op == _OR),
    )


def _field(asked: types.StructuredQuery.FieldFilter) -> Condition:
    path = parse_unreserved(asked.field.field_path)
    if asked.op not in FIELD_TESTS:
        raise invalid("Unknown FieldFilter operator.")
    for literal in _literals(asked):
        check_value(literal)
    if path == NAME:
        _check_names(asked)
    test = FIELD_TESTS[asked.op](key(asked.value))
    is_range = asked.op not in _EQUALITIES and (test is not never or asked.op == FieldOperator.NOT_IN)
    return Condition(
        _at(path, test),
        paths=frozenset({path}),
        ranges=frozenset({path}) if is_range else frozenset(),
        disjunctions=len(asked.value.array_value.values) if asked.op in _ONE_OF_A_LIST else 1,
        contains=int(asked.op in _CONTAINS),
        negations=int(asked.op in (FieldOperator.NOT_EQUAL, FieldOperator.NOT_IN)),
        not_in=int(asked.op == FieldOperator.NOT_IN),
        either=int(asked.op in _ONE_OF_A_LIST),
    )


def _unary(asked: types.StructuredQuery.UnaryFilter) -> Condition:
    path = parse_unreserved(asked.field.field_path)
    if asked.op not in UNARY_TESTS:
        raise invalid("Unknown UnaryFilter operator.")
    if path == NAME:
        raise invalid("__key__ filter value must be a Key")
    is_equality = asked.op in _UNARY_EQUALITIES
    return Condition(
        _at(path, UNARY_TESTS[asked.op]),
        paths=frozenset({path}),
        ranges=frozenset() if is_equality else frozenset({path}),
        negations=int(not is_equality),
    )


def _at(path: FieldPath, test: Test) -> Callable[[types.Document], bool]:
    def lets_through(document: types.Document) -> bool:
        found = key_at(document, path)
        return found is not None and test(found)

    return lets_through


def _literals(asked: types.StructuredQuery.FieldFilter) -> list[types.Value]:
    """Return the values that a field is compared with, one or those of a list."""
    if asked.op not in _LONGEST_LIST:
        return [asked.value]
    name, most = FieldOperator(asked.op).name, _LONGEST_LIST[asked.op]
    literals = list(asked.value.array_value.values)
    if not 0 < len(literals) <= most:
        raise invalid(f"'{name}' requires an ArrayValue of 1 to {most} comparison values.")
    return literals


def _check_names(asked: types.StructuredQuery.FieldFilter) -> None:
    if asked.op in _CONTAINS or not all(literal.HasField("reference_value") for literal in _literals(asked)):
        raise invalid("A document's name is compared with references to documents.")


_READERS: dict[str | None, Callable[..., Condition]] = {
    "composite_filter": _composite,
    "field_filter": _field,
    "unary_filter": _unary,
}
