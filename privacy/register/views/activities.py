"""The screens of processing activities."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from privacy.choices import ActivityStatus
from privacy.models import ProcessingActivity, TransferAgreement
from privacy.register.differences import content_changes, content_facts
from privacy.register.forms import ActivityForm, ReturnForm, free_code, purpose_formset
from privacy.register.selectors import recipient_names
from privacy.register.views.base import REFUSALS, RegisterBaseView, approval_of
from privacy.services import (
    activity_approve,
    activity_close,
    activity_recall,
    activity_return,
    activity_submit,
    activity_write,
)


class ActivityView(RegisterBaseView):
    """One activity: what holds, what is to change, what was done, and what may be done now."""

    template_name = "privacy/register/activity.html"

    def get_page_title(self):
        return self.activity.name

    def get(self, request, pk: int):
        self.activity = self.find(ProcessingActivity.objects.all(), pk=pk)
        return super().get(request)

    def get_context_data(self, return_form=None, **kwargs: Any) -> dict[str, Any]:
        activity = self.activity
        names = recipient_names(activity.institution)
        content = activity.described()
        approved = activity.approved_content or (content if activity.proposed else {})
        wanted = activity.proposed or content
        given = {pk for row in wanted["purposes"] for pk in row["recipients"]}
        covered = set(
            TransferAgreement.objects.running(timezone.localdate())
            .filter(institution=activity.institution, recipient__in=given)
            .values_list("recipient_id", flat=True)
        )
        return super().get_context_data(**kwargs) | {
            "activity": activity,
            "institution": activity.institution,
            "facts": content_facts(wanted, names),
            "changes": content_changes(approved, wanted, names) if approved else [],
            "without_agreement": [names[pk] for pk in sorted(given - covered) if pk in names],
            "events": activity.events.select_related("by"),
            "may_edit": not activity.is_waiting and activity.status != ActivityStatus.CLOSED,
            "may_submit": may_submit(activity),
            "seen": activity.waiting_fingerprint(),
            "return_form": return_form or ReturnForm(),
            **approval_of(activity, self.request.user),
        }


def may_submit(activity: ProcessingActivity) -> bool:
    if activity.is_waiting or activity.status == ActivityStatus.CLOSED:
        return False
    return activity.status != ActivityStatus.APPROVED or bool(activity.proposed)


class ActivityActView(RegisterBaseView):
    """A button: hand in, take back, approve, return, end."""

    http_method_names = ["post"]

    def post(self, request, pk: int, act: str):
        activity = self.find(ProcessingActivity.objects.all(), pk=pk)
        try:
            self.done(self._do(act, activity))
        except REFUSALS as error:
            self.fail(error)
        return redirect("privacy_activity", pk)

    def _do(self, act: str, activity: ProcessingActivity) -> str:
        user, data = self.request.user, self.request.POST
        if act == "submit":
            activity_submit(activity=activity, user=user)
            return _("The activity was handed in for approval.")
        if act == "recall":
            activity_recall(activity=activity, user=user)
            return _("The activity was taken back.")
        if act == "approve":
            activity_approve(activity=activity, user=user, seen=data.get("seen", "-") or "-")
            return _("The activity is approved.")
        if act == "return":
            activity_return(activity=activity, user=user, reason=data.get("reason", ""))
            return _("The activity was returned.")
        if act == "close":
            activity_close(activity=activity, user=user)
            return _("The activity has ended: its form takes nothing any more.")
        raise Http404


class ActivityEditView(RegisterBaseView):
    """Writing an activity with its purposes. One in force goes on as it is until the change is approved."""

    template_name = "privacy/register/activity_edit.html"
    page_title = gettext_lazy("Edit the activity")

    def trail(self):
        return [
            *super().trail(),
            {"url": reverse("privacy_activity", args=[self.activity.pk]), "label": self.activity.name},
        ]

    def load(self, pk: int) -> None:
        self.activity = self.find(ProcessingActivity.objects.all(), pk=pk)
        self.content = self.activity.proposed or self.activity.described()

    def get(self, request, pk: int):
        self.load(pk)
        if self.activity.is_waiting or self.activity.status == ActivityStatus.CLOSED:
            messages.error(request, _("This waits for approval. Take it back first."))
            return redirect("privacy_activity", pk)
        return super().get(request)

    def post(self, request, pk: int):
        self.load(pk)
        return self.save(request)

    def save(self, request):
        form = ActivityForm(request.POST, initial=self.content)
        more = request.POST.get("more") is not None
        data = request.POST.copy()
        if more:
            data["purpose-TOTAL_FORMS"] = str(int(data.get("purpose-TOTAL_FORMS") or 0) + 1)
        rows = purpose_formset(self.shown, self.content, data)
        if more:
            return self.render_to_response(self.get_context_data(form=form, rows=rows))
        if not (form.is_valid() and rows.is_valid()):
            messages.error(request, _("Nothing was saved: correct the fields that are marked."))
            return self.render_to_response(self.get_context_data(form=form, rows=rows), status=422)
        known = {row["code"] for row in self.content.get("purposes", ())}
        content = self.content | form.content() | {"purposes": rows.rows(known)}
        try:
            activity = activity_write(activity=self.activity, content=content, user=request.user)
        except REFUSALS as error:
            self.fail(error, form)
            return self.render_to_response(self.get_context_data(form=form, rows=rows), status=422)
        self.done(_("The activity was saved. Hand it in to have it approved."))
        return redirect("privacy_activity", activity.pk)

    def get_context_data(self, form=None, rows=None, **kwargs: Any) -> dict[str, Any]:
        form = form or ActivityForm(initial=self.content)
        rows = rows if rows is not None else purpose_formset(self.shown, self.content)
        return super().get_context_data(**kwargs) | {
            "activity": self.activity,
            "institution": self.shown,
            "form": form,
            "rows": rows,
            "media": form.media,
        }


class ActivityAddView(ActivityEditView):
    """A new activity that no form of the site made: a list on paper, an import, a camera."""

    page_title = gettext_lazy("New activity")

    def trail(self):
        return RegisterBaseView.trail(self)

    def load(self, institution_id: int) -> None:
        self.shown = self.find_institution(institution_id)
        self.activity = ProcessingActivity(institution=self.shown)
        self.content = {"purposes": []}

    def get(self, request, institution_id: int):
        self.load(institution_id)
        return self.render_to_response(self.get_context_data())

    def post(self, request, institution_id: int):
        self.load(institution_id)
        taken = set(ProcessingActivity.objects.filter(institution=self.shown).values_list("code", flat=True))
        self.activity.code = free_code(request.POST.get("name", ""), taken, length=64)
        return self.save(request)
