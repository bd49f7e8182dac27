"""One value at a time: from what stands in a cell to what is stored, or to the reason why not.

A repair that cannot change the meaning is made and noted; anything else is an error that names what
stands there.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.text import Message, clean, clean_line, fold, looks_legacy
from network.choices import UnclearValueError, parse_ownership, parse_type

MAX_LENGTHS = {
    "code": 64,
    "name": 255,
    "address": 500,
    "phone": 100,
    "email": 254,
    "head": 120,
    "domain": 253,
}

_LOST_LETTER = re.compile(r"[^\W\d_]\?+[^\W\d_]")
_LOST = _("Letters were lost in “%(value)s”. Save the list again as XLSX or “CSV UTF-8”.")
_NOTHING = frozenset(
    [
        "khong",
        "khong co",
        "chua co",
        "dang cap nhat",
        "chua cap nhat",
        "n a",
        "na",
        "none",
        "null",
        "nil",
        "x",
    ]
)
_MAY_BE_NOTHING = ("address", "phone", "email", "head", "domain", "parent", "ownership")
_PHONE = re.compile(r"\+?[0-9][0-9 .()\-]*|\([0-9+][0-9 .()\-]*")
_EXTENSION = re.compile(r"\(?\s*(?:ext|extension|may le|so le|le|nhanh)\s*[.:]?\s*\d{1,6}\s*\)?$")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_is_email = EmailValidator()


@dataclass
class Value:
    """A field of one row: its cleaned text, the repairs, at most one error; each a (stable code, message)."""

    text: str
    notes: list[tuple[str, Message]] = field(default_factory=list)
    error: tuple[str, Message] | None = None

    def fail(self, code: str, text: Promise, /, **params: object) -> "Value":
        """Record the reason why the value cannot be taken."""
        self.error = (code, Message(text, {"value": self.text[:80], **params}))
        return self

    def note(self, code: str, text: Promise, /, **params: object) -> None:
        """Record a repair or a doubt."""
        self.notes.append((code, Message(text, params)))


def read_value(name: str, raw: str) -> Value:
    """Clean and check the text of one field. An optional field may come out empty."""
    value = _tidied(raw)
    if looks_legacy(raw):
        return value.fail(
            "legacy_font",
            _(
                "“%(value)s” is in an old Vietnamese font encoding (TCVN3 or VNI). "
                "Convert the list to Unicode."
            ),
        )
    if "\ufffd" in raw or (name in {"name", "head", "address"} and _LOST_LETTER.search(value.text)):
        if name != "address":
            return value.fail("lost_letters", _LOST)
        value.note("lost_letters", _LOST, value=value.text[:80])
    if name in _MAY_BE_NOTHING and value.text and _says_nothing(value.text):
        value.note("placeholder", _("“%(value)s” was taken as empty."), value=value.text)
        value.text = ""
    limit = MAX_LENGTHS.get(name)
    if limit and len(value.text) > limit:
        return value.fail(
            "too_long",
            _("The text has %(length)s characters; at most %(limit)s fit."),
            length=len(value.text),
            limit=limit,
        )
    return _READERS[name](value) if name in _READERS and (value.text or name in _REQUIRED) else value


def _tidied(raw: str) -> Value:
    value = Value(clean_line(raw))
    composed = unicodedata.normalize("NFC", raw)
    if composed != raw:
        value.note("composed", _("Decomposed letters were put together."))
    cleaned = clean(raw)
    if "\n" in cleaned.strip():
        value.note("line_break", _("A line break in the cell became a space."))
    if _letters(cleaned) != _letters(composed):
        value.note(
            "letters",
            _("Invisible characters were removed, or a letter that only looks like Đ was put right."),
        )
    without_breaks = cleaned.replace("\n", " ")
    if re.search(r"  ", without_breaks.strip()):
        value.note("spaces", _("Doubled spaces were removed."))
    return value


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def _says_nothing(text: str) -> bool:
    words = " ".join(re.findall(r"\w+", fold(text)))
    return not words.replace("_", "").strip() or words in _NOTHING


def _read_code(value: Value) -> Value:
    if value.text.startswith("'") and len(value.text) > 1:
        value.text = value.text[1:].strip()
        value.note("apostrophe", _("The apostrophe before the value was left out."))
    if not value.text:
        return value.fail("required", _("The code is missing."))
    if not re.search(r"[^\W_]", value.text):
        return value.fail("no_letter", _("“%(value)s” holds neither a letter nor a digit."))
    if value.text[0] in "=@":
        return value.fail("formula", _("“%(value)s” begins like a formula of a spreadsheet."))
    if re.fullmatch(r"\d+[.,]0+", value.text):
        value.note(
            "decimal_code",
            _("The code “%(value)s” looks like a number with decimals; it was kept as it is."),
            value=value.text,
        )
    return value


def _read_name(value: Value) -> Value:
    if not value.text:
        return value.fail("required", _("The name is missing."))
    if value.text[0] in "=+-@":
        return value.fail("formula", _("“%(value)s” begins like a formula of a spreadsheet."))
    if not re.search(r"[^\W\d_]", value.text):
        return value.fail("no_letter", _("“%(value)s” is not a name: it holds no letter."))
    return value


def _read_type(value: Value) -> Value:
    if not value.text:
        return value.fail("required", _("The type is missing. Fill it in, or give one type for all rows."))
    try:
        value.text = parse_type(value.text).value
    except UnclearValueError as error:
        return _unclear(value, error, "type")
    return value


def _read_ownership(value: Value) -> Value:
    try:
        value.text = parse_ownership(value.text).value
    except UnclearValueError as error:
        return _unclear(value, error, "ownership")
    return value


def _unclear(value: Value, error: UnclearValueError, name: str) -> Value:
    if not error.suggestions:
        return value.fail(
            f"unknown_{name}",
            _("“%(value)s” is not known. Write one of the values the guide lists, or give one for all rows."),
        )
    return value.fail(
        f"ambiguous_{name}",
        _(
            "“%(value)s” can mean several things: %(suggestions)s. "
            "Write one of them, or give one for all rows."
        ),
        suggestions=_Described(error.suggestions),
    )


class _Described:
    """Choices with their labels in the reader's language, put into words late."""

    def __init__(self, choices: Iterable[TextChoices]) -> None:
        self.choices = tuple(choices)

    def __str__(self) -> str:
        return ", ".join(f"{choice.label} ({choice.value})" for choice in self.choices)


