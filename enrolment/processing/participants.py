"""Lists of participants: with names for officers only, for a purpose that is on record; with numbers only for the public, as a
draft that goes through the approval chain and the guard (W9.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Case, When
from django.utils import timezone, translation
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.log_actions import log

from enrolment.campaigns.selectors import Place
from enrolment.choices import ApplicationState
from enrolment.models import Application, CampaignPage, EnrolmentPage, Wish
from enrolment.processing.rooms import candidates_of
from enrolment.processing.selectors import CHECKED, Office, office_for
from network.models import Institution
from network.selectors import home_pages, in_tree
from privacy.services.access import submissions_export
from sections.models import InformationPage

EXPORTED = "enrolment.participants_export"
LISTED_STATES = tuple(CHECKED)


@dataclass(frozen=True)
class Listed:
    """One candidate of a list: application, answers, and the wish that the list is about, None for a list by school."""

    application: Application
    answers: dict[str, Any]
    wish: Any = None


def _birth(one: Listed) -> str:
    day = parse_date(str(one.answers.get("child_birth") or ""))
    return f"{day:%d/%m/%Y}" if day else str(one.answers.get("child_birth") or "")


@dataclass(frozen=True)
class Column:
    label: Promise
    value: Callable[[Listed], Any]
    is_usual: bool = False
    needs_wish: bool = False


COLUMNS: dict[str, Column] = {
    "number": Column(gettext_lazy("Candidate number"), lambda one: one.application.candidate_number, True),
    "room": Column(pgettext_lazy("examination", "Room"), lambda one: one.application.room, True),
    "name": Column(gettext_lazy("Name of the child"), lambda one: one.answers.get("child_name", ""), True),
    "birth": Column(gettext_lazy("Date of birth"), _birth, True),
    "reference": Column(gettext_lazy("Reference code"), lambda one: one.application.submission.reference),
    "state": Column(gettext_lazy("State"), lambda one: one.application.get_state_display()),
    "catchment": Column(gettext_lazy("Catchment group"), lambda one: one.wish.catchment, needs_wish=True),
    "points": Column(gettext_lazy("Points added"), lambda one: one.wish.points, needs_wish=True),
    "score": Column(
        gettext_lazy("Score"), lambda one: "" if one.wish.score is None else one.wish.score, needs_wish=True
    ),
    "outcome": Column(
        pgettext_lazy("admission", "Outcome"), lambda one: one.wish.get_outcome_display(), needs_wish=True
    ),
}


def _rows(office: Office, school: int | None, place: Place | None):
    """The applications of a list: what a school checks, or whoever wishes for one class; found valid, in the order of numbers,
    at the end those who have none, for example because they were admitted directly."""
    rows = Application.objects.filter(campaign=office.campaign, state__in=LISTED_STATES)
    if place is not None:
        rows = rows.filter(wishes__school=place.school, wishes__track=place.track.code)
    else:
        rows = rows.filter(handler=school)
    return rows.select_related("submission").order_by(
        Case(When(candidate_number="", then=1), default=0), "candidate_number", "submission__reference"
    )


@sensitive_variables()
def participants_export(
    *,
    office: Office,
    user,
    purpose: str,
    reason: str,
    columns: Sequence[str],
    school: Institution | None = None,
    place: Place | None = None,
) -> list[list[Any]]:
    """The rows of an internal list with its header; the export, how many rows and why are on record.

    One of `school` – whose candidates – and `place` – a class and all who wish for it. Raises PermissionDenied for those of
    others, ValidationError without purpose, reason or columns.
    """
    target = place.school if place else school
    if target is None or not (office.is_authority or target.pk in office.offices):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError(_("Write what the list is needed for."), code="reason")
    chosen = [name for name in COLUMNS if name in columns and (place or not COLUMNS[name].needs_wish)]
    if not chosen:
        raise ValidationError(_("Choose at least one column."), code="columns")
    rows = list(_rows(office, target.pk, place))
    wishes = _wishes(rows, place)
    what = f"enrolment.campaign:{office.campaign.pk}:participants:{place.key if place else target.pk}"
    with transaction.atomic():
        pairs = submissions_export(
            institution=office.owner,
            submissions=[row.submission for row in rows],
            user=user,
            purpose=purpose,
            what=what[:120],
        )
        log(
            instance=office.campaign,
            action=EXPORTED,
            user=user,
            data={"reason": reason.strip()[:300], "rows": len(pairs), "columns": chosen},
        )
    by_submission = {row.submission_id: row for row in rows}
    listed = [
        Listed(row := by_submission[submission.pk], answers, wishes.get(row.pk))
        for submission, answers in pairs
    ]
    header = [str(COLUMNS[name].label) for name in chosen]
    return [header, *([COLUMNS[name].value(one) for name in chosen] for one in listed)]


def _wishes(rows: list[Application], place: Place | None) -> dict[int, Any]:
    if place is None:
        return {}
    found = Wish.objects.filter(
        application__campaign_id__in={row.campaign_id for row in rows},
        school=place.school,
        track=place.track.code,
    )
    return {wish.application_id: wish for wish in found}


@transaction.atomic
def participants_page_make(
    *, campaign: CampaignPage, school: Institution, user, by_lot: bool = False
) -> InformationPage:
    """A list of participants without names, as a draft in the school's section on enrolment: numbers with rooms, or lot codes
    where there is no examination. From there on it goes the way of all pages: editor, chief, guard.

    Raises PermissionDenied for whoever may not write there, ValidationError where there is nothing to list.
    """
    office = office_for(user, campaign)
    if office is None or not (office.is_authority or school.pk in office.offices):
        raise PermissionDenied
    section = _section(school)
    if section is None:
        raise ValidationError(_("This school has no section on enrolment."), code="section")
    if not section.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    rows = _numbered(campaign, school, by_lot)
    if not rows:
        raise ValidationError(
            _("There are no candidates with numbers yet.")
            if not by_lot
            else _("There are no valid applications yet."),
            code="empty",
        )
    notice = next((one.notice for one in office.places if one.school.pk == school.pk), None)
    with translation.override("vi"):
        page = InformationPage(
            title=_("List of participants: %(campaign)s") % {"campaign": campaign.title},
            summary=_("Candidates find themselves by the number on their receipt; names are not published."),
            body=_body(notice, rows, by_lot),
            author_name=(user.get_full_name() or user.get_username())[:160],
            source_name=school.name[:200],
            locale_id=section.locale_id,
            live=False,
            owner=user,
        )
        section.add_child(instance=page)
        page.save_revision(user=user, log_action="wagtail.create")
    return page


def _section(school: Institution) -> EnrolmentPage | None:
    homes = home_pages(school)
    return EnrolmentPage.objects.filter(**in_tree(homes[0])).first() if homes else None


def _numbered(campaign: CampaignPage, school: Institution, by_lot: bool) -> list[list[str]]:
    rows = Application.objects.filter(campaign=campaign, handler=school).exclude(
        state=ApplicationState.WITHDRAWN
    )
    if by_lot:
        return [[code] for code in sorted(candidates_of(campaign, school).values_list("lot_code", flat=True))]
    numbered = rows.exclude(candidate_number="").order_by("candidate_number")
    return [list(pair) for pair in numbered.values_list("candidate_number", "room")]


def _body(notice, rows: list[list[str]], by_lot: bool) -> list[tuple[str, Any]]:
    blocks: list[tuple[str, Any]] = []
    said = []
    if notice is not None and notice.exam_at:
        moment = timezone.localtime(notice.exam_at)
        said.append(_("Examination on %(day)s.") % {"day": f"{moment:%H:%M %d/%m/%Y}"})
    if notice is not None and notice.exam_place:
        said.append(_("Place: %(place)s.") % {"place": notice.exam_place})
    if said:
        blocks.append(("paragraph", "<p>" + " ".join(escape(text) for text in said) + "</p>"))
    header = [_("Lot code")] if by_lot else [_("Candidate number"), pgettext("examination", "Room")]
    table = {
        "data": [header, *rows],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "table_caption": _("Candidates and their rooms")
        if not by_lot
        else _("Lot codes of the applications"),
    }
    return [*blocks, ("table", table)]
