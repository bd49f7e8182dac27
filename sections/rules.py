"""The tree, enforced: what a circular requires cannot be taken away from a site, by nobody and by no way.

The page rule removes the buttons and refuses the views, bulk actions and action classes; the receivers refuse the
ORM and management commands, which ask no permission; ``sections.triggers`` refuses what sends no signal.
``changing_tree()`` lifts all of them for provisioning and for closing a site.
"""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction, Site

from common.models import BasePage, site_path
from common.page_rules import PageAction, PageRuleError
from sections import tree
from sections.catalogue import clause, is_in_force
from sections.lifting import changing_tree, is_lifted
from sections.models import SectionPage, SectionSlot
from sections.tree import HOME_KEY

__all__ = ["RequiredSectionError", "changing_tree", "required_section_rule"]

FIXED = ("slug", "translation_key", "locale_id")
"""What makes up the address of a page, and what binds it to its section."""


class RequiredSectionError(PageRuleError):
    """An attempt to take away, double or hide what a clause requires. The message names the clause."""


def required_paths(page: Page, user=None) -> dict[str, str]:
    """Path → section key of the required pages in the page's tree; two queries, kept on the user for the request."""
    root = site_path(page.path)
    store = user.__dict__.setdefault("_edusite_required_paths", {}) if user is not None else {}
    if root not in store:
        pages = Page.objects.filter(path__startswith=root).order_by("path")
        slots = dict(
            SectionSlot.objects.filter(
                translation_key__in=pages.order_by().values("translation_key")
            ).values_list("translation_key", "key")
        )
        rows = pages.filter(translation_key__in=slots).values_list("path", "translation_key")
        store[root] = {path: slots[key] for path, key in rows if is_in_force(slots[key])}
    return store[root]


def refusal_text(key: str, action: PageAction) -> str:
    """Why `action` is refused on the page of the section `key`, with the clause."""
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
    return texts[action] % {"reference": clause(key).legal_reference()}


def required_section_rule(*, page: Page, action: PageAction, user=None) -> str | Promise | None:
    """Page rule: a required section stays; what contains one stays too."""
    if action in (PageAction.PUBLISH, PageAction.REORDER) or page.depth < 2 or not page.path or is_lifted():
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
    slot = SectionSlot.objects.filter(translation_key=page.translation_key).first()
    return slot if slot and is_in_force(slot.key) else None


def _contained_slot(page: Page) -> SectionSlot | None:
    keys = Page.objects.filter(path__startswith=page.path).values("translation_key")
    slots = SectionSlot.objects.filter(translation_key__in=keys).order_by("pk")
    return next((slot for slot in slots.iterator() if is_in_force(slot.key)), None)


def refuse_delete(sender, instance: Page, **kwargs) -> None:
    """``pre_delete`` of a page: fires for each descendant and for deletions of query sets as well."""
    if not is_lifted() and (slot := _slot_of(instance)):
        raise RequiredSectionError(refusal_text(slot.key, PageAction.DELETE))


def refuse_move(sender, instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs) -> None:
    """``pre_page_move``: reordering below the same parent is no move; any other page goes where its type belongs."""
    if is_lifted() or parent_page_before.pk == parent_page_after.pk:
        return
    if slot := _contained_slot(instance):
        raise RequiredSectionError(refusal_text(slot.key, PageAction.MOVE))
    page_type = instance.specific_class
    if page_type and issubclass(page_type, BasePage) and not page_type.can_exist_under(parent_page_after):
        raise PageRuleError(_outside_text(page_type, parent_page_after))


