"""Changing how the chain runs on one site."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial import section_keys
from editorial.choices import BoardRole
from editorial.models import ChainRefusedError, ChainSettings, chain_settings_of, person_name, roles_of
from network.models import Institution

NOT_LEADING = _("The approval chain is set by the chief editor or the head of the institution.")
UNKNOWN_SECTION = _("The site has no section “%(key)s”.")


def may_change_settings(user, institution: Institution) -> bool:
    """Whether the person leads the institution's board or answers for the institution."""
    if not institution.is_active or user is None or not user.is_active:
        return False
    return user.is_superuser or any(
        (institution.pk, role.value) in roles_of(user) for role in (BoardRole.CHIEF, BoardRole.HEAD)
    )


@transaction.atomic
def chain_settings_change(
    *,
    institution: Institution,
    user,
    with_editor: bool,
    head_sections: Collection[str],
    now: datetime | None = None,
) -> ChainSettings:
    """Put new settings in force for what is submitted from now on, and keep the former ones as the log.

    Nothing is written where nothing changes. Raises ChainRefusedError for anybody but the chief editor and the
    head, ValidationError for a section that the site has not.
    """
    if not may_change_settings(user, institution):
        raise ChainRefusedError(NOT_LEADING)
    Institution.objects.select_for_update().get(pk=institution.pk)
    known = {key for key, _title in section_keys.choices_for(institution)}
    if unknown := sorted(set(head_sections) - known):
        raise ValidationError({"head_sections": UNKNOWN_SECTION % {"key": unknown[0]}})
    before = chain_settings_of(institution)
    wanted = (with_editor, sorted(head_sections))
    if (before.with_editor, before.head_sections) == wanted:
        return before
    return ChainSettings.objects.create(
        institution=institution,
        with_editor=with_editor,
        head_sections=sorted(head_sections),
        changed_by=user,
        changed_name=person_name(user),
        changed_at=now or timezone.now(),
    )
