"""Answers become totals (P13.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables

from privacy.choices import EndAction
from privacy.models import FormTotals, Submission
from privacy.registry import form_kind
from privacy.services.retention.counting import counts_add, table_of
from privacy.services.retention.terms import midnight


@sensitive_variables("counts")
def totals_add(rows: Sequence[Submission], *, key: str) -> FormTotals:
    """Add submissions of one form of one institution to the totals of that key; inside the caller's transaction, before they are
    erased."""
    newest = max(rows, key=lambda row: row.created_at)
    days = [timezone.localdate(row.created_at) for row in rows]
    found = FormTotals.objects.select_for_update().filter(
        institution_id=newest.institution_id, form=newest.form, key=key, final_at__isnull=True
    )
    totals = found.first() or FormTotals(
        institution_id=newest.institution_id,
        form=newest.form,
        key=key,
        title=str(newest.snapshot.get("title", newest.form))[:255],
        first_on=min(days),
        last_on=max(days),
    )
    counts = totals.unseal_field("sealed_counts") or {}
    for row in rows:
        counts_add(counts, *_counted(row))
    totals.first_on, totals.last_on = min(totals.first_on, *days), max(totals.last_on, *days)
    totals.seal_field("sealed_counts", counts)
    totals.save()
    return totals


@sensitive_variables()
def _counted(row: Submission) -> tuple[dict[str, Any], dict[str, Any]]:
    """Fields and answers of one submission, with what its form counts besides, or in the place of what was asked."""
    fields, answers = list(row.snapshot.get("fields", [])), row.unseal_field("sealed_answers") or {}
    try:
        counted = form_kind(row.form).counted
    except KeyError:
        counted = None
    for field, answer in counted(row) if counted else []:
        fields = [*(one for one in fields if one["name"] != field["name"]), field]
        answers[field["name"]] = answer
    return {"fields": fields}, answers


@sensitive_variables("counts")
def totals_finish(totals: FormTotals, *, now: datetime) -> FormTotals:
    """Make the table that may be shown, and forget the exact numbers."""
    counts = totals.unseal_field("sealed_counts") or {}
    with override("vi"):
        totals.number, totals.table = table_of(counts, no_answer=_("No answer"))
    totals.sealed_counts, totals.final_at = "", now
    totals.save()
    return totals


def totals_finish_due(*, now: datetime) -> int:
    """Finish the totals of past years of which no answer is left; answers how many."""
    year = timezone.localdate(now).year
    done = 0
    for totals in FormTotals.objects.filter(final_at__isnull=True, key__lt=str(year)):
        if not totals.key.isdigit():
            continue
        first, after = midnight(date(int(totals.key), 1, 1)), midnight(date(int(totals.key) + 1, 1, 1))
        left = Submission.objects.filter(
            institution_id=totals.institution_id,
            form=totals.form,
            at_end=EndAction.ANONYMISE,
            created_at__gte=first,
            created_at__lt=after,
        )
        if not left.exists():
            totals_finish(totals, now=now)
            done += 1
    return done


def year_key(submission: Submission) -> str:
    return str(timezone.localdate(submission.created_at).year)
