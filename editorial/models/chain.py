"""The approval chain (W11.1): author → editor appraises → chief editor approves. One workflow with two
tasks serves all sites.

A task of its own for each site would make Wagtail's dashboard ask every one of them; these two find the
board in the page's place in the tree and keep it on the task state, so what waits for a person is one
query at any number of sites.
"""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Page, Task, TaskState, WorkflowState
from wagtail.signals import task_submitted

from common.page_rules import PageRuleError
from common.personal_data import DataClass, PersonalData
from editorial.choices import BoardRole
from editorial.models.board import roles_of
from editorial.models.four_eyes import writers_since_publication
from editorial.models.submission import missing_for_submission
from network.models import Institution
from network.selectors import institution_for_page

APPROVE, RETURN, REAPPRAISE = "approve", "reject", "reappraise"

OWN_CHANGE = _("You changed or submitted this page yourself: somebody else on the board has to agree to it.")
SAME_PERSON = _("You appraised this page: another person has to approve it for publication.")
CHANGED_SINCE = _("The page has changed since it was appraised: send it back to appraisal.")
DECIDED = _("Somebody else has decided on this page meanwhile. Open the page again to see where it stands.")
NOT_YOURS = _("This step belongs to another role, or to the board of another site.")
REASON_NEEDED = _("Give the reason for which you return the page.")


class ChainRefusedError(PageRuleError):
    """An act that the approval chain does not allow; the message says why, in words for the person who
    tried."""


