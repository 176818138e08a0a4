"""What a call may say, read from the SDK's own typed parameters, and refused in Stripe's words."""

import difflib
import importlib
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache

import typing_extensions

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.errors import RefusedError, required
from infra.local.stand_ins.stripe.forms import Tree

UNIONS = (typing.Union, types.UnionType)
WRAPPERS = (typing_extensions.Required, typing_extensions.NotRequired)
METADATA_KEYS, METADATA_KEY_LENGTH, METADATA_VALUE_LENGTH = 50, 40, 500


def read_params(form: Tree, name: str) -> Document:
    """Return a nested form's values as Python types, by the SDK's name (`"checkout.SessionCreateParams"`)."""
    module, _, leaf = f".{name}".rpartition(".")
    return _fields(form, getattr(importlib.import_module(f"stripe.params{module}"), leaf), "")


def _fields(form: Tree, shape: type, where: str) -> Document:
    known = _hints(shape)
    if unknown := [name for name in form if name not in known]:
        raise _unknown(unknown, known, where)
    if absent := sorted(name for name in _required(shape) if name not in form):
        raise required(_within(where, absent[0]))
    return {name: _read(value, known[name], _within(where, name)) for name, value in form.items()}


@cache
def _hints(shape: type) -> Mapping[str, object]:
    """Return the fields of a typed dictionary, without those that steer the SDK instead of the call."""
    from stripe._request_options import RequestOptions
    from stripe._stripe_context import StripeContext

    names = {**vars(typing), "Decimal": Decimal, "StripeContext": StripeContext}  # it imports them for checkers only
    fields = typing_extensions.get_type_hints(shape, localns=names, include_extras=True)
    steering = RequestOptions.__annotations__
    return fields if not steering.keys() <= fields.keys() else {k: v for k, v in fields.items() if k not in steering}


def _required(shape: type) -> frozenset[str]:
    names: frozenset[str] = getattr(shape, "__required_keys__", frozenset())
    return names


def _read(value: str | Tree, hint: object, where: str) -> object:
    words, others = _arms(hint)
    if isinstance(value, dict):
        return _read_tree(value, others, where)
    if value in words:
        return value
    if value == "":
        raise RefusedError(
            f"You passed an empty string for '{where}'. We assume empty values are an attempt to unset a field; however"
            f" '{where}' cannot be unset. You should remove '{where}' from your request or supply a non-empty value.",
            code="parameter_invalid_empty",
            param=where,
        )
    return _read_text(value, words, others, where)


@cache
def _arms(hint: object) -> tuple[frozenset[str], tuple[object, ...]]:
    """Return the words that a parameter may be, and the other types that it may have."""
    flat = tuple(_flat(hint))
    words = frozenset(word for arm in flat if typing.get_origin(arm) is typing.Literal for word in typing.get_args(arm))
    others = tuple(arm for arm in flat if typing.get_origin(arm) is not typing.Literal)
    is_open = str in others and not words - {""}
    return words, others if is_open else tuple(arm for arm in others if arm is not str)


def _flat(hint: object) -> Iterable[object]:
    origin = typing_extensions.get_origin(hint)
    if origin not in (*UNIONS, *WRAPPERS):
        return [hint]
    return [arm for inner in typing_extensions.get_args(hint) for arm in _flat(inner)]


def _read_tree(value: Tree, arms: Iterable[object], where: str) -> object:
    for arm in arms:
        if isinstance(arm, type) and typing_extensions.is_typeddict(arm):
            return _fields(value, arm, where)
        if typing.get_origin(arm) is list:
            return _array(value, typing.get_args(arm)[0], where)
        if typing.get_origin(arm) is dict:
            return _map(value, typing.get_args(arm)[1], where)
    raise RefusedError(f"Invalid string: {value}", param=where)


def _array(value: Tree, inner: object, where: str) -> list[object]:
    if not all(position.isdecimal() for position in value):
        raise RefusedError("Invalid array", param=where)
    ordered = sorted(value, key=int)
    return [_read(value[position], inner, _within(where, position)) for position in ordered]


def _map(value: Tree, inner: object, where: str) -> Document:
    if len(value) > METADATA_KEYS:
        raise RefusedError(f"Metadata can have at most {METADATA_KEYS} keys.", param=where)
    return {name: _map_value(name, item, inner, _within(where, name)) for name, item in value.items()}


def _map_value(name: str, item: str | Tree, inner: object, where: str) -> object:
    if inner is not str or isinstance(item, dict):
        return _read(item, inner, where)
    if len(name) > METADATA_KEY_LENGTH or len(item) > METADATA_VALUE_LENGTH:
        raise RefusedError(
            f"Metadata keys must be under {METADATA_KEY_LENGTH + 1} characters, values under"
            f" {METADATA_VALUE_LENGTH + 1}.",
            param=where,
        )
    return item


def _read_text(value: str, words: frozenset[str], arms: tuple[object, ...], where: str) -> object:
    for arm in arms:
        if arm in READERS:
            return READERS[arm](value, where)
    if words - {""}:
        name = where.rpartition("[")[2].rstrip("]")
        raise RefusedError(f"Invalid {name}: must be one of {_either(words - {''})}", param=where)
    raise RefusedError(
        "Invalid array" if any(typing.get_origin(a) is list for a in arms) else "Invalid object", param=where
    )


def _integer(value: str, where: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise RefusedError(f"Invalid integer: {value}", code="parameter_invalid_integer", param=where) from None


def _boolean(value: str, where: str) -> bool:
    if value not in ("true", "false"):
        raise RefusedError(f"Invalid boolean: {value}", param=where)
    return value == "true"


def _number(value: str, where: str) -> str:
    try:
        return str(Decimal(value))
    except InvalidOperation:
        raise RefusedError(f"Invalid decimal: {value}", param=where) from None


READERS: Mapping[object, Callable[[str, str], object]] = {
    int: _integer,
    bool: _boolean,
    float: _number,
    Decimal: _number,
    str: lambda value, _: value,
}


def _unknown(names: list[str], known: Iterable[str], where: str) -> RefusedError:
    paths = [_within(where, name) for name in names]
    near = difflib.get_close_matches(names[0], list(known), n=1)
    hint = f". Did you mean {_within(where, near[0])}?" if near and len(names) == 1 else ""
    plural = "s" if len(names) > 1 else ""
    return RefusedError(
        f"Received unknown parameter{plural}: {', '.join(paths)}{hint}", code="parameter_unknown", param=paths[0]
    )


def _within(where: str, name: str) -> str:
    return f"{where}[{name}]" if where else name


def _either(words: Iterable[str]) -> str:
    *first, last = sorted(words)
    return f"{', '.join(first)}, or {last}" if first else last
