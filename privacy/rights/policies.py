"""Who keeps the calendar of working days."""

from __future__ import annotations

from wagtail.permission_policies import ModelPermissionPolicy

from privacy.duties import duty_institutions


def keeps_calendar(user) -> bool:
    """An administrator of the installation, and who reviews or approves for an authority at the top of the tree."""
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    return any(institution.depth == 1 for institution in duty_institutions(user))


class CalendarPolicy(ModelPermissionPolicy):
    """The same answer for every action."""

    def user_has_permission(self, user, action: str) -> bool:
        return keeps_calendar(user)

    def user_has_any_permission(self, user, actions) -> bool:
        return keeps_calendar(user)
