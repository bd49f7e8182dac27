"""The register of incidents in the admin (law 91/2025, article 23)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from privacy.duties import Duty, people_with
from privacy.duty_views import DutyView
from privacy.inspection.clocks import bodies_for, clocks_of, clocks_of_many
from privacy.inspection.forms import BodyForm, IncidentForm, NoteForm
from privacy.models import CompetentBody, Incident, IncidentRule
from privacy.pdf import PdfError
from privacy.services import incidents

LIST = {"url": reverse_lazy("privacy_incidents"), "label": gettext_lazy("Incidents")}


class IncidentsView(DutyView):
    """The incidents of a person's institutions, open ones first, with the clock that runs out next."""

    page_title = gettext_lazy("Incidents")
    template_name = "privacy/inspection/incidents.html"
    header_icon = "warning"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = Incident.objects.filter(institution__in=self.institutions()).select_related("institution")
        found = found.order_by(F("closed_at").desc(nulls_first=True), "-detected_at", "-pk")
        context = super().get_context_data(**kwargs) | self.paginated(found)
        shown = list(context["page_obj"])
        clocks = clocks_of_many(shown, timezone.now()) if shown else {}
        return context | {
            "rows": [(i, next((c for c in clocks[i.pk] if c.is_running), None)) for i in shown],
            "institutions": list(self.institutions()[:50]),
        }


