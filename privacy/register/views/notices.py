"""The screens of the notice: versions, draft, differences, decision."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from privacy.models import Notice
from privacy.register.differences import notice_sections
from privacy.register.forms import NoticeDecisionForm, NoticeForm, ReturnForm
from privacy.register.selectors import holding_notices
from privacy.register.views.base import REFUSALS, RegisterBaseView, approval_of
from privacy.services import (
    notice_approve,
    notice_discard,
    notice_draft,
    notice_edit,
    notice_recall,
    notice_return,
    notice_submit,
)
from privacy.services.notices import previous_of


class NoticesView(RegisterBaseView):
    """The versions of an institution's notice, what holds now, and the draft."""

    template_name = "privacy/register/notices.html"
    page_title = gettext_lazy("Regulation on personal information")

    def get(self, request, institution_id: int):
        self.shown = self.find_institution(institution_id)
        return super().get(request)

    def post(self, request, institution_id: int):
        """Starts the draft, or opens the one that exists."""
        self.shown = self.find_institution(institution_id)
        try:
            draft = notice_draft(
                institution=self.shown, user=request.user, is_addition="addition" in request.POST
            )
        except REFUSALS as error:
            self.fail(error)
            return redirect("privacy_notices", institution_id)
        return redirect("privacy_notice_edit", draft.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Notice.objects.filter(institution=self.shown).select_related("approved_by")
        rows = list(rows.defer("body", "body_en").order_by("-number"))
        return super().get_context_data(**kwargs) | {
            "institution": self.shown,
            "versions": [row for row in rows if not row.is_draft],
            "draft": next((row for row in rows if row.is_draft), None),
            "holding": holding_notices(self.shown),
            "has_authority": self.shown.depth > 1,
        }


class NoticeEditView(RegisterBaseView):
    """One version: the draft with its form, or what was published; what is new; the decision."""

    template_name = "privacy/register/notice.html"

    def get_page_title(self):
        if self.notice.is_draft:
            return _("Draft of the regulation")
        return _("Version %(number)s") % {"number": self.notice.number}

    def trail(self):
        url = reverse("privacy_notices", args=[self.shown.pk])
        return [*super().trail(), {"url": url, "label": _("Regulation on personal information")}]

    def load(self, pk: int) -> None:
        self.notice = self.find(Notice.objects.select_related("approved_by"), pk=pk)
        self.before = previous_of(self.notice)

    def get(self, request, pk: int):
        self.load(pk)
        return super().get(request)

    def post(self, request, pk: int):
        self.load(pk)
        if not self.notice.is_draft or self.notice.is_waiting:
            self.fail(Exception(_("This waits for approval. Take it back first.")))
            return redirect("privacy_notice_edit", pk)
        form = self.edit_form(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            try:
                notice_edit(notice=self.notice, user=request.user, values=form.values(), seen=data["seen"])
                if "submit" in request.POST:
                    notice_submit(notice=self.notice, user=request.user)
                    self.done(_("The draft was handed in for approval."))
                else:
                    self.done(_("The draft was saved."))
            except REFUSALS as error:
                self.fail(error, form)
                return self.render_to_response(self.get_context_data(form=form), status=422)
            return redirect("privacy_notice_edit", pk)
        messages.error(request, _("The draft was not saved: correct the fields that are marked."))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def edit_form(self, data=None) -> NoticeForm:
        return NoticeForm(data, instance=self.notice, asks_changes=self.before is not None)

    def get_context_data(self, form=None, **kwargs: Any) -> dict[str, Any]:
        notice = self.notice
        editable = notice.is_draft and not notice.is_waiting
        form = (form or self.edit_form()) if editable else None
        decision = kwargs.pop("decision", None) or NoticeDecisionForm(notice=notice)
        media = form.media if form else decision.media
        return super().get_context_data(**kwargs) | {
            "notice": notice,
            "institution": self.shown,
            "before": self.before,
            "base": Notice.objects.base_of(notice, self.shown),
            "sections": notice_sections(self.before, notice),
            "sections_en": notice_sections(self.before, notice, english=True) if notice.body_en else [],
            "form": form,
            "decision": decision,
            "return_form": ReturnForm(),
            "events": notice.events.select_related("by"),
            "media": media,
            **approval_of(notice, self.request.user),
        }


class NoticeActView(NoticeEditView):
    """A button: hand in, take back, throw away, approve, return."""

    http_method_names = ["post"]

    def post(self, request, pk: int, act: str):
        self.load(pk)
        try:
            if act == "approve":
                decision = NoticeDecisionForm(request.POST, notice=self.notice)
                if not decision.is_valid():
                    messages.error(request, _("Nothing was saved: correct the fields that are marked."))
                    return self.render_to_response(self.get_context_data(decision=decision), status=422)
                notice_approve(notice=self.notice, user=request.user, **decision.cleaned_data)
                self.done(_("The regulation is approved."))
            else:
                self.done(self._do(act))
        except REFUSALS as error:
            self.fail(error)
        if act == "discard":
            return redirect("privacy_notices", self.shown.pk)
        return redirect("privacy_notice_edit", pk)

    def _do(self, act: str) -> str:
        notice, user = self.notice, self.request.user
        if act == "submit":
            notice_submit(notice=notice, user=user)
            return _("The draft was handed in for approval.")
        if act == "recall":
            notice_recall(notice=notice, user=user)
            return _("The regulation is a draft again.")
        if act == "discard":
            notice_discard(notice=notice, user=user)
            return _("The draft was thrown away.")
        if act == "return":
            notice_return(notice=notice, user=user, reason=self.request.POST.get("reason", ""))
            return _("The regulation was returned.")
        raise Http404
