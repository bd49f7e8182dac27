"""Registry of the rules that say why something may not be done to a page.

Wagtail's permissions say who may act in a part of the tree; the rules here say what nobody may do there, a superuser
included: a section that a circular requires cannot be deleted (``sections``), nothing is published around the
approval chain (``editorial``). ``common`` owns the registry, so the abstract page can ask it; higher packages register.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from django.utils.functional import Promise

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
    from wagtail.models import Page


class PageRuleError(Exception):
    """A page rule's refusal of a write that asked for no permission; the message is the rule's sentence.

    Not a ``PermissionDenied``: the admin answers that with a sentence of its own, and the reason would be lost
    (``common.middleware`` shows this one).
    """


class PageAction(StrEnum):
    DELETE = "delete"
    MOVE = "move"
    COPY = "copy"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"
    EXPIRE = "expire"
    """Give the page a date on which it goes off the site."""
    RESTRICT = "restrict"
    """Set view restrictions, which would hide the page from the public."""
    REORDER = "reorder"
    """Change the order of the page's children on the live site."""


class PageRule(Protocol):
    """Answers None where the action is allowed, else the reason, in a sentence that names the clause."""

    def __call__(
        self, *, page: Page, action: PageAction, user: AbstractBaseUser | None
    ) -> str | Promise | None: ...


_rules: dict[str, PageRule] = {}


def register(name: str, rule: PageRule) -> None:
    """Add a rule under a name of its own; a second rule of that name is a programming error."""
    if _rules.get(name, rule) is not rule:
        raise ValueError(f"A page rule named {name!r} is registered already.")
    _rules[name] = rule


def refusal(*, page: Page, action: PageAction, user: AbstractBaseUser | None = None) -> str | Promise | None:
    """The first reason why `action` is refused on `page`, or None."""
    for rule in _rules.values():
        if reason := rule(page=page, action=action, user=user):
            return reason
    return None
