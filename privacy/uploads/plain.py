"""Plain text: text, and nothing that a browser or a program would run."""

from __future__ import annotations

import codecs
import re

from django.utils.translation import gettext as _

from privacy.uploads.kinds import FileType
from privacy.uploads.refusal import refused

_MARKUP = re.compile(
    r"^\s*(<!doctype|<\?xml|<\?php|<html|<head|<body|<script|<svg|<iframe|#!|%PDF|\{\\rtf|MIME-Version:)",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"<(script|iframe|object|embed|svg)[\s>/]", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def checked(data: bytes, found: FileType) -> bytes:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1258", "replace")
    if "\x00" in text or sum(letter < " " and letter not in "\t\n\r\f\v" for letter in text[:10_000]) > 8:
        raise refused(
            "not_text", _("The file is not plain text. Save it again as text (UTF-8) and try once more.")
        )
    if _MARKUP.match(text) or _SCRIPT.search(text):
        raise refused(
            "markup", _("The file contains parts of a web page or a program. Send it as PDF instead.")
        )
    return data
