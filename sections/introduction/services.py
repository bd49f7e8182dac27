"""What happens by itself to heads and hours: whoever left is cleared from the site and its history, published hours reach
the record of the institution."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail.search.index import insert_or_update_object
from wagtail_localize.models import TranslationSource

from network.selectors import institution_for_page
from network.timers import Timer, register
from sections.introduction.hours import hours_text
from sections.models import ContactPage, Leader, OrganisationHead, UnitHead
from sections.models.offices import PERSONAL, AbstractHead

__all__ = ["heads_clear", "opening_hours_publish", "register_timer"]

HEADS: tuple[type[AbstractHead], ...] = (Leader, UnitHead, OrganisationHead)
RELATION = "heads"


def register_timer() -> None:
    register(
        Timer(
            "sections.heads", _("Clear heads whose office has ended"), timedelta(days=1), _run, at=time(1, 15)
        )
    )


def heads_clear(*, now: datetime | None = None) -> int:
    """Take name, e-mail, assignment and photograph from the rows of those whose office has ended, in every language and in
    every stored version of their pages. Title and dates stay. Answers how many rows; a second run changes nothing."""
    on = timezone.localdate(now)
    return sum(_clear(model, on) for model in HEADS)


def _clear(model: type[AbstractHead], on: date) -> int:
    blank = PERSONAL | {name: None for name in ("named_with_consent_on",) if hasattr(model, name)}
    rows = [row for row in model.objects.ended(on) if any(getattr(row, name) for name in _columns(blank))]
    count = 0
    for row in rows:
        with transaction.atomic():
            twins = model.objects.filter(translation_key=row.translation_key)
            twins.filter(until=None).update(until=row.until)
            count += twins.update(**blank)
            for page in Page.objects.filter(pk__in=twins.values("page_id")).specific():
                _clear_history(page, on, blank, {str(row.translation_key)})
                insert_or_update_object(page)
    return count


def _columns(blank: dict[str, Any]) -> list[str]:
    return [f"{name}_id" if name == "photo" else name for name in blank]


def _clear_history(page: Page, on: date, blank: dict[str, Any], keys: set[str]) -> None:
    """The stored versions of a page, and the source of its translations."""
    content_type = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.filter(base_content_type=content_type, object_id=str(page.pk))
    for revision in revisions.iterator(chunk_size=100):
        if _blank_rows(revision.content, on, blank, keys):
            Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    for source in TranslationSource.objects.filter(object_id=page.translation_key):
        content = json.loads(source.content_json)
        if _blank_rows(content, on, blank, keys):
            TranslationSource.objects.filter(pk=source.pk).update(content_json=json.dumps(content))


def _blank_rows(content: dict[str, Any], on: date, blank: dict[str, Any], keys: set[str]) -> bool:
    """Whether something was taken out of a serialised page. A version from before the person left names no last day: the row is
    known by its translation key."""
    changed = False
    for row in content.get(RELATION) or ():
        until = row.get("until")
        is_ended = bool(until) and date.fromisoformat(until) < on
        if (is_ended or row.get("translation_key") in keys) and any(row.get(name) for name in blank):
            row.update(blank)
            changed = True
    return changed


def opening_hours_publish(page: ContactPage) -> bool:
    """Write the working hours of the published contact page into the institution's record, which every page shows. Answers
    whether it changed; a page without hours leaves what the record says."""
    institution = institution_for_page(page)
    if institution is None or page.locale.language_code != "vi":
        return False
    with translation.override("vi"):
        text = hours_text(page.opening_periods.all())[:255]
    if not text or text == institution.opening_hours:
        return False
    institution.opening_hours = text
    institution.save(update_fields=["opening_hours"])
    return True


def contact_published(sender, instance: Page, **kwargs) -> None:
    """``page_published`` of a contact page."""
    opening_hours_publish(instance)


def _run(now: datetime) -> str:
    return str(heads_clear(now=now) or "")
