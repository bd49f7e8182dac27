"""Addresses without a language: what machines and frames open."""

from django.urls import path

from resources.views.media import media
from resources.views.oai import oai
from resources.views.packages import package

urlpatterns = [
    path("oai/", oai, name="oai"),
    path("hoc-lieu/tep/<int:page_id>/<int:document_id>/<str:name>", media, name="resource_media"),
    path("hoc-lieu/goi/<int:page_id>/<int:document_id>/<path:member>", package, name="resource_package"),
]
