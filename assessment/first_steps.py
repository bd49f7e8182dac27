"""The first steps of a new site, found from its real state."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment.choices import State
from assessment.desk_findings import findings_on
from assessment.models import FirstStepsDismissal
from editorial.choices import BoardRole
from editorial.desk import Desk
from editorial.desk.first_steps import FirstStep, first_steps
from editorial.models import BoardGroup
from network.models import Institution
from network.site_roots import public_origin
from privacy.models import Notice

SHARED = "assessment.boards"
NEEDED = {str(BoardRole.AUTHOR), str(BoardRole.EDITOR), str(BoardRole.CHIEF)}
"""Without one of each the chain cannot run inside the site (W11.1)."""


def _filled(desk: Desk) -> dict[int, set[str]]:
    """Institution id → the roles that an active person holds; read once for the steps that ask."""

    def read() -> dict[int, set[str]]:
        rows = BoardGroup.objects.filter(
            institution_id__in=desk.scope_ids, group__user__is_active=True
        ).values_list("institution_id", "role")
        filled: dict[int, set[str]] = {pk: set() for pk in desk.scope_ids}
        for pk, role in rows.distinct():
            filled[pk].add(role)
        return filled

    return desk.once(SHARED, read)


def board_is_complete(institutions: list[Institution], desk: Desk) -> set[int]:
    return {i.pk for i in institutions if _filled(desk)[i.pk] >= NEEDED}


def head_is_named(institutions: list[Institution], desk: Desk) -> set[int]:
    return {i.pk for i in institutions if i.head_name and str(BoardRole.HEAD) in _filled(desk)[i.pk]}


def contact_is_complete(institutions: list[Institution], desk: Desk) -> set[int]:
    return {i.pk for i in institutions if i.address and i.phone and i.email and i.complaints_email}


def look_is_chosen(institutions: list[Institution], desk: Desk) -> set[int]:
    plain = Institution._meta.get_field("brand_colour").default
    return {i.pk for i in institutions if i.logo_id and i.brand_colour.lower() != plain}


def sections_are_filled(institutions: list[Institution], desk: Desk) -> set[int]:
    found = findings_on(desk)
    return {
        i.pk
        for i in institutions
        if all(f.state != State.MISSING for f in found[i.pk] if f.criterion.section)
    }


def notice_is_in_force(institutions: list[Institution], desk: Desk) -> set[int]:
    return set(
        Notice.objects.published(timezone.localdate(desk.now))
        .filter(institution__in=institutions)
        .order_by()
        .values_list("institution_id", flat=True)
    )


def second_factor_is_enrolled(institutions: list[Institution], desk: Desk) -> set[int]:
    """Of the person at the desk: who leads a board approves, and signs in with two factors."""
    factors = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    is_enrolled = Authenticator.objects.filter(user=desk.user, type__in=factors).exists()
    return {i.pk for i in institutions} if is_enrolled else set()


def _second_factor(institution: Institution) -> str:
    return reverse("mfa_index")


def _people(institution: Institution) -> str:
    return f"{reverse('editorial_people')}?institution={institution.pk}"


def _record(institution: Institution) -> str:
    return reverse("network:institution", args=[institution.pk])


def _sections(institution: Institution) -> str:
    return reverse("assessment_site", args=[institution.pk])


def _notice(institution: Institution) -> str:
    path = reverse("privacy_notice", urlconf=settings.ROOT_URLCONF)
    return public_origin(institution.hostname) + path if institution.hostname else _record(institution)


STEPS = (
    FirstStep(
        "second_factor", 5, _("You sign in with a second factor"), second_factor_is_enrolled, _second_factor
    ),
    FirstStep(
        "board", 10, _("The board has an author, an editor and a chief editor"), board_is_complete, _people
    ),
    FirstStep(
        "head", 20, _("The head of the institution is named and has an account"), head_is_named, _record
    ),
    FirstStep(
        "contact",
        30,
        _("Address, telephone and both e-mail addresses are given"),
        contact_is_complete,
        _record,
    ),
    FirstStep("look", 40, _("The site has its logo and its colour"), look_is_chosen, _record),
    FirstStep("notice", 50, _("A notice on personal information is in force"), notice_is_in_force, _notice),
    FirstStep("sections", 90, _("No required section is empty"), sections_are_filled, _sections),
)


class FirstStepsPart:
    """For who leads a site, until all is done or the chief editor has it put away."""

    name, order, title = "first_steps", 20, _("First steps of your site")
    template_name = "assessment/desk/first_steps.html"
    is_aside = True

    def context(self, desk: Desk) -> dict[str, Any] | None:
        led = desk.held(BoardRole.CHIEF, BoardRole.HEAD)
        away = set(
            FirstStepsDismissal.objects.filter(institution_id__in=led).values_list("pk", flat=True)
            if led
            else ()
        )
        institutions = [i for i in desk.scope if i.pk in led - away]
        if not institutions:
            return None
        steps = [(step, step.done(institutions, desk)) for step in first_steps()]
        chief_of = desk.held(BoardRole.CHIEF)
        sites = []
        for institution in institutions:
            rows = [
                {
                    "name": step.name,
                    "label": step.label,
                    # The records of an institution are its chief editor's to change.
                    "url": step.url(institution) if institution.pk in chief_of else "",
                    "is_done": institution.pk in done,
                }
                for step, done in steps
            ]
            number = sum(row["is_done"] for row in rows)
            if number < len(rows):
                sites.append(
                    {
                        "institution": institution,
                        "rows": rows,
                        "done": number,
                        "may_dismiss": institution.pk in chief_of,
                    }
                )
        return {"sites": sites} if sites else None
