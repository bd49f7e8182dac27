"""Writing and publishing the regulation on personal information (P10.1, P11).

Draft → handed in → approved by who has the duty and did not write it, where two people exist → in force from a day. What is
published never changes; the next version says what is new.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import Institution
from privacy.choices import AuditAction, RegisterAct
from privacy.duties import Duty, may
from privacy.models import Notice
from privacy.services.access import audit_record
from privacy.services.approval import (
    DECIDED,
    NOT_APPROVER,
    NOT_EDITOR,
    REASON_NEEDED,
    RefusedError,
    approver_ids,
    event_record,
    tell_approvers,
    tell_writers,
    writers_since_approval,
)

NOTHING_NEW = _("This says the same as the version in force.")
CHANGES_NEEDED = _("Say what is new in this version: it is published beside it.")
NO_AUTHORITY = _("There is no regulation of an authority above that this could add to.")
BACKWARDS = _("This version cannot come into force before the one that it replaces.")
IN_PAST = _("A regulation comes into force today or later.")
ANNOUNCED_DAYS = 14
LONGEST_ANNOUNCEMENT = 90
TEXTS = ("title", "title_en", "summary", "summary_en", "body", "body_en", "changes", "changes_en")
EDITED = (*TEXTS, "is_addition", "covers_members")


def notice_publish(
    *,
    institution: Institution,
    texts: Mapping[str, str],
    approved_by: AbstractBaseUser | None,
    in_force_from: date | None = None,
    is_generated: bool = False,
) -> Notice:
    """Publish the next version of an institution's regulation without a draft: for provisioning and imports.

    `texts`: title, summary, body, changes and each of them with ``_en``. The number follows the newest;
    earlier versions stay.
    """
    with transaction.atomic():
        _lock(institution)
        notice = Notice(
            institution=institution,
            number=_next_number(institution),
            in_force_from=in_force_from or timezone.localdate(),
            published_at=timezone.now(),
            approved_by=approved_by,
            is_generated=is_generated,
            **texts,
        )
        notice.save()
    return notice


def may_write(user, institution: Institution) -> bool:
    """Whether a person writes the notices and the register of an institution."""
    return institution.is_active and (
        may(user, Duty.REVIEW, institution) or may(user, Duty.APPROVE, institution)
    )


@transaction.atomic
def notice_draft(
    *, institution: Institution, user, is_addition: bool = False, now: datetime | None = None
) -> Notice:
    """The draft of an institution: the one that is open, else a new one that begins with the text in force, or empty where it
    is to add to the authority's."""
    _check_writer(user, institution)
    _lock(institution)
    if found := Notice.objects.filter(institution=institution, published_at=None).first():
        return found
    now = now or timezone.now()
    last = Notice.objects.newest(timezone.localdate(now)).filter(institution=institution).first()
    notice = Notice(institution=institution, number=0, is_addition=is_addition)
    if last and last.is_addition == is_addition:
        for name in ("title", "title_en", "summary", "summary_en", "body", "body_en"):
            setattr(notice, name, getattr(last, name))
        notice.covers_members = last.covers_members
    elif is_addition:
        _begin_addition(notice, last)
    notice.save()
    event_record(notice, RegisterAct.WRITTEN, user, now)
    return notice


@transaction.atomic
def notice_edit(
    *,
    notice: Notice,
    user,
    values: Mapping[str, str | bool],
    seen: str = "",
    now: datetime | None = None,
) -> Notice:
    """Change a draft. `values`: some of `EDITED`; `seen`: the hash of the text that the person had before them, so that a
    colleague's changes are not written over."""
    notice = _open_draft(notice, user)
    if notice.is_waiting:
        raise RefusedError(DECIDED)
    if seen and seen != notice.sha256:
        raise RefusedError(_("Somebody else has changed the draft since you opened it. Read it again."))
    changed = {name: value for name, value in values.items() if getattr(notice, name) != value}
    for name, value in changed.items():
        setattr(notice, name, value)
    if notice.is_addition and Notice.objects.base_of(notice, notice.institution) is None:
        raise ValidationError({"is_addition": NO_AUTHORITY})
    if changed:
        notice.save()
        event_record(notice, RegisterAct.WRITTEN, user, now or timezone.now())
    return notice


@transaction.atomic
def notice_discard(*, notice: Notice, user) -> None:
    """Throw a draft away; what was published stays."""
    _open_draft(notice, user).delete()


@transaction.atomic
def notice_submit(*, notice: Notice, user, now: datetime | None = None) -> Notice:
    """Hand the draft in for approval."""
    now = now or timezone.now()
    notice = _open_draft(notice, user)
    if notice.is_waiting:
        raise RefusedError(DECIDED)
    notice.full_clean(exclude=["institution", "number", "in_force_from"])
    last = previous_of(notice)
    if last is not None:
        if not notice.changes.strip():
            raise ValidationError({"changes": CHANGES_NEEDED})
        if _same_text(notice, last):
            raise RefusedError(NOTHING_NEW)
    notice.submitted_at = now
    notice.save()
    event_record(notice, RegisterAct.SUBMITTED, user, now)
    tell_approvers(notice)
    return notice


