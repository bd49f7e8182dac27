"""The screen of the calendar: kept once for the installation, by those who answer for personal information at its top."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from privacy.models import Holiday


class CalendarViewSet(ModelViewSet):
    """Days off and working days made up, each with its source."""

    model = Holiday
    name = "privacy_days"
    url_prefix = "privacy/days"
    icon = "date"
    menu_label = _("Calendar of working days")
    form_fields = ("day", "kind", "name", "name_en", "source", "is_provisional")
    list_display = ("day", "kind", "name", "source", "is_provisional")
    list_filter = ("kind", "is_provisional")
    ordering = ("day",)
    add_to_admin_menu = False
    inspect_view_enabled = False
    copy_view_enabled = False

    def get_permissions_to_register(self):
        """None: who keeps the calendar follows from duties, not from a group."""
        return Permission.objects.none()


calendar_viewset = CalendarViewSet("privacy_days")
