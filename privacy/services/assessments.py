"""The assessment of an institution: it becomes due by itself, is answered point by point and done by a person (circular 25/2010,
article 15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import Institution
from privacy.choices import ActivityChange, AssessmentTrigger, Fulfilment, RiskLevel
from privacy.inspection.points import POINTS, point
from privacy.models import Acknowledgement, Assessment, AssessmentAnswer, Notice, ProcessingActivity
from privacy.services.retention.holds import refuse_without_duty

FIRST_DUE, CHANGE_DUE = timedelta(days=60), timedelta(days=14)
"""The first within 60 days (decree 356/2025, article 19); a change at once, with two weeks to write it down."""
YEAR = timedelta(days=365)
BATCH = 500


def activity_changed(activity: ProcessingActivity, what: ActivityChange, now: datetime) -> None:
    """Listener of the register: something about a form changed, so the assessment is due again."""
    assessment_open(
        institution=activity.institution,
        trigger=AssessmentTrigger.CHANGE,
        changes=[{"what": str(what), "activity": activity.code, "at": now.isoformat()}],
        now=now,
    )


def assessment_open(
    *,
    institution: Institution,
    trigger: AssessmentTrigger,
    changes: Iterable[Mapping[str, Any]] = (),
    now: datetime | None = None,
) -> Assessment:
    """Make an assessment due, or add to the one that is: each change is named once, the nearer day holds."""
    now = now or timezone.now()
    due_on = timezone.localdate(now) + (FIRST_DUE if trigger == AssessmentTrigger.INITIAL else CHANGE_DUE)
    with transaction.atomic():
        assessment, is_new = Assessment.objects.select_for_update(of=("self",)).get_or_create(
            institution=institution,
            done_at=None,
            defaults={"trigger": trigger, "opened_at": now, "due_on": due_on},
        )
        known = {(c["what"], c.get("activity")) for c in assessment.changes}
        added = [dict(c) for c in changes if (c["what"], c.get("activity")) not in known]
        if added or not is_new:
            assessment.changes = [*assessment.changes, *added]
            assessment.due_on = min(assessment.due_on, due_on)
            assessment.save(update_fields=["changes", "due_on"])
    return assessment


def blocked_codes(institution: Institution) -> set[str]:
    """Codes of the forms that are not published anew before the assessment is done; one query."""
    rows = Assessment.objects.filter(institution=institution, done_at=None).values_list("changes", flat=True)
    return {c["activity"] for changes in rows for c in changes if c.get("activity")}


def answer_save(
    *,
    assessment: Assessment,
    point_key: str,
    fulfilment: Fulfilment | str,
    text: str,
    user: AbstractBaseUser,
    remedy: str = "",
    now: datetime | None = None,
) -> AssessmentAnswer | None:
    """Write the next version of an answer; None where nothing changed. Raises ValidationError for an assessment that is done, an
    empty finding, or what is not fulfilled without a remedy."""
    refuse_without_duty(user, assessment.institution)
    if assessment.done_at:
        raise ValidationError(
            _("This assessment is done. The next one is written when it is due."), code="done"
        )
    point(point_key)
    text, remedy = text.strip(), remedy.strip()
    if not text:
        raise ValidationError(_("Write what you found."), code="text")
    if fulfilment != Fulfilment.MET and not remedy:
        raise ValidationError(_("Write what is to be done about it, and until when."), code="remedy")
    with transaction.atomic():
        Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
        newest = assessment.answers.filter(point=point_key).order_by("-number").first()
        if newest and (newest.fulfilment, newest.text, newest.remedy) == (fulfilment, text, remedy):
            return None
        answer = AssessmentAnswer(
            assessment=assessment,
            point=point_key,
            number=newest.number + 1 if newest else 1,
            fulfilment=fulfilment,
            text=text,
            remedy=remedy,
            written_by=user,
            written_at=now or timezone.now(),
        )
        answer.save(force_insert=True)
    return answer


def newest_answers(assessment: Assessment) -> dict[str, AssessmentAnswer]:
    """Point → the version that holds; one query."""
    return {a.point: a for a in assessment.answers.select_related("written_by").order_by("number")}


def assessment_finish(
    *,
    assessment: Assessment,
    risk: RiskLevel | str,
    facts: Mapping[str, Any],
    user: AbstractBaseUser,
    now: datetime | None = None,
) -> Assessment:
    """Every point is answered: the assessment is done and holds until something changes, a year at the most.

    Raises ValidationError while a point has no answer.
    """
    refuse_without_duty(user, assessment.institution)
    with transaction.atomic():
        locked = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
        if locked.done_at:
            return locked
        answered = newest_answers(locked)
        missing = [str(p.title) for p in POINTS if p.key not in answered]
        if missing:
            raise ValidationError(
                _("These points have no answer yet: %(points)s."),
                params={"points": "; ".join(missing)},
                code="missing",
            )
        locked.risk, locked.facts, locked.release = RiskLevel(risk), dict(facts), settings.EDUSITE_RELEASE
        locked.done_at, locked.done_by = now or timezone.now(), user
        locked.save()
    return locked


def answers_copy(*, assessment: Assessment, user: AbstractBaseUser, now: datetime | None = None) -> int:
    """Begin with the answers of the last assessment that was done, to be gone through; answers how many were taken."""
    refuse_without_duty(user, assessment.institution)
    last = (
        Assessment.objects.filter(institution=assessment.institution, done_at__isnull=False)
        .order_by("-done_at")
        .first()
    )
    if last is None or assessment.done_at:
        return 0
    have = newest_answers(assessment)
    taken = 0
    for key, old in newest_answers(last).items():
        if key not in have:
            values = {"fulfilment": old.fulfilment, "text": old.text, "remedy": old.remedy}
            answer_save(assessment=assessment, point_key=key, user=user, now=now, **values)
            taken += 1
    return taken


def assessments_due(*, now: datetime) -> int:
    """Open what has become due by itself: the first one of a site with forms, after a year, after a new release; answers how
    many. A run costs the same number of queries for each 500 institutions."""
    made = 0
    pks = list(
        ProcessingActivity.objects.filter(
            ~Exists(Assessment.objects.filter(institution=OuterRef("institution"), done_at=None))
        )
        .order_by()
        .values_list("institution", flat=True)
        .distinct()
    )
    for start in range(0, len(pks), BATCH):
        part = pks[start : start + BATCH]
        last = dict(
            Assessment.objects.filter(institution__in=part)
            .order_by()
            .values_list("institution")
            .annotate(last=Max("done_at"))
        )
        done = {
            (a.institution_id, a.done_at): a.release
            for a in Assessment.objects.filter(institution__in=part, done_at__in=set(last.values()))
        }
        rows = [_due(pk, last.get(pk), done.get((pk, last.get(pk)), ""), now) for pk in part]
        new = Assessment.objects.bulk_create([row for row in rows if row], ignore_conflicts=True)
        made += len(new)
    return made


def _due(institution: int, done_at: datetime | None, release: str, now: datetime) -> Assessment | None:
    today = timezone.localdate(now)
    values: dict[str, Any] = {"institution_id": institution, "opened_at": now}
    if done_at is None:
        return Assessment(trigger=AssessmentTrigger.INITIAL, due_on=today + FIRST_DUE, **values)
    if release != settings.EDUSITE_RELEASE:
        change = {
            "what": str(ActivityChange.RELEASE),
            "release": settings.EDUSITE_RELEASE,
            "at": now.isoformat(),
        }
        return Assessment(
            trigger=AssessmentTrigger.CHANGE, due_on=today + CHANGE_DUE, changes=[change], **values
        )
    if done_at <= now - YEAR:
        return Assessment(trigger=AssessmentTrigger.PERIODIC, due_on=today + CHANGE_DUE, **values)
    return None


def regulation_acknowledge(
    *, institution: Institution, user: AbstractBaseUser, now: datetime | None = None
) -> Acknowledgement:
    """A member of staff says to have read the regulation in force. Raises ValidationError where none is."""
    now = now or timezone.now()
    notice = Notice.objects.current(institution, on=timezone.localdate(now))
    if notice is None:
        raise ValidationError(_("No regulation on personal information is in force."), code="notice")
    return Acknowledgement.objects.create(institution=institution, user=user, notice=notice, given_at=now)


def acknowledgements_purge(*, now: datetime) -> int:
    return Acknowledgement.objects.filter(given_at__lt=now - 3 * YEAR).delete()[0]


def next_due(assessment: Assessment | None) -> date | None:
    """When the next one is due by itself after one that is done."""
    return timezone.localdate(assessment.done_at + YEAR) if assessment and assessment.done_at else None
