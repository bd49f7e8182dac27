"""What pages and lists show of a report: its badge, what is known of the institution, tables of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from common.models import site_path
from network.models import Institution
from network.selectors import institutions_for_paths
from sections.disclosure.choices import Cycle, Status
from sections.disclosure.items import Item
from sections.statistics.figures import from_json
from sections.statistics.numbers import figure_text
from sections.statistics.overview import year_tables

DONG = "đồng"


def with_records(pages: list[Any], model: type) -> None:
    """Read what was kept of the postings, and the institutions, for all pages at once; three queries."""
    records = {
        record.page_key: record
        for record in model.objects.filter(page_key__in=[p.translation_key for p in pages])
    }
    institutions = institutions_for_paths([page.path for page in pages]) if pages else {}
    for page in pages:
        page.record = records.get(page.translation_key)
        page._edusite_institution = institutions.get(site_path(page.path))


def status_badge(page: Any) -> dict[str, Any]:
    """Posted, or posted late."""
    record = getattr(page, "record", None)
    posted = record.posted_on if record else page.posted_on
    item = page.known_item
    late_from = item.late_from(page.period) if item else None
    status = Status.LATE if posted and late_from and posted >= late_from else Status.POSTED
    return {"text": status.label, "tone": status.tone}


def known_facts(item: Item | None, institution: Institution | None) -> list[tuple[str, str]]:
    """What the site knows of the institution, so that nobody types it again (circular 09/2024, article 4)."""
    if item is None or institution is None or not item.shows_institution:
        return []
    superior = institution.parent
    facts = [
        (_("Name"), institution.name),
        (_("Type"), institution.get_type_display()),
        (_("Ownership"), institution.get_ownership_display() if institution.ownership else ""),
        (_("Direct superior"), superior.name if superior else ""),
        (_("Address"), institution.address),
        (_("Telephone"), institution.phone),
        (_("E-mail"), institution.email),
        (_("Website"), institution.hostname),
        (_("Head"), ", ".join(p for p in (institution.head_name, institution.head_title) if p)),
    ]
    return [(label, value) for label, value in facts if value]


def figure_tables(page: Any, institution: Institution | None) -> list[dict[str, Any]]:
    """Tables for ``components/year_table.html``: first those of statistics, then the report's own, one a part."""
    return [*_statistics(page, institution), *_own(page)]


def _statistics(page: Any, institution: Institution | None) -> Iterator[dict[str, Any]]:
    """The published figures of the same school year, in the groups that the item names; one query."""
    item = page.known_item
    if item is None or not item.figures or institution is None or item.cycle != Cycle.SCHOOL_YEAR:
        return
    record = institution.statistics_records.filter(school_year=page.period).first()
    if record is None:
        return
    for table in year_tables(from_json(record.figures), {}):
        if table["group"] in item.figures:
            yield {**table, "from_statistics": True}


def _own(page: Any) -> Iterator[dict[str, Any]]:
    parts: dict[str, list[Any]] = {}
    for figure in page.figures.all():
        if figure.value is not None or figure.words:
            parts.setdefault(figure.heading, []).append(figure)
    for heading, figures in parts.items():
        rows = [_row(figure.name, figure.unit, _shown(figure)) for figure in figures]
        amounts = [figure.value for figure in figures if figure.unit == DONG and figure.value is not None]
        if len(amounts) == len(figures) > 1 and heading:
            rows.append(_row(_("Together"), DONG, figure_text(sum(amounts, Decimal(0)))))
        yield {
            "label": heading or _("Figures"),
            "head": [_("Figure")],
            "rows": rows,
            "from_statistics": False,
        }


def _row(name: str, unit: str, cell: str) -> dict[str, Any]:
    return {"name": name, "unit": unit, "is_part": False, "cells": [cell]}


def _shown(figure: Any) -> str:
    text = figure_text(figure.value) if figure.value is not None else figure.words
    return f"{text} ({figure.note})" if figure.note else text


def figure_lines(page: Any) -> list[str]:
    """The report's own figures, one a line: part | what | figure | unit | note (``sections.disclosure.exchange``)."""
    return [
        " | ".join([f.heading, f.name, plain(f.value) if f.value is not None else f.words, f.unit, f.note])
        for f in page.figures.all()
    ]


def plain(value: Decimal) -> str:
    """A number without separators: what a programme and ``parse_figure`` read."""
    return f"{value.normalize():f}"


def suggested_rows(item: Item, before: Iterable[Any] = ()) -> list[dict[str, str]]:
    """What a new report opens with: the names of the report before, else those that the article asks for; no figure."""
    rows = [{"heading": f.heading, "name": f.name, "unit": f.unit} for f in before]
    return rows or [{"heading": row.heading, "name": row.name, "unit": row.unit} for row in item.rows]
