"""Makers of reports."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from editorial.services.guard import system_publication
from sections.models import DisclosureFigure, DisclosurePage, DisclosureReportPage, PublicInformationPage
from tests.factories import section_of

POSTED = datetime(2026, 6, 20, 2, tzinfo=UTC)


def section_for(institution):
    return section_of(institution, PublicInformationPage if institution.is_authority else DisclosurePage)


def make_report(institution, item="09-2024.plan", period=2025, *, live=True, at=POSTED, rows=(), **fields):
    section = section_for(institution)
    page = DisclosureReportPage(
        item=item,
        period=period,
        author_name="Văn phòng",
        source_name=institution.name,
        summary=fields.pop("summary", "Tóm tắt"),
        live=live,
        first_published_at=at if live else None,
        locale=section.locale,
        **fields,
    )
    rows = rows or (("", "Chỉ tiêu tuyển sinh", 120, "người"),)
    page.figures = [
        DisclosureFigure(heading=heading, name=name, value=Decimal(value), unit=unit, sort_order=place)
        for place, (heading, name, value, unit) in enumerate(rows)
    ]
    with system_publication(reason="test"):
        section.add_child(instance=page)
        if live:
            page.save_revision().publish()
    return page
