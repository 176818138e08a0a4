"""A property that is worked out once, for objects that one thread has to itself."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy_property(Generic[T]):  # noqa: N801 -- it is read as `property` and `cached_property` are
    """As functools.cached_property, without its lock.

    Up to Python 3.11 that lock is one for all objects of a class: guests would wait for each other's look at the
    database. For what lives as long as its process, and must not be made twice, the lock is right.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Take note under which name the value is kept."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "lazy_property[T]": ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> "lazy_property[T] | T":
        """Work the value out and keep it where the next look finds it without us."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work(instance)
        return value
