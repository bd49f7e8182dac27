"""The approval chain (W11.1): author → editor appraises → chief editor approves → where the site asks for it,
the head approves. One workflow with three tasks serves all sites.

A task of its own for each site would make Wagtail's dashboard ask every one of them; these find the board in
the page's place in the tree and keep it on the task state, so what waits for a person is one query at any
number of sites.
"""

from __future__ import annotations

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Page, Task, TaskState, WorkflowState
from wagtail.signals import task_submitted

from common.personal_data import PersonalData
from editorial.choices import BoardRole
from editorial.models.board import roles_of
from editorial.models.chain_settings import plan, steps_for
from editorial.models.four_eyes import writers_since_publication
from editorial.models.routing import Boards
from editorial.models.steps import (
    DECIDED,
    NOT_YOURS,
    REASON_NEEDED,
    BoardTaskState,
    ChainRefusedError,
    person_name,
)
from editorial.models.submission import missing_for_submission
from editorial.publication_rules import Stage, refusals
from network.models import Institution
from network.selectors import institution_for_page

__all__ = ["DECIDED", "NOT_YOURS", "REASON_NEEDED", "BoardTask", "BoardTaskState", "ChainRefusedError"]

APPROVE, RETURN, REAPPRAISE = "approve", "reject", "reappraise"

OWN_CHANGE = _("You changed or submitted this page yourself: somebody else on the board has to agree to it.")
SAME_PERSON = _("You appraised this page: another person has to approve it for publication.")
CHANGED_SINCE = _("The page has changed since it was appraised: send it back to appraisal.")
NOBODY_CAN = _("Nobody can take this step at present. You can return the page, with a reason.")

ORDER = (BoardRole.EDITOR, BoardRole.CHIEF, BoardRole.HEAD)
AGREE = {
    BoardRole.EDITOR: pgettext_lazy("approval chain", "Appraised: pass on to the chief editor"),
    BoardRole.CHIEF: pgettext_lazy("approval chain", "Approve for publication"),
    BoardRole.HEAD: pgettext_lazy("approval chain", "Approve for publication"),
}
PASS_ON_TO_HEAD = pgettext_lazy("approval chain", "Approve: pass on to the head")


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
        """Whether the page stands at this step and the step is the person's."""
        state = page.current_workflow_task_state
        return isinstance(state, BoardTaskState) and state.task_id == self.pk and state.belongs_to(user)

    def hindrance(
        self, workflow_state: WorkflowState, user, *, state: BoardTaskState | None = None
    ) -> str | Promise | None:
        """Why the person may not agree at this step, or None. Holds for a superuser as for everybody."""
        page = workflow_state.content_object
        state = state or page.current_workflow_task_state
        if not isinstance(state, BoardTaskState) or not state.belongs_to(user):
            return NOT_YOURS
        if not (user.is_superuser or (state.institution_id, state.role) in roles_of(user)):
            return NOBODY_CAN
        if workflow_state.requested_by_id == user.pk or user.pk in writers_since_publication(page):
            return OWN_CHANGE
        for role in state.plan[: state.plan.index(BoardRole(self.role))]:
            agreed = agreement_to(workflow_state, role)
            if agreed is None or agreed.revision_id != page.latest_revision_id:
                return CHANGED_SINCE
            if role == BoardRole.EDITOR and agreed.finished_by_id == user.pk:
                return SAME_PERSON
        if self.role == state.plan[-1]:
            # What has to be settled elsewhere is no reason against an earlier step.
            return next(iter(refusals(page.get_latest_revision_as_object(), Stage.PUBLISH).values()), None)
        return None

    def start(self, workflow_state, user=None):
        """Open the step that the page needs: the first of its plan to which nobody has agreed as it is now.

        Wagtail resumes a returned page where it was returned; here what was changed is appraised again. A step
        that is not in the plan is skipped, and Wagtail goes on to the next.
        """
        page = workflow_state.content_object
        institution = institution_for_page(page)
        with_editor, with_head = _settle(workflow_state, page, institution, user)
        steps = plan(with_editor, with_head)
        needed = next((role for role in steps if not is_agreed(workflow_state, role)), None)
        fields = {"with_editor": with_editor, "with_head": with_head}
        if self.role not in steps and (needed is None or ORDER.index(self.role) < ORDER.index(needed)):
            return self._skip(workflow_state, institution, fields)
        role = needed or BoardRole(self.role)
        task = self if role == self.role else BoardTask.objects.get(role=role)
        return task._open(workflow_state, institution, fields, user)

    def _skip(self, workflow_state, institution: Institution, fields: dict) -> BoardTaskState:
        return BoardTaskState.objects.create(
            workflow_state=workflow_state,
            status=TaskState.STATUS_SKIPPED,
            revision_id=workflow_state.content_object.latest_revision_id,
            task=self,
            institution=institution,
            role=self.role,
            **fields,
        )

    def _open(self, workflow_state, institution: Institution, fields: dict, user) -> BoardTaskState:
        state = BoardTaskState(
            workflow_state=workflow_state,
            status=TaskState.STATUS_IN_PROGRESS,
            revision_id=workflow_state.content_object.latest_revision_id,
            task=self,
            people=_people(workflow_state),
            **fields,
        )
        appraised = agreement_to(workflow_state, BoardRole.EDITOR) if self.role != BoardRole.EDITOR else None
        barred = state.barred(appraised and appraised.finished_by_id)
        state.route_to(Boards([institution]).route(institution, BoardRole(self.role), barred))
        state.save()
        task_submitted.send(sender=BoardTaskState, instance=state, user=user)
        return state

    def user_can_access_editor(self, obj, user):
        return self.may_act(obj, user)

    def locked_for_user(self, obj, user):
        return not self.may_act(obj, user)

    def user_can_lock(self, obj, user):
        return self.may_act(obj, user)

    def get_actions(self, obj, user):
        state = obj.current_workflow_task_state
        if not isinstance(state, BoardTaskState) or not state.belongs_to(user):
            return []
        actions = [(RETURN, pgettext_lazy("approval chain", "Return"), True)]
        reason = self.hindrance(state.workflow_state, user, state=state)
        if reason is None:
            is_passed_on = self.role == BoardRole.CHIEF and state.with_head
            label = PASS_ON_TO_HEAD if is_passed_on else AGREE[BoardRole(self.role)]
            actions.append((APPROVE, label, False))
        elif reason == CHANGED_SINCE:
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
            states = states.filter(steps_of_person(user, prefix="boardtaskstate__"))
        return states.exclude(workflow_state__requested_by=user)


