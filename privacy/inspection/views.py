"""Inspection in the admin: assessments, who has read the regulation, the authority's overview (circular 25/2010, articles
15 and 16)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from network.models import Institution
from privacy.choices import AssessmentTrigger
from privacy.duty_views import DutyView, InstitutionsView, InstitutionView, MembersMixin
from privacy.inspection import staff
from privacy.inspection.facts import facts_of
from privacy.inspection.forms import AnswerForm, FinishForm
from privacy.inspection.points import POINTS, point
from privacy.inspection.selectors import standings_of
from privacy.models import Assessment, ProcessingActivity
from privacy.selectors import current_notice
from privacy.services.assessments import (
    answer_save,
    answers_copy,
    assessment_finish,
    assessment_open,
    newest_answers,
    next_due,
    regulation_acknowledge,
)

LIST = {"url": reverse_lazy("privacy_inspection"), "label": gettext_lazy("Inspection")}


class InspectionView(InstitutionsView):
    """The institutions of a person, each with how it stands."""

    page_title = gettext_lazy("Inspection")
    template_name = "privacy/inspection/list.html"
    site_url = "privacy_inspection_site"

    def standings(self, institutions):
        return standings_of([i.pk for i in institutions], timezone.now())


class MembersView(MembersMixin, InspectionView):
    page_title = gettext_lazy("Inspection of the members")
    listing = LIST


class SiteView(InstitutionView):
    """Assessments of one institution, and its staff."""

    template_name = "privacy/inspection/site.html"
    listing = LIST

    def post(self, request, pk: int):
        """Begin an assessment though none is due."""
        institution = self.find_institution(pk)
        earlier = Assessment.objects.filter(institution=institution, done_at__isnull=False)
        trigger = AssessmentTrigger.PERIODIC if earlier.exists() else AssessmentTrigger.INITIAL
        assessment = assessment_open(institution=institution, trigger=trigger)
        return redirect("privacy_assessment", assessment.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        institution, now = self.institution, timezone.now()
        assessments = list(Assessment.objects.filter(institution=institution).select_related("done_by")[:30])
        last = next((a for a in assessments if a.done_at), None)
        return super().get_context_data(**kwargs) | {
            "institution": institution,
            "standing": standings_of([institution.pk], now)[institution.pk],
            "open": next((a for a in assessments if not a.done_at), None),
            "done": [a for a in assessments if a.done_at],
            "next_due": next_due(last),
            "people": staff.people_of(institution, now),
            "names": names_of(institution),
        }


def names_of(institution: Institution) -> dict[str, str]:
    """Code → name of each activity, for the changes that made an assessment due."""
    return dict(ProcessingActivity.objects.filter(institution=institution).values_list("code", "name"))


class AssessmentView(DutyView):
    """All points of one assessment with their answers; done ones stay as they were."""

    template_name = "privacy/inspection/assessment.html"
    listing = LIST

    def trail(self):
        institution = self.assessment.institution
        return [{"url": reverse("privacy_inspection_site", args=[institution.pk]), "label": institution.name}]

    def get_page_title(self):
        return _("Assessment: %(reason)s") % {"reason": self.assessment.get_trigger_display()}

    def get(self, request, pk: int):
        self.assessment = self.find(Assessment.objects.select_related("done_by"), pk=pk)
        return super().get(request)

    def post(self, request, pk: int):
        self.assessment = self.find(Assessment.objects.all(), pk=pk)
        if "copy" in request.POST:
            taken = answers_copy(assessment=self.assessment, user=request.user)
            self.done(_("%(count)s answers were taken over. Go through each of them.") % {"count": taken})
            return redirect("privacy_assessment", pk)
        form = FinishForm(request.POST)
        if form.is_valid():
            try:
                assessment_finish(
                    assessment=self.assessment,
                    risk=form.cleaned_data["risk"],
                    facts=facts_of(self.assessment.institution),
                    user=request.user,
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                self.done(_("The assessment is done."))
                return redirect("privacy_assessment", pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, form=None, **kwargs: Any) -> dict[str, Any]:
        assessment = self.assessment
        answers = newest_answers(assessment)
        facts = assessment.facts or facts_of(assessment.institution)
        names = names_of(assessment.institution)
        return super().get_context_data(**kwargs) | {
            "assessment": assessment,
            "points": [(p, answers.get(p.key), shown_facts(p.facts, facts)) for p in POINTS],
            "answered": len(answers),
            "changes": [c | {"name": names.get(c.get("activity", ""), "")} for c in assessment.changes],
            "form": form or FinishForm(),
            "has_earlier": not answers
            and Assessment.objects.filter(institution=assessment.institution, done_at__isnull=False).exists(),
        }


FACT_LABELS = {
    "notice": gettext_lazy("Regulation in force"),
    "officer": gettext_lazy("Officers in office"),
    "activities": gettext_lazy("Processing activities"),
    "purposes": gettext_lazy("Purposes"),
    "recipients": gettext_lazy("Recipients"),
    "sensitive": gettext_lazy("Purposes with sensitive information"),
    "children": gettext_lazy("Activities with information on children"),
    "figures": gettext_lazy("Submissions kept"),
    "retention": gettext_lazy("Periods"),
    "overdue": gettext_lazy("Overdue submissions"),
    "staff": gettext_lazy("Staff who have read the regulation"),
    "incidents": gettext_lazy("Incidents open / in the register (drills)"),
    "release": gettext_lazy("Release of the software"),
}


def shown_facts(names: tuple[str, ...], facts: dict[str, Any]) -> list[tuple[Any, list[str]]]:
    """Label and lines of each fact of a point."""
    rows = []
    for name in names:
        value = facts.get(name, "")
        lines = [str(v) for v in value] if isinstance(value, list) else [str(value)]
        rows.append((FACT_LABELS[name], [line for line in lines if line] or ["–"]))
    return rows


class AnswerView(DutyView):
    """Write the answer to one point; the versions before stand below."""

    template_name = "privacy/inspection/answer.html"
    listing = LIST

    def trail(self):
        return [
            {"url": reverse("privacy_assessment", args=[self.assessment.pk]), "label": str(self.assessment)}
        ]

    def get_page_title(self):
        return self.point.title

    def _find(self, pk: int, key: str) -> None:
        self.assessment = self.find(Assessment.objects.filter(done_at=None), pk=pk)
        try:
            self.point = point(key)
        except KeyError:
            raise Http404 from None

    def get(self, request, pk: int, key: str):
        self._find(pk, key)
        newest = newest_answers(self.assessment).get(key)
        initial = {}
        if newest:
            initial = {"fulfilment": newest.fulfilment, "text": newest.text, "remedy": newest.remedy}
        return self.show(AnswerForm(initial=initial))

    def post(self, request, pk: int, key: str):
        self._find(pk, key)
        form = AnswerForm(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            try:
                answer_save(
                    assessment=self.assessment,
                    point_key=key,
                    fulfilment=data["fulfilment"],
                    text=data["text"],
                    remedy=data["remedy"],
                    user=request.user,
                )
            except ValidationError as error:
                form.add_error("remedy" if error.code == "remedy" else None, error)
            else:
                self.done(_("The answer is written."))
                url = reverse("privacy_assessment", args=[pk])
                return redirect(f"{url}#point-{key}")
        return self.show(form, status=422)

    def show(self, form, status: int = 200) -> HttpResponse:
        versions = self.assessment.answers.filter(point=self.point.key).select_related("written_by")
        context = self.get_context_data() | {
            "form": form,
            "point": self.point,
            "facts": shown_facts(self.point.facts, facts_of(self.assessment.institution)),
            "versions": list(versions.order_by("-number")),
        }
        return self.render_to_response(context, status=status)


class ReadView(WagtailAdminTemplateMixin, View):
    """Every member of staff: the regulation in force, and the button that says it was read."""

    page_title = gettext_lazy("Regulation on personal information")
    template_name = "privacy/inspection/read.html"
    header_icon = "lock"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get(self, request):
        return self.render_to_response(self.get_context_data())

    def post(self, request):
        institution = get_object_or_404(
            Institution.objects.filter(pk__in=staff.institutions_of(request.user)),
            pk=request.POST.get("institution") if str(request.POST.get("institution")).isdigit() else 0,
        )
        try:
            regulation_acknowledge(institution=institution, user=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("Thank you: it is on record that you have read the regulation."))
        return redirect("privacy_read")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, now = self.request.user, timezone.now()
        ids = list(staff.institutions_of(user))
        if not ids:
            raise PermissionDenied
        missing = set(staff.missing_for(user, ids, now))
        rows = [
            {"institution": i, "notice": current_notice(i), "is_missing": i.pk in missing}
            for i in Institution.objects.filter(pk__in=ids).select_related("site").order_by("path")[:20]
        ]
        return super().get_context_data(**kwargs) | {"rows": rows}
