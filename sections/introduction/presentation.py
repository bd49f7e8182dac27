"""Units, heads, history and decisions as the templates take them. Nothing here asks for a page type: the models hand over what
they have read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from network.models import Institution
from network.selectors import institution_for_page
from sections.introduction.chart import OrganisationChart, Twig, organisation_chart
from sections.presentation import PORTRAIT_RENDITIONS, pictures_read

UNIT_RELATIONS = ("heads__photo",)
DECISION_RELATIONS = ("decisions__document",)


@dataclass
class UnitNode:
    """A unit with what is below it. ``number`` is its place as the list counts it: 2.1."""

    page: Page
    url: str
    heads: list[dict[str, Any]]
    number: str = ""
    children: list[UnitNode] = field(default_factory=list)


def lines_of(text: str) -> list[str]:
    """The lines that say something, without the marks with which people begin them."""
    found = (line.strip().lstrip("-–•+*").strip() for line in text.splitlines())
    return [line for line in found if line]


def duties_shown(page: Any) -> list[dict[str, Any]]:
    """Functions, tasks and powers as headings with lines; only those that are filled in."""
    titles = ((_("Functions"), page.functions), (_("Tasks"), page.tasks), (_("Powers"), page.powers))
    return [{"title": title, "lines": lines_of(text)} for title, text in titles if lines_of(text)]


def head_shown(row: Any, *, name: str = "", title: str = "") -> dict[str, Any]:
    return {
        "name": name or row.name,
        "title": row.title or title,
        "email": row.email,
        "assignment": lines_of(row.assignment),
        "since": row.since,
        "photo": row.photo if row.photo_id and row.photo_consent_on else None,
    }


def heads_shown(page: Any, *, on: date | None = None) -> list[dict[str, Any]]:
    """Those who are in office on a day (today), in the order of the board."""
    return [head_shown(row) for row in page.heads.all() if row.is_in_office(on) and row.name]


def leaders_shown(
    page: Any, institution: Institution | None, *, on: date | None = None
) -> list[dict[str, Any]]:
    """The heads of the institution. Whoever its record names stands first if no row says where, so that a new site names its
    head without a word of the board."""
    record_name = institution.head_name if institution else ""
    record_title = institution.head_title if institution else ""
    found, is_named = [], False
    for row in page.heads.all():
        if not row.is_in_office(on):
            continue
        if row.is_institution_head and record_name:
            is_named = True
            found.append(head_shown(row, name=record_name, title=record_title))
        elif row.name:
            is_named = is_named or row.name.casefold() == record_name.casefold()
            found.append(head_shown(row))
    if record_name and not is_named:
        first = {"name": record_name, "title": record_title, "email": "", "assignment": []}
        found.insert(0, first | {"since": None, "photo": None})
    return found


def unit_tree(units: Iterable[Any], request: HttpRequest | None) -> list[UnitNode]:
    """Units in tree order as a forest; one whose own unit is not published stands below the next one that is."""
    site = Site.find_for_request(request) if request is not None else None
    top: list[UnitNode] = []
    above: list[UnitNode] = []
    for page in units:
        while above and not page.path.startswith(above[-1].page.path):
            above.pop()
        url = page.get_url(request=request, current_site=site) or ""
        node = UnitNode(page, url, heads_shown(page))
        siblings = above[-1].children if above else top
        siblings.append(node)
        node.number = f"{above[-1].number}.{len(siblings)}" if above else str(len(siblings))
        above.append(node)
    return top


def chart_of(nodes: list[UnitNode], *, name: str, note: str) -> OrganisationChart | None:
    """The chart, once there is a unit."""
    if not nodes:
        return None
    return organisation_chart(Twig(name, note=note, children=tuple(_twig(node) for node in nodes)))


def _twig(node: UnitNode) -> Twig:
    note = node.heads[0]["name"] if node.heads else ""
    return Twig(node.page.title, node.url, note, tuple(_twig(child) for child in node.children))


def count_units(nodes: list[UnitNode]) -> int:
    return sum(1 + count_units(node.children) for node in nodes)


def milestones_shown(page: Any) -> list[dict[str, Any]]:
    """In the order of time; what is known of a year only stands before its months."""
    rows = sorted(page.milestones.all(), key=lambda row: (row.year, row.month or 0, row.day or 0))
    return [
        {"date": _milestone_date(row), "machine_date": row.machine_date, "title": row.title, "text": row.text}
        for row in rows
    ]


def _milestone_date(row: Any) -> str:
    if row.month and row.day:
        return date_format(date(row.year, row.month, row.day), "SHORT_DATE_FORMAT")
    if row.month:
        return date_format(date(row.year, row.month, 1), "YEAR_MONTH_FORMAT")
    return str(row.year)


def decisions_shown(page: Any, request: HttpRequest | None) -> list[dict[str, Any]]:
    """The oldest first. What the document on the site says stands before what was typed; a document that is not published is not
    linked."""
    site = Site.find_for_request(request) if request is not None else None
    found = []
    for row in page.decisions.all():
        document = row.document
        is_linked = document is not None and document.live
        found.append(
            {
                "kind": row.get_kind_display(),
                "number": document.number if document else row.number,
                "issued_on": document.issued_on if document else row.issued_on,
                "issuer": document.issuer if document else row.issuer,
                "subject": row.subject or (document.title if document else ""),
                "url": (document.get_url(request=request, current_site=site) or "") if is_linked else row.url,
            }
        )
    return sorted(found, key=lambda row: (row["issued_on"] or date.min, row["number"]))


def introduction_shown(page: Any, request: HttpRequest | None) -> dict[str, Any]:
    """What the introduction shows; a number of queries that does not depend on the number of units."""
    prefetch_related_objects([page], *UNIT_RELATIONS, *DECISION_RELATIONS, "milestones")
    institution = institution_for_page(page)
    leaders = leaders_shown(page, institution)
    units = unit_tree(page.units(), request)
    name = institution.local_name if institution else page.title
    note = f"{leaders[0]['title']}: {leaders[0]['name']}".strip(": ") if leaders else ""
    pictures_read([head["photo"] for head in leaders], PORTRAIT_RENDITIONS)
    return {
        "heads": leaders,
        "duties": duties_shown(page),
        "units": units,
        "unit_count": count_units(units),
        "chart": chart_of(units, name=name, note=note),
        "milestones": milestones_shown(page),
        "decisions": decisions_shown(page, request),
    }


def unit_shown(page: Any, request: HttpRequest | None) -> dict[str, Any]:
    """What the page of a unit shows: itself, the units below it and the way up."""
    prefetch_related_objects([page], *UNIT_RELATIONS, *DECISION_RELATIONS)
    heads = heads_shown(page)
    pictures_read([head["photo"] for head in heads], PORTRAIT_RENDITIONS)
    return {
        "heads": heads,
        "duties": duties_shown(page),
        "units": unit_tree(page.units(), request),
        "decisions": decisions_shown(page, request),
    }