class IncidentView(DutyView):
    """One incident: clocks, what is known, steps, whom to report to."""

    template_name = "privacy/inspection/incident.html"
    header_icon = "warning"
    listing = LIST

    def get_page_title(self):
        return str(self.incident)

    def get(self, request, pk: int):
        self.incident = self.find(Incident.objects.all(), pk=pk)
        return super().get(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        incident, now = self.incident, timezone.now()
        return super().get_context_data(**kwargs) | {
            "incident": incident,
            "clocks": clocks_of(incident, now),
            "bodies": bodies_for(incident),
            "events": list(incident.events.select_related("user").order_by("number")),
            "note_form": NoteForm(),
        }


class IncidentActView(DutyView):
    """The buttons of an incident: each is one step of the register."""

    http_method_names = ["post"]

    def post(self, request, pk: int, act: str):
        incident = self.find(Incident.objects.all(), pk=pk)
        try:
            self.done(self._do(incident, act))
        except ValidationError as error:
            self.fail(error)
        return redirect("privacy_incident", pk)

    def _do(self, incident: Incident, act: str) -> str:
        user, note = self.request.user, self.request.POST.get("note", "")
        if act == "note":
            incidents.incident_note(incident=incident, note=note, user=user)
            return _("The step is in the register.")
        if act == "contain":
            incidents.incident_contain(incident=incident, user=user, note=note)
            return _("The incident is contained.")
        if act == "count":
            count = incidents.incident_count(incident=incident, user=user)
            return _("Counted: %(count)s.") % {"count": count}
        if act == "report":
            code = self.request.POST.get("rule", "")
            rule = next((c.rule for c in clocks_of(incident, timezone.now()) if c.rule.code == code), None)
            if rule is None:
                raise ValidationError(_("No such clock runs for this incident."), code="rule")
            incidents.incident_report(incident=incident, rule=rule, user=user, note=note)
            return _("The report is in the register, its clock has stopped.")
        if act == "tell":
            letters, silent = incidents.people_tell(incident=incident, user=user)
            words = _("%(letters)s letters wait; %(silent)s people left no address and see the notice.")
            return words % {"letters": letters, "silent": silent}
        incidents.incident_close(incident=incident, user=user)
        return _("The incident is closed; an assessment is due.")


class IncidentEditView(DutyView):
    """Enter an incident, or write what is known since."""

    template_name = "privacy/retention/form.html"
    header_icon = "warning"
    listing = LIST
    incident: Incident | None = None

    def get_page_title(self):
        return str(self.incident) if self.incident else _("Enter an incident")

    def _find(self, institution: int | None, pk: int | None) -> None:
        if pk:
            self.incident = self.find(Incident.objects.filter(closed_at=None), pk=pk)
            self.institution = self.incident.institution
        else:
            self.institution = self.find_institution(institution)

    def _form(self, data=None):
        now = timezone.localtime().replace(second=0, microsecond=0)
        initial = {} if self.incident else {"detected_at": now}
        return IncidentForm(data, instance=self.incident, institution=self.institution, initial=initial)

    def get(self, request, institution: int | None = None, pk: int | None = None):
        self._find(institution, pk)
        return self.show(self._form())

    def post(self, request, institution: int | None = None, pk: int | None = None):
        self._find(institution, pk)
        form = self._form(request.POST)
        if form.is_valid():
            try:
                return self._save(form.details())
            except ValidationError as error:
                form.add_error(None, error)
        return self.show(form, status=422)

    def _save(self, details: dict[str, Any]) -> HttpResponse:
        user = self.request.user
        if self.incident:
            incident = incidents.incident_change(incident=self.incident, details=details, user=user)
        else:
            incident = incidents.incident_open(institution=self.institution, details=details, user=user)
        self.done(_("The incident is in the register."))
        return redirect("privacy_incident", incident.pk)

    def show(self, form, status: int = 200) -> HttpResponse:
        intro = _("The clocks run from the discovery. Write what is known now; the rest can follow.")
        context = self.get_context_data() | {"form": form, "button": _("Save"), "intro": intro}
        return self.render_to_response(context, status=status)


class ReportView(DutyView):
    """The printed report as PDF; each printing is a step of the register, so it is asked for by POST."""

    http_method_names = ["post"]

    def post(self, request, pk: int):
        incident = self.find(Incident.objects.all(), pk=pk)
        officers = list(people_with(Duty.REVIEW, incident.institution))
        try:
            content = incidents.incident_print(incident=incident, user=request.user, officers=officers)
        except PdfError as error:
            self.fail(ValidationError(str(error)))
            return redirect("privacy_incident", pk)
        headers = {
            "Content-Disposition": f'attachment; filename="{incident}.pdf"',
            "Cache-Control": "no-store",
        }
        return HttpResponse(content, content_type="application/pdf", headers=headers)


class BodiesView(DutyView):
    """Whom to report to, and the clocks of the law, as they hold today."""

    page_title = gettext_lazy("Competent bodies and clocks")
    template_name = "privacy/inspection/bodies.html"
    listing = LIST

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = list(self.institutions()[:200])
        paths = {i.path[:end] for i in mine for end in range(i.steplen, len(i.path) + 1, i.steplen)}
        bodies = CompetentBody.objects.filter(Q(institution=None) | Q(institution__path__in=paths))
        own = {i.pk for i in mine}
        return super().get_context_data(**kwargs) | {
            "bodies": [(b, b.institution_id in own) for b in bodies.select_related("institution")],
            "rules": IncidentRule.objects.valid(timezone.localdate()),
            "authorities": [i for i in mine if i.is_authority],
        }


class BodyEditView(DutyView):
    """An authority's own contacts, for itself and its members."""

    template_name = "privacy/retention/form.html"
    listing = LIST
    body: CompetentBody | None = None

    def get_page_title(self):
        return str(self.body) if self.body else _("Add a competent body")

    def _find(self, institution: int | None, pk: int | None) -> None:
        if pk:
            self.body = get_object_or_404(
                CompetentBody.objects.filter(institution__in=self.institutions()), pk=pk
            )
        else:
            self.institution = self.find_institution(institution)

    def get(self, request, institution: int | None = None, pk: int | None = None):
        self._find(institution, pk)
        return self.show(BodyForm(instance=self.body))

    def post(self, request, institution: int | None = None, pk: int | None = None):
        self._find(institution, pk)
        form = BodyForm(request.POST, instance=self.body)
        if not form.is_valid():
            return self.show(form, status=422)
        body = form.save(commit=False)
        if self.body is None:
            body.institution = self.institution
        incidents.body_save(body=body, user=request.user)
        self.done(_("The contact is saved."))
        return redirect("privacy_bodies")

    def show(self, form, status: int = 200) -> HttpResponse:
        context = self.get_context_data() | {"form": form, "button": _("Save"), "intro": ""}
        return self.render_to_response(context, status=status)
