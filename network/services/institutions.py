"""Reorganisations: an institution is closed, renamed, merged into another, or moved to another authority.

Nothing is deleted and no address dies: a closed site says so at every address, a name or host that was given
up leads on. Each service refuses what cannot be right with a ValidationError in a clear sentence, runs in one
transaction and writes the audit log. None of them asks who the user is: see ``network.access``.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.text import clean_line
from network.choices import InstitutionType
from network.lifecycle import institution_ended
from network.models import Institution
from network.models.institutions import InstitutionStatus
from network.provisioning import MemberSite, ProvisioningRun, steps
from network.steps import give_hostname

__all__ = ["institution_close", "institution_merge", "institution_move", "institution_rename"]

CLOSED = "network.institution_closed"
RENAMED = "network.institution_renamed"
MERGED = "network.institution_merged"
MOVED = "network.institution_moved"


@transaction.atomic
def institution_close(*, institution: Institution, reason: str, user=None) -> Institution:
    """Close an institution: its site shows the reason at every address, its content is kept, its board may no
    longer write.

    An authority is closed after its members.
    """
    institution = _locked(institution)
    reason = _checked_reason(reason)
    _refuse_inactive(institution)
    if count := Institution.objects.below(institution).active().count():
        text = _("“%(name)s” still has %(count)s active members. Move or close them first.")
        raise ValidationError(text % {"name": institution.name, "count": count}, code="has-members")
    institution.status = InstitutionStatus.CLOSED
    institution.status_reason = reason
    institution.status_since = timezone.localdate()
    institution.save(update_fields=["status", "status_reason", "status_since"])
    institution_ended(institution)
    log(institution, CLOSED, user=user, data={"reason": reason})
    return institution


@transaction.atomic
def institution_rename(
    *,
    institution: Institution,
    name: str,
    short_name: str | None = None,
    hostname: str = "",
    user=None,
) -> Institution:
    """Give an institution another name and, if wanted, another host name; the old host name redirects, path
    by path.

    Site, home page (unless its board gave it a title of its own), board groups and collection take the new
    name. `short_name` None: unchanged.
    """
    institution = _locked(institution)
    _refuse_inactive(institution)
    before = {"name": institution.name, "hostname": institution.hostname}
    institution.name = clean_line(name)
    if short_name is not None:
        institution.short_name = clean_line(short_name)
    institution.full_clean(exclude=["path", "depth", "numchild", "kind"])
    institution.save(update_fields=["name", "short_name"])
    hostname = hostname.strip().lower().rstrip(".")
    if hostname and institution.site_id and hostname != institution.hostname:
        give_hostname(institution, hostname)
        institution.site.save(update_fields=["hostname"])
    member = MemberSite(institution=institution, run=ProvisioningRun(user=user), is_new=False)
    member.run.send_invitations = False
    if before["name"] != institution.name:
        member.before["name"] = before["name"]
        for step in steps():
            step.apply(member)
    log(
        institution,
        RENAMED,
        user=user,
        data={"before": before, "name": institution.name, "hostname": hostname},
    )
    return institution


@transaction.atomic
def institution_merge(*, source: Institution, into: Institution, reason: str, user=None) -> Institution:
    """Merge an institution into another: its addresses lead to the other's site, its members move to the
    other.

    What was merged into the source before leads to the final institution at once, so a chain is never walked.
    """
    source, into = _locked(source), _locked(into)
    reason = _checked_reason(reason)
    if source.pk == into.pk:
        raise ValidationError(_("An institution cannot be merged into itself."), code="itself")
    _refuse_inactive(source)
    _refuse_inactive(into)
    if into.is_descendant_of(source):
        text = _("“%(into)s” belongs to “%(source)s”. Move it to another authority first.")
        raise ValidationError(text % {"into": into.name, "source": source.name}, code="below-itself")
    if source.is_authority != into.is_authority:
        text = _("An authority can be merged into an authority only, and a facility into a facility.")
        raise ValidationError(text, code="other-kind")
    for member in list(Institution.objects.members_of(source)):
        # The tree reads the number of children from the object, so each move starts from the stored state.
        _move(member, _locked(into), user=user)
    # Moves have changed paths below both.
    source, into = _locked(source), _locked(into)
    source.status = InstitutionStatus.MERGED
    source.status_reason = reason
    source.status_since = timezone.localdate()
    source.merged_into = into
    source.save(update_fields=["status", "status_reason", "status_since", "merged_into"])
    Institution.objects.filter(merged_into=source).update(merged_into=into)
    institution_ended(source)
    into.save(update_fields=["updated_at"])
    log(source, MERGED, user=user, data={"reason": reason, "into": into.code})
    return source


@transaction.atomic
def institution_move(*, institution: Institution, new_parent: Institution, user=None) -> Institution:
    """Move an institution with all below it to another authority. Its addresses stay; links to the authority
    follow.
    """
    institution, new_parent = _locked(institution), _locked(new_parent)
    _refuse_inactive(institution)
    _refuse_inactive(new_parent)
    return _move(institution, new_parent, user=user)


def _move(institution: Institution, new_parent: Institution, *, user) -> Institution:
    _refuse_place(institution, new_parent)
    old_parent = institution.parent
    if old_parent is not None and old_parent.pk == new_parent.pk:
        return institution
    institution.move(new_parent, "last-child")
    moved = _locked(institution)
    for touched in (moved, old_parent):
        # Saving tells the page cache that links to the authority and lists of members have changed.
        if touched is not None:
            _locked(touched).save(update_fields=["updated_at"])
    data = {"from": old_parent.code if old_parent else "", "to": new_parent.code}
    log(moved, MOVED, user=user, data=data)
    return moved


def _refuse_place(institution: Institution, new_parent: Institution) -> None:
    names = {"name": institution.name, "parent": new_parent.name}
    if new_parent.pk == institution.pk or new_parent.is_descendant_of(institution):
        text = _("“%(name)s” cannot be moved below itself or one of its own members.")
        raise ValidationError(text % names, code="cycle")
    if not new_parent.is_authority:
        text = _("“%(parent)s” is a facility; only a department or an agency can have members.")
        raise ValidationError(text % names, code="facility-parent")
    if institution.type == InstitutionType.DEPARTMENT and new_parent.type == InstitutionType.AGENCY:
        text = _("A department cannot belong to the agency “%(parent)s”.")
        raise ValidationError(text % names, code="department-below-agency")


def _locked(institution: Institution) -> Institution:
    """The stored state, locked until the transaction ends."""
    rows = Institution.objects.select_for_update(of=["self"]).select_related("site")
    return rows.get(pk=institution.pk)


def _refuse_inactive(institution: Institution) -> None:
    if not institution.is_active:
        text = _("“%(name)s” was closed or merged on %(date)s.")
        date = institution.status_since.strftime("%d/%m/%Y")
        raise ValidationError(text % {"name": institution.name, "date": date}, code="not-active")


def _checked_reason(reason: str) -> str:
    reason = clean_line(reason)
    if not reason:
        raise ValidationError(
            _("Give the reason, such as the number and date of the decision."), code="reason"
        )
    if len(reason) > 500:
        raise ValidationError(_("The reason is longer than 500 characters."), code="reason-too-long")
    return reason
