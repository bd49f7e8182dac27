"""What the work on applications adds to the registries of the packages below."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enrolment.allocation.reading import register_obstacle
from enrolment.processing import letters
from enrolment.processing.scores import scores_waiting
from privacy.registry import opens_sealed


def register() -> None:
    letters.register()
    register_obstacle(scores_waiting)
    opens_sealed(
        "enrolment.processing",
        _(
            "Records, reasons and scores of applications; officers see them only after a reading that is on record."
        ),
    )
