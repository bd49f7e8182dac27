"""The application as it is served, with the limits of one network lifted: all that is measured comes from one address."""

from __future__ import annotations

import os
from dataclasses import replace

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")


def rush() -> None:
    """Lift the limits of the form of admission in this process."""
    from privacy import registry
    from privacy.forms import machines

    machines.MIN_SECONDS = 0
    kind = registry.form_kind("admission")
    registry._forms["admission"] = replace(kind, networks=10**6, most_an_hour=10**7)


def __getattr__(name: str):
    if name != "application":
        raise AttributeError(name)
    from edusite.wsgi import application

    rush()
    return application
