"""YAML as people believe it to be: no duplicate key, alias, tag or surprising value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import yaml

from plainfigures.errors import PlainFiguresError, UsageError

MAX_BYTES = 1_000_000
MAX_DEPTH = 30

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER_START = frozenset("0123456789+-")

Key = str | int


class Yaml:
    """One YAML file: `value` is plain Python; lines are looked up when an error needs one."""

    __slots__ = ("_text", "error", "path", "value")

    def __init__(self, path: Path, value: Any, error: type[PlainFiguresError], text: str) -> None:
        self.path = path
        self.value = value
        self.error = error
        self._text = text

    def line(self, *keys: Key) -> int:
        """The 1-based line of a nested key or list index; of the nearest outer one that exists."""
        return _line(self._text, keys)

    def get(self, *keys: Key) -> Any:
        """The value under nested keys, None where one of them is not there."""
        value = self.value
        for key in keys:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def fail(self, keys: Iterable[Key], sentence: str) -> NoReturn:
        """Raise this file's error class with "FILE:LINE: sentence"."""
        fail(self.error, self, keys, sentence)

    def mapping(self, *keys: Key) -> dict[str, Any]:
        """The mapping under nested keys; empty where there is none."""
        value = self.get(*keys)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fail(keys, f"{_name(keys)} must be a mapping (key: value), not {_kind(value)}.")
        return value

    def items(self, *keys: Key) -> list[Any]:
        """The list under nested keys; empty where there is none."""
        value = self.get(*keys)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fail(keys, f"{_name(keys)} must be a list, not {_kind(value)}.")
        return value

    def texts(self, *keys: Key) -> tuple[str, ...]:
        """The list of texts under nested keys; empty where there is none."""
        values = self.items(*keys)
        for index, value in enumerate(values):
            if type(value) is not str or not value:
                self.fail(
                    (*keys, index),
                    f"item {index + 1} of {_name(keys)} must be text, not {_kind(value)}; "
                    "put it in quotes.",
                )
        return tuple(values)

    def optional_text(self, *keys: Key) -> str | None:
        """The text under nested keys, None for null or where there is none."""
        value = self.get(*keys)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            self.fail(keys, f"{_name(keys)} must be text, not {_kind(value)}; put it in quotes.")
        return value

    def text(self, *keys: Key) -> str:
        """The text under nested keys, which must be there."""
        value = self.optional_text(*keys)
        if value is None:
            self.fail(keys, f"{_name(keys)} is missing; add it.")
        return value

    def flag(self, *keys: Key) -> bool:
        """True or false under nested keys; false where there is none."""
        value = self.get(*keys)
        if value is not None and not isinstance(value, bool):
            self.fail(keys, f"{_name(keys)} must be true or false, not {_kind(value)}.")
        return bool(value)

    def whole(self, *keys: Key) -> int | None:
        """The whole number under nested keys, None where there is none."""
        value = self.get(*keys)
        if value is not None and type(value) is not int:
            self.fail(keys, f"{_name(keys)} must be a whole number, not {_kind(value)}.")
        return value

    def check_keys(self, keys: Iterable[Key], allowed: Iterable[str]) -> dict[str, Any]:
        """The mapping under nested keys, refused where it holds a key that is not allowed."""
        place = tuple(keys)
        value = self.mapping(*place)
        names = tuple(allowed)
        for key in value:
            if key not in names:
                where = f" in {_name(place)}" if place else ""
                self.fail(
                    (*place, key), f"unknown key {key!r}{where}; allowed are {', '.join(names)}."
                )
        return value


