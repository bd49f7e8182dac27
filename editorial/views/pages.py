"""Wagtail's page views where the chain has something to say: refusals in words, approvals of what was
really read."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page

from editorial.models import BoardTask, BoardTaskState, ChainRefusedError
from editorial.models.chain import APPROVE, DECIDED, NOT_YOURS
from editorial.models.four_eyes import same_words
from editorial.panels import media_form_url
from editorial.selectors import escalation_text, return_of, standing_of
from editorial.services.chain import chain_follow_edit, may_take_back

CHANGED_WHILE_READ = _("The page was changed while you read it. Read it again before you agree.")
SAVE_FIRST = _("You have changed the page. Save your changes; then somebody else has to agree to them.")
BACK_TO_APPRAISAL = _("The page has changed since it was appraised, so an editor appraises it again.")
COMPLETE_MEDIA = _(
    "Author and source belong to the picture or file itself. Complete them in a new tab, then submit the page:"
)
AGREED = _("You agreed to this page.")
NOT_LOADED = _(
    "The page had not finished loading when you pressed the button. Nothing was changed. Please press it again."
)


class ChainMessagesMixin:
    """Says why the chain refused, where Wagtail would say that the person has no permission."""

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except ChainRefusedError as error:
            if (
                "application/json" in request.headers.get("Accept", "")
                or "X-Requested-With" in request.headers
            ):
                raise
            messages.error(request, str(error))
            return redirect("wagtailadmin_pages:edit", kwargs["page_id"])


class ChainStatusSidePanel(PageStatusSidePanel):
    """Where the page stands, in the board's own words."""

    def get_status_templates(self, context):
        return ["editorial/admin/status.html", *super().get_status_templates(context)[1:]]

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context["standing"] = standing_of(self.object)
        return context


