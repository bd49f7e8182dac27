"""The end of a survey: totals stay, answers go (circular 25/2010, article 13(2))."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import Institution
from privacy.choices import Ended, EraseReason
from privacy.models import FormDraft, FormTotals, LegalHold, Submission, Survey
from privacy.services.retention.erasing import HeldError, erase_rows
from privacy.services.retention.totals import totals_add, totals_finish

COMPLETE_AFTER_DAYS = 30
LONGEST_DAYS = 365
BATCH = 500


def survey_close(
    *,
    institution: Institution,
    form: str,
    title: str,
    on: date,
    days: int = COMPLETE_AFTER_DAYS,
) -> Survey:
    """A survey takes no more answers from `on`; it is completed by itself `days` later. Closing it again moves both days.

    Raises ValidationError for days outside of 0 to 365.
    """
    if not 0 <= days <= LONGEST_DAYS:
        raise ValidationError(
            _("A survey is completed at the latest %(days)s days after it was closed."),
            params={"days": LONGEST_DAYS},
            code="days",
        )
    values = {"title": title[:255], "closed_on": on, "complete_on": on + timedelta(days=days)}
    with transaction.atomic():
        return Survey.objects.update_or_create(
            institution=institution, form=form, completed_at=None, defaults=values
        )[0]


def survey_reopen(*, survey: Survey) -> None:
    """It takes answers again, so that nothing is completed."""
    Survey.objects.filter(pk=survey.pk, completed_at=None).delete()


def survey_complete(
    *, survey: Survey, user: AbstractBaseUser | None = None, now: datetime | None = None
) -> FormTotals | None:
    """Count the answers, store the totals, erase the answers with files, drafts and secrets, and prove it. One transaction: a
    survey is never half completed. Answers None where nobody had answered.

    Raises HeldError while a hold is on any of the answers, ValidationError for a survey that is completed or not closed.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = Survey.objects.select_for_update().get(pk=survey.pk)
        if locked.completed_at or locked.closed_on > timezone.localdate(now):
            raise ValidationError(
                _("Only a survey that is closed and was not completed yet can be completed."), code="state"
            )
        _refuse_if_held(locked, now)
        answers = Submission.objects.filter(institution_id=locked.institution_id, form=locked.form)
        pages = list(answers.exclude(page=None).order_by().values_list("page", flat=True).distinct())
        totals = None
        while rows := list(answers.select_related("institution").order_by("pk")[:BATCH]):
            totals = totals_add(rows, key=f"survey-{locked.closed_on:%Y-%m-%d}")
            erase_rows(
                rows,
                reason=EraseReason.COMPLETED,
                user=user,
                now=now,
                ended=Ended.TOTALS,
                rule=str(locked.closed_on),
            )
        FormDraft.objects.filter(page__in=pages, sent=None).delete()
        if totals:
            totals = totals_finish(totals, now=now)
        locked.completed_at, locked.totals = now, totals
        locked.save()
    survey.completed_at, survey.totals = locked.completed_at, totals
    return totals


def surveys_complete_due(*, now: datetime) -> int:
    """Complete what is due and not held; answers how many."""
    done = 0
    for survey in Survey.objects.filter(completed_at=None, complete_on__lte=timezone.localdate(now)):
        try:
            survey_complete(survey=survey, now=now)
        except HeldError:
            continue
        done += 1
    return done


def _refuse_if_held(survey: Survey, now: datetime) -> None:
    holds = LegalHold.objects.in_force(timezone.localdate(now)).filter(institution_id=survey.institution_id)
    if holds.filter(submission=None, form__in=("", survey.form)).exists() or (
        holds.filter(submission__form=survey.form).exists()
    ):
        raise HeldError(_("A hold is on answers of this survey: it is completed when the hold has ended."))
