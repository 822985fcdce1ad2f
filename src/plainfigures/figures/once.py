"""Attributes that are worked out when they are first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801
    """Like `functools.cached_property`, but without its lock, which costs more than most fields."""

    def __init__(self, of: Callable[[Any], T]) -> None:
        self._of = of
        self._name = of.__name__
        self.__doc__ = of.__doc__

    @overload
    def __get__(self, instance: None, owner: object) -> "once[T]": ...
    @overload
    def __get__(self, instance: object, owner: object) -> T: ...
    def __get__(self, instance: object, owner: object) -> "T | once[T]":
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._of(instance)
        return found
