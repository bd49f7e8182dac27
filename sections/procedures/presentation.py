"""A procedure as its templates, its JSON and its statements for machines take it: plain values, at a fixed number of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from wagtail.models import Page

from common.models import site_path
from common.text import fold
from network.selectors import home_pages, in_tree, institution_for_page
from sections.models import DocumentPage, OnlineServicesPage, ProcedurePage, ServicePage
from sections.models.procedures import ROWS
from sections.procedures.choices import Channel, FeeKind, OnlineLevel, Status

if TYPE_CHECKING:
    from network.models import Institution


def money(amount: int) -> str:
    """An amount in đồng as the language writes it."""
    return _("%(amount)s đồng") % {"amount": number_format(amount, use_l10n=True, force_grouping=True)}


def fee_lines(page: ProcedurePage) -> list[str]:
    """What it costs, a line for each fee or charge; empty where the board has not said."""
    if page.is_free:
        return [_("No fee and no charge")]
    lines = []
    for row in page.fees:
        kind, amount, note = FeeKind(row.value["kind"]).label, row.value.get("amount"), row.value.get("note")
        said = money(amount) if amount else ""
        text = " – ".join(part for part in (said, note) if part)
        lines.append(f"{kind}: {text}" if text else str(kind))
    return lines


def copies_line(value: Any) -> str:
    """How many of a paper: “1 original, 2 copies”."""
    parts = []
    if originals := value.get("originals"):
        parts.append(
            ngettext("%(number)d original", "%(number)d originals", originals) % {"number": originals}
        )
    if copies := value.get("copies"):
        parts.append(ngettext("%(number)d copy", "%(number)d copies", copies) % {"number": copies})
    line = ", ".join(parts)
    if value.get("shown_only"):
        shown = pgettext("paper", "show only")
        return f"{line} ({shown})" if line else shown
    return line


def cases(page: ProcedurePage) -> list[dict[str, Any]]:
    """The papers, those for everybody first, then case by case in the order in which the cases appear."""
    found: dict[str, list[dict[str, Any]]] = {"": []}
    for row in page.components:
        value = row.value
        paper = {
            "name": value["name"],
            "copies": copies_line(value),
            "note": value.get("note"),
            "file": file_entry(value["form"]) if value.get("form") else None,
            "url": value.get("form_url"),
        }
        found.setdefault((value.get("case") or "").strip(), []).append(paper)
    return [{"case": case, "papers": papers} for case, papers in found.items() if papers]


def file_entry(document: Any) -> dict[str, Any]:
    return {
        "url": document.url,
        "title": document.title,
        "type": document.file_extension.upper(),
        "size": document.file_size,
        "author": document.author_name,
        "source": document.source_name,
        "source_url": document.source_url,
        "terms": document.terms,
        "withdrawn_on": document.withdrawn_on,
    }


def ways(page: ProcedurePage) -> list[dict[str, str]]:
    return [
        {
            "label": Channel(row.value["channel"]).label,
            "channel": row.value["channel"],
            "time_limit": row.value.get("time_limit"),
            "fee": row.value.get("fee"),
            "note": row.value.get("note"),
        }
        for row in page.channels
    ]


def legal_basis(page: ProcedurePage, institution: Institution | None) -> list[dict[str, str]]:
    """The documents that the procedure rests on; those that the site has, in whatever language, are linked. One query."""
    rows = [row.value for row in page.legal_basis]
    numbers = {(row.get("number") or "").strip() for row in rows} - {""}
    here = _documents(numbers, institution, page.locale_id) if numbers and institution else {}
    return [
        {
            "number": (row.get("number") or "").strip(),
            "title": row.get("title"),
            "page": here.get((row.get("number") or "").strip()),
            "url": row.get("url"),
        }
        for row in rows
    ]


def _documents(numbers: set[str], institution: Institution, locale_id: int) -> dict[str, Page]:
    places = Q()
    for home in home_pages(institution):
        places |= Q(**in_tree(home))
    found: dict[str, Page] = {}
    pages = DocumentPage.objects.filter(places, number__in=numbers).live().defer("body").order_by("path")
    for document in pages:
        if document.number not in found or document.locale_id == locale_id:
            found[document.number] = document
    return found


def relatives(page: ProcedurePage) -> dict[str, Any]:
    """Which procedure took this one's place, and whose place it took; at most two queries."""
    siblings = type(page).objects.sibling_of(page, inclusive=False).live().order_by("path")
    successor, replaced = None, []
    if page.replaced_by_code:
        successor = siblings.filter(code=page.replaced_by_code).only("title", "url_path", "code").first()
    if page.code:
        replaced = list(siblings.filter(replaced_by_code=page.code).only("title", "url_path", "code"))
    return {"successor": successor, "replaced": replaced}


def shown(page: ProcedurePage) -> dict[str, Any]:
    """Everything that the page of a procedure says. What the board left empty and the institution knows is filled in."""
    institution = institution_for_page(page)
    status = page.status_on()
    return {
        "status": status,
        "is_repealed": status == Status.REPEALED,
        "is_coming": status == Status.COMING,
        "cases": cases(page),
        "fees": fee_lines(page),
        "ways": ways(page),
        "legal_basis": legal_basis(page, institution),
        "recipient": {
            "name": page.recipient or (institution.local_name if institution else ""),
            "address": page.recipient_address or (institution.address if institution else ""),
            "hours": page.recipient_hours or (institution.opening_hours if institution else ""),
        },
        "handlers": [row.value for row in page.handlers],
        "phone": institution.phone if institution else "",
        "email": institution.email if institution else "",
        **relatives(page),
    }


def online_services(page: OnlineServicesPage, request: Any = None) -> list[dict[str, Any]]:
    """The list of W8.4b, by field: the site's procedures that go online and are not over, and its other online services; two
    queries."""
    here = in_tree(Page(path=site_path(page.path)))
    procedures = ProcedurePage.objects.filter(**here).live().online().last_repealed().filter(is_over=0)
    found = [_of_procedure(each, request) for each in procedures.defer("body", *ROWS)]
    others = ServicePage.objects.child_of(page).live().select_related("online_page").defer("body", "steps")
    found += [_of_service(each, request) for each in others]
    found.sort(key=lambda row: (fold(row["field"]) or "~", fold(row["title"])))
    fields: dict[str, list[dict[str, Any]]] = {}
    for row in found:
        fields.setdefault(row["field"] or _("Other services"), []).append(row)
    return [{"field": field, "services": rows} for field, rows in fields.items()]


def _of_procedure(page: ProcedurePage, request: Any) -> dict[str, Any]:
    return {
        "title": page.title,
        "url": page.get_url(request),
        "code": page.code,
        "field": page.field,
        "level": OnlineLevel(page.online_level),
        "apply_url": page.online_url,
        "summary": page.summary,
        "is_procedure": True,
    }


def _of_service(page: ServicePage, request: Any) -> dict[str, Any]:
    target = page.online_page
    inside = target.get_url(request) if target and target.live else ""
    return {
        "title": page.title,
        "url": page.get_url(request),
        "code": "",
        "field": page.field,
        "level": OnlineLevel(page.online_level),
        "apply_url": page.online_url or inside or "",
        "summary": page.summary,
        "is_procedure": False,
    }
