"""How it stands with inspection: numbers by institution, for those who answer for it and for the authority above."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Min, Q
from django.utils import timezone

from privacy.inspection import staff
from privacy.inspection.clocks import clocks_of_many
from privacy.models import Assessment, Incident
from privacy.retention.selectors import Figures, figures_of


@dataclass(frozen=True)
class Standing:
    """`due_on`: of the assessment that is open, None where none is; `done_at`: of the last one; `staff` and `read`: how many work
    there and have read the regulation; `incidents` are open, `late` clocks of them are over."""

    due_on: date | None = None
    done_at: datetime | None = None
    is_overdue: bool = False
    staff: int = 0
    read: int = 0
    incidents: int = 0
    late: int = 0
    retention: Figures = Figures()  # noqa: RUF009 - frozen, without a list in it

    @property
    def unread(self) -> int:
        return self.staff - self.read


def standings_of(
    institution_ids: Iterable[int], now: datetime, *, read: Mapping[tuple[int, int], bool] | None = None
) -> dict[int, Standing]:
    """Institution id → how it stands; the same number of queries at any number of institutions, three fewer where `read` has what
    ``staff.who_has_read`` answered."""
    ids = list(institution_ids)
    today = timezone.localdate(now)
    assessments = (
        Assessment.objects.filter(institution__in=ids)
        .order_by()
        .values_list("institution_id")
        .annotate(due=Min("due_on", filter=Q(done_at=None)), done=Max("done_at"))
    )
    assessed = {pk: (due, done) for pk, due, done in assessments}
    shares = staff.share_of(ids, now) if read is None else staff.shares(read)
    figures = figures_of(ids, now)
    incidents = list(Incident.objects.filter(institution__in=ids, closed_at=None, is_drill=False))
    clocks = clocks_of_many(incidents, now) if incidents else {}
    by_institution: dict[int, list[Incident]] = {}
    for incident in incidents:
        by_institution.setdefault(incident.institution_id, []).append(incident)
    return {
        pk: Standing(
            due_on=(due := assessed.get(pk, (None, None))[0]),
            done_at=assessed.get(pk, (None, None))[1],
            is_overdue=due is not None and due < today,
            staff=shares.get(pk, (0, 0))[0],
            read=shares.get(pk, (0, 0))[1],
            incidents=len(by_institution.get(pk, ())),
            late=sum(c.is_late and c.is_running for i in by_institution.get(pk, ()) for c in clocks[i.pk]),
            retention=figures[pk],
        )
        for pk in ids
    }
