"""Columns as schemas/ defines them: types, categories with their words, readers, constraints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from plainfigures.definitions.alternatives import spelled_out
from plainfigures.definitions.model import Category, Column, ReaderChoice
from plainfigures.definitions.readers import BY_WORDS, READERS
from plainfigures.strict_yaml import Key, Yaml

NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
TYPES: Final = ("string", "number", "integer", "boolean")
_COLUMN_KEYS: Final = tuple(
    "title description type format unit categories reader example constraints".split()
)
_CONSTRAINTS: Final = ("required", "unique", "minimum", "maximum", "pattern")


def read_column(yaml: Yaml, keys: tuple[Key, ...], name: str) -> Column:
    """One column as defined under nested keys."""
    if not NAME.fullmatch(name):
        yaml.fail(keys, f"a column is named in small letters, digits and _, not {name!r}.")
    yaml.check_keys(keys, _COLUMN_KEYS)
    column = with_constraints(
        yaml,
        keys,
        Column(
            name=name,
            title=yaml.text(*keys, "title"),
            description=yaml.text(*keys, "description"),
            type=one_of(yaml, (*keys, "type"), TYPES),
            format=yaml.optional_text(*keys, "format"),
            unit=yaml.optional_text(*keys, "unit"),
            categories=read_categories(yaml, (*keys, "categories")),
            reader=_reader(yaml, (*keys, "reader")),
            example=read_example(yaml, (*keys, "example")),
        ),
    )
    check_column(yaml, keys, column)
    _check_reader(yaml, (*keys, "reader"), column)
    return column


def known_columns(
    yaml: Yaml, keys: tuple[Key, ...], columns: Mapping[str, Column]
) -> tuple[str, ...]:
    """The names of a list of columns, each known and there once."""
    names = yaml.texts(*keys)
    for index, name in enumerate(names):
        if name not in columns:
            yaml.fail((*keys, index), f"unknown column {name!r}; define it or correct the name.")
        if name in names[:index]:
            yaml.fail((*keys, index), f"the column {name!r} stands twice; keep one.")
    return names


def one_of(yaml: Yaml, keys: tuple[Key, ...], allowed: tuple[str, ...]) -> str:
    """A text under nested keys that is one of a few."""
    value = yaml.text(*keys)
    if value not in allowed:
        yaml.fail(keys, f"{keys[-1]} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def words_of(yaml: Yaml, keys: tuple[Key, ...], phrases: bool = True) -> tuple[str, ...]:
    """A list of lower-case words, each there once; without `phrases` none has several parts.

    Alternatives in brackets are spelled out.
    """
    words = yaml.texts(*keys)
    joined = "\n".join(words)
    plain = set("(|)").isdisjoint(joined)
    each = tuple((word,) if plain else spelled_out(word) for word in words)
    flat = tuple(chain.from_iterable(each))
    several = not phrases and (" " in joined or "-" in joined)
    if several or joined != joined.lower() or len(set(flat)) != len(flat) or () in each:
        _refuse_word(yaml, keys, each, phrases)
    return flat


def _refuse_word(
    yaml: Yaml, keys: tuple[Key, ...], each: tuple[tuple[str, ...], ...], phrases: bool
) -> None:
    seen: set[str] = set()
    for index, words in enumerate(each):
        if not words:
            yaml.fail((*keys, index), 'alternatives are written as in "(fall|come) down".')
        for word in words:
            if word != word.lower():
                yaml.fail(
                    (*keys, index), f"write {word!r} in small letters, as words are compared."
                )
            if word in seen:
                yaml.fail((*keys, index), f"{word!r} stands twice in {keys[-1]}; keep one.")
            if not phrases and (" " in word or "-" in word):
                yaml.fail((*keys, index), f"{word!r} has several words; put it under phrase.")
            seen.add(word)


def with_constraints(yaml: Yaml, keys: tuple[Key, ...], column: Column) -> Column:
    """The column with the constraints under nested keys."""
    place = (*keys, "constraints")
    given = yaml.check_keys(place, _CONSTRAINTS)
    changes: dict[str, Any] = {}
    for name in given:
        if name in ("required", "unique"):
            changes[name] = yaml.flag(*place, name)
        elif name == "pattern":
            changes[name] = yaml.optional_text(*place, name)
        else:
            changes[name] = yaml.whole(*place, name)
    return replace(column, **changes) if changes else column


def check_column(yaml: Yaml, keys: tuple[Key, ...], column: Column) -> None:
    """Refuse a column whose type, categories, pattern and example do not fit each other."""
    if column.type == "integer" and not column.required:
        yaml.fail(
            keys,
            f"the whole numbers of {column.name} must be required: readers of the data "
            "turn such a column into decimals where one is missing.",
        )
    if column.categories and column.type != "string":
        yaml.fail(keys, f"{column.name} has categories, so its type must be string.")
    if column.pattern is not None:
        try:
            re.compile(column.pattern)
        except re.error as problem:
            yaml.fail((*keys, "constraints", "pattern"), f"not a regular expression ({problem}).")
    if column.example is None:
        return
    if column.enum and column.example not in column.enum:
        yaml.fail((*keys, "example"), f"the example {column.example!r} is in no category.")
    if column.pattern is not None and not re.fullmatch(column.pattern, column.example):
        yaml.fail((*keys, "example"), f"the example {column.example!r} breaks the pattern.")
    if column.type in ("integer", "number") and not re.fullmatch(
        r"-?[0-9]+" if column.type == "integer" else r"-?[0-9]+(?:\.[0-9]+)?", column.example
    ):
        yaml.fail((*keys, "example"), f"the example {column.example!r} is no {column.type}.")


def read_example(yaml: Yaml, keys: tuple[Key, ...]) -> str | None:
    """An example as text; numbers may stand without quotes."""
    value = yaml.get(*keys)
    if type(value) in (int, float):
        return str(value)
    return yaml.optional_text(*keys)


def read_categories(yaml: Yaml, keys: tuple[Key, ...]) -> tuple[Category, ...]:
    """Categories: name: description, or name: {description, words}."""
    categories = []
    for name, value in yaml.mapping(*keys).items():
        if isinstance(value, str):
            categories.append(Category(name, yaml.text(*keys, name), ()))
            continue
        yaml.check_keys((*keys, name), ("description", "words"))
        description = yaml.text(*keys, name, "description")
        categories.append(Category(name, description, words_of(yaml, (*keys, name, "words"))))
    return tuple(categories)


def _reader(yaml: Yaml, keys: tuple[Key, ...]) -> ReaderChoice | None:
    value = yaml.get(*keys)
    if value is None:
        return None
    if isinstance(value, str):
        name, given = value, {}
    else:
        name, given = yaml.text(*keys, "name"), yaml.mapping(*keys)
    options = READERS.get(name)
    if options is None:
        yaml.fail(keys, f"unknown reader {name!r}; there are {', '.join(READERS)}.")
    if given:
        yaml.check_keys(keys, ("name", *options))
    chosen: dict[str, str | tuple[str, ...]] = {}
    for key, option in options.items():
        if key not in given:
            if option.required:
                yaml.fail(keys, f"the reader {name} needs the option {key}; add it.")
        elif option.kind == "texts":
            chosen[key] = words_of(yaml, (*keys, key))
        elif option.kind == "choice":
            chosen[key] = one_of(yaml, (*keys, key), option.values)
        elif option.kind == "units":
            chosen[key] = yaml.texts(*keys, key)
        else:
            chosen[key] = yaml.text(*keys, key)
    return ReaderChoice(name, chosen)


def _check_reader(yaml: Yaml, keys: tuple[Key, ...], column: Column) -> None:
    reader = column.reader
    if reader is None or reader.name not in BY_WORDS:
        return
    if not any(category.words for category in column.categories):
        yaml.fail(keys, f"the reader {reader.name} needs categories with words; add them.")
    joined = reader.options.get("joined")
    if joined is not None and joined not in column.enum:
        yaml.fail(keys, f"joined must be a category of {column.name}, not {joined!r}.")
