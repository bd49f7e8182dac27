"""What a class of address says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    OPEN = "says nothing of any institution"
    SELF = "is about the person who asks"
    ROWS = "shows own rows only"
    OBJECT = "takes an object: another institution's is a 404"
    CLOSED = "is for administrators of the installation: 404 for everybody else"
    PUBLIC = "is public: each host shows its own institution"


@dataclass(frozen=True, kw_only=True)
class Door:
    """One address, or several of one name.

    `takes` maps the parameters of the address, and `query` those behind the question mark, to a value or, with a leading
    ".", to an attribute of the house whose object is asked for. `data` is what a POST would send; None: no POST is tried.
    `roles` are those whom their own institution lets in, `reads` whether the authority above may open a member's object
    by GET, `administers` whether it changes there what is its office (records of institutions, boards) and leaves a record of
    it, `exports` whether the list can be had as CSV and XLSX with ``?export=``.
    """

    kind: Kind
    takes: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, str] | None = None
    roles: frozenset[str] = frozenset({"author", "editor", "chief"})
    methods: tuple[str, ...] = ("GET",)
    reads: bool = False
    exports: bool = False
    administers: bool = False
    why: str = ""


ALL = ("author", "editor", "chief")
PAGE = {"page_id": ".draft.pk"}
BUILT = {"page_id": ".board_form.pk"}


def open_(**kwargs) -> Door:
    return Door(kind=Kind.OPEN, **kwargs)


def self_(**kwargs) -> Door:
    return Door(kind=Kind.SELF, **kwargs)


def rows(*roles: str, **kwargs) -> Door:
    return Door(kind=Kind.ROWS, roles=frozenset(roles or ALL), **kwargs)


def object_(takes: Mapping[str, str], *roles: str, **kwargs) -> Door:
    return Door(kind=Kind.OBJECT, takes=takes, roles=frozenset(roles or ALL), **kwargs)


def closed(takes: Mapping[str, str] | None = None, **kwargs) -> Door:
    return Door(kind=Kind.CLOSED, takes=takes or {}, roles=frozenset(), **kwargs)


def public(takes: Mapping[str, str] | None = None, **kwargs) -> Door:
    return Door(kind=Kind.PUBLIC, takes=takes or {}, **kwargs)


def none() -> tuple[str, ...]:
    """For an object that nobody but the authority or a superuser opens."""
    return ("nobody",)
