"""Short names for member sites: the first label of a host name, readable, and the same in every run."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from anyascii import anyascii

from common.text import clean_line, slug
from network.choices import InstitutionType

__all__ = ["assign_slugs", "default_slug", "slug_with_code"]

MAX_LABEL = 63
_SHORT = 40
_RESERVED = frozenset(
    [
        "admin",
        "api",
        "app",
        "autodiscover",
        "cms",
        "dev",
        "django-admin",
        "edu",
        "ftp",
        "imap",
        "localhost",
        "mail",
        "media",
        "ns",
        "ns1",
        "ns2",
        "pop",
        "smtp",
        "static",
        "test",
        "webmail",
        "wpad",
        "www",
    ]
)
# Written as slugs; the order matters, longer names come first.
_ABBREVIATIONS = (
    ("trung-hoc-pho-thong", "thpt"),
    ("trung-hoc-co-so", "thcs"),
    ("giao-duc-nghe-nghiep", "gdnn"),
    ("giao-duc-thuong-xuyen", "gdtx"),
    ("giao-duc-va-dao-tao", "gddt"),
    ("giao-duc-dao-tao", "gddt"),
    ("gd-dt", "gddt"),
    ("gd-va-dt", "gddt"),
    ("hoc-tap-cong-dong", "htcd"),
    ("pho-thong-dan-toc-noi-tru", "ptdtnt"),
    ("pho-thong-dan-toc-ban-tru", "ptdtbt"),
    ("trung-tam", "tt"),
    ("tieu-hoc", "th"),
    ("tih", "th"),
    ("mam-non", "mn"),
    ("mau-giao", "mg"),
    ("thcsthpt", "thcs-thpt"),
    ("ththcs", "th-thcs"),
    ("thanh-pho", "tp"),
)
_LEVELS_JOINED = re.compile(r"\b(th|thcs|mn)-va-(?=(?:th|thcs|thpt)\b)")
_SAYS_WHAT = re.compile(
    r"^(?:truong|phan-hieu|tt|th|thcs|thcscl|thpt|mn|mg|nha-tre|nhom|lop|trung-hoc|pho-thong|pt|ptcs|ptdl|ptdt|"
    r"ptdtnt|ptdtbt|gdtx|gdnn|btvh|htcd|so|phong)(?![^-])"
)
_PREFIXES = {
    InstitutionType.KINDERGARTEN: "mg",
    InstitutionType.PRESCHOOL: "mn",
    InstitutionType.PRIMARY: "th",
    InstitutionType.LOWER_SECONDARY: "thcs",
    InstitutionType.UPPER_SECONDARY: "thpt",
    InstitutionType.CONTINUING: "gdtx",
    InstitutionType.VOCATIONAL_CONTINUING: "gdnn-gdtx",
    InstitutionType.COMMUNITY: "htcd",
}


def default_slug(name: str, code: str, institution_type: str) -> str:
    """Return a short host label for an institution: "Trường THPT Bùi Thị Xuân" gives "thpt-bui-thi-xuan".

    A name that does not say what the institution is gets its level before it. It is not unique: see
    `assign_slugs`.
    """
    whole = _label(name, max_length=255)
    for long, short in _ABBREVIATIONS:
        whole = re.sub(rf"(?<![^-]){long}(?![^-])", short, whole)
    whole = _LEVELS_JOINED.sub(r"\1-", whole)
    prefix = _PREFIXES.get(InstitutionType(institution_type))
    if prefix and whole and not _SAYS_WHAT.match(whole):
        whole = f"{prefix}-{whole}"
    whole = whole.removeprefix("truong-")
    return _label(whole, max_length=_SHORT) or _code_label(code)


def slug_with_code(label: str, code: str) -> str:
    """Return the label with the institution's code after it, never longer than a host label may be."""
    tail = _code_label(code)
    return f"{_label(label, max_length=max(MAX_LABEL - 1 - len(tail), 1))}-{tail}"


def assign_slugs(
    institutions: Iterable[tuple[str, str, str]], taken: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return a unique label for each (name, code, type), by code.

    `taken` gives the labels in use and the code of their owner (empty for none). Whoever shares a label
    with another of the list, or finds it taken, gets the code after it: so the result depends neither on
    the order nor on the run.
    """
    taken = taken or {}
    wanted = {code: default_slug(name, code, kind) for name, code, kind in institutions}
    made = dict(wanted)
    for tell_apart in (slug_with_code, _slug_with_digest):
        sharers = Counter(made.values())
        made |= {
            code: tell_apart(wanted[code], code)
            for code, label in made.items()
            if sharers[label] > 1 or not _is_free(label, code, taken)
        }
    return made


def _is_free(label: str, code: str, taken: Mapping[str, str]) -> bool:
    return label not in _RESERVED and (label not in taken or taken[label].casefold() == code.casefold())


def _slug_with_digest(label: str, code: str) -> str:
    return f"{_label(label, max_length=_SHORT)}-{_digest(code, 6)}"


def _digest(code: str, size: int) -> str:
    return hashlib.blake2s(code.casefold().encode(), digest_size=size).hexdigest()


def _label(text: str, max_length: int) -> str:
    return slug(anyascii(clean_line(text)).replace("_", " "), max_length=max_length)


def _code_label(code: str) -> str:
    label = _label(code, max_length=32)
    # Two codes must not become one label: what the label cannot spell is told apart by a digest.
    if label != code.lower():
        label = f"{label}-{_digest(code, 3)}".strip("-")
    return label
