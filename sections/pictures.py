"""The sizes of a published page's pictures, made in the background, so that no reader waits for them."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.models import Page

from sections.presentation import FIGURE_RENDITIONS, PORTRAIT_RENDITIONS, RENDITIONS


@task()
def prepare_renditions(image_ids: list[int]) -> int:
    """Make what cards, lists and texts show of these pictures; answers how many pictures there were."""
    found = list(get_image_model().objects.filter(pk__in=image_ids))
    for image in found:
        image.get_renditions(*RENDITIONS, *FIGURE_RENDITIONS)
    return len(found)


@task()
def prepare_portraits(image_ids: list[int]) -> int:
    """Make what the list of heads shows of these pictures; answers how many pictures there were."""
    found = list(get_image_model().objects.filter(pk__in=image_ids))
    for image in found:
        image.get_renditions(*PORTRAIT_RENDITIONS)
    return len(found)


def portraits_of(page: Page) -> list[int]:
    """The photographs of the heads of a page."""
    heads = getattr(page, "heads", None)
    found = [row.photo_id for row in heads.all()] if heads is not None else []
    return list(dict.fromkeys(pk for pk in found if pk))


def pictures_of(page: Page) -> list[int]:
    """The pictures that a page shows: its own, its plan and those in its text."""
    found = [getattr(page, "image_id", None), getattr(page, "plan_id", None)]
    body = getattr(page, "body", None)
    if body is not None:
        found += [
            block.value["image"].pk
            for block in body
            if block.block_type == "figure" and block.value.get("image") is not None
        ]
    return list(dict.fromkeys(pk for pk in found if pk))


def page_published(sender, instance: Page, **kwargs) -> None:
    """``page_published``: the task runs once the publication is committed."""
    if image_ids := pictures_of(instance):
        transaction.on_commit(partial(prepare_renditions.enqueue, image_ids), robust=True)
    if portrait_ids := portraits_of(instance):
        transaction.on_commit(partial(prepare_portraits.enqueue, portrait_ids), robust=True)
