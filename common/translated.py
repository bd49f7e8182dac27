"""Which fields of a page go into another language, and how (W8.15). Wagtail Localize decides by the kind of field; here is what
it cannot know: an address stays, and a number, a code or a name is the same in every language."""

from __future__ import annotations

from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

__all__ = ["KEPT", "KeptField", "same_in_every_language"]


class KeptField(BaseTranslatableField):
    """Each language has its own value: it is neither translated nor taken over from the other language."""

    def __repr__(self) -> str:
        return f"<KeptField {self.field_name}>"


KEPT = [KeptField("slug")]
"""The address of a page: a new title in one language moves no page of another."""


def same_in_every_language(*names: str) -> list[SynchronizedField]:
    """Texts that are taken over as they are: codes, numbers and symbols, names of people."""
    return [SynchronizedField(name, overridable=False) for name in names]
