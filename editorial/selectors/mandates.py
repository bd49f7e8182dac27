"""Acts of authorities on their members' sites, as others read them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from editorial.choices import BoardRole
from editorial.models import Mandate, roles_of
from editorial.reach import institutions_read_by, reach_of
from network.models import Institution

CACHE = "_edusite_mandate"
ROLES = (BoardRole.EDITOR, BoardRole.CHIEF)
LEADING = (BoardRole.CHIEF, BoardRole.HEAD)


def mandate_of(user) -> Mandate | None:
    """The act that a person is in the middle of, one past its time included; kept on the user object. No query for
    whoever leads no authority."""
    if not user.is_authenticated or user.is_superuser or not reach_of(user).reads_members:
        return None
    if not hasattr(user, CACHE):
        rows = Mandate.objects.running().select_related("institution", "authority")
        setattr(user, CACHE, rows.filter(user=user).first())
    return getattr(user, CACHE)


def acts_on(user, institution: Institution) -> Mandate | None:
    """The mandate under which a person acts on an institution's site now, or None: their role there is their own."""
    mandate = mandate_of(user)
    return mandate if mandate is not None and mandate.institution_id == institution.pk else None


def authority_for(
    user, institution: Institution, roles: tuple[BoardRole, ...] = (BoardRole.CHIEF,)
) -> Institution | None:
    """The nearest authority above an institution on whose board the person holds one of the roles in their own right."""
    borrowed = mandate_of(user)
    led = {
        pk
        for pk, role in roles_of(user)
        if role in roles and not (borrowed and borrowed.institution_id == pk)
    }
    above = [
        institution.path[:end]
        for end in range(Institution.steplen, len(institution.path), Institution.steplen)
    ]
    found = Institution.objects.active().authorities().filter(pk__in=led, path__in=above)
    return found.order_by("-path").first()


def mandates_seen_by(user) -> QuerySet[Mandate]:
    """What a person may read: the acts on the sites of their boards and of the members that they read, and their own."""
    rows = Mandate.objects.select_related("institution", "authority")
    if user.is_superuser:
        return rows
    return rows.filter(Q(institution__in=institutions_read_by(user).order_by().values("pk")) | Q(user=user))