class BoardTaskState(TaskState):
    """Where a page stands at one step, with the institution whose board has to act."""

    personal_data = PersonalData(
        fields={"finished_by": DataClass.PERSONAL, "comment": DataClass.PERSONAL},
        purpose=_("To know who appraised and approved a page, and why one was returned."),
        retention=_("As long as the page exists."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")

    exclude_fields_in_copy = [*TaskState.exclude_fields_in_copy, "taskstate_ptr"]

    class Meta:
        verbose_name = _("step of the board")
        verbose_name_plural = _("steps of the board")

    @transaction.atomic
    def approve(self, user=None, update=True, comment=""):
        """Agree. Refused for anybody who may not, whichever way the call came."""
        self._take(user)
        if reason := self.task.specific.hindrance(self.workflow_state, user):
            raise ChainRefusedError(reason)
        # What an editor agrees to is the page as it is now, with the board's edits during review.
        latest = self.workflow_state.content_object.latest_revision_id
        if self.revision_id != latest:
            self.revision_id = latest
        return super().approve(user=user, update=update, comment=comment)

    @transaction.atomic
    def reject(self, user=None, update=True, comment=""):
        """Return the page to its author, with the reason."""
        self._take(user)
        if not comment.strip():
            raise ChainRefusedError(REASON_NEEDED)
        return super().reject(user=user, update=update, comment=comment)

    @transaction.atomic
    def reappraise(self, user=None):
        """Send a page that was changed at the last step back to the first."""
        self._take(user)
        return self.cancel(user=user, resume=True)

    def _take(self, user) -> None:
        """Lock the row, so that of two people who act at once the second is told."""
        current = BoardTaskState.objects.select_for_update(of=("self", "taskstate_ptr")).get(pk=self.pk)
        if current.status != self.STATUS_IN_PROGRESS or self.status != self.STATUS_IN_PROGRESS:
            raise ChainRefusedError(DECIDED)
        self.workflow_state = WorkflowState.objects.get(pk=self.workflow_state_id)
        if not self.task.specific.may_act(self.workflow_state.content_object, user):
            raise ChainRefusedError(NOT_YOURS)


class ReturnForm(TaskStateCommentForm):
    """The reason for which a page is returned; nobody learns from a return without one."""

    comment = forms.CharField(
        label=_("Reason"), required=True, max_length=2000, widget=forms.Textarea({"rows": 3})
    )


class BoardTask(Task):
    """One step of the chain, for the boards of all sites."""

    personal_data = PersonalData.none()

    role = models.CharField(_("role"), max_length=8, choices=BoardRole.choices, unique=True)

    task_state_class = BoardTaskState
    admin_form_fields = [*Task.admin_form_fields, "role"]
    admin_form_readonly_on_edit_fields = [*Task.admin_form_readonly_on_edit_fields, "role"]

    class Meta:
        verbose_name = _("step of the approval chain")
        verbose_name_plural = _("steps of the approval chain")

    @classmethod
    def get_description(cls):
        return _("The role on the board of the site in which the page stands")

    def may_act(self, page: Page, user) -> bool:
        """Whether the person has this step's role on the board of the page's site. A superuser may take any
        role."""
        if user is None or not user.is_active:
            return False
        institution = institution_for_page(page)
        return institution is not None and (
            user.is_superuser or (institution.pk, str(self.role)) in roles_of(user)
        )

    def hindrance(self, workflow_state: WorkflowState, user) -> str | Promise | None:
        """Why the person may not agree at this step, or None. Holds for a superuser as for everybody."""
        page = workflow_state.content_object
        if not self.may_act(page, user):
            return NOT_YOURS
        if workflow_state.requested_by_id == user.pk or user.pk in writers_since_publication(page):
            return OWN_CHANGE
        if self.role == BoardRole.CHIEF:
            appraisal = appraisal_of(workflow_state)
            if appraisal is None or appraisal.revision_id != page.latest_revision_id:
                return CHANGED_SINCE
            if appraisal.finished_by_id == user.pk:
                return SAME_PERSON
        return None

    def start(self, workflow_state, user=None):
        page = workflow_state.content_object
        if self.role == BoardRole.CHIEF and not is_appraised(workflow_state):
            # Wagtail resumes a returned page where it was returned; here what was changed is appraised again.
            return BoardTask.objects.get(role=BoardRole.EDITOR).start(workflow_state, user=user)
        institution = institution_for_page(page)
        _check_submission(page, institution, user)
        state = BoardTaskState.objects.create(
            workflow_state=workflow_state,
            status=TaskState.STATUS_IN_PROGRESS,
            revision_id=page.latest_revision_id,
            task=self,
            institution=institution,
        )
        task_submitted.send(sender=BoardTaskState, instance=state, user=user)
        return state

    def user_can_access_editor(self, obj, user):
        return self.may_act(obj, user)

    def locked_for_user(self, obj, user):
        return not self.may_act(obj, user)

    def user_can_lock(self, obj, user):
        return self.may_act(obj, user)

    def get_actions(self, obj, user):
        state = obj.current_workflow_state
        if state is None or not self.may_act(obj, user):
            return []
        actions = [(RETURN, _("Return"), True)]
        reason = self.hindrance(state, user)
        if reason is None:
            actions.append((APPROVE, _("Agree"), False))
        elif self.role == BoardRole.CHIEF and not is_appraised(state):
            actions.append((REAPPRAISE, _("Send back to appraisal"), False))
        return actions

    def get_form_for_action(self, action):
        return ReturnForm if action == RETURN else TaskStateCommentForm

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        state = task_state.specific
        comment = str(kwargs.get("comment") or "")
        if action_name == APPROVE:
            state.approve(user=user, comment=comment)
        elif action_name == RETURN:
            state.reject(user=user, comment=comment)
        elif action_name == REAPPRAISE:
            state.reappraise(user=user)
        else:
            raise ChainRefusedError(NOT_YOURS)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        states = TaskState.objects.filter(task_id=self.pk, status=TaskState.STATUS_IN_PROGRESS)
        if not user.is_superuser:
            mine = [pk for pk, role in roles_of(user) if role == self.role]
            states = states.filter(boardtaskstate__institution_id__in=mine)
        return states.exclude(workflow_state__requested_by=user)


def appraisal_of(workflow_state: WorkflowState) -> TaskState | None:
    """The editor's last agreement in this round."""
    return (
        TaskState.objects.filter(
            workflow_state=workflow_state,
            task__boardtask__role=BoardRole.EDITOR,
            status=TaskState.STATUS_APPROVED,
        )
        .order_by("-finished_at", "-pk")
        .first()
    )


def is_appraised(workflow_state: WorkflowState) -> bool:
    """Whether an editor has agreed to the page as it is now."""
    appraisal = appraisal_of(workflow_state)
    return appraisal is not None and appraisal.revision_id == workflow_state.content_object.latest_revision_id


def _check_submission(page: Page, institution: Institution | None, user) -> None:
    """Raise where a page may not enter the chain: of no site, by a stranger, without author, source or
    words for a picture."""
    if institution is None or page.latest_revision_id is None:
        raise ValidationError(_("Only a saved page of a site can be submitted to its board."))
    boards = {pk for pk, _role in roles_of(user)}
    if not (user is None or user.is_superuser or institution.pk in boards):
        raise ChainRefusedError(NOT_YOURS)
    if missing := missing_for_submission(page.get_latest_revision().as_object()):
        raise ValidationError({name: [text] for name, text in missing.items()})
