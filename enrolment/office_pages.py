"""Pages of the institutions that an officer works for."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from django.db.models import Q
from wagtail.models import Page

from network.models import Institution
from network.selectors import in_tree

AnyPage = TypeVar("AnyPage", bound=Page)


def pages_in(model: type[AnyPage], offices: Collection[int], *order: str) -> list[AnyPage]:
    """Those in the language in which boards write, each with its institution; three queries, none about other sites."""
    owners = {
        each.home_key: each for each in Institution.objects.filter(pk__in=offices).select_related("site")
    }
    homes = Page.objects.filter(
        translation_key__in=[key for key in owners if key], locale__language_code="vi"
    )
    found: list[AnyPage] = []
    trees = {home.path: owners[home.translation_key] for home in homes}
    condition = Q(pk__in=())
    for home in homes:
        condition |= Q(**in_tree(home))
    for page in model.objects.filter(condition).order_by(*order):
        page._edusite_institution = next(own for path, own in trees.items() if page.path.startswith(path))
        found.append(page)
    return found
