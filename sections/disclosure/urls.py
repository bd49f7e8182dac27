"""Addresses of the screens of disclosure in the admin."""

from __future__ import annotations

from django.urls import path

from sections.disclosure.members import MembersView
from sections.disclosure.views import BeginView, ReportsView

urlpatterns = [
    path("disclosure/<int:page_id>/", ReportsView.as_view(), name="disclosure_reports"),
    path(
        "disclosure/<int:page_id>/<str:item>/<int:period>/begin/",
        BeginView.as_view(),
        name="disclosure_begin",
    ),
    path("disclosure/<int:institution_id>/members/", MembersView.as_view(), name="disclosure_members"),
]
