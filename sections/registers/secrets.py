"""No way into a closed meeting on an open page: passwords are recognised in links and in texts."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.text import fold

PARAMETERS = frozenset(
    {"pwd", "pw", "password", "passwd", "pass", "passcode", "pin", "tk", "token", "mk", "matkhau"}
)
LINK_FAULT = _(
    "The link holds the password of the meeting. Give the link without it; those invited get the password another way."
)
TEXT_FAULT = _("This looks like the password of the meeting. Say only how those invited get it.")
_MARKUP = re.compile(r"<[^>]+>")
_SPOKEN = re.compile(
    r"\b(?:mat khau|ma truy cap|ma bao mat|mat ma|passcode|password|passwd|pwd|pin)\b[^\w]{0,4}"
    r"(?:(?:hop|vao phong|phong hop|zoom|la|is)\b[^\w]{0,4}){0,3}(?=[a-z0-9@#$%!_.-]*\d)[a-z0-9@#$%!_.-]{4,}"
)
"""A word for a password with one that has a figure in it behind: “mật khẩu: Hs2026”, “passcode là 123456”."""


def link_fault(url: str) -> Promise | None:
    """Why a joining link may not stand on a page: it lets everybody in."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=False) + parse_qsl(parts.fragment)
    return LINK_FAULT if any(name.lower() in PARAMETERS for name, _value in pairs) else None


def text_fault(text: str) -> Promise | None:
    """Why a text may not stand on a page: it names a password."""
    return TEXT_FAULT if _SPOKEN.search(fold(_MARKUP.sub(" ", text))) else None