def steps_of_person(user, *, prefix: str = "") -> Q:
    """Filter for the steps whose turn is a person's, by board and role."""
    mine = Q(pk__in=())
    for role in ORDER:
        boards = [pk for pk, held in roles_of(user) if held == role]
        if boards:
            mine |= Q(**{f"{prefix}role": role, f"{prefix}institution_id__in": boards})
    return mine


def agreement_to(workflow_state: WorkflowState, role: BoardRole) -> BoardTaskState | None:
    """The last agreement at a step in this round."""
    return (
        BoardTaskState.objects.filter(
            workflow_state=workflow_state, task__boardtask__role=role, status=TaskState.STATUS_APPROVED
        )
        .order_by("-finished_at", "-pk")
        .first()
    )


def is_agreed(workflow_state: WorkflowState, role: BoardRole) -> bool:
    """Whether somebody has agreed at a step to the page as it is now."""
    found = agreement_to(workflow_state, role)
    return found is not None and found.revision_id == workflow_state.content_object.latest_revision_id


def _settle(workflow_state, page: Page, institution: Institution | None, user) -> tuple[bool, bool]:
    """The plan of this submission: that of its steps so far; for a new one, after the checks, what the site's
    settings say now."""
    _check_page(page, institution)
    last = (
        BoardTaskState.objects.filter(workflow_state=workflow_state)
        .order_by("-pk")
        .values("status", "with_editor", "with_head")
        .first()
    )
    if last is not None and last["status"] != TaskState.STATUS_REJECTED:
        return last["with_editor"], last["with_head"]
    boards = {pk for pk, _role in roles_of(user)}
    if not (user is None or user.is_superuser or institution.pk in boards):
        raise ChainRefusedError(NOT_YOURS)
    return steps_for(page, institution)


def _people(workflow_state: WorkflowState) -> dict:
    """Who submitted and who wrote, with their names; those of earlier steps whose accounts are gone stay."""
    writers = writers_since_publication(workflow_state.content_object)
    found = get_user_model().objects.in_bulk({*writers, workflow_state.requested_by_id} - {None})
    people = {
        "submitted": _named(found.get(workflow_state.requested_by_id)),
        "writers": [_named(found[pk]) for pk in writers if pk in found],
    }
    before = BoardTaskState.objects.filter(workflow_state=workflow_state).exclude(
        status=TaskState.STATUS_SKIPPED
    )
    if earlier := before.order_by("-pk").values_list("people", flat=True).first():
        people["submitted"] = people["submitted"] or earlier.get("submitted")
        known = {person[0] for person in people["writers"]}
        missing = [person for person in earlier.get("writers", []) if person[0] not in known]
        gone = {person[0] for person in missing}
        gone -= set(get_user_model().objects.filter(pk__in=gone).values_list("pk", flat=True))
        people["writers"] += [person for person in missing if person[0] in gone]
    return people


def _named(user) -> list | None:
    return [user.pk, person_name(user)] if user else None


def _check_page(page: Page, institution: Institution | None) -> None:
    """Raise ValidationError where a page may not enter the chain: of no site, without author, source or words
    for a picture."""
    if institution is None or page.latest_revision_id is None:
        raise ValidationError(_("Only a saved page of a site can be submitted to its board."))
    if missing := missing_for_submission(page.get_latest_revision().as_object()):
        raise ValidationError({name: [text] for name, text in missing.items()})
