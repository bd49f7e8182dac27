"""The items that are to be made public: their shape, the list of all of them, and which are asked of whom for when.

An item is data: whoever it binds, the article and form that ask for it, its cycle, its deadline, for how long it stays. A new
circular is a new module beside ``circular_09_2024``; nothing else changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sections.catalogue.entries import Source
from sections.disclosure.choices import Cycle
from sections.statistics.choices import Group

Both = tuple[str, str]
"""Vietnamese, English."""


def words(both: Both, language: str | None = None) -> str:
    return both[1 if (language or get_language() or "vi").startswith("en") else 0]


@dataclass(frozen=True)
class Deadline:
    """The first day on which a report is late, `years` after the year in which its period begins: “before 30 June” of the
    following year is ``Deadline(6, 30, 1)``; “in September” is ``Deadline(10, 1)``."""

    month: int
    day: int
    years: int = 0

    def late_from(self, period: int) -> date:
        return date(period + self.years, self.month, self.day)


@dataclass(frozen=True)
class Row:
    """A figure that the item usually has; a new report opens with its name and unit."""

    name_vi: str
    name_en: str
    unit: str = ""
    heading_vi: str = ""
    heading_en: str = ""

    @property
    def name(self) -> str:
        return words((self.name_vi, self.name_en))

    @property
    def heading(self) -> str:
        return words((self.heading_vi, self.heading_en))


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to be made public. `key` never changes: pages and records are known by it."""

    key: str
    source: Source
    title: Both
    types: frozenset[str]
    """The types of institution that it binds."""
    references: tuple[tuple[frozenset[str], Both], ...]
    """For which types which article asks for it, in short: ("khoản 1 Điều 8", "clause 1, article 8")."""
    cycle: Cycle
    deadline: Deadline | None
    """None: whenever there is something, not by a day of the year."""
    deadline_basis: Both = ("", "")
    keeps_years: int | None = None
    """How long it stays on the site at the least, from the day of posting; None: the source names no time."""
    keeps_basis: Both = ("", "")
    form: Both = ("", "")
    """Number of the form of the source, where it has one."""
    forms_by_type: tuple[tuple[frozenset[str], Both], ...] = ()
    asks: tuple[Both, ...] = ()
    """What the report has to say."""
    rows: tuple[Row, ...] = ()
    figures: tuple[Group, ...] = ()
    """Groups of statistics of the same school year, which the report shows by itself."""
    shows_institution: bool = False
    """The report shows what is known of the institution by itself: name, type, address, telephone, e-mail."""
    is_confirmed: bool = True
    """False: day or form were not compared with the text of the source (docs/features/disclosure.md)."""

    def name(self, language: str | None = None) -> str:
        return words(self.title, language)

    def reference_for(self, institution_type: str, language: str | None = None) -> str:
        """The article as it is cited: “khoản 1 Điều 8 Thông tư 09/2024/TT-BGDĐT”."""
        article = next(
            (words(text, language) for types, text in self.references if institution_type in types), ""
        )
        return self._cite(article, language)

    def deadline_reference(self, language: str | None = None) -> str:
        return self._cite(words(self.deadline_basis, language), language) if any(self.deadline_basis) else ""

    def keeps_reference(self, language: str | None = None) -> str:
        return self._cite(words(self.keeps_basis, language), language) if any(self.keeps_basis) else ""

    def _cite(self, article: str, language: str | None) -> str:
        """Vietnamese names the text behind the article; English after a comma."""
        comma = "," if words(("", "en"), language) and article else ""
        return f"{article}{comma} {self.source.number}".strip()

    def form_for(self, institution_type: str, language: str | None = None) -> str:
        found = next((text for types, text in self.forms_by_type if institution_type in types), self.form)
        return words(found, language)

    def late_from(self, period: int) -> date | None:
        """The first day on which the report of a period is late."""
        return self.deadline.late_from(period) if self.deadline else None

    def last_day(self, period: int) -> date | None:
        late = self.late_from(period)
        return late - timedelta(days=1) if late else None

    def is_asked(self, period: int) -> bool:
        """Whether the source is in force when the report of a period is due; without a deadline: when the period begins or at
        any time later in it."""
        last = self.last_day(period)
        if last is not None:
            return self.source.in_force(last)
        first, end = self.cycle.begins_on(period), self.cycle.begins_on(period + 1)
        until = self.source.valid_to
        return self.source.valid_from < end and (until is None or first < until)

    def kept_until(self, posted_on: date) -> date | None:
        """The first day on which the report may go off the site without a reason."""
        if self.keeps_years is None:
            return None
        try:
            return posted_on.replace(year=posted_on.year + self.keeps_years)
        except ValueError:
            return date(posted_on.year + self.keeps_years, 3, 1)

    def periods_asked(self, day: date) -> tuple[int, ...]:
        """The periods that count on a day, the earliest first: the last one whose day is over and the next one; without a
        deadline the one that runs and the one before."""
        if self.deadline is None:
            running = self.cycle.running_on(day)
            candidates: Iterable[int] = (running - 1, running)
        else:
            following = day.year - self.deadline.years - 1
            while self.deadline.late_from(following) <= day:
                following += 1
            candidates = (following - 1, following)
        return tuple(period for period in candidates if self.is_asked(period))

    def may_begin(self, period: int, day: date) -> bool:
        """Whether its report can be written: the period has begun, or the report is due before it does."""
        return self.cycle.begins_on(period) <= day or period in self.periods_asked(day)

    def period_label(self, period: int) -> str:
        return self.cycle.label_of(period)

    def title_for(self, period: int) -> str:
        """Title of a report: what, and of when."""
        text = (
            _("%(item)s, school year %(period)s")
            if self.cycle == Cycle.SCHOOL_YEAR
            else _("%(item)s, %(period)s")
        )
        return text % {"item": self.name(), "period": self.period_label(period)}


_items: dict[str, Item] = {}


def register_items(items: Iterable[Item]) -> None:
    """Add the items of a source. Called by ``sections.disclosure.known``."""
    for item in items:
        if _items.setdefault(item.key, item) is not item:
            raise ValueError(f"A disclosure item named {item.key!r} is registered already.")


def all_items() -> list[Item]:
    return list(_items.values())


def item_choices() -> list[tuple[str, str]]:
    """Choices of the field, in the language of the reader; a callable, so that no migration holds the items."""
    return [(item.key, item.name()) for item in _items.values()]


def item_named(key: str) -> Item | None:
    return _items.get(key)


@cache
def items_for(institution_type: str) -> tuple[Item, ...]:
    """All items that ever bound institutions of a type, in the order of their sources, the newest source first."""
    found = [item for item in _items.values() if institution_type in item.types]
    return tuple(sorted(found, key=lambda item: -item.source.valid_from.toordinal()))
