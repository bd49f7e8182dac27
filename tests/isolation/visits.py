"""Knocking at doors: from a class to addresses, requests, and what an answer gives away."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import reduce
from typing import Any

from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.urls import NoReverseMatch, reverse

from tests.isolation.addresses import Address, addresses
from tests.isolation.classes import DOORS, Door
from tests.isolation.houses import House


def value_of(word: str, house: House) -> Any:
    """What a class says a parameter is: a value, or after a dot an attribute of the house."""
    if not word.startswith("."):
        return word
    return reduce(getattr, word[1:].split("."), house)


class Nowhere:
    """A house that never was: each of its objects has a number that nothing has."""

    def __getattr__(self, name: str) -> Nowhere | str:
        numbers = {"pk": "999999999", "uid": "00000000-0000-4000-8000-000000000000", "marker": "nowhere"}
        return numbers.get(name, self if name != "task_id" else "999999999")

    def __str__(self) -> str:
        return "nowhere"


def filled(words: Mapping[str, str], house: House) -> dict[str, str]:
    return {name: str(value_of(word, house)) for name, word in words.items()}


def path_of(address: Address, door: Door, house: House) -> str:
    """The address of a house's object. Patterns without named groups take their values in order."""
    values = filled(door.takes, house)
    positional = [values[name] for name in sorted(values) if name.isdecimal()]
    if positional:
        return reverse(address.name, args=positional)
    named = {name: values[name] for name in address.parameters if name in values}
    try:
        return reverse(address.name, kwargs=named)
    except NoReverseMatch:
        return "/" + address.route.partition("^")[0]


def classed(*kinds: str, is_admin: bool = True) -> Iterator[tuple[Address, Door]]:
    """The addresses of these kinds with their classes."""
    for address in addresses():
        door = DOORS.get(address.name)
        if door is not None and door.kind in kinds and address.is_admin == is_admin:
            yield address, door


def text_of(response: HttpResponseBase) -> str:
    """All that an answer says: body, headers, the cells of a workbook."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b" ".join(book.read(name) for name in book.namelist())
    cookies = " ".join(morsel.OutputString() for morsel in response.cookies.values())
    return f"{response.headers} {cookies} {body.decode('utf-8', 'replace')}".lower()


def found_words(response: HttpResponseBase, words: Iterable[str]) -> list[str]:
    text = text_of(response)
    return [word for word in words if word in text]


def names_objects(door: Door) -> bool:
    """Whether the address or its query says whose objects are asked for; where it does not, all houses' addresses are one."""
    return any(word.startswith(".") for word in (*door.takes.values(), *door.query.values()))


def forget() -> None:
    """Counters and stored rows are not taken back with the database."""
    for name in ("default", "pages"):
        caches[name].clear()


class Faults:
    """What is wrong at one address: a fault at one visit does not keep the others from being tried."""

    def __init__(self) -> None:
        self.found: list[str] = []

    @contextmanager
    def of(self, who: str) -> Iterator[None]:
        try:
            yield
        except AssertionError as error:
            self.found.append(f"{who}: {error}")

    def __repr__(self) -> str:
        return "\n".join(self.found)


@contextmanager
def undone() -> Iterator[None]:
    """What a visit changes is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


WRITES = re.compile(r'^(?:INSERT(?: OR IGNORE)? INTO|UPDATE|DELETE FROM) "(\w+)"')
TRACES = (
    "django_session",
    "axes_",
    "account_",
    "django_tasks_",
    "network_accountsession",
    "privacy_privacyaudit",
)
"""Tables in which a visit itself leaves a trace, whoever's door it was."""


@contextmanager
def writes() -> Iterator[set[str]]:
    """The tables that are written to meanwhile, those of sessions aside."""
    tables: set[str] = set()

    def note(execute, sql, params, many, context):
        if (found := WRITES.match(sql)) and not found[1].startswith(TRACES):
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables


__all__ = [
    "Faults",
    "Nowhere",
    "classed",
    "filled",
    "forget",
    "found_words",
    "names_objects",
    "path_of",
    "text_of",
    "undone",
    "value_of",
    "writes",
]