def refuse_page_write(sender, instance, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of any page: a new one stands where its type belongs and doubles nothing; a required one stays live,
    keeps its address, does not expire and does not become the mirror of another."""
    if raw or not isinstance(instance, Page) or is_lifted():
        return
    if instance._state.adding:
        if isinstance(instance, BasePage) and instance.path:
            _refuse_outside_place(instance)
        return
    before = Page.objects.filter(pk=instance.pk).values("live", "alias_of_id", *FIXED).first()
    slot = SectionSlot.objects.filter(
        translation_key__in={instance.translation_key, before["translation_key"]} if before else set()
    ).first()
    if slot is None or not is_in_force(slot.key):
        return
    # publish_scheduled would stop at the first page that it may not unpublish, so the date never reaches the table.
    instance.expire_at = None
    if before["live"] and not instance.live:
        raise RequiredSectionError(refusal_text(slot.key, PageAction.UNPUBLISH))
    if any(before[name] != getattr(instance, name) for name in FIXED):
        raise RequiredSectionError(refusal_text(slot.key, PageAction.MOVE))
    if instance.alias_of_id and not before["alias_of_id"]:
        raise RequiredSectionError(
            _(
                "This page cannot become the mirror of another: %(reference)s requires it with a text of its own."
            )
            % {"reference": clause(slot.key).legal_reference()}
        )


def _refuse_outside_place(page: BasePage) -> None:
    """A new page: its parent accepts its type, and the type is not there already where a site has it once."""
    page_type = type(page)
    parent = Page.objects.filter(path=page.path[: -page.steplen]).first()
    if parent is None:
        return
    if not page_type.can_exist_under(parent):
        raise PageRuleError(_outside_text(page_type, parent))
    if page_type in tree.home_types():
        _refuse_home(page)
    if issubclass(page_type, SectionPage):
        siblings = page_type.objects.filter(path__startswith=parent.path, depth=page.depth)
        if siblings.exclude(path=page.path).exists():
            raise RequiredSectionError(
                _("The section “%(title)s” exists already; a site has it once.")
                % {"title": page_type._meta.verbose_name}
            )


def _refuse_home(page: BasePage) -> None:
    """A home page is made with the institution's site; later ones are its translations."""
    if not SectionSlot.objects.filter(key=HOME_KEY, translation_key=page.translation_key).exists():
        raise RequiredSectionError(
            _(
                "An institution has one site with one home page (%(reference)s); it is made when the site is provisioned."
            )
            % {"reference": clause(HOME_KEY).legal_reference()}
        )


def _outside_text(page_type: type[BasePage], parent: Page) -> str:
    return _("A page of the type “%(type)s” cannot stand below “%(parent)s”.") % {
        "type": page_type._meta.verbose_name,
        "parent": parent.title,
    }


def refuse_restriction(sender, instance: PageViewRestriction, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of a view restriction: what is required is public, and so is what contains it."""
    if not raw and not is_lifted() and (slot := _contained_slot(instance.page)):
        raise RequiredSectionError(refusal_text(slot.key, PageAction.RESTRICT))


def refuse_site_write(sender, instance: Site, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of a site: the address of an institution leads to its own home page (W2.1)."""
    if raw or instance._state.adding or is_lifted():
        return
    before = Site.objects.filter(pk=instance.pk).values("root_page_id", "root_page__translation_key").first()
    if before and before["root_page_id"] != instance.root_page_id:
        _refuse_without_home(before["root_page__translation_key"], PageAction.MOVE)


def refuse_site_delete(sender, instance: Site, **kwargs) -> None:
    """``pre_delete`` of a site: without it the home page has no address (W2.1)."""
    if not is_lifted():
        key = Page.objects.filter(pk=instance.root_page_id).values_list("translation_key", flat=True).first()
        _refuse_without_home(key, PageAction.DELETE)


def _refuse_without_home(translation_key, action: PageAction) -> None:
    if SectionSlot.objects.filter(key=HOME_KEY, translation_key=translation_key).exists():
        raise RequiredSectionError(refusal_text(HOME_KEY, action))


def refuse_slot_write(sender, instance: SectionSlot, raw: bool = False, **kwargs) -> None:
    """``pre_save`` and ``pre_delete`` of a slot: a page is not set free by forgetting that it is required."""
    if raw or is_lifted() or not is_in_force(instance.key):
        return
    is_deletion = kwargs["signal"] is models.signals.pre_delete
    if is_deletion or not instance._state.adding:
        raise RequiredSectionError(refusal_text(instance.key, PageAction.DELETE))
