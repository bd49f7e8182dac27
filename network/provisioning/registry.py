"""The ordered steps that make a member site. ``network`` owns the registry; higher packages register theirs.

Each step is idempotent: what exists and is right stays untouched, what is missing is made, and the step
counts what it did. All steps of one institution run in one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from network.models import Institution


@dataclass
class ProvisioningRun:
    """One list on its way in: what all rows share."""

    domain: str = "{slug}.localhost"
    """Template of host names; ``{slug}`` and ``{code}`` are replaced."""
    user: Any = None
    send_invitations: bool = True
    language: str = "vi"
    labels: dict[str, str] = field(default_factory=dict)
    """Labels of host names planned for the whole list, by code in lower case."""
    shared: dict[str, Any] = field(default_factory=dict)
    """What steps keep between rows (locales, permissions, roots), so that a row costs the same at any number.
    Emptied when a row is refused: what it had made is rolled back with it.
    """


@dataclass
class MemberSite:
    """One institution on its way through the steps."""

    institution: Institution
    run: ProvisioningRun
    domain: str = ""
    """The host name that the list gives; empty: made from the run's template."""
    is_new: bool = True
    before: dict[str, Any] = field(default_factory=dict)
    """Values of the institution before this row, for the fields that changed."""
    pages: int = 0
    changes: list[str] = field(default_factory=list)
    """What the steps made or changed, in words for the log; empty: nothing."""
    notes: list[str] = field(default_factory=list)
    """What the report tells the authority about this row, in the language that is active."""


class Step(Protocol):
    name: str
    order: int

    def apply(self, member: MemberSite) -> None: ...


_steps: dict[str, Step] = {}


def register_step(step: Step) -> None:
    """Add a step; a second one of that name is a programming error."""
    if type(_steps.get(step.name, step)) is not type(step):
        raise ValueError(f"A provisioning step named {step.name!r} is registered already.")
    _steps[step.name] = step


def steps() -> list[Step]:
    return sorted(_steps.values(), key=lambda step: step.order)
