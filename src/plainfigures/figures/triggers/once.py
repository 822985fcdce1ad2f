"""Attributes and answers that are worked out when they are first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Kept(Generic[T]):
    """A question that is put once; like `functools.cache`, but cheap to make for each sentence."""

    __slots__ = ("_answer", "_question")

    def __init__(self, question: Callable[[], T]) -> None:
        self._question: Callable[[], T] | None = question

    def __call__(self) -> T:
        """The answer."""
        if self._question is not None:
            self._answer = self._question()
            self._question = None
        return self._answer


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
