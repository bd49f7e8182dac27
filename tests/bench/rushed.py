"""The application as it is served, with the feedback form of the sites as one that very many send at once and that takes two
files: what is measured is the road, not the questions."""

from __future__ import annotations

import os
from dataclasses import replace

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")


def rush() -> None:
    """Change the registered form in this process."""
    from privacy import registry
    from privacy.forms import SafeFileField, machines

    machines.MIN_SECONDS = 0
    kind = registry.form_kind("feedback")
    base = kind.questions[-1]
    statement = base.statements["attachment"]
    second = type(
        "TwoFiles",
        (base,),
        {
            "__module__": base.__module__,
            "statements": dict(base.statements) | {"evidence": statement},
            "evidence": SafeFileField(label="Minh chứng", kinds=("pdf", "image"), required=False),
        },
    )
    registry._forms["feedback"] = replace(
        kind,
        questions=(*kind.questions[:-1], second),
        is_rushed=True,
        networks=10**6,
        most_an_hour=10**7,
        received=None,
    )


def __getattr__(name: str):
    if name != "application":
        raise AttributeError(name)
    from edusite.wsgi import application

    rush()
    return application
