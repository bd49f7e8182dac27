"""The admin screens of the regulations: where each institution stands, one version with its chapters, the head's decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.forms.regulations import DecisionForm, OwnProvisionsForm, ReturnForm, ReviewedForm
from editorial.models import Regulation, Upkeep
from editorial.regulations.facts import fact_label, from_json
from editorial.selectors.regulations import (
    approver_of,
    differences_of,
    latest_approved,
    writers_of,
)
from editorial.services import regulations as services
from editorial.services.regulations import RegulationRefusedError, may_draft
from editorial.views.regulation_documents import document_context
from editorial.views.regulation_lists import RegulationBaseView, may_see_regulations


class RegulationView(RegulationBaseView):
    """One version: its chapters with the board's own provisions, the facts, the history, and what may be done now."""

    template_name = "editorial/regulations/regulation.html"

    def get_page_title(self):
        return self.shown.spec.label

    def trail(self):
        institution = self.shown.institution
        return [
            {"url": reverse("editorial_regulations_site", args=[institution.pk]), "label": institution.name}
        ]

    def get(self, request, pk: int):
        self.shown = self.regulation(pk)
        return super().get(request)

    def post(self, request, pk: int):
        self.shown = self.regulation(pk)
        if not self.may_edit():
            raise PermissionDenied
        form = self.own_form(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            try:
                services.regulation_edit(
                    regulation=self.shown,
                    user=request.user,
                    own=form.own(),
                    changes=data.get("changes", ""),
                    changes_en=data.get("changes_en", ""),
                    seen=data["seen"],
                )
            except RegulationRefusedError as error:
                self.fail(error)
            else:
                messages.success(request, _("The draft was saved."))
            if "submit" in request.POST:
                return self._submit()
            return redirect("editorial_regulation", pk)
        messages.error(request, _("The draft was not saved: correct the fields that are marked."))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _submit(self):
        try:
            services.regulation_submit(regulation=self.shown, user=self.request.user)
        except (RegulationRefusedError, ValidationError) as error:
            self.fail(error)
        else:
            messages.success(self.request, _("The regulation was handed to the head."))
        return redirect("editorial_regulation", self.shown.pk)

    def may_edit(self) -> bool:
        return self.shown.is_draft and may_draft(self.request.user, self.shown.institution)

    def own_form(self, data=None) -> OwnProvisionsForm:
        asks = latest_approved(self.shown.institution, self.shown.spec) is not None
        return OwnProvisionsForm(data, regulation=self.shown, asks_changes=asks)

    def get_context_data(self, form=None, **kwargs: Any) -> dict[str, Any]:
        regulation, user = self.shown, self.request.user
        approver = approver_of(regulation) if regulation.is_open else None
        return super().get_context_data(**kwargs) | {
            "regulation": regulation,
            "institution": regulation.institution,
            "form": (form or self.own_form()) if self.may_edit() else None,
            "may_draft": may_draft(user, regulation.institution),
            "approver": approver,
            "may_decide": regulation.is_submitted and user.pk in approver.user_ids,
            "has_written": regulation.is_submitted and user.pk in writers_of(regulation)[regulation.pk],
            "differences": differences_of(regulation),
            "is_latest": regulation.is_open
            or regulation == latest_approved(regulation.institution, regulation.spec),
            "facts": [
                {"label": fact_label(key), "words": fact.vi}
                for key, fact in from_json(regulation.facts).items()
            ],
            "events": list(regulation.events.all()),
            "reviewed_form": ReviewedForm(),
        }


class RegulationActView(RegulationBaseView):
    """A button without a form: hand in, take back, bring up to date, throw away, record a review."""

    http_method_names = ["post"]

    def post(self, request, pk: int, act: str):
        regulation = self.regulation(pk)
        try:
            done = self._do(act, regulation)
        except (RegulationRefusedError, ValidationError) as error:
            self.fail(error)
            return redirect("editorial_regulation", pk)
        messages.success(request, done)
        if act == "discard":
            return redirect("editorial_regulations_site", regulation.institution_id)
        return redirect("editorial_regulation", pk)

    def _do(self, act: str, regulation: Regulation) -> str:
        user = self.request.user
        if act == "submit":
            services.regulation_submit(regulation=regulation, user=user)
            return _("The regulation was handed to the head.")
        if act == "recall":
            services.regulation_recall(regulation=regulation, user=user)
            return _("The regulation is a draft again.")
        if act == "refresh":
            services.regulation_refresh(regulation=regulation, user=user)
            return _("The draft says what the settings say now. Your own provisions stayed.")
        if act == "discard":
            services.regulation_discard(regulation=regulation, user=user)
            return _("The draft was thrown away.")
        if act == "reviewed":
            form = ReviewedForm(self.request.POST)
            if not form.is_valid():
                raise ValidationError(_("Give the date of the next review."))
            services.regulation_reviewed(
                regulation=regulation, user=user, review_on=form.cleaned_data["review_on"]
            )
            return _("The review is on record.")
        raise Http404


class DecisionView(RegulationBaseView):
    """The head approves, with number and dates, or returns with a reason."""

    page_title = gettext_lazy("Decide on the regulation")
    template_name = "editorial/regulations/decide.html"

    def trail(self):
        regulation = self.shown
        return [
            {"url": reverse("editorial_regulation", args=[regulation.pk]), "label": regulation.spec.label}
        ]

    def dispatch(self, request, *args, **kwargs):
        if may_see_regulations(request.user):
            self.shown = self.regulation(kwargs["pk"])
            self.approver = approver_of(self.shown)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, pk: int):
        if refusal := self._refusal():
            messages.error(request, refusal)
            return redirect("editorial_regulation", pk)
        return super().get(request)

    def _refusal(self) -> str:
        if not self.shown.is_submitted:
            return str(services.DECIDED)
        return "" if self.request.user.pk in self.approver.user_ids else str(services.NOT_HEAD)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        regulation = self.shown
        symbol = (
            Upkeep.objects.filter(institution=regulation.institution).values_list("symbol", flat=True).first()
        )
        form = kwargs.pop("form", None) or DecisionForm(
            regulation=regulation, initial={"symbol": f"/{symbol}" if symbol else ""}
        )
        context = document_context(regulation) | super().get_context_data(**kwargs)
        return context | {
            "institution": regulation.institution,
            "form": form,
            "media": form.media,
            "return_form": kwargs.pop("return_form", None) or ReturnForm(prefix="return"),
            "approver": self.approver,
            "differences": differences_of(regulation),
        }

    def post(self, request, pk: int):
        returning = "return" in request.POST
        form = (
            ReturnForm(request.POST, prefix="return")
            if returning
            else DecisionForm(request.POST, regulation=self.shown)
        )
        if form.is_valid():
            try:
                self._decide(form.cleaned_data, returning=returning)
            except RegulationRefusedError as error:
                self.fail(error)
                return redirect("editorial_regulation", pk)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return redirect("editorial_regulation", pk)
        name = "return_form" if returning else "form"
        return self.render_to_response(self.get_context_data(**{name: form}), status=422)

    def _decide(self, data: dict[str, Any], *, returning: bool) -> None:
        user = self.request.user
        if returning:
            services.regulation_return(regulation=self.shown, user=user, reason=data["reason"])
            messages.success(self.request, _("The regulation was returned to the board."))
            return
        services.regulation_approve(regulation=self.shown, user=user, **data)
        messages.success(self.request, _("The regulation is approved."))


class PreviewView(RegulationBaseView):
    """The version as it is published and printed."""

    def get(self, request, pk: int):
        return render(request, "editorial/regulations/document.html", document_context(self.regulation(pk)))
