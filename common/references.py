"""What a page's content points to: a form takes the number of any page, picture or file, and the editor then shows its
title; so what a person could not have chosen is refused.
"""

from __future__ import annotations

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

NOT_YOURS = _("The page points to a page, picture or file that is not among yours. Choose it again.")


def references_of(page: Page) -> dict[int, set[str]]:
    """Content type → numbers of the pages, pictures and files in a page's fields, streams and texts. No query but for
    content types."""
    watched = {
        ContentType.objects.get_for_model(model).pk
        for model in (Page, get_image_model(), get_document_model())
    }
    found: dict[int, set[str]] = defaultdict(set)
    own = {
        f.name for f in page._meta.get_fields() if getattr(f, "related_model", None) and f.name in BOOKKEEPING
    } | type(page).checked_references
    for type_id, number, _model_path, content_path in ReferenceIndex._extract_references_from_object(page):
        if type_id in watched and content_path not in own:
            found[type_id].add(number)
    return found


BOOKKEEPING = frozenset({"alias_of", "page_ptr", "latest_revision", "live_revision", "parent"})
"""Fields that no form writes."""


def refused_references(page: Page, user) -> str | Promise | None:
    """Why a person may not save a page as it is now, or None. What the page pointed to before may stay. A page without
    references costs no query, another one query for each kind of object, and two more where something is refused.
    """
    if user is None or (user.is_superuser and user.is_active):
        return None
    strange = dict(_out_of_sight(references_of(page), user))
    if not strange:
        return None
    before: dict[int, set[str]] = defaultdict(set)
    for stored in _stored_versions(page):
        for type_id, numbers in references_of(stored).items():
            before[type_id] |= numbers
    return NOT_YOURS if any(numbers - before[type_id] for type_id, numbers in strange.items()) else None


def _out_of_sight(found: dict[int, set[str]], user):
    for type_id, numbers in found.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        policy = policy_registry.get_by_type(model)
        ids = {int(number) for number in numbers if number.isdecimal()}
        if issubclass(model, Page):
            seen = policy.explorable_instances(user)
        else:
            seen = policy.instances_user_has_any_permission_for(user, ["choose"])
        chosen = {str(pk) for pk in seen.filter(pk__in=ids).values_list("pk", flat=True)}
        if strange := numbers - chosen:
            yield type_id, strange


def _stored_versions(page: Page) -> list[Page]:
    stored = Page.objects.filter(pk=page.pk).first() if page.pk else None
    return [stored.specific, stored.get_latest_revision_as_object()] if stored else []
