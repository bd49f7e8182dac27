"""Addresses and buttons of statistics in the admin."""

from __future__ import annotations

from wagtail import hooks

from sections.statistics.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_statistics_urls():
    return urlpatterns
