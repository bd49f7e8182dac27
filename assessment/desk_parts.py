"""The required sections on the desk: of the own site, and of the members of an authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from assessment.choices import Lack, State
from assessment.criteria import Finding
from assessment.desk_findings import findings_on
from assessment.first_steps import FirstStepsPart
from assessment.models import BoardLetter, SiteState
from assessment.selectors import last_letters
from assessment.sites import site_rows
from editorial.choices import BoardRole
from editorial.desk import SHOWN, Desk
from network.models import Institution
from network.models.institutions import InstitutionStatus

MAY_EDIT = {str(BoardRole.EDITOR), str(BoardRole.CHIEF), str(BoardRole.HEAD)}
SETTLED_SHOWN = timedelta(days=7)
WORST_SHOWN = 5


@dataclass(frozen=True)
class SectionRow:
    """A required section that wants something, with where to do it. `day` is today."""

    institution: Institution
    finding: Finding
    day: date
    may_edit: bool
    is_mine: bool

    @property
    def page(self) -> Page | None:
        return self.finding.page

    @property
    def review_on(self) -> date | None:
        return getattr(self.page, "review_on", None)

    @property
    def is_overdue(self) -> bool:
        return self.review_on is not None and self.review_on < self.day

    @property
    def rank(self) -> tuple:
        """Own ones first, then what is empty, out of date, overdue."""
        states = [State.MISSING, State.PARTLY, State.MET]
        return (not self.is_mine, states.index(self.finding.state))

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk]) if self.page and self.may_edit else ""

    @cached_property
    def add_url(self) -> str:
        """Where an entry is added below the section, for a section that has entries."""
        if self.page is None or not self.page.specific_class.clean_subpage_models():
            return ""
        return reverse("wagtailadmin_pages:add_subpage", args=[self.page.pk])


class SectionsPart:
    """Required sections that are empty, out of date or whose review date has passed: clause, owner, date."""

    name, order, title = "sections", 200, _("Required sections that want you")
    template_name = "assessment/desk/sections.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        if not desk.scope:
            return None
        rows = sorted(self._rows(desk), key=lambda row: row.rank)
        findings = findings_on(desk)
        total = sum(len(found) for found in findings.values())
        met = sum(f.state == State.MET for found in findings.values() for f in found)
        return {
            "count": len(rows),
            "rows": rows[:SHOWN],
            "more": max(0, len(rows) - SHOWN),
            "met": met,
            "total": total,
            "url": reverse("assessment_site", args=[desk.scope[0].pk])
            if len(desk.scope) == 1
            else reverse("assessment_overview"),
        }

    def _rows(self, desk: Desk) -> list[SectionRow]:
        today = timezone.localdate(desk.now)
        rows = [
            SectionRow(
                institution=institution,
                finding=finding,
                day=today,
                may_edit=desk.user.is_superuser
                or any((institution.pk, role) in desk.roles for role in MAY_EDIT),
                is_mine=getattr(finding.page, "responsible_id", None) == desk.user.pk,
            )
            for institution in desk.scope
            for finding in findings_on(desk)[institution.pk]
        ]
        return [row for row in rows if row.finding.state != State.MET or row.is_overdue]


class AskedPart:
    """What the authority above has asked the board to complete, until it is complete, and for a week afterwards."""

    name, order, title = "asked", 30, _("Your authority asks")
    template_name = "assessment/desk/asked.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        if not desk.roles:
            return None
        recent = Q(resolved_at=None) | Q(resolved_at__gte=desk.now - SETTLED_SHOWN)
        letters = list(
            BoardLetter.objects.filter(recent, institution_id__in=desk.held())
            .select_related("sender", "institution")
            .order_by("created_at", "pk")[:SHOWN]
        )
        if not letters:
            return None
        rows = []
        for letter in letters:
            findings = [f for f in findings_on(desk)[letter.institution_id] if f.criterion.key in letter.keys]
            rows.append(
                {
                    "letter": letter,
                    "findings": findings,
                    "done": sum(f.state == State.MET for f in findings),
                    "is_late": letter.resolved_at is None
                    and letter.complete_by is not None
                    and letter.complete_by < timezone.localdate(desk.now),
                }
            )
        return {"count": sum(row["letter"].resolved_at is None for row in rows), "rows": rows}


class MembersPart:
    """For the board of an authority: its members, the worst first, with the way to all of them. Three queries."""

    name, order, title = "members", 150, _("Your members")
    template_name = "assessment/desk/members.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        authorities = [
            institution for institution in desk.scope if institution.is_authority and institution.numchild
        ]
        if not authorities:
            return None
        below = Q(pk__in=())
        for authority in authorities:
            below |= Q(institution__path__range=Institution._get_children_path_interval(authority.path))
        states = SiteState.objects.filter(below, institution__status=InstitutionStatus.ACTIVE)
        counts = states.counted(now=desk.now)
        worst = list(
            states.filter(severity__gt=0).select_related("institution").in_order("worst")[:WORST_SHOWN]
        )
        home = authorities[0]
        url = reverse("assessment_members", args=[home.pk])
        return {
            "count": counts["total"],
            "url": url,
            "authorities": authorities,
            "lacks": [
                {"label": lack.label, "number": counts[lack], "url": f"{url}?lack={lack}"}
                for lack in Lack
                if counts[lack]
            ],
            "rows": site_rows(worst, last_letters([state.pk for state in worst])),
            "oldest": min((state.assessed_at for state in worst), default=None),
        }


PARTS = (FirstStepsPart(), AskedPart(), MembersPart(), SectionsPart())
