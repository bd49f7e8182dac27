"""What the guard says about a file or a page: where lists of people stand, how many, with masked samples only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

__all__ = ["ENOUGH", "Detail", "Finding", "Findings", "Place", "PlaceKind", "Unreadable"]

ENOUGH = 5
"""From so many people on, names with a second particular are a list."""


class Detail(TextChoices):
    """The second particular that stands beside a name."""

    BIRTH = "birth", pgettext_lazy("detail of a person", "date of birth")
    IDENTITY = "identity", pgettext_lazy("detail of a person", "identity number")
    PHONE = "phone", pgettext_lazy("detail of a person", "telephone number")
    EMAIL = "email", pgettext_lazy("detail of a person", "private e-mail address")
    ADDRESS = "address", pgettext_lazy("detail of a person", "home address")
    INSURANCE = "insurance", pgettext_lazy("detail of a person", "insurance number")
    TAX = "tax", pgettext_lazy("detail of a person", "tax number")
    BANK = "bank", pgettext_lazy("detail of a person", "bank account")
    POVERTY = "poverty", pgettext_lazy("detail of a person", "poverty or hardship")
    DISABILITY = "disability", pgettext_lazy("detail of a person", "disability")
    ETHNICITY = "ethnicity", pgettext_lazy("detail of a person", "ethnicity")
    RELIGION = "religion", pgettext_lazy("detail of a person", "religion")
    HEALTH = "health", pgettext_lazy("detail of a person", "health")
    FEES = "fees", pgettext_lazy("detail of a person", "unpaid or reduced fees")


class PlaceKind(TextChoices):
    SHEET = "sheet", _("Sheet")
    TABLE = "table", _("Table")
    PAGE = "page", pgettext_lazy("of a document", "Page")
    TEXT = "text", pgettext_lazy("of a document", "Text")
    LINES = "lines", _("Lines")
    FILE = "file", _("File in the archive")


class Unreadable(TextChoices):
    """Why a file could not be read: a person has to look at it."""

    NO_TEXT = "no_text", _("it holds pictures of pages without text, for example a scan")
    BROKEN = "broken", _("it is damaged or has another format than its name says")
    LOCKED = "locked", _("it is protected by a password")
    FORMAT = "format", _("its format cannot be read here")
    OLD_WORD = (
        "old_word",
        _(
            "it is a Word file of before 2007 (.doc): open it, save it as .docx or PDF and upload that one instead"
        ),
    )
    TOO_LARGE = "too_large", _("it is too large to be read as a whole")
    TIMEOUT = "timeout", _("reading it took too long")


@dataclass(frozen=True)
class Place:
    """Where in a file or page: the sheet, table or page by name or number, and the rows from `first` to `last`."""

    kind: str
    name: str = ""
    first: int = 0
    last: int = 0

    def __str__(self) -> str:
        if self.kind not in PlaceKind.values:
            return self.name
        what = f"{PlaceKind(self.kind).label} {self.name}".strip()
        if not self.first:
            return what
        rows = {"place": what, "first": self.first, "last": max(self.first, self.last)}
        return str(_("%(place)s, rows %(first)s–%(last)s") % rows)


@dataclass(frozen=True)
class Finding:
    """One particular beside the names of people: `count` people at `where`; `sample_masked` shows one of them."""

    kind: str
    where: Place
    count: int
    sample_masked: str

    @property
    def label(self) -> str | Promise:
        return Detail(self.kind).label if self.kind in Detail.values else self.kind


@dataclass(frozen=True)
class Findings:
    """What was found in one file or page. `people` have a name and at least one particular; `digest` is the same as long as
    the listed people are; `unreadable` says why something could not be read, empty where all was."""

    items: tuple[Finding, ...] = ()
    people: int = 0
    digest: str = ""
    unreadable: str = ""

    @property
    def stops(self) -> bool:
        """Whether publication waits for the reviewer."""
        return bool(self.items or self.unreadable)

    @property
    def unreadable_label(self) -> str | Promise:
        return Unreadable(self.unreadable).label if self.unreadable in Unreadable.values else self.unreadable

    def as_dict(self) -> dict[str, Any]:
        return {
            "items": [
                {"kind": i.kind, "where": asdict(i.where), "count": i.count, "sample": i.sample_masked}
                for i in self.items
            ],
            "people": self.people,
            "digest": self.digest,
            "unreadable": str(self.unreadable),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Findings:
        return cls(
            items=tuple(
                Finding(row["kind"], Place(**row["where"]), row["count"], row["sample"])
                for row in data.get("items", ())
            ),
            people=data.get("people", 0),
            digest=data.get("digest", ""),
            unreadable=data.get("unreadable", ""),
        )


def digest_of(rows: Iterable[str]) -> str:
    """SHA-256 over the rows that were found, in an order of their own: it stays while the people listed stay."""
    whole = hashlib.sha256()
    for row in sorted(set(rows)):
        whole.update(row.encode())
        whole.update(b"\n")
    return whole.hexdigest()
