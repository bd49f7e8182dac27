"""The form in which a board writes a report: what is open is suggested, what is posted keeps its item and year."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from editorial.models.authorship import AuthoredPageForm
from network.selectors import institution_for_page
from sections.disclosure.choices import OPEN_NOW
from sections.disclosure.items import Item, item_named, items_for
from sections.disclosure.states import by_place, states_asked

DOUBLE = _("There is a report of this item and year already. Change that one, it keeps its history.")
NOT_FOR_THIS = _("This item is not asked of an institution of this type.")
NOT_THEN = _("This item was not asked for that year: its legal basis was not in force when it was due.")
NOT_BEGUN = _("This year has not begun yet.")
FIXED = _("A report that was posted keeps its item and year.")
TOO_EARLY = _(
    "The report has to stay on the site until %(day)s (%(reference)s). Choose a later day, or none."
)


class ReportForm(AuthoredPageForm):
    """Choices are those of the institution's type; the first one that is missing or due is suggested."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "item" in self.fields:
            self.fields["item"].choices = [("", _("Choose an item")), *self._choices()]
        if self.posting is not None:
            for name in ("item", "period"):
                if name in self.fields:
                    self.fields[name].disabled = True
                    self.fields[name].help_text = FIXED
        elif self.instance.pk is None:
            self._suggest()
        if "item" in self.fields and (item := item_named(self.instance.item)):
            self._explain(item)

    @cached_property
    def institution(self):
        return institution_for_page(self.parent_page) if self.parent_page else None

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return items_for(self.institution.type) if self.institution else ()

    @cached_property
    def posting(self):
        """What was posted of this page, or None; one query, none for a new page."""
        if self.instance.pk is None or self.institution is None:
            return None
        return self.institution.disclosure_records.filter(page_key=self.instance.translation_key).first()

    def _choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The items by their sources."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for item in self.items:
            groups.setdefault(item.source.number, []).append((item.key, item.name()))
        return list(groups.items())

    def _suggest(self) -> None:
        if self.instance.item or self.institution is None:
            return
        postings = by_place(self.institution.disclosure_records.all())
        have = set(self._siblings().values_list("item", "period"))
        states = states_asked(self.institution.type, postings, on=timezone.localdate())
        order = {status: place for place, status in enumerate(OPEN_NOW)}
        free = [s for s in states if s.status in order and (s.item.key, s.period) not in have]
        if free:
            first = min(free, key=lambda state: order[state.status])
            self.initial["item"], self.initial["period"] = first.item.key, first.period

    def _explain(self, item: Item) -> None:
        """What the article asks for stands at the field."""
        institution_type = self.institution.type if self.institution else ""
        asks = "; ".join(ask[0] for ask in item.asks)
        parts = [str(self.fields["item"].help_text), item.reference_for(institution_type)]
        self.fields["item"].help_text = " – ".join(part for part in (*parts, asks) if part)

    def _siblings(self):
        found = type(self.instance).objects
        found = found.child_of(self.parent_page) if self.parent_page else found.none()
        return found.exclude(pk=self.instance.pk) if self.instance.pk else found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        item, period = item_named(cleaned.get("item") or ""), cleaned.get("period")
        if item is not None and period and self.posting is None:
            self._check(item, period)
        self._check_end(cleaned.get("expire_at"))
        return cleaned

    def _check(self, item: Item, period: int) -> None:
        if item not in self.items:
            self.add_error("item", forms.ValidationError(NOT_FOR_THIS, code="type"))
        elif not item.is_asked(period):
            self.add_error("period", forms.ValidationError(NOT_THEN, code="validity"))
        elif not item.may_begin(period, timezone.localdate()):
            self.add_error("period", forms.ValidationError(NOT_BEGUN, code="future"))
        elif self._siblings().filter(item=item.key, period=period).exists():
            self.add_error("period", forms.ValidationError(DOUBLE, code="double"))

    def _check_end(self, expire_at) -> None:
        """An end date before the retention is over would be a withdrawal without a reason."""
        posting = self.posting
        if expire_at is None or posting is None or posting.kept_until is None:
            return
        if timezone.localdate(expire_at) < posting.kept_until:
            item = item_named(posting.item)
            params = {
                "day": f"{posting.kept_until:%d/%m/%Y}",
                "reference": item.keeps_reference() if item else "",
            }
            self.add_error("expire_at", forms.ValidationError(TOO_EARLY, code="kept", params=params))
