"""Marks the stored state of a site as due when something happens that it is made of (a cache; ``assessment.services``)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.db.models.signals import m2m_changed, post_save
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from assessment.models import SiteState
from assessment.services.states import site_state_mark
from assessment.tasks import assess_sites
from editorial.models import BoardGroup, BoardTaskState, Regulation, Upkeep
from editorial.selectors import board_roles
from feedback.models import FeedbackCase
from network.models import Institution
from network.selectors import institution_for_page
from privacy.models import (
    Acknowledgement,
    Assessment,
    Notice,
    ProcessingActivity,
    Processor,
    SubjectRequest,
)


def _changed(institution_ids: Iterable[int]) -> None:
    """One task for a site until it is assessed, whatever happens on it meanwhile; none for a site that is new."""
    if marked := site_state_mark(institution_ids=institution_ids):
        transaction.on_commit(partial(assess_sites.enqueue, marked), robust=True)


def page_changed(sender, instance, **kwargs) -> None:
    if institution := institution_for_page(instance):
        _changed([institution.pk])


def step_changed(sender, instance: BoardTaskState, **kwargs) -> None:
    _changed({instance.institution_id, instance.escalated_from_id} - {None})


def case_changed(sender, instance: FeedbackCase, raw: bool = False, **kwargs) -> None:
    if not raw:
        _changed([instance.submission.institution_id])


def record_changed(sender, instance, raw: bool = False, **kwargs) -> None:
    if not raw:
        _changed([instance.institution_id])


def register_changed(sender, instance, created: bool, raw: bool = False, **kwargs) -> None:
    """Approved, closed, put into force; what provisioning makes stands before the first assessment."""
    if not (raw or created):
        _changed([instance.institution_id])


def institution_changed(sender, instance: Institution, created: bool, raw: bool = False, **kwargs) -> None:
    if not (raw or created):
        _changed([instance.pk])


def board_changed(sender, instance, action: str, reverse: bool, pk_set, **kwargs) -> None:
    """``m2m_changed`` of the groups of accounts, from either side."""
    if action in {"post_add", "post_remove"}:
        groups = [instance.pk] if reverse else pk_set
        _changed(BoardGroup.objects.filter(group__in=groups or ()).values_list("institution_id", flat=True))


def signed_in(sender, user, **kwargs) -> None:
    """Only the moment is written: one statement for each sign-in."""
    boards = {pk for pk, _role in board_roles(user)}
    if boards:
        SiteState.objects.filter(pk__in=boards).update(signed_in_at=timezone.now())


def connect() -> None:
    uid = "assessment.state"
    for signal in (page_published, page_unpublished):
        signal.connect(page_changed, dispatch_uid=uid)
    post_save.connect(step_changed, sender=BoardTaskState, dispatch_uid=uid)
    post_save.connect(case_changed, sender=FeedbackCase, dispatch_uid=uid)
    for model in (Regulation, Upkeep, Acknowledgement, Assessment, Processor, SubjectRequest):
        post_save.connect(record_changed, sender=model, dispatch_uid=uid)
    for model in (Notice, ProcessingActivity):
        post_save.connect(register_changed, sender=model, dispatch_uid=uid)
    post_save.connect(institution_changed, sender=Institution, dispatch_uid=uid)
    m2m_changed.connect(board_changed, sender=get_user_model().groups.through, dispatch_uid=uid)
    user_logged_in.connect(signed_in, dispatch_uid=uid)
