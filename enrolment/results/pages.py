"""What the page of an examination shows of its results at a moment, and the form that asks for the keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enrolment.models import ExaminationPage
from enrolment.results.lookup import Answers, answers_of
from enrolment.results.statistics import charts_of, overview_of, version_with_totals
from enrolment.waiting_room.doorkeeper import lookup_waits
from privacy import entry

UPCOMING, OPEN, OVER, NOTHING = "upcoming", "open", "over", "nothing"


class LookupForm(forms.Form):
    """Only drawn: what is sent is compared and never kept, nor shown again."""

    number = forms.CharField(
        label=_("Candidate number"),
        max_length=60,
        help_text=_("As on your examination card, for example 28000123."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    birth = forms.CharField(
        label=_("Date of birth"),
        max_length=60,
        help_text=_("Day, month, year, for example 05/09/2008."),
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )
    code = forms.CharField(
        label=_("Look-up code"),
        max_length=60,
        help_text=_("It is printed on your examination card, for example ABCD-EFGH."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, answers: Answers, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_%s", **kwargs)
        if not answers.asks_birth:
            del self.fields["birth"]
        if not answers.asks_code:
            del self.fields["code"]


@dataclass(frozen=True)
class AppealsNow:
    """Whether appeals against marks are taken today; nothing in it depends on who asks. Without days none are ever taken."""

    is_open: bool
    is_ahead: bool
    first_day: date | None
    last_day: date | None
    url: str


def appeals_now(page: ExaminationPage, request: HttpRequest) -> AppealsNow:
    today, first = timezone.localdate(), page.appeals_from
    return AppealsNow(
        is_open=page.takes_appeals(today),
        is_ahead=first is not None and today < first,
        first_day=first,
        last_day=page.appeals_until,
        url=page.form_address(request),
    )


def exam_context(page: ExaminationPage, request: HttpRequest) -> dict[str, Any]:
    """State of the look-up, its form, the totals, and whether appeals are taken."""
    now = timezone.now()
    answers = answers_of(page.translation_key)
    state = _state(page, answers, now)
    if state == UPCOMING:
        known = getattr(request, "shown_until", None)
        request.shown_until = min(known, page.results_at) if known else page.results_at
    version = version_with_totals(page.translation_key) if state in (OPEN, OVER) else None
    return {
        "state": state,
        "lookup_form": LookupForm(answers=answers) if state == OPEN else None,
        "lookup_url": reverse("exam_result", args=[page.translation_key]) + entry.query(request),
        "waiting_url": lookup_waits(request, page.translation_key) if state == OPEN else "",
        "version": version,
        "overview": overview_of(version) if version else [],
        "charts": charts_of(version) if version else [],
        "appeals": appeals_now(page, request),
    }


def state_now(page: ExaminationPage) -> str:
    return _state(page, answers_of(page.translation_key), timezone.now())


def _state(page: ExaminationPage, answers: Answers | None, now) -> str:
    if timezone.localdate(now) > page.closes_on:
        return OVER
    if now < page.results_at:
        return UPCOMING
    return OPEN if answers else NOTHING
