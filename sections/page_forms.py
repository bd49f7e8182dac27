"""The editor's forms of articles, events and alerts: what is known is filled in, what does not fit is said at its field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.models import AuthoredPageForm
from network.selectors import institution_for_page

FROM_SOURCE = ("author_name", "source_name", "is_republished", "source_url", "reuse_terms")
"""What an article that was taken over keeps of the board that wrote it."""
ONLY_AUTHORITIES = _("Only an authority speaks on the sites of its members.")
TOPICS_SHOWN = 60


class TopicInput(forms.TextInput):
    """A line with suggestions (`topics`): the topics that the site has used, the most used first. No script."""

    template_name = "sections/admin/topic_input.html"
    topics: tuple[str, ...] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}-known"
        context["widget"]["attrs"] |= {"list": list_id, "autocomplete": "off"}
        return context | {"list_id": list_id, "topics": self.topics}


class ItemPageForm(AuthoredPageForm):
    """A new entry opens with today's date."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        if instance is not None and instance.pk is None:
            self.fill_in(instance)
        super().__init__(*args, **kwargs)

    def fill_in(self, page: Any) -> None:
        """What is known of a page that nobody has saved yet."""
        if page.date is None:
            page.date = timezone.localdate()


class ArticlePageForm(ItemPageForm):
    """A new article opens with an empty paragraph and the topics of the site; one that was taken over keeps its source."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.taken_from_id:
            for name in FROM_SOURCE:
                if name in self.fields:
                    self.fields[name].disabled = True
        if "topic" in self.fields and self.parent_page is not None:
            section = self.parent_page.specific
            names = [name for name, _address in section.topics()] if hasattr(section, "topics") else []
            self.fields["topic"].widget.topics = tuple(names[:TOPICS_SHOWN])

    def fill_in(self, page: Any) -> None:
        super().fill_in(page)
        if not page.body:
            page.body = [("paragraph", "")]


class EventPageForm(ItemPageForm):
    """An event that is said to have moved keeps when it should have been."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        page = self.instance
        moved_to = cleaned.get("starts_at")
        if cleaned.get("state") == "moved" and not cleaned.get("formerly_at") and page.pk and moved_to:
            before = type(page).objects.filter(pk=page.pk).values_list("starts_at", flat=True).first()
            if before and before != moved_to:
                cleaned["formerly_at"] = before
        return cleaned


class AlertPageForm(ItemPageForm):
    """An alert for the members' sites is an authority's."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("scope") == "members":
            place = self.instance if self.instance.pk else self.parent_page
            institution = institution_for_page(place)
            if institution is None or not institution.is_authority:
                self.add_error("scope", ONLY_AUTHORITIES)
        return cleaned
