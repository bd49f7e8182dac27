"""Text in an old font that somebody pastes into the editor: recognised, shown in Unicode, taken over when they say so (W12.1)."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.blocks import StreamValue

from common.legacy_text import converted
from common.text import looks_legacy

CONVERT, KEEP = "convert", "keep"
EXCERPT = 160
_TAGS = re.compile("<[^>]*>")


@dataclass(frozen=True)
class LegacyText:
    """One field whose letters are those of an old font, and how it reads in Unicode."""

    label: str
    written: str
    reads: str


def words_of(text: str) -> str:
    """The beginning of a text as a person reads it, without its markup."""
    plain = " ".join(html.unescape(_TAGS.sub(" ", text)).split())
    return plain if len(plain) <= EXCERPT else plain[:EXCERPT].rsplit(" ", 1)[0] + "…"


def strings_in(value: Any) -> list[str]:
    """All texts of a field: of a stream those of its blocks."""
    if isinstance(value, StreamValue):
        return strings_in(list(value.raw_data))
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in ("id", "type") for text in strings_in(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in strings_in(part)]
    return [value] if isinstance(value, str) else []


def in_unicode(value: Any) -> Any:
    """The same value, each of its texts that is in an old font converted."""
    if isinstance(value, str):
        return converted(value) if looks_legacy(value) else value
    if isinstance(value, dict):
        return {key: part if key in ("id", "type") else in_unicode(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [in_unicode(part) for part in value]
    return value


class LegacyTextMixin(forms.Form):
    """Of a form of the editor: stops at text of an old font until the person chooses what becomes of it."""

    legacy_text = forms.ChoiceField(
        label=_("Text in an old font"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            (CONVERT, _("Take it over in Unicode, as it reads on the right")),
            (KEEP, _("Keep it as it is: it is another language")),
        ],
    )
    legacy_found: tuple[LegacyText, ...] = ()

    def clean(self):
        cleaned = super().clean()
        choice = cleaned.get("legacy_text")
        found = []
        for name, value in list(cleaned.items()):
            texts = [text for text in strings_in(value) if not text.isascii() and looks_legacy(text)]
            if not texts or name == "legacy_text":
                continue
            label = str(self.fields[name].label or name)
            found += [LegacyText(label, words_of(text), words_of(converted(text))) for text in texts]
            if choice == CONVERT:
                cleaned[name] = self._converted(name, value)
        self.legacy_found = tuple(found)
        if found and choice not in (CONVERT, KEEP):
            self.add_error(
                "legacy_text",
                _(
                    "Some text is written in a font from before Unicode (TCVN3 or VNI). Readers would see it as on the left. "
                    "Choose what becomes of it; nothing that you wrote is lost."
                ),
            )
        return cleaned

    def _converted(self, name: str, value: Any) -> Any:
        if not isinstance(value, StreamValue):
            return in_unicode(value)
        raw = json.loads(json.dumps(list(value.raw_data)))
        return value.stream_block.to_python(in_unicode(raw))


class LegacyTextPanel(Panel):
    """Shows what was recognised, beside how it reads, with the two choices; nothing where nothing was."""

    def get_form_options(self):
        return {"fields": ["legacy_text"]}

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/legacy_text.html"

        def is_shown(self):
            return bool(getattr(self.form, "legacy_found", ()))

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {
                "found": self.form.legacy_found,
                "field": self.form["legacy_text"],
            }
