"""Pages of the site: every text, table and list in their fields, as a reader will see them."""

from __future__ import annotations

from typing import Any

from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.fields import RichTextField, StreamField

from common.text import clean
from privacy.guard.content import Content, Grid, as_text
from privacy.guard.findings import Place, PlaceKind
from privacy.guard.reading.plain import html_content

__all__ = ["page_content"]

_NOT_TEXT = frozenset(
    (
        "slug",
        "url_path",
        "path",
        "draft_title",
        "latest_revision_created_at",
        "source_url",
        "author_name",
        "source_name",
        "alias_of",
        "translation_key",
        "reuse_terms",
    )
)


def page_content(page: models.Model) -> Content:
    """What a page, as it is in memory, says: its fields, streams and the rows that belong to it."""
    content = Content()
    lines: list[str] = []
    _read(page, content, lines)
    content.add_text(lines)
    return content


def _read(instance: models.Model, content: Content, lines: list[str]) -> None:
    for each in instance._meta.get_fields():
        if not isinstance(each, models.Field) or each.name in _NOT_TEXT:
            continue
        value = each.value_from_object(instance)
        if isinstance(each, StreamField):
            _walk(value.get_prep_value() if hasattr(value, "get_prep_value") else value, content, lines)
        elif isinstance(each, RichTextField):
            _add_html(str(value or ""), content)
        elif (
            isinstance(each, models.CharField | models.TextField)
            and isinstance(value, str)
            and not each.choices
        ):
            lines += clean(value).split("\n")
    if isinstance(instance, ClusterableModel):
        rows = []
        for relation in get_all_child_relations(instance):
            for child in getattr(instance, relation.get_accessor_name()).all():
                rows.append(_texts_of(child))
        if rows:
            content.grids.append(
                Grid(Place(PlaceKind.TABLE, str(len(content.grids) + 1)), rows, heading=lines[-2:])
            )


def _texts_of(child: models.Model) -> list[str]:
    found = []
    for each in child._meta.get_fields():
        if isinstance(each, models.CharField | models.TextField | models.DateField) and not each.choices:
            found.append(as_text(each.value_from_object(child)))
    return found


def _walk(value: Any, content: Content, lines: list[str]) -> None:
    """A stream's value as it is stored: blocks, structures, lists, tables."""
    if isinstance(value, dict):
        if isinstance(table := value.get("data"), list) and all(isinstance(row, list) for row in table):
            rows = [[as_text(cell) for cell in row] for row in table]
            place = Place(PlaceKind.TABLE, str(len(content.grids) + 1))
            content.grids.append(Grid(place, rows, heading=lines[-3:]))
            lines += [value[key] for key in ("table_caption",) if isinstance(value.get(key), str)]
            return
        for key, each in value.items():
            if key not in ("id", "type"):
                _walk(each, content, lines)
    elif isinstance(value, list | tuple):
        for each in value:
            _walk(each, content, lines)
    elif isinstance(value, str) and value:
        if "<" in value and ">" in value:
            _add_html(value, content)
        else:
            lines += clean(value).split("\n")


def _add_html(html: str, content: Content) -> None:
    if html.strip():
        content.join(html_content(html))
