"""Addresses with a language: what readers open."""

from django.urls import path

from resources.views.library import search

urlpatterns = [path("tim-hoc-lieu/", search, name="resource_search")]