def _read_phone(value: Value) -> Value:
    for part in re.split(r"\s*[/;,]\s*|\s+-\s+|\s+hoặc\s+", value.text):
        number = _EXTENSION.sub("", fold(part)).strip()
        digits = re.sub(r"\D", "", number)
        if not _PHONE.fullmatch(number) or not 3 <= len(digits) <= 15:
            return value.fail("bad_phone", _("“%(value)s” is not a telephone number."))
        if re.fullmatch(r"(?!0|84|1[89]00)\d{9,10}", number):
            value.note(
                "short_phone",
                _("The number “%(value)s” may have lost its leading zero; it was kept as it is."),
                value=part,
            )
    return value


def _read_email(value: Value) -> Value:
    lower = value.text.lower().removeprefix("mailto:")
    if lower != value.text:
        value.note("lower_case", _("The e-mail address was written in lower case."))
    value.text = lower
    try:
        _is_email(value.text)
    except ValidationError:
        return value.fail("bad_email", _("“%(value)s” is not an e-mail address (one is expected)."))
    return value


def _read_domain(value: Value) -> Value:
    host = value.text.lower()
    if re.search(r"[/:?#@\s\\]", host):
        return value.fail(
            "bad_domain",
            _("“%(value)s” is not a bare domain name: leave out “https://”, the path, the port and spaces."),
        )
    host = host.removesuffix(".")
    try:
        ascii_host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        ascii_host = ""
    labels = ascii_host.split(".")
    if (
        len(labels) < 2
        or len(ascii_host) > MAX_LENGTHS["domain"]
        or not all(_LABEL.fullmatch(label) for label in labels)
        or labels[-1].isdigit()
    ):
        return value.fail(
            "bad_domain",
            _("“%(value)s” is not a domain name: letters, digits and hyphens, parts divided by full stops."),
        )
    if ascii_host != value.text:
        value.note("domain_form", _("The domain name was written as “%(value)s”."), value=ascii_host)
        value.text = ascii_host
    return value


_REQUIRED = ("code", "name", "type")
_READERS: dict[str, Callable[[Value], Value]] = {
    "code": _read_code,
    "name": _read_name,
    "type": _read_type,
    "ownership": _read_ownership,
    "phone": _read_phone,
    "email": _read_email,
    "domain": _read_domain,
}
