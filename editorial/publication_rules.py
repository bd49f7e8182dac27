"""What has to be settled elsewhere before a page may be handed to the board, or go onto the site: an activity that is not in
force, a list of people that nobody has looked at. A registry: whoever knows about it registers in ``AppConfig.ready()``."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from django.utils.functional import Promise
from wagtail.models import Page

__all__ = ["Rule", "Stage", "refusals", "register"]


class Stage(StrEnum):
    SUBMIT = "submit"
    """The page is handed to the board; it may still be unsaved."""
    PUBLISH = "publish"
    """The last agreement, and the moment at which the version goes onto the site."""


Rule = Callable[[Page], str | Promise | None]
"""Takes the version of the page in question, as its own type; answers the reason against it, with the way out, or None."""

_rules: dict[Stage, dict[str, Rule]] = {stage: {} for stage in Stage}


def register(name: str, rule: Rule, *stages: Stage) -> None:
    """Add a rule for these stages; a second one of its name is a programming error."""
    for stage in stages:
        if _rules[stage].setdefault(name, rule) is not rule:
            raise ValueError(f"A rule named {name!r} is registered already.")


def refusals(page: Page, stage: Stage) -> dict[str, str | Promise]:
    """Name of the rule → reason, for all that speaks against it; empty: nothing does."""
    found = {name: rule(page) for name, rule in _rules[stage].items()}
    return {name: reason for name, reason in found.items() if reason}