@transaction.atomic
def notice_recall(*, notice: Notice, user, now: datetime | None = None) -> Notice:
    """Take back what nobody has decided on."""
    notice = _waiting(notice)
    _check_writer(user, notice.institution)
    notice.submitted_at = None
    notice.save()
    event_record(notice, RegisterAct.RECALLED, user, now or timezone.now())
    return notice


@transaction.atomic
def notice_return(*, notice: Notice, user, reason: str, now: datetime | None = None) -> Notice:
    """Give the draft back with a reason."""
    notice = _waiting(notice)
    _check_approver(notice, user)
    if not reason.strip():
        raise ValidationError({"reason": REASON_NEEDED})
    notice.submitted_at = None
    notice.save()
    event_record(notice, RegisterAct.RETURNED, user, now or timezone.now(), note=reason.strip()[:2000])
    tell_writers(notice)
    return notice


@transaction.atomic
def notice_approve(
    *,
    notice: Notice,
    user,
    seen: str,
    in_force_from: date,
    announced_days: int = ANNOUNCED_DAYS,
    now: datetime | None = None,
) -> Notice:
    """Publish the draft as the next version. `seen`: the hash of the text that the approver read; `announced_days`: how long
    the site announces it, counted from the day it comes into force; 0: not at all.

    Raises RefusedError, or ValidationError for a day that lies before today or before the version that it replaces.
    """
    now = now or timezone.now()
    notice = _waiting(notice)
    _check_approver(notice, user)
    if seen != notice.sha256:
        raise RefusedError(_("The text has changed since you opened it. Read it again, then decide."))
    _lock(notice.institution)
    last = previous_of(notice)
    if in_force_from < timezone.localdate(now):
        raise ValidationError({"in_force_from": IN_PAST})
    if last is not None and in_force_from < last.in_force_from:
        raise ValidationError({"in_force_from": BACKWARDS})
    notice.number = _next_number(notice.institution)
    notice.in_force_from, notice.published_at, notice.approved_by = in_force_from, now, user
    notice.submitted_at = None
    days = min(max(announced_days, 0), LONGEST_ANNOUNCEMENT)
    notice.announced_until = in_force_from + timedelta(days=days) if days else None
    notice.save()
    event_record(notice, RegisterAct.APPROVED, user, now)
    audit_record(
        institution=notice.institution,
        action=AuditAction.CHANGE,
        object_ref=f"{notice._meta.label_lower}:{notice.pk}",
        user=user,
    )
    tell_writers(notice)
    return notice


def previous_of(notice: Notice) -> Notice | None:
    """The published version before this one."""
    rows = Notice.objects.filter(institution=notice.institution_id, published_at__isnull=False)
    if not notice.is_draft:
        rows = rows.filter(number__lt=notice.number)
    return rows.order_by("-number").first()


def _begin_addition(notice: Notice, last: Notice | None) -> None:
    """An addition begins without text: the authority's is not copied, it follows by itself."""
    base = Notice.objects.base_of(notice, notice.institution)
    if base is None:
        raise RefusedError(NO_AUTHORITY)
    name = notice.institution.name
    notice.title = f"Quy định riêng của {name} về bảo vệ thông tin cá nhân"[:255]
    english = notice.institution.english_name or name
    notice.title_en = f"Own provisions of {english} on the protection of personal information"[:255]
    notice.summary, notice.summary_en = base.summary, base.summary_en
    if last is not None:
        notice.summary, notice.summary_en = last.summary, last.summary_en


def _same_text(notice: Notice, last: Notice) -> bool:
    names = [name for name in EDITED if not name.startswith("changes")]
    return all(getattr(notice, name) == getattr(last, name) for name in names)


def _next_number(institution: Institution) -> int:
    newest = Notice.objects.filter(institution=institution).order_by("-number").first()
    return newest.number + 1 if newest else 1


def _lock(institution: Institution) -> None:
    Institution.objects.select_for_update(no_key=True).filter(pk=institution.pk).values_list("pk").get()


def _check_writer(user, institution: Institution) -> None:
    if not may_write(user, institution):
        raise RefusedError(NOT_EDITOR)


def _check_approver(notice: Notice, user) -> None:
    if user.pk not in approver_ids(notice.institution, writers_since_approval(notice)):
        raise RefusedError(NOT_APPROVER)


def _locked(notice: Notice) -> Notice:
    """The draft as it is now, so that of two people who act at once the second is told."""
    rows = Notice.objects.select_for_update(of=("self",)).select_related("institution")
    current = rows.filter(pk=notice.pk, published_at=None).first()
    if current is None:
        raise RefusedError(DECIDED)
    return current


def _open_draft(notice: Notice, user) -> Notice:
    notice = _locked(notice)
    _check_writer(user, notice.institution)
    return notice


def _waiting(notice: Notice) -> Notice:
    notice = _locked(notice)
    if not notice.is_waiting:
        raise RefusedError(DECIDED)
    return notice
