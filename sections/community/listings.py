"""The lists of the sections: columns, filters, orders (``sections.lists``)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sections.community.choices import (
    Audience,
    CourseKind,
    ModuleUsers,
    OrganisationKind,
    SupportKind,
    SupportState,
)
from sections.lists import Choice, Column, Listing, Words

TONES = {
    SupportState.OPEN: "success",
    SupportState.ALWAYS: "success",
    SupportState.PLANNED: "info",
    SupportState.CLOSED: "warning",
}


def support_badge(page: Any) -> dict[str, Any]:
    state = page.state()
    return {"text": state.label, "tone": TONES[state]}


def term_text(page: Any) -> str:
    if not page.term_from:
        return ""
    return f"{page.term_from}–{page.term_to}" if page.term_to else str(page.term_from)


def first_head(page: Any) -> str:
    found = next((row for row in page.heads.all() if row.is_in_office() and row.name), None)
    return f"{found.title}: {found.name}" if found else ""


ORGANISATIONS = Listing(
    item="sections.OrganisationPage",
    columns=(
        Column("title", pgettext_lazy("society", "Organisation"), kind="title", sortable=True),
        Column("kind", pgettext_lazy("organisation", "Kind"), sortable=True),
        Column("head", pgettext_lazy("organisation", "Head"), read=first_head),
        Column("term", pgettext_lazy("of office", "Term"), read=term_text),
        Column("member_count", pgettext_lazy("of an organisation", "Members"), kind="number"),
        Column("phone", _("Telephone"), hidden=True),
        Column("email", pgettext_lazy("label", "E-mail"), hidden=True),
        Column("summary", _("Summary"), hidden=True),
    ),
    filters=(
        Words("q", fields=("title", "summary", "tasks")),
        Choice("kind", pgettext_lazy("organisation", "Kind"), field="kind", choices=OrganisationKind),
    ),
    default_order=("path",),
    download_name="to-chuc",
    prefetch=("heads",),
)

SUPPORT = Listing(
    item="sections.SupportProgrammePage",
    columns=(
        Column("title", pgettext_lazy("support", "Programme"), kind="title", sortable=True),
        Column("state", pgettext_lazy("support", "State"), kind="badge", read=support_badge),
        Column("kind", pgettext_lazy("support", "Kind"), sortable=True),
        Column("audience", _("For whom"), hidden=True),
        Column("amount", _("Amount in đồng"), kind="number", sortable=True),
        Column("amount_note", _("What is given"), hidden=True),
        Column("closes_on", _("Last day of application"), kind="date", sortable=True),
        Column("provider", pgettext_lazy("support", "Given by"), hidden=True),
        Column("who_can_apply", _("Who can apply"), hidden=True),
        Column("opens_on", _("Applications from"), kind="date", hidden=True),
        Column("apply_url", pgettext_lazy("web", "Link"), kind="link", hidden=True),
    ),
    filters=(
        Words("q", fields=("title", "summary", "provider", "who_can_apply")),
        Choice("kind", pgettext_lazy("support", "Kind"), field="kind", choices=SupportKind),
        Choice("for", _("For whom"), field="audience", choices=Audience),
        Choice(
            "state",
            pgettext_lazy("support", "State"),
            choices=SupportState,
            apply=lambda rows, value: rows.in_state(value),
        ),
    ),
    default_order=("-closes_on", "path"),
    download_name="hoc-bong-ho-tro",
)

COURSES = Listing(
    item="sections.CoursePage",
    columns=(
        Column("title", pgettext_lazy("e-learning", "Title"), kind="title", sortable=True),
        Column("kind", pgettext_lazy("course", "Kind"), sortable=True),
        Column("subject", pgettext_lazy("school", "Subject"), sortable=True),
        Column("grade", pgettext_lazy("school", "Grade"), sortable=True),
        Column("audience", _("For whom"), hidden=True),
        Column("starts_at", _("Begins"), kind="moment", sortable=True),
        Column("ends_at", _("Ends"), kind="moment", hidden=True),
        Column("provider", _("Offered by"), hidden=True),
        Column("course_url", _("Web address"), kind="link", hidden=True),
    ),
    filters=(
        Words("q", fields=("title", "summary", "subject", "provider")),
        Choice("kind", pgettext_lazy("course", "Kind"), field="kind", choices=CourseKind),
        Choice("subject", pgettext_lazy("school", "Subject"), field="subject"),
        Choice("grade", pgettext_lazy("school", "Grade"), field="grade"),
        Choice("for", _("For whom"), field="audience", choices=Audience),
    ),
    default_order=("-starts_at", "-path"),
    download_name="e-learning",
)

MODULES = Listing(
    item="sections.SystemModulePage",
    columns=(
        Column("title", pgettext_lazy("school management system", "Module"), kind="title", sortable=True),
        Column("users", _("For whom"), sortable=True),
        Column(
            "entry_url",
            _("Entry"),
            kind="link",
            read=lambda page: {
                "url": page.entry_url,
                "text": _("Sign in to %(name)s") % {"name": page.title},
            },
        ),
        Column("system", _("Name of the system"), hidden=True),
        Column("help_phone", _("Telephone for help")),
        Column("help_email", _("E-mail for help"), hidden=True),
        Column("help_url", pgettext_lazy("module", "Instructions"), kind="link", hidden=True),
    ),
    filters=(
        Words("q", fields=("title", "summary", "does", "system")),
        Choice("for", _("For whom"), field="users", choices=ModuleUsers),
    ),
    default_order=("users", "path"),
    download_name="he-thong-quan-ly",
)
