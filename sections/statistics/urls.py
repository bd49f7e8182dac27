"""Addresses of the screens of statistics in the admin."""

from __future__ import annotations

from django.urls import path

from sections.statistics.official_views import OfficialView
from sections.statistics.views import CompletenessView

urlpatterns = [
    path(
        "statistics/<int:institution_id>/members/",
        CompletenessView.as_view(),
        name="statistics_completeness",
    ),
    path("statistics/<int:page_id>/official/", OfficialView.as_view(), name="statistics_official"),
]
