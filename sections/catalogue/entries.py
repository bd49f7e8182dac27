"""The shapes of the catalogue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.choices import InstitutionKind

DEPARTMENT = frozenset({InstitutionKind.DEPARTMENT})
AUTHORITIES = frozenset({InstitutionKind.DEPARTMENT, InstitutionKind.AGENCY})
FACILITIES = frozenset({InstitutionKind.FACILITY})
ALL = AUTHORITIES | FACILITIES

REFERENCE = re.compile(r"(?P<article>\d+)(?:\.(?P<clause>\d+))?(?P<point>[a-zđ]?)")

Bound = frozenset[InstitutionKind]


class Answer(StrEnum):
    """What answers a clause."""

    SECTION = "section"
    """Pages in the site's tree."""
    RECORD = "record"
    """Something kept in the admin, not a page of its own."""
    PLATFORM = "platform"
    """A property that the software has on every site."""


class NavGroup(TextChoices):
    """The groups of the main navigation, in the order in which they are shown."""

    ABOUT = "about", _("About us")
    NEWS = "news", _("News")
    DOCUMENTS = "documents", _("Documents and disclosure")
    SERVICES = "services", _("Services")
    LEARNING = "learning", _("Teaching and learning")
    PARTICIPATION = "participation", _("Your voice")


@dataclass(frozen=True, kw_only=True)
class Source:
    """A legal text. `valid_to` is the first day on which it no longer holds; None while it does."""

    number: str
    title_vi: str
    title_en: str
    valid_from: date
    valid_to: date | None = None

    def in_force(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """How long, in days, a section may stay without any change before it counts as stale; None: it does not age."""

    days: int | None = None
    note_vi: str = ""
    note_en: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A page directly below the home page that answers a clause. `key` is the clause's id, with a part behind a full
    stop where a clause asks for several pages (``W8.2.events``)."""

    key: str
    title_vi: str
    title_en: str
    slug_vi: str
    slug_en: str
    group: NavGroup
    intro_vi: str
    intro_en: str = ""
    freshness: Freshness = field(default_factory=Freshness)
    english: bool = False
    """W8.15: the page exists in English on the site of an authority."""
    replaces: str = ""
    """Key of the section of an older circular whose page goes on under this key."""

    def title(self, language: str | None = None) -> str:
        return self.title_en if (language or get_language()) == "en" else self.title_vi

    def slug(self, language: str) -> str:
        return self.slug_en if language == "en" else self.slug_vi

    def intro(self, language: str) -> str:
        return self.intro_en if language == "en" else self.intro_vi


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One clause of a legal text, whom it binds and what answers it."""

    id: str
    source: Source
    reference: str
    """Article, clause and point as Vietnamese law writes them in short: "8.1a"."""
    binds: Bound
    required: bool
    answer: Answer
    summary_vi: str
    summary_en: str
    sections: tuple[Section, ...] = ()
    answered_by: str = ""
    """Key of the section of another clause that answers this one too."""
    room: str = ""
    """Where a record or a property of the platform lives in the software."""
    valid_to: date | None = None
    """First day on which this clause alone no longer holds; None: as long as its source."""

    def in_force(self, day: date) -> bool:
        return self.source.in_force(day) and (self.valid_to is None or day < self.valid_to)

    def legal_reference(self, language: str | None = None) -> str:
        """The clause as a Vietnamese or an English text cites it: "điểm a khoản 1 Điều 8 Thông tư 37/2020/TT-BGDĐT"."""
        found = REFERENCE.fullmatch(self.reference)
        if found is None:
            raise ValueError(f"{self.id}: {self.reference!r} is not an article, clause and point.")
        article, number, point = found.group("article", "clause", "point")
        if (language or get_language()) == "en":
            parts = [
                f"point {point}" if point else "",
                f"clause {number}" if number else "",
                f"article {article}",
            ]
            return f"{', '.join(p for p in parts if p)} of circular {self.source.number}"
        parts = [f"điểm {point}" if point else "", f"khoản {number}" if number else "", f"Điều {article}"]
        return f"{' '.join(p for p in parts if p)} Thông tư {self.source.number}"

    def summary(self, language: str | None = None) -> str:
        return self.summary_en if (language or get_language()) == "en" else self.summary_vi
