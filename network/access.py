"""Who may act on which institutions. ``network`` owns the question; ``editorial``, which knows the boards,
answers it.

A superuser may everything. Who leads the board of an authority may give sites to its members and reorganise
them, at any depth below it; who leads the board of an institution may edit that institution's own record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import Q, QuerySet

from network.choices import InstitutionKind
from network.models import Institution

__all__ = [
    "administered_authorities",
    "institutions_in_reach",
    "led_institutions",
    "may_administer",
    "may_edit",
    "may_reorganise",
    "may_see_health",
    "register",
]

_policies: dict[str, Callable[[object], Iterable[Institution]]] = {}


def register(name: str, led: Callable[[object], Iterable[Institution]]) -> None:
    """Add `led(user)`, which answers the institutions that a person leads, under a name of its own."""
    if _policies.get(name, led) is not led:
        raise ValueError(f"An access policy named {name!r} is registered already.")
    _policies[name] = led


def led_institutions(user) -> list[Institution]:
    """The active institutions that a person leads; kept on the user object for the request."""
    if not user.is_authenticated or not user.is_active:
        return []
    if not hasattr(user, "_edusite_led"):
        found = {i.pk: i for policy in _policies.values() for i in policy(user) if i.is_active}
        user._edusite_led = list(found.values())
    return user._edusite_led


def _prefixes(user) -> list[str]:
    return [institution.path for institution in led_institutions(user) if institution.is_authority]


def institutions_in_reach(user) -> QuerySet[Institution]:
    """The institutions whose records a person may see and edit."""
    if user.is_superuser and user.is_active:
        return Institution.objects.all()
    reach = Q(pk__in=[institution.pk for institution in led_institutions(user)])
    for prefix in _prefixes(user):
        reach |= Q(path__startswith=prefix)
    return Institution.objects.filter(reach)


def administered_authorities(user) -> QuerySet[Institution]:
    """The active authorities under which a person may take in lists."""
    reach = institutions_in_reach(user).active()
    return reach.exclude(kind=InstitutionKind.FACILITY)


def may_administer(user, institution: Institution | None) -> bool:
    """Whether a person may take in lists under an authority; None stands for the top, which only a superuser
    may.
    """
    if user.is_superuser and user.is_active:
        return True
    return institution is not None and any(institution.path.startswith(p) for p in _prefixes(user))


def may_reorganise(user, institution: Institution) -> bool:
    """Whether a person may close, rename, merge or move an institution: only from an authority above it."""
    if user.is_superuser and user.is_active:
        return True
    return any(institution.path.startswith(p) and institution.path != p for p in _prefixes(user))


def may_edit(user, institution: Institution) -> bool:
    """Whether a person may edit the record of an institution."""
    return may_administer(user, institution) or institution.pk in {i.pk for i in led_institutions(user)}


def may_see_health(user) -> bool:
    """Whether a person may see how the whole installation runs: who leads an authority at the top of the tree."""
    if user.is_superuser and user.is_active:
        return True
    return any(institution.is_authority and institution.depth == 1 for institution in led_institutions(user))
