"""The tree, enforced: what a circular requires cannot be taken away from a site, by nobody and by no way.

The page rule removes the buttons and refuses the views, bulk actions and action classes; the receivers refuse the ORM and
management commands, which ask no permission. ``changing_tree()`` lifts both for provisioning and for closing a site.
"""

from __future__ import annotations

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction

from common.models import site_path
from common.page_rules import PageAction
from sections.catalogue import clause
from sections.models import SectionPage, SectionSlot

_lifted: contextvars.ContextVar[bool] = contextvars.ContextVar("sections_changing_tree", default=False)


class RequiredSectionError(PermissionDenied):
    """An attempt to take away, double or hide what a clause requires. The message names the clause."""


@contextmanager
def changing_tree() -> Iterator[None]:
    """Inside, required sections may be removed: for closing an institution's site, never for a board."""
    token = _lifted.set(True)
    try:
        yield
    finally:
        _lifted.reset(token)


def required_paths(page: Page, user=None) -> dict[str, str]:
    """Path → section key of the required pages in the page's tree; one query, kept on the user for the request."""
    root = site_path(page.path)
    store = user.__dict__.setdefault("_edusite_required_paths", {}) if user is not None else {}
    if root not in store:
        slots = dict(
            SectionSlot.objects.filter(
                translation_key__in=Page.objects.filter(path__startswith=root).values("translation_key")
            ).values_list("translation_key", "key")
        )
        rows = Page.objects.filter(path__startswith=root, translation_key__in=slots).values_list(
            "path", "translation_key"
        )
        store[root] = {path: slots[key] for path, key in rows}
    return store[root]


def refusal_text(key: str, action: PageAction) -> str:
    """Why `action` is refused on the page of the section `key`, with the clause."""
    reference = clause(key).legal_reference()
    texts = {
        PageAction.DELETE: _("This page cannot be deleted: %(reference)s requires it."),
        PageAction.MOVE: _(
            "This page cannot be moved and its address stays: %(reference)s requires it in its place."
        ),
        PageAction.COPY: _("This page cannot be copied: %(reference)s requires it once, in its place."),
        PageAction.UNPUBLISH: _(
            "This page cannot be unpublished and does not expire: %(reference)s requires it."
        ),
        PageAction.RESTRICT: _("This page cannot be made private: %(reference)s requires it to be public."),
    }
    texts[PageAction.EXPIRE] = texts[PageAction.UNPUBLISH]
    return texts[action] % {"reference": reference}


def required_section_rule(*, page: Page, action: PageAction, user=None) -> str | Promise | None:
    """Page rule: a required section stays; what contains one stays too."""
    if action in (PageAction.PUBLISH, PageAction.REORDER) or page.depth < 2 or not page.path or _lifted.get():
        return None
    paths = required_paths(page, user)
    if page.path in paths:
        return refusal_text(paths[page.path], action)
    if action in (PageAction.DELETE, PageAction.MOVE, PageAction.RESTRICT):
        for path, key in paths.items():
            if path.startswith(page.path):
                return refusal_text(key, action)
    return None


def _slot_of(page: Page) -> SectionSlot | None:
    return SectionSlot.objects.filter(translation_key=page.translation_key).first()


def _contained_slot(page: Page) -> SectionSlot | None:
    keys = Page.objects.filter(path__startswith=page.path).values("translation_key")
    return SectionSlot.objects.filter(translation_key__in=keys).order_by("pk").first()


def refuse_delete(sender, instance: Page, **kwargs) -> None:
    """``pre_delete`` of a page: fires for each descendant and for deletions of query sets as well."""
    if not _lifted.get() and (slot := _slot_of(instance)):
        raise RequiredSectionError(refusal_text(slot.key, PageAction.DELETE))


def refuse_move(sender, instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs) -> None:
    """``pre_page_move``; reordering below the same parent is no move."""
    if _lifted.get() or parent_page_before.pk == parent_page_after.pk:
        return
    if slot := _contained_slot(instance):
        raise RequiredSectionError(refusal_text(slot.key, PageAction.MOVE))


def refuse_hiding(sender, instance, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of any page: a required one stays live, keeps its address and does not expire; a section is not doubled."""
    if raw or not isinstance(instance, Page) or _lifted.get():
        return
    if instance._state.adding:
        _refuse_double(instance)
        return
    slot = _slot_of(instance)
    if slot is None:
        return
    # publish_scheduled would stop at the first page that it may not unpublish, so the date never reaches the database.
    instance.expire_at = None
    before = Page.objects.filter(pk=instance.pk).values("live", "slug").first() or {}
    if before.get("live") and not instance.live:
        raise RequiredSectionError(refusal_text(slot.key, PageAction.UNPUBLISH))
    if before.get("slug") not in (None, instance.slug):
        raise RequiredSectionError(refusal_text(slot.key, PageAction.MOVE))


def _refuse_double(page: Page) -> None:
    if not isinstance(page, SectionPage) or not page.path:
        return
    siblings = type(page).objects.filter(path__startswith=page.path[: -page.steplen], depth=page.depth)
    if siblings.exclude(path=page.path).exists():
        raise RequiredSectionError(
            _("The section “%(title)s” exists already; a site has it once.")
            % {"title": page._meta.verbose_name}
        )


def refuse_restriction(sender, instance: PageViewRestriction, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of a view restriction: what is required is public, and so is what contains it."""
    if not raw and not _lifted.get() and (slot := _contained_slot(instance.page)):
        raise RequiredSectionError(refusal_text(slot.key, PageAction.RESTRICT))
