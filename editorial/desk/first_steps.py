"""The first steps of a new site. A registry: each step says from the real state whether it is done.

A package registers its steps in ``AppConfig.ready()``. `done` answers for any number of institutions in a fixed number of
queries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from editorial.desk import Desk
from network.models import Institution

__all__ = ["FirstStep", "first_steps", "register"]


@dataclass(frozen=True)
class FirstStep:
    """One step. `done(institutions, desk)` answers the ids of those that have done it, `url(institution)` where it is
    done."""

    name: str
    order: int
    label: Promise | str
    done: Callable[[list[Institution], Desk], set[int]]
    url: Callable[[Institution], str]


_steps: dict[str, FirstStep] = {}


def register(step: FirstStep) -> None:
    """Add a step; a second one of its name is a programming error."""
    if _steps.setdefault(step.name, step) is not step:
        raise ValueError(f"A first step named {step.name!r} is registered already.")


def first_steps() -> list[FirstStep]:
    return sorted(_steps.values(), key=lambda step: (step.order, step.name))
