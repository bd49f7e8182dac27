"""Nothing goes onto a site or off it around the approval chain.

The page rule removes the buttons and refuses the views and action classes, for a superuser too; the
receivers refuse what asks no permission: the ORM, management commands, imports. ``system_publication()``
opens the gate for what a programme publishes on nobody's desk (provisioning, demonstration content,
closing a site), with its reason on record.
"""

from __future__ import annotations

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import dateparse, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, TaskState

from common.models import BasePage
from common.page_rules import PageAction
from editorial.choices import ProposalState, PublicationKind
from editorial.models import ChainRefusedError, Publication, WithdrawalProposal, person_name
from editorial.publication_rules import Stage, refusals
from network.selectors import institution_for_page

AROUND_THE_CHAIN = _(
    "A page is published only when an editor has appraised it and the chief editor has agreed (circular "
    "37/2020, article 11.1): submit it."
)
WITHDRAW_INSTEAD = _(
    "A published page is taken off the site by the chief editor, with a reason (“Withdraw”), so that the "
    "record stays whole."
)
EXPIRY_IS_APPROVED = _(
    "The date on which a published page goes off the site is changed in a new version that goes through the "
    "approval chain."
)
SCHEDULE_IS_APPROVED = _(
    "The date of publication was approved with the page; the chief editor cancels it with a reason (“Withdraw”)."
)
TEXTS = {
    PageAction.PUBLISH: AROUND_THE_CHAIN,
    PageAction.UNPUBLISH: WITHDRAW_INSTEAD,
    PageAction.RESTRICT: _("A page of the site is public; what is not ready stays a draft."),
    PageAction.REORDER: _(
        "The order of the pages on the live site is set by their dates and by the catalogue."
    ),
}


APPROVALS = (PublicationKind.PUBLISH, PublicationKind.EMERGENCY)
"""Decisions that open the gate for one version: that of the chain, and the head's in an emergency."""
WATCHED = {"live", "live_revision", "live_revision_id", "expire_at"}


@dataclass(frozen=True)
class SystemPublication:
    reason: str
    user: Any = None


_system: contextvars.ContextVar[SystemPublication | None] = contextvars.ContextVar(
    "editorial_system_publication", default=None
)
_withdrawn: contextvars.ContextVar[int | None] = contextvars.ContextVar("editorial_withdrawn", default=None)


@contextmanager
def system_publication(*, reason: str, user=None) -> Iterator[None]:
    """Inside, a programme may publish and unpublish. Each version is recorded as kind ``system``."""
    if not str(reason).strip():
        raise ValueError("A publication by the system states its reason.")
    token = _system.set(SystemPublication(str(reason), user))
    try:
        yield
    finally:
        _system.reset(token)


def system_is_publishing() -> bool:
    """Whether a programme publishes at the moment."""
    return _system.get() is not None


@contextmanager
def withdrawing(page: Page) -> Iterator[None]:
    """Inside, this one page may go off the site (``editorial.services.publications.page_withdraw``)."""
    token = _withdrawn.set(page.pk)
    try:
        yield
    finally:
        _withdrawn.reset(token)


def chain_rule(*, page: Page, action: PageAction, user=None) -> str | Promise | None:
    """Page rule: what only the chain may do is refused to everybody."""
    if _system.get() is not None:
        return None
    if action == PageAction.DELETE:
        return WITHDRAW_INSTEAD if _is_public(page) else None
    return TEXTS.get(action)


def _is_public(page: Page) -> bool:
    if page.live:
        return True
    return bool(page.numchild) and page.get_descendants().live().exists()


def _is_ours(instance) -> bool:
    if isinstance(instance, BasePage):
        return True
    return type(instance) is Page and issubclass(instance.specific_class or Page, BasePage)


def refuse_around_chain(sender, instance, raw: bool = False, update_fields=None, **kwargs) -> None:
    """``pre_save`` of a page: onto the site only with an approval of this version, off it only as decided."""
    if raw or _system.get() is not None or not _is_ours(instance):
        return
    if update_fields is not None and not WATCHED & set(update_fields):
        return
    if instance._state.adding:
        if instance.live:
            raise ChainRefusedError(AROUND_THE_CHAIN)
        return
    before = Page.objects.filter(pk=instance.pk).values("live", "live_revision_id", "expire_at").first()
    if before is None:
        return
    _refuse_other_expiry(instance, before)
    before.pop("expire_at")
    now = {"live": instance.live, "live_revision_id": instance.live_revision_id}
    if now == before or not (instance.live or before["live"]) or _follows_original(instance):
        return
    if instance.live and not _is_approved(instance):
        raise ChainRefusedError(AROUND_THE_CHAIN)
    if instance.live:
        for reason in refusals(instance, Stage.PUBLISH).values():
            raise ChainRefusedError(reason)
    if not instance.live and _withdrawn.get() != instance.pk and not _has_expired(instance, before):
        raise ChainRefusedError(WITHDRAW_INSTEAD)


