"""The application as it is served, with one address more: a view that answers a constant behind every middleware of this
installation, as any ordinary Django view of it stands."""

from __future__ import annotations

import os
from types import ModuleType

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")

PATH, PROCESS_PATH = "bench-constant/", "bench-process/"


def _with_constant() -> None:
    from django.conf import settings
    from django.http import HttpResponse
    from django.urls import path
    from django.utils.module_loading import import_string

    addresses = ModuleType("tests.bench.installed_urls")
    own = import_string(f"{settings.ROOT_URLCONF}.urlpatterns")
    never_stored = {"Cache-Control": "no-store"}
    addresses.urlpatterns = [
        path(PATH, lambda request: HttpResponse("ok", headers=never_stored)),
        path(PROCESS_PATH, lambda request: HttpResponse(str(os.getpid()), headers=never_stored)),
        *own,
    ]
    settings.ROOT_URLCONF = addresses


def __getattr__(name: str):
    if name != "application":
        raise AttributeError(name)
    from edusite.wsgi import application

    _with_constant()
    return application
