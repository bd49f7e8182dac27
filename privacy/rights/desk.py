"""The desk of those who answer for personal information: requests with clocks, decisions, notices of revision (Duty.REVIEW);
numbers of members (Duty.OVERSEE). Another institution's request does not exist there."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from privacy import codes
from privacy.calendar import years_without_table
from privacy.choices import Method, RequestKind, RequestState
from privacy.duties import Duty, institutions_with, is_in_charge
from privacy.models import SubjectRequest, Submission
from privacy.pdf import PdfError, PdfLibraryError
from privacy.rights.carrying_out import CORRECTIONS, EXECUTIONS, REMOVALS, execute, executions_for
from privacy.rights.certificates import certificate_issue
from privacy.rights.desk_changes import ChangeMixin
from privacy.rights.fields import entries_of
from privacy.rights.forms import DoneForm, ExtendForm, GrantForm, PaperForm, RefuseForm, ReplyForm
from privacy.rights.regrant import regrant_approve, regrant_candidates
from privacy.rights.requests import (
    request_carry_out,
    request_extend,
    request_open,
    request_read,
    request_refuse,
    request_reply,
)
from privacy.rights.rules import latest_extension, rule_named
from privacy.rights.selectors import personal_file, requests_of, revisions_of
from privacy.services.access import access_denied, submission_read

PAGE_SIZE = 50


def has_desk(user) -> bool:
    """Whether a person handles the requests of some institution."""
    return is_in_charge(user, Duty.REVIEW)


class RightsDeskView(WagtailAdminTemplateMixin, View):
    """A screen for those with the duty; nobody else is let in, an administrator of the installation included."""

    header_icon = "lock"
    page_title = gettext_lazy("Requests about personal information")
    duty = Duty.REVIEW

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.institutions.exists():
            raise PermissionDenied
        request.sensitive_post_parameters = "__ALL__"
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        return response

    @cached_property
    def institutions(self):
        return institutions_with(self.request.user, self.duty)

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("privacy_requests"), "label": _("Requests about personal information")}
        return [*self.breadcrumbs_items, listing, *self.trail()]

    def trail(self) -> list[dict[str, str]]:
        return []

    def show(self, *, status: int = 200, **context: Any) -> HttpResponse:
        values = self.get_context_data(today=timezone.localdate(), **context)
        return self.render_to_response(values, status=status)


class RequestsView(RightsDeskView):
    """Who has to decide on what, and until when."""

    template_name = "privacy/desk/requests.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        states = {"open", *RequestState.values, "all"}
        state = request.GET.get("state", "open")
        state = state if state in states else "open"
        kind = request.GET.get("kind", "")
        kind = kind if kind in RequestKind.values else ""
        rows = requests_of(self.institutions, state="" if state == "all" else state, kind=kind)
        today = timezone.localdate()
        return self.show(
            rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")),
            state=state,
            kind=kind,
            states=[("open", pgettext("requests", "Open")), ("all", _("All")), *RequestState.choices],
            kinds=RequestKind.choices,
            overdue=SubjectRequest.objects.of(self.institutions).overdue(today).count(),
            revisions_open=revisions_of(self.institutions).count(),
            oversees=is_in_charge(request.user, Duty.OVERSEE),
            years_missing=years_without_table(today.year, today.year + (today.month > 10)),
        )


class RequestNewView(RightsDeskView):
    """A request that came on paper or by telephone: its clock runs from the day it came."""

    template_name = "privacy/desk/new.html"

    def trail(self):
        return [{"url": "", "label": _("Enter a request")}]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(form=PaperForm(institutions=self.institutions))

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        form = PaperForm(request.POST, institutions=self.institutions)
        if not form.is_valid():
            return self.show(form=form, status=422)
        values = form.cleaned_data
        submission = self._submission(form)
        if form.errors:
            return self.show(form=form, status=422)
        try:
            asked = request_open(
                institution=values["institution"],
                kind=RequestKind(values["kind"]),
                detail={"text": values["detail"], "contact": values["contact"]},
                submission=submission,
                actor=values["actor"],
                method=Method(values["method"]),
                received=values["received"],
                language=get_language() or "vi",
                user=request.user,
            )
        except ValidationError as error:
            form.add_error("received" if error.code == "received" else None, error)
            return self.show(form=form, status=422)
        messages.success(request, _("%(reference)s was entered.") % {"reference": asked.reference})
        return redirect("privacy_request", uid=asked.uid)

    def _submission(self, form: PaperForm) -> Submission | None:
        code = form.cleaned_data["reference"].strip()
        if not code:
            return None
        rows = Submission.objects.filter(institution=form.cleaned_data["institution"])
        found = rows.filter(reference=codes.normalised_reference(code)).first()
        if found is None:
            form.add_error("reference", _("Nothing with this code was sent to this institution."))
        return found


class RequestView(ChangeMixin, RightsDeskView):
    """One request: its clock and history; what the person wrote after one more step, on record; then the decisions."""

    template_name = "privacy/desk/request.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.uid = kwargs["uid"]

    def find(self) -> SubjectRequest:
        rows = SubjectRequest.objects.of(self.institutions).select_related(
            "institution", "submission__notice"
        )
        found = rows.filter(uid=self.uid).first()
        if found is None:
            foreign = SubjectRequest.objects.select_related("institution").filter(uid=self.uid).first()
            if foreign is not None:
                reference = f"{foreign._meta.label_lower}:{foreign.uid}"
                access_denied(institution=foreign.institution, object_ref=reference, user=self.request.user)
            raise Http404("No such request")
        return found

    def trail(self):
        return [{"url": "", "label": self.asked.reference}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.asked = self.find()
        return self.show(**self.facts())

    def facts(self) -> dict[str, Any]:
        asked = self.asked
        return {
            "asked": asked,
            "events": list(asked.events.select_related("user").order_by("at", "pk")),
            "revisions": list(asked.revisions.select_related("disclosure")),
            "is_late": asked.is_open
            and (
                asked.fulfil_due < timezone.localdate()
                or (asked.replied_at is None and asked.reply_due < timezone.localdate())
            ),
        }

    @sensitive_variables()
    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.asked = self.find()
        act = request.POST.get("act", "")
        if act == "open":
            return self.opened()
        if act == "contents":
            return self.opened(with_contents=True)
        if act.partition(":")[0] in EXECUTIONS:
            return self.execute(act)
        if act.partition(":")[0] in self.changes and self.asked.submission:
            return self.change(act)
        if act == "certificate" and self.asked.submission:
            return self.certificate()
        if act == "copy" and self.asked.submission:
            return self.copy()
        if act in self.decisions:
            return self.decide(act)
        return redirect("privacy_request", uid=uid)

    # What the person wrote

    @sensitive_variables()
    def opened(self, *, with_contents: bool = False, status: int = 200, **forms: Any) -> HttpResponse:
        asked = self.asked
        detail = request_read(request=asked, user=self.request.user)
        entries = []
        if with_contents and asked.submission:
            answers = submission_read(submission=asked.submission, user=self.request.user, purpose="request")
            entries = entries_of(asked.submission, answers)
        context = self.facts() | {
            "detail": detail,
            "is_open_now": True,
            "entries": entries,
            "notes": {
                event.pk: event.unseal_field("sealed_note")
                for event in asked.events.all()
                if event.sealed_note
            },
        }
        for event in context["events"]:
            event.note = context["notes"].get(event.pk, "")
        if asked.is_open:
            context |= self.forms() | forms
        return self.show(status=status, **context)

    def forms(self) -> dict[str, Any]:
        asked = self.asked
        last = latest_extension(rule_named(asked.rule), asked.fulfil_due)
        forms: dict[str, Any] = {
            "reply_form": ReplyForm(prefix="reply"),
            "done_form": DoneForm(prefix="done"),
            "refuse_form": RefuseForm(prefix="refuse", kind=asked.kind, on=timezone.localdate()),
            "last_day": last,
            "executions": executions_for(asked),
            "may_correct": asked.kind in CORRECTIONS,
            "may_remove": asked.kind in REMOVALS,
        }
        if asked.extended_at is None and last > asked.fulfil_due:
            forms["extend_form"] = ExtendForm(prefix="extend")
        if asked.kind == RequestKind.REGRANT:
            forms["grant_form"] = GrantForm(prefix="grant", candidates=regrant_candidates(asked))
        return forms

    # Decisions

    @property
    def decisions(self) -> dict[str, Any]:
        return {
            "reply": (self._reply, _("The answer was recorded.")),
            "extend": (self._extend, _("The end was put off.")),
            "done": (self._done, _("The request is settled.")),
            "refuse": (self._refuse, _("The request was refused.")),
            "grant": (self._grant, _("A new secret code goes to the address that the submission holds.")),
        }

    @sensitive_variables()
    def decide(self, act: str) -> HttpResponse:
        if not self.asked.is_open:
            messages.error(self.request, _("This request is closed already."))
            return redirect("privacy_request", uid=self.asked.uid)
        form = self._bound(act)
        if form is None:
            return redirect("privacy_request", uid=self.asked.uid)
        if not form.is_valid():
            return self.opened(status=422, **{f"{act}_form": form})
        carry_out, said = self.decisions[act]
        try:
            carry_out(form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
            return self.opened(status=422, **{f"{act}_form": form})
        messages.success(self.request, said)
        return redirect("privacy_request", uid=self.asked.uid)

    def _bound(self, act: str):
        data, asked = self.request.POST, self.asked
        if act == "refuse":
            return RefuseForm(data, prefix=act, kind=asked.kind, on=timezone.localdate())
        if act == "grant":
            if asked.kind != RequestKind.REGRANT:
                return None
            return GrantForm(data, prefix=act, candidates=regrant_candidates(asked))
        return {"reply": ReplyForm, "extend": ExtendForm, "done": DoneForm}[act](data, prefix=act)

    def _reply(self, values: dict[str, Any]) -> None:
        request_reply(request=self.asked, user=self.request.user, text=values["text"])

    def _extend(self, values: dict[str, Any]) -> None:
        request_extend(
            request=self.asked, user=self.request.user, until=values["until"], reason=values["reason"]
        )

    def _done(self, values: dict[str, Any]) -> None:
        request_carry_out(request=self.asked, user=self.request.user, text=values["text"])

    def _refuse(self, values: dict[str, Any]) -> None:
        request_refuse(
            request=self.asked, user=self.request.user, ground=values["ground"], text=values["text"]
        )

    def _grant(self, values: dict[str, Any]) -> None:
        regrant_approve(
            request=self.asked,
            submission_uid=values["submission"],
            user=self.request.user,
            proof=values["proof"],
            text=values["text"],
        )

    # Carrying out

    def execute(self, act: str) -> HttpResponse:
        if "sure" not in self.request.POST:
            messages.error(self.request, _("Tick first that you have checked it; nothing was done."))
            return redirect("privacy_request", uid=self.asked.uid)
        try:
            execute(act, request=self.asked, user=self.request.user)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
        else:
            messages.success(
                self.request, _("Done. Now write the answer to the person and settle the request.")
            )
        return redirect("privacy_request", uid=self.asked.uid)

    def certificate(self) -> HttpResponse:
        """For who asked on paper: handed over or sent by post."""
        submission_read(submission=self.asked.submission, user=self.request.user, purpose="request")
        try:
            issued = certificate_issue(
                submission=self.asked.submission, method=self.asked.method, user=self.request.user
            )
        except PdfLibraryError:
            messages.error(
                self.request,
                _(
                    "No certificate can be made: the server lacks a library for PDF files (Pango). Tell those who run it, and "
                    "hand over the copy in the meantime."
                ),
            )
            return redirect("privacy_request", uid=self.asked.uid)
        except PdfError:
            messages.error(self.request, _("The certificate could not be made. Hand over the copy instead."))
            return redirect("privacy_request", uid=self.asked.uid)
        disposition = f'attachment; filename="{issued.filename}"'
        return HttpResponse(
            issued.content, content_type="application/pdf", headers={"Content-Disposition": disposition}
        )

    @sensitive_variables()
    def copy(self) -> HttpResponse:
        submission = self.asked.submission
        submission_read(submission=submission, user=self.request.user, purpose="request")
        context = {
            "file": personal_file(submission),
            "submission": submission,
            "institution": submission.institution,
            "language": submission.language,
            "now": timezone.now(),
        }
        text = render_to_string("privacy/rights/copy.html", context)
        disposition = f'attachment; filename="{submission.reference}.html"'
        return HttpResponse(
            text, content_type="text/html; charset=utf-8", headers={"Content-Disposition": disposition}
        )
