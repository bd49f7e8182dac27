"""The editor's form of a document: what is known is filled in or offered."""

from __future__ import annotations

from django.apps import apps
from django.forms import TextInput
from django.utils.html import format_html, format_html_join

from editorial.models.authorship import AuthoredPageForm
from network.selectors import institution_for_page
from sections.documents.symbols import TYPES

OFFERED = ("document_type", "field", "issuer", "signer_name", "signer_title")
MOST = 60


class SuggestingInput(TextInput):
    """A text field that offers what was written before; anything else may be written."""

    def __init__(self, suggestions: list[str], attrs=None):
        super().__init__(attrs)
        self.suggestions = suggestions

    def render(self, name, value, attrs=None, renderer=None):
        list_id = f"{(attrs or {}).get('id', name)}-suggestions"
        field = super().render(name, value, {**(attrs or {}), "list": list_id}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((text,) for text in self.suggestions))
        return format_html('{}<datalist id="{}">{}</datalist>', field, list_id, options)


class DocumentForm(AuthoredPageForm):
    """A new document is the institution's own until one says otherwise; types, fields and signers of the section's other
    documents are offered, read in one query."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self._prefill()
        used = self._used()
        for place, name in enumerate(OFFERED):
            if name not in self.fields:
                continue
            found = dict.fromkeys(row[place] for row in used if row[place])
            if name == "document_type":
                found |= dict.fromkeys(TYPES)
            self.fields[name].widget = SuggestingInput(
                list(found)[:MOST], attrs={"maxlength": self.fields[name].max_length}
            )

    def _prefill(self) -> None:
        institution = institution_for_page(self.parent_page) if self.parent_page else None
        if institution is not None and "issuer" in self.fields and not self.instance.issuer:
            self.initial["issuer"] = self.fields["issuer"].initial = institution.name

    def _used(self) -> list[tuple[str, ...]]:
        if self.parent_page is None:
            return []
        rows = apps.get_model("sections.DocumentPage").objects.child_of(self.parent_page)
        return list(rows.order_by("-path").values_list(*OFFERED)[:300])