def _follows_original(page: Page) -> bool:
    """An alias shows what its original shows, and the original went through the chain."""
    return bool(page.alias_of_id) and Page.objects.filter(pk=page.alias_of_id, live=page.live).exists()


def _is_approved(page: Page) -> bool:
    return page.live_revision_id is not None and _is_open(page_id=page.pk, revision_id=page.live_revision_id)


def _is_open(*, page_id, revision_id: int | None) -> bool:
    """Whether a version has an approval that has not been used."""
    return Publication.objects.filter(
        page_id=page_id,
        revision_id=revision_id,
        kind__in=APPROVALS,
        published_at__isnull=True,
        cancelled_at__isnull=True,
    ).exists()


def _has_expired(page: Page, before: dict) -> bool:
    """Whether the version on the site was approved with a date of expiry that has come."""
    approved = _approved_expiry(before["live_revision_id"])
    if approved is None or page.expire_at is None:
        return False
    return approved <= timezone.now() and _is_same_moment(page.expire_at, approved)


def _approved_expiry(revision_id: int | None) -> datetime | None:
    revision = Revision.objects.filter(pk=revision_id).first()
    return dateparse.parse_datetime(revision.content.get("expire_at") or "") if revision else None


def _is_same_moment(first: datetime | None, second: datetime | None) -> bool:
    """Revisions keep milliseconds, the database keeps microseconds."""
    if first is None or second is None:
        return first is second
    return abs(first - second) < timedelta(seconds=1)


def _refuse_other_expiry(page: Page, before: dict) -> None:
    """The day on which a published page goes off the site is part of what was approved."""
    if not (page.live and before["live"]) or _is_same_moment(page.expire_at, before["expire_at"]):
        return
    if not _is_same_moment(page.expire_at, _approved_expiry(page.live_revision_id)):
        raise ChainRefusedError(EXPIRY_IS_APPROVED)


def refuse_deletion(sender, instance: Page, **kwargs) -> None:
    """``pre_delete`` of a page: what is public is withdrawn first."""
    if _system.get() is None and instance.live and _is_ours(instance):
        raise ChainRefusedError(WITHDRAW_INSTEAD)


def refuse_rewriting(sender, instance: Revision, raw: bool = False, update_fields=None, **kwargs) -> None:
    """``pre_save`` of a revision: a version that somebody agreed to or that was published is never
    overwritten."""
    if raw or instance._state.adding or (update_fields is not None and "content" not in update_fields):
        return
    agreed = TaskState.objects.filter(revision_id=instance.pk, status=TaskState.STATUS_APPROVED).exists()
    if agreed or Publication.objects.filter(revision_id=instance.pk).exists():
        raise ChainRefusedError(_("This version has been appraised or published; save a new one."))


def refuse_schedule(sender, instance: Revision, raw: bool = False, update_fields=None, **kwargs) -> None:
    """``pre_save`` of a revision: the date of publication is set by an approval and cancelled by a withdrawal."""
    if raw or _system.get() is not None:
        return
    if update_fields is not None and "approved_go_live_at" not in update_fields:
        return
    before = Revision.objects.filter(pk=instance.pk).values_list("approved_go_live_at", flat=True).first()
    if _is_same_moment(instance.approved_go_live_at, before) or not _is_revision_of_ours(instance):
        return
    if instance.approved_go_live_at is None:
        if _withdrawn.get() != int(instance.object_id):
            raise ChainRefusedError(SCHEDULE_IS_APPROVED)
    elif not _is_open(page_id=instance.object_id, revision_id=instance.pk):
        raise ChainRefusedError(AROUND_THE_CHAIN)


def _is_revision_of_ours(revision: Revision) -> bool:
    model = revision.content_type.model_class()
    return model is not None and issubclass(model, BasePage)


def lapse_proposals(sender, instance: Page, **kwargs) -> None:
    """``page_unpublished``: nobody need decide any more on a page that went off the site by its date."""
    WithdrawalProposal.objects.filter(page_id=instance.pk, state=ProposalState.WAITING).update(
        state=ProposalState.LAPSED, decided_at=timezone.now()
    )


def record_on_site(sender, instance: Page, revision: Revision, **kwargs) -> None:
    """``page_published``: close the approval, or record what the system published."""
    page = Page.objects.filter(pk=instance.pk, live=True, live_revision_id=revision.pk).first()
    if page is None or not _is_ours(page):
        return
    now = timezone.now()
    approvals = Publication.objects.filter(
        page=page,
        revision=revision,
        kind__in=APPROVALS,
        published_at__isnull=True,
        cancelled_at__isnull=True,
    )
    if approvals.update(published_at=now, address=(page.full_url or "")[:2000]):
        return
    if system := _system.get():
        institution = institution_for_page(page)
        Publication.objects.create(
            kind=PublicationKind.SYSTEM,
            institution=institution,
            page=page,
            title=page.title,
            address=(page.full_url or "")[:2000],
            revision=revision,
            approved_by=system.user,
            approved_name=person_name(system.user),
            approved_at=now,
            published_at=now,
            reason=system.reason[:500],
        )
