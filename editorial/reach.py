"""What a person sees beyond their own desk: an authority reads everything of its members, at any depth below it, and
changes nothing there (W3.1c, W11.1).

Reading is a matter of places in two trees (institutions, pages), not of rows of permission: thousands of members cost an
authority's board one condition. Changing needs a role on the member's own board (``editorial.services.mandates``).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Substr
from django.db.models.lookups import In
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from common.models import SITE_ROOT_DEPTH, site_path
from editorial.choices import BoardRole
from editorial.models import institutions_served, roles_of
from network.models import Institution

READERS = (BoardRole.EDITOR, BoardRole.CHIEF, BoardRole.HEAD)
"""The roles on an authority's board that read its members; its authors do not."""

CACHE = "_edusite_reach"


@dataclass(frozen=True)
class Reach:
    """``boards`` are the institutions on whose boards a person serves; ``authorities`` the paths, in the tree of
    institutions, of those whose members the person reads."""

    boards: frozenset[int]
    authorities: tuple[str, ...]

    @property
    def reads_members(self) -> bool:
        return bool(self.authorities)

    def covers(self, institution: Institution) -> bool:
        """Whether the person may read the institution: on its board, or of an authority above it."""
        return institution.pk in self.boards or self.is_below(institution)

    def is_below(self, institution: Institution) -> bool:
        return any(
            institution.path != path and institution.path.startswith(path) for path in self.authorities
        )


def reach_of(user) -> Reach:
    """What a person reads; no query beside those of their roles and boards, kept on the user object for the request."""
    if not user.is_authenticated or not user.is_active:
        return Reach(frozenset(), ())
    if not hasattr(user, CACHE):
        roles = roles_of(user)
        reading = {pk for pk, role in roles if role in READERS}
        served = institutions_served(user) if reading else []
        paths = tuple(i.path for i in served if i.pk in reading and i.is_active and i.is_authority)
        setattr(user, CACHE, Reach(frozenset(pk for pk, _role in roles), paths))
    return getattr(user, CACHE)


def members_read_by(user) -> QuerySet[Institution]:
    """The institutions that a person reads without being on their board; all for a superuser."""
    if user.is_superuser and user.is_active:
        return Institution.objects.all()
    return Institution.objects.filter(_below(reach_of(user)))


def institutions_read_by(user) -> QuerySet[Institution]:
    """The institutions of a person: their own boards and the members that they read."""
    if user.is_superuser and user.is_active:
        return Institution.objects.all()
    reach = reach_of(user)
    return Institution.objects.filter(Q(pk__in=reach.boards) | _below(reach))


def _below(reach: Reach) -> Q:
    found = Q(pk__in=())
    for path in reach.authorities:
        found |= Q(path__gt=path, path__lt=_after(Institution, path))
    return found


def _after(model, path: str) -> str:
    """The first path behind everything below a node. A range, because SQLite reads a whole table for LIKE."""
    return model(path=path, depth=len(path) // model.steplen)._inc_path()


def below_page(page: Page) -> Q:
    """A page and everything below it, as a range of paths."""
    return Q(path__gte=page.path, path__lt=_after(Page, page.path))


def member_pages(user) -> Q | None:
    """Condition for the pages of the members that a person reads, drafts included; None where there are none."""
    reach = reach_of(user)
    if not reach.reads_members:
        return None
    homes = Page.objects.filter(
        depth=SITE_ROOT_DEPTH,
        translation_key__in=Institution.objects.filter(_below(reach)).order_by().values("home_key"),
    )
    place = Substr(F("path"), 1, Page.steplen * SITE_ROOT_DEPTH)
    return Q(In(place, homes.order_by().values("path")))


def is_member_path(user, path: str) -> bool:
    """Whether a page's path lies in the tree of a member that the person reads; one query."""
    reach = reach_of(user)
    if not reach.reads_members or len(path) < Page.steplen * SITE_ROOT_DEPTH:
        return False
    keys = Page.objects.filter(path=site_path(path)).values("translation_key")
    return Institution.objects.filter(_below(reach), home_key__in=keys).exists()


def may_see_path(user, path: str) -> bool:
    """Whether a page exists for a person: in a tree where they have a right, on the way to one, or of a member that
    they read. No query for their own pages."""
    if user.is_superuser and user.is_active:
        return True
    roots = [
        permission.page.path
        for permission in policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    ]
    if any(path.startswith(root) or root.startswith(path) for root in roots):
        return True
    if len(path) == Page.steplen:
        return reach_of(user).reads_members
    return is_member_path(user, path)


def may_read_page(user, page: Page) -> bool:
    """Whether a person may read a page with its drafts and versions: whoever may change it, and the authority above."""
    return page.permissions_for_user(user).can_edit() or is_member_path(user, page.path)


def may_enter(user, site: Site | None) -> bool:
    """Whether a person works in the admin of a site's host name: that of an own institution, or of an authority above
    one. A host name without an institution belongs to the installation and is open to all."""
    if site is None or user.is_superuser:
        return True
    host = Institution.objects.filter(site_id=site.pk).only("pk", "path").first()
    if host is None:
        return True
    if reach_of(user).covers(host):
        return True
    own = Institution.objects.filter(pk__in=reach_of(user).boards)
    return any(path.startswith(host.path) for path in own.values_list("path", flat=True))


def entrances_of(user) -> list[Institution]:
    """The institutions at whose host names a person signs in, with their sites."""
    return list(
        Institution.objects.filter(pk__in=reach_of(user).boards, site__isnull=False).select_related("site")
    )


def serves(site: Site | None, document, user) -> bool:
    """Whether a host name gives a file to somebody: its own institution's, one's that was merged into it, one that
    belongs to the installation; to staff also what they may choose."""
    prefixes = [
        document.collection.path[:end]
        for end in range(
            document.collection.steplen, len(document.collection.path) + 1, document.collection.steplen
        )
    ]
    owner = (
        Institution.objects.filter(collection__path__in=prefixes).only("pk", "site_id", "merged_into").first()
    )
    if owner is None or site is None or owner.site_id == site.pk:
        return True
    host = Institution.objects.filter(site_id=site.pk).only("pk").first()
    if host is None or owner.merged_into_id == host.pk:
        return True
    policy = policy_registry.get_by_type(type(document))
    return policy.user_has_permission_for_instance(user, "choose", document)