def load(path: Path, error: type[PlainFiguresError] = UsageError) -> Yaml:
    """Read one YAML file; anything unreadable or ambiguous raises `error` with file and line.

    Plain scalars become null, true, false, whole numbers and decimals (1.5); all others, dates and
    yes/no/on/off among them, stay text.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise error(f"{path}: there is no such file; create it.") from None
    except IsADirectoryError:
        raise error(f"{path}: this is a folder, not a YAML file.") from None
    except OSError as problem:
        raise error(f"{path}: cannot be read ({problem.strerror}).") from None
    if len(data) > MAX_BYTES:
        raise error(
            f"{path}: {len(data):,} bytes are more than the {MAX_BYTES:,} allowed; split the file."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise error(f"{path}: not UTF-8 at byte {problem.start}; save the file as UTF-8.") from None
    try:
        value = _construct(text)
    except _Refused as problem:
        raise error(f"{path}:{problem.line}: {problem.sentence}") from None
    except yaml.YAMLError as problem:
        raise error(f"{path}:{_problem_line(problem, text)}: {_problem(problem)}") from None
    return Yaml(path, value, error, text)


def fail(
    error_class: type[PlainFiguresError], document: Yaml, keys: Iterable[Key], sentence: str
) -> NoReturn:
    """Raise `error_class` with "FILE:LINE: sentence" for the place under nested keys."""
    raise error_class(f"{document.path}:{document.line(*keys)}: {sentence}")


class _Refused(Exception):
    def __init__(self, line: int, sentence: str) -> None:
        self.line = line
        self.sentence = sentence


def _events(text: str) -> Iterable[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterable[Any] = yaml.parse(text, Loader=loader)
    return events


def _construct(text: str) -> Any:
    """Build the value from parser events, without recursion, so that depth and size are bounded."""
    root: list[Any] = []
    stack: list[Any] = []
    container: Any = root
    pending: list[str | None] = []
    key: str | None = None
    for event in _events(text):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse(event)
            value = event.value
            if container.__class__ is dict and key is None:
                if value in container:
                    raise _Refused(_at(event), f"the key {value!r} stands twice; keep one of them.")
                if not value:
                    raise _Refused(_at(event), "a key is empty; give it a name.")
                key = value
                continue
            if event.implicit[0] and (value in _WORDS or value[0] in _NUMBER_START):
                value = _scalar(value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse(event)
            if container.__class__ is dict and key is None:
                raise _Refused(_at(event), "a key must be text, not a list or mapping.")
            if len(stack) > MAX_DEPTH:
                raise _Refused(_at(event), f"nested deeper than {MAX_DEPTH} levels; flatten it.")
            stack.append(container)
            pending.append(key)
            container = {} if kind is yaml.MappingStartEvent else []
            key = None
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            value = container
            container = stack.pop()
            key = pending.pop()
        elif kind is yaml.AliasEvent:
            raise _Refused(
                _at(event), f"the alias *{event.anchor} is not allowed; write the value out."
            )
        elif kind is yaml.DocumentStartEvent and root:
            raise _Refused(_at(event), "a second YAML document starts here; keep one in a file.")
        else:
            continue
        if container.__class__ is dict:
            container[key] = value
            key = None
        else:
            container.append(value)
    return root[0] if root else None


def _refuse(event: Any) -> NoReturn:
    if event.anchor is not None:
        sentence = f"the anchor &{event.anchor} is not allowed; write the value out."
    else:
        sentence = f"the tag {event.tag} is not allowed; write a plain value."
    raise _Refused(_at(event), sentence)


def _at(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _scalar(value: str) -> Any:
    if value in _WORDS:
        return _WORDS[value]
    if _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value


def _line(text: str, keys: tuple[Key, ...]) -> int:
    """Walk the composed nodes along the keys and take the line of the last one found."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    node = yaml.compose(text, Loader=loader)
    line = 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == key), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _problem_line(problem: yaml.YAMLError, text: str) -> int:
    mark = getattr(problem, "problem_mark", None)
    if mark is not None:
        return int(mark.line) + 1
    position = getattr(problem, "position", None)
    return text.count("\n", 0, position) + 1 if isinstance(position, int) else 1


def _problem(problem: yaml.YAMLError) -> str:
    words = getattr(problem, "problem", None) or getattr(problem, "reason", None) or "unreadable"
    return f"not valid YAML ({words}); check indentation, colons and quotes."


def _name(keys: tuple[Key, ...]) -> str:
    names = [f"item {key + 1}" if isinstance(key, int) else key for key in keys]
    return ".".join(names) if names else "the file"


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return "empty text" if not value.strip() else "text"
    return "a list" if isinstance(value, list) else "a mapping"
