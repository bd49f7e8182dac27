"""One entry of the admin's menu for admission, examinations and certificates; whoever sees none of its items does not see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from editorial.reach import reach_of
from enrolment.policies import entry_institutions, offices_of


class PolicyMenuItem(MenuItem):
    """Shown to whoever has something to do behind it: `policy` answers what, for a person."""

    def __init__(self, label, view: str, policy: Callable[[Any], Any], **kwargs) -> None:
        super().__init__(label, reverse(view), **kwargs)
        self.policy = policy

    def is_shown(self, request) -> bool:
        return bool(self.policy(request.user))


def boards_of(user):
    """The boards that a person serves on."""
    return reach_of(user).boards


def menu_item() -> SubmenuMenuItem:
    rows = (
        (_("Campaigns of admission"), "enrolment_campaigns", boards_of, "campaigns", "date"),
        (_("Applications on paper"), "enrolment_paper", entry_institutions, "paper-applications", "form"),
        (_("Applications for admission"), "enrolment_desk", offices_of, "admission", "group"),
        (_("Assignment of places"), "enrolment_places_index", offices_of, "places", "list-ol"),
        (
            pgettext_lazy("queue", "Waiting rooms"),
            "enrolment_waiting_rooms",
            offices_of,
            "waiting-rooms",
            "time",
        ),
        (_("Examination results"), "enrolment_results", offices_of, "exam-results", "table"),
        (_("Appeals"), "enrolment_appeals", offices_of, "exam-appeals", "mail"),
        (_("Certificates"), "enrolment_certificates", offices_of, "certificates", "doc-full"),
    )
    items = [
        PolicyMenuItem(label, view, policy, name=name, icon_name=icon, order=100 + place)
        for place, (label, view, policy, name, icon) in enumerate(rows)
    ]
    return SubmenuMenuItem(
        _("Admission and look-ups"), Menu(items=items), name="enrolment", icon_name="group", order=320
    )
