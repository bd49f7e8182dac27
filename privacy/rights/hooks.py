"""Requests and calendar in Wagtail's admin."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from privacy.rights import desk, desk_lists
from privacy.rights.days import calendar_viewset
from privacy.rights.policies import keeps_calendar

urlpatterns = [
    path("privacy/requests/", desk.RequestsView.as_view(), name="privacy_requests"),
    path("privacy/requests/new/", desk.RequestNewView.as_view(), name="privacy_request_new"),
    path("privacy/requests/members/", desk_lists.MembersView.as_view(), name="privacy_requests_members"),
    path("privacy/requests/<uuid:uid>/", desk.RequestView.as_view(), name="privacy_request"),
    path("privacy/revisions/", desk_lists.RevisionsView.as_view(), name="privacy_revisions"),
    path(
        "privacy/revisions/<uuid:uid>/",
        desk_lists.RevisionReceivedView.as_view(),
        name="privacy_revision_received",
    ),
]


@hooks.register("register_admin_urls")
def register_urls():
    return urlpatterns


@hooks.register("register_admin_viewset")
def register_viewset():
    return calendar_viewset


class RequestsMenuItem(MenuItem):
    """For those who handle requests."""

    def is_shown(self, request) -> bool:
        return desk.has_desk(request.user)


class CalendarMenuItem(MenuItem):
    """For those who keep the calendar."""

    def is_shown(self, request) -> bool:
        return keeps_calendar(request.user)


@hooks.register("register_privacy_menu_item")
def register_requests_item():
    return RequestsMenuItem(
        _("Requests of people"),
        reverse_lazy("privacy_requests"),
        name="privacy-requests",
        icon_name="mail",
        order=200,
    )


@hooks.register("register_privacy_menu_item")
def register_calendar_item():
    return CalendarMenuItem(
        _("Calendar of working days"),
        reverse_lazy("privacy_days:index"),
        name="privacy-days",
        icon_name="date",
        order=800,
    )
