"""Results, appeals, certificates and applications on the desk: what waits for a second person, and what is past its day."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from enrolment.choices import (
    APPEAL_OPEN,
    AppealState,
    ApplicationState,
    RegisterState,
    ScoreListState,
    VersionState,
)
from enrolment.models import (
    Appeal,
    Application,
    CertificateBatch,
    CertificateChange,
    ResultVersion,
    ScoreList,
)
from enrolment.policies import offices_of
from enrolment.processing.selectors import LATE


class OfficePart:
    """Four queries at any number of rows; numbers and titles, never whom they are about."""

    name, order, title = "enrolment", 110, _("Examinations and certificates")
    template_name = "enrolment/admin/desk.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = [one.pk for one in desk.scope if one.pk in offices_of(desk.user)]
        if not mine:
            return None
        user = desk.user.pk
        versions = (
            ResultVersion.objects.filter(institution__in=mine, state=VersionState.PROPOSED)
            .exclude(proposed_by=user)
            .exclude(made_by=user)
            .select_related("exam")
        )[:SHOWN]
        batches = (
            CertificateBatch.objects.filter(institution__in=mine, register_state=RegisterState.PROPOSED)
            .exclude(proposed_by=user)
            .exclude(created_by=user)
        )[:SHOWN]
        changes = (
            CertificateChange.objects.filter(certificate__institution__in=mine, state=RegisterState.PROPOSED)
            .exclude(proposed_by=user)
            .select_related("certificate")
        )[:SHOWN]
        open_ones = Appeal.objects.filter(submission__institution__in=mine, state__in=APPEAL_OPEN)
        appeals = list(open_ones.values_list("due_on", "state", "proposed_by"))
        today = timezone.localdate(desk.now)
        rows = [
            *({"text": v.exam.title, "url": reverse("enrolment_exam", args=[v.exam_id])} for v in versions),
            *(
                {"text": b.filename, "url": reverse("enrolment_certificate_batch", args=[b.uid])}
                for b in batches
            ),
            *(
                {
                    "text": _("Change of a certificate: %(status)s, decision %(decision)s")
                    % {"status": c.get_status_display(), "decision": c.decision},
                    "url": reverse("enrolment_certificate", args=[c.certificate.uid]),
                }
                for c in changes
            ),
        ]
        if not (rows or appeals):
            return None
        return {
            "count": len(rows) + len(appeals),
            "rows": rows[:SHOWN],
            "appeals": len(appeals),
            "overdue": sum(day < today for day, _state, _by in appeals),
            "second": sum(state == AppealState.PROPOSED and by != user for _day, state, by in appeals),
            "url": reverse("enrolment_appeals"),
        }


class AdmissionPart:
    """Applications of the campaigns in which something is to be done; one query at any number of applications, two with lists of
    scores. Numbers and titles, never whom they are about."""

    name, order, title = "admission", 105, _("Applications for admission")
    template_name = "enrolment/processing/desk_part.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = [one.pk for one in desk.scope if one.pk in offices_of(desk.user)]
        if not mine:
            return None
        user, today = desk.user.pk, timezone.localdate(desk.now)
        second = ~Q(proposed_state="") & ~Q(proposed_by=user)
        overdue = Q(state__in=LATE, due_on__lt=today)
        lines = (
            Application.objects.filter(handler__in=mine)
            .filter(Q(state=ApplicationState.SUBMITTED) | second | overdue)
            .order_by()
            .values("campaign", "campaign__title")
            .annotate(
                check=Count("pk", filter=Q(state=ApplicationState.SUBMITTED, proposed_state="")),
                second=Count("pk", filter=second),
                overdue=Count("pk", filter=overdue),
            )
        )
        rows = [
            {
                **line,
                "title": line["campaign__title"],
                "url": reverse("enrolment_queue", args=[line["campaign"]]),
            }
            for line in lines.order_by("-campaign")[:SHOWN]
        ]
        lists = ScoreList.objects.filter(institution__in=mine, state=ScoreListState.PROPOSED)
        scores = [
            {
                "text": one.filename or one.room,
                "url": reverse("enrolment_score_list", args=[one.uid]),
            }
            for one in lists.exclude(made_by=user)[:SHOWN]
        ]
        if not (rows or scores):
            return None
        count = sum(row["check"] + row["second"] + row["overdue"] for row in rows) + len(scores)
        return {"count": count, "rows": rows, "scores": scores, "url": reverse("enrolment_desk")}
