"""The operators of filters, as tests of a field's key; nothing but a test for null lets null through."""

import operator
from collections.abc import Callable

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.value_order import Key, Rank

FieldOperator = types.StructuredQuery.FieldFilter.Operator
UnaryOperator = types.StructuredQuery.UnaryFilter.Operator
Test = Callable[[Key], bool]

NULL: Key = (Rank.NULL,)
NOT_A_NUMBER: Key = (Rank.NOT_A_NUMBER,)
_EQUAL_TO_NOTHING = (NULL, NOT_A_NUMBER)


def never(_: Key) -> bool:
    """Let nothing through."""
    return False


def _compared(compare: Callable[[Key, Key], bool]) -> Callable[[Key], Test]:
    """Return a comparison within the type of the literal."""

    def test_for(literal: Key) -> Test:
        if literal in _EQUAL_TO_NOTHING:
            return never
        return lambda key: key[0] == literal[0] and compare(key, literal)

    return test_for


def _equal(literal: Key) -> Test:
    return never if literal in _EQUAL_TO_NOTHING else literal.__eq__


def _not_equal(literal: Key) -> Test:
    return never if literal == NULL else lambda key: key not in (NULL, literal) or key == NOT_A_NUMBER


def _in(literal: Key) -> Test:
    wanted = {key for key in _elements(literal) if key not in _EQUAL_TO_NOTHING}
    return lambda key: key in wanted


def _not_in(literal: Key) -> Test:
    refused = {key for key in _elements(literal) if key != NOT_A_NUMBER}
    return never if NULL in refused else lambda key: key != NULL and key not in refused


def _contains(literal: Key) -> Test:
    return never if literal in _EQUAL_TO_NOTHING else lambda key: literal in _elements(key)


def _contains_any(literal: Key) -> Test:
    wanted = {key for key in _elements(literal) if key not in _EQUAL_TO_NOTHING}
    return lambda key: not wanted.isdisjoint(_elements(key))


def _elements(key: Key) -> tuple[Key, ...]:
    return key[1] if key[0] == Rank.ARRAY else ()  # type: ignore[return-value]


FIELD_TESTS: dict[int, Callable[[Key], Test]] = {
    FieldOperator.LESS_THAN: _compared(operator.lt),
    FieldOperator.LESS_THAN_OR_EQUAL: _compared(operator.le),
    FieldOperator.GREATER_THAN: _compared(operator.gt),
    FieldOperator.GREATER_THAN_OR_EQUAL: _compared(operator.ge),
    FieldOperator.EQUAL: _equal,
    FieldOperator.NOT_EQUAL: _not_equal,
    FieldOperator.ARRAY_CONTAINS: _contains,
    FieldOperator.IN: _in,
    FieldOperator.ARRAY_CONTAINS_ANY: _contains_any,
    FieldOperator.NOT_IN: _not_in,
}
UNARY_TESTS: dict[int, Test] = {
    UnaryOperator.IS_NULL: NULL.__eq__,
    UnaryOperator.IS_NOT_NULL: NULL.__ne__,
    UnaryOperator.IS_NAN: NOT_A_NUMBER.__eq__,
    UnaryOperator.IS_NOT_NAN: lambda key: key not in _EQUAL_TO_NOTHING,
}