class MediaFormsMixin:
    """Where a picture or file lacks author or source, a button leads to its form; the page's form stays as it is."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        lacking = getattr(form, "lacking_media", [])
        if lacking and not self.expects_json_response:
            buttons = [messages.button(media_form_url(item), item.title, new_window=True) for item in lacking]
            messages.warning(self.request, COMPLETE_MEDIA, buttons=buttons)
        return response


class ChainCreateView(MediaFormsMixin, CreateView):
    """The editor of a new page."""

    def post(self, request, *args, **kwargs):
        try:
            return super().post(request, *args, **kwargs)
        except MultiValueDictKeyError:
            messages.error(request, NOT_LOADED)
            return redirect(request.get_full_path())


class OneAtATimeMixin:
    """What is sent about one page is worked on one after the other.

    The editor saves by itself, with the words as they were half a second ago, and its request may overtake or be overtaken by the
    one that hands the page in. Each sees what the other left: whether the page is under review, and its latest version. Where the
    chain refuses the step, the version that was saved before it stays: nobody loses what they wrote.
    """

    def dispatch(self, request, page_id, **kwargs):
        if request.method != "POST":
            return super().dispatch(request, page_id, **kwargs)
        with transaction.atomic():
            # SQLite has no locks of rows: there the transaction itself takes its turn (transaction_mode IMMEDIATE).
            Page.objects.select_for_update(no_key=True).filter(pk=page_id).values_list(
                "pk", flat=True
            ).first()
            try:
                return super().dispatch(request, page_id, **kwargs)
            except ChainRefusedError as error:
                refusal = error
        raise refusal


class ChainEditView(MediaFormsMixin, ChainMessagesMixin, OneAtATimeMixin, EditView):
    """The editor. Agreeing saves nothing: whoever changes a page does not approve it, and whoever approves
    has read the version that is there."""

    def get_object(self):
        """While a page is only shown, its way is read once: Wagtail asks for it some twenty times."""
        page = super().get_object()
        if self.request.method in ("GET", "HEAD"):
            page._current_workflow_states = self.real_page_record._current_workflow_states
        return page

    def get(self, request, *args, **kwargs):
        if returned := return_of(self.page):
            messages.warning(
                request, _("This page was returned. Reason: %(reason)s") % {"reason": returned.comment}
            )
        state = self.page.current_workflow_task_state
        if isinstance(state, BoardTaskState) and (note := escalation_text(state)):
            messages.warning(request, note)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Nothing saves itself while a page is under review: a version that the browser writes differently would be a change by
        whoever has it open, and they could no longer agree to it."""
        context = super().get_context_data(**kwargs)
        if self.page.workflow_in_progress:
            context["autosave_enabled"] = False
        return context

    @cached_property
    def is_cancelling_workflow(self):
        """Taking a page back is for who submitted it and who owns it; whoever appraises returns it with a reason."""
        return super().is_cancelling_workflow and may_take_back(self.request.user, self.page)

    def get_side_panels(self):
        panels = super().get_side_panels()
        panels[0] = ChainStatusSidePanel(
            self.page,
            self.request,
            show_schedule_publishing_toggle=self.form.show_schedule_publishing_toggle,
            live_object=self.real_page_record,
            scheduled_object=self.scheduled_page,
            locale=self.locale,
            translations=self.translations,
            parent_page=self.page.get_parent(),
        )
        return panels

    def post(self, request, *args, **kwargs):
        """A form that was sent before the editor's script was there has no body, and its button says nothing but its own name:
        nothing is saved, nothing is decided."""
        if "chain-action" in request.POST and "action-workflow-action" not in request.POST:
            raise ChainRefusedError(NOT_LOADED)
        try:
            return self._post(request, *args, **kwargs)
        except MultiValueDictKeyError as error:
            raise ChainRefusedError(NOT_LOADED) from error

    def _post(self, request, *args, **kwargs):
        if self.expects_json_response and self.page.workflow_in_progress:
            # The editor's own saving was on its way while the page was handed in: what was handed in stands.
            return self.json_error_response("invalid_revision", str(DECIDED))
        if request.POST.get("action-workflow-action") and not self.workflow_action_is_valid():
            # Wagtail saves the form instead, as if "Save draft" had been pressed.
            raise ChainRefusedError(self._why_not())
        return super().post(request, *args, **kwargs)

    def _why_not(self):
        task = self.page.current_workflow_task
        if not isinstance(task, BoardTask):
            return DECIDED
        return task.hindrance(self.page.current_workflow_state, self.request.user) or NOT_YOURS

    def form_valid(self, form):
        self.has_content_changes = form.has_changed()
        if self.action_name != "perform_workflow_action":
            return self.action_method()
        # Rich text and streams come back from the browser written differently, with nothing changed in them.
        before = self.latest_revision.content if self.latest_revision else None
        after = form.save(commit=False).serializable_data()
        if self.has_content_changes and before is not None and same_words(before, after):
            self.has_content_changes = False
        if self.workflow_action == APPROVE:
            if self.is_out_of_date:
                raise ChainRefusedError(CHANGED_WHILE_READ)
            if self.has_content_changes:
                return self._refuse_with_changes()
            self.page.current_workflow_task.on_action(
                self.page.current_workflow_task_state, self.request.user, APPROVE
            )
            messages.success(self.request, AGREED)
            return self.redirect_away()
        return self.action_method()

    def _refuse_with_changes(self):
        messages.error(
            self.request,
            SAVE_FIRST,
        )
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def save_action(self):
        response = super().save_action()
        went_back = chain_follow_edit(
            page=self.page, user=self.request.user, is_autosave=self.expects_json_response
        )
        if went_back:
            messages.info(
                self.request,
                BACK_TO_APPRAISAL,
            )
        return response

    def submit_action(self):
        try:
            return super().submit_action()
        except ValidationError as error:
            # The form says it at the fields; this is for a page without such a form.
            messages.error(self.request, " ".join(error.messages))
            return redirect(self.get_edit_url())


class ChainActionView(ChainMessagesMixin, WorkflowActionView):
    """Agree and return from a list, in a window of its own."""

    def check_action(self):
        state = self.task_state
        if isinstance(state, BoardTaskState) and state.belongs_to(self.request.user):
            if state.workflow_state.object_id != str(self.object.pk):
                raise Http404
            if state.status != state.STATUS_IN_PROGRESS:
                raise ChainRefusedError(DECIDED)
            names = [name for name, _label, _modal in self.task.get_actions(self.object, self.request.user)]
            if self.action_name == APPROVE and APPROVE not in names:
                raise ChainRefusedError(
                    self.task.hindrance(state.workflow_state, self.request.user) or NOT_YOURS
                )
        return super().check_action()
