"""The text of a page as a PO file for translators, and back."""

from __future__ import annotations

import polib
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from sections.english.services import draft_save, refuse_while_with_board
from sections.english.texts import MACHINE, MANUAL, english_page, parts_of, stored, string_store
from sections.models import EnglishText

PO_LIMIT = 1_048_576
"""Bytes of a file that is taken in."""
UNREADABLE = _("This is no PO file in UTF-8.")
OTHER_PAGE = _("This file belongs to another page.")
NOTHING_NEW = _("The file holds no English that is new for this page.")
ID = "X-WagtailLocalize-TranslationID"


def po_export(text: EnglishText) -> str:
    """All parts with the English that there is."""
    return str(text.translation.export_po())


@transaction.atomic
def po_import(*, text: EnglishText, page: Page, data: bytes, user, is_machine: bool = False) -> int:
    """Take the English of the parts from a file; what the file leaves empty stays. Made by a machine, each part waits for a
    person. Answers how many parts changed. ValidationError where the file is none, another page's, or holds marks that do not
    belong there."""
    refuse_while_with_board(english_page(text), user)
    entries = _read(text, data)
    faults, count = [], 0
    for part in parts_of(text, page):
        source = part.segment.string.data
        written = entries.get((part.segment.context.path, source), "")
        if not written:
            continue
        try:
            value = stored(written, source, True)
        except ValueError as error:
            faults.append(f"{part.label}: {error}")
            continue
        if value != _current(text, part):
            kind, tool = (MACHINE, "PO") if is_machine else (MANUAL, "")
            string_store(text, part.segment, value, kind=kind, tool=tool, user=user)
            count += 1
    if faults:
        raise ValidationError(faults)
    if not count:
        raise ValidationError(NOTHING_NEW)
    draft_save(text=text, user=user)
    return count


def _read(text: EnglishText, data: bytes) -> dict[tuple[str, str], str]:
    try:
        words = data.decode("utf-8-sig")
        # polib takes a text without a line break for the name of a file.
        if "\x00" in words or "msgid" not in words:
            raise ValueError
        file = polib.pofile(words + "\n")
    except (ValueError, OSError) as error:
        raise ValidationError(UNREADABLE) from error
    if file.metadata.get(ID) != str(text.translation.uuid):
        raise ValidationError(OTHER_PAGE)
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr
        for entry in file
        if entry.msgstr and not entry.obsolete and not entry.fuzzy
    }


def _current(text: EnglishText, part) -> str | None:
    return (
        StringTranslation.objects.filter(
            translation_of_id=part.segment.string_id,
            context_id=part.segment.context_id,
            locale_id=text.translation.target_locale_id,
        )
        .values_list("data", flat=True)
        .first()
    )


def taken_text(number: int) -> str:
    return ngettext(
        "%(count)s part was taken from the file.", "%(count)s parts were taken from the file.", number
    ) % {"count": number}
