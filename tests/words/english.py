"""What of a text is English, told without a dictionary.

Vietnamese is written in syllables of a narrow shape, so a word that cannot be a Vietnamese syllable once its marks
are taken off is foreign: "page", "edit", "workflow". Foreign words that Vietnamese uses as they are stand in
ALLOWED. The few English words that do have the shape of a syllable ("No", "Top", "Mon") are found where a text is,
as a whole, one of the English messages of the installed packages or ours.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from functools import cache
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    "django.conf",
    "django.contrib.auth",
    "wagtail",
    "wagtail.admin",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.documents",
    "wagtail.embeds",
    "wagtail.images",
    "wagtail.locales",
    "wagtail.search",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.users",
    "wagtail_localize",
    "wagtail_localize.locales",
    "allauth",
)

NAMES = {
    # Products, bodies of standards and the names of services.
    "wagtail", "edusite", "creative", "commons", "attribution", "noncommercial", "microsoft", "excel", "google",
    "chrome", "firefox", "safari", "libreoffice", "authenticator", "markdown", "facebook", "youtube", "zalo",
    "django", "webauthn", "python", "embedly", "word", "powerpoint", "opendocument", "apache", "gnu", "pango",
    "zoom",
    "khmer",  # a people of Vietnam and its language, written so by the state
    "gmbh",  # the form of a company in the address of a service
}  # fmt: skip
FORMATS = {
    # Formats, protocols and their abbreviations.
    "html", "csv", "xlsx", "xls", "pdf", "url", "uri", "json", "xml", "rss", "svg", "png", "jpg", "jpeg", "gif", "webp",
    "avif", "docx", "pptx", "odp", "ods", "odt", "txt", "zip", "utf", "css", "http", "https", "id", "ip", "totp", "qr",
    "api", "cc", "by", "nc", "sms", "tls", "alt", "smtp", "gmt", "utc", "ms", "kb", "mb", "gb", "px", "ico", "heic", "pin",
    "mailto", "tel", "lms", "elearning",
    "unicode", "uuid", "null", "true", "false", "vni", "aa", "ok", "ldap", "yyyy", "localize", "localhost", "post",
    "iso", "wcag", "dns", "cname", "saml", "usb", "nfc", "po", "atom", "csrf", "webm", "vtt", "ics", "epub", "scorm",
    "dcat", "wxr",
}  # fmt: skip
LOANS = {
    # Loan words that newsrooms and schools in Vietnam write as they are.
    "email", "video", "audio", "internet", "cookie", "slug", "logo", "web", "website", "fax", "online", "file",
    "blog", "menu", "byte", "bytes", "learning", "passkey", "macro", "megapixel", "album",
    "oda",  # loans and grants of the state are called so by law
}  # fmt: skip
KEYS_OF_THE_KEYBOARD = {"enter", "esc", "tab", "ctrl", "shift", "alt", "cmd", "space", "backspace"}
ALLOWED = NAMES | FORMATS | LOANS | KEYS_OF_THE_KEYBOARD
# Names whose single words would hide English elsewhere: they are known only as a whole.
WHOLE_NAMES = (
    "Creative Commons Zero",
    "Dublin Core",
    "Scratch Foundation",
    "Colorado Boulder",
    "Vimeo.com Inc.",
    "Microsoft Teams",
)
# Keys and folders that files of others have under just this name, and examples of what is written in English, quoted
# where a text tells of them.
QUOTED_NAMES = ("“parents, pupils”", "“rows”", "“next”", "“uploads”", "“wp-content/uploads”")
PHRASES = {
    "English",  # a language names itself
    "vi",
    "en",
}

ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
GLIDE = (
    "(?:uye|uya|uyu|uoi|uou|uai|uay|uao|oai|oay|oao|oeo|ieu|yeu|ya|ye|uy|ua|ue|ui|uo|uu|ia|ie|iu|oa|oe|oi|ai|ao|au|"
    "ay|eo|eu|[aeiouy])"
)
SYLLABLE = re.compile(
    f"(?:{ONSET}(?:{GLIDE}(?:ch|ng|nh|[cmnpt])?|oo(?:ng|c))|gi(?:n|ng|m|t)?)", re.IGNORECASE
)
# What is not language: addresses, files, host names, user names, codes with digits or underscores.
NOT_LANGUAGE = re.compile(
    r"""</?[a-z][^>]*> | \b\d+/\S+ | \b[a-z][a-z+.-]*://\S+ | \S+@\S+ | (?<!\w)[.~]?/[\w./%?=&\#-]* | \#[\w-]+
      | \b[\w-]+(?:\.[\w-]+)*\.[A-Za-z]\w+\b | \b\w*[\d_]\w*\b | \b[A-Z\d]{2,}(?:-[A-Z\d]{2,})+\b
      | %\(?\w*\)?[sd]? | \{\w*\}
      | \b[A-Z]?[a-z]+[A-Z]\w+ | &\w+;""",
    re.VERBOSE,
)
KNOWN_AS_WHOLE = re.compile("|".join(map(re.escape, WHOLE_NAMES + QUOTED_NAMES)))
WORD = re.compile(r"[^\W\d_²³]+")  # m² and m³ are units, not words


def bare(text: str) -> str:
    """The letters without their marks: "Đăng" becomes "Dang"."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_vietnamese(word: str) -> bool:
    """True where a word may be a syllable, an abbreviation of consonants (GDĐT), a Roman number or an allowed foreign word."""
    plain = bare(word)
    if len(plain) == 1 or plain.lower() in ALLOWED or SYLLABLE.fullmatch(plain):
        return True
    if word in VIETNAMESE_SHORT:
        return True
    return word.isupper() and bool(re.fullmatch(r"[BCDGHKLMNPQRSTVX]+|[IVXLC]+", plain))


VIETNAMESE_SHORT = {"UBND", "HĐND", "ATTT", "TTĐT", "QĐ", "KĐCL", "UBMTTQ", "GDTrH"}


def foreign_words(text: str) -> list[str]:
    """The words of a text that Vietnamese does not have, in their order."""
    language = NOT_LANGUAGE.sub(" ", KNOWN_AS_WHOLE.sub(" ", text))
    return [word for word in WORD.findall(language) if not is_vietnamese(word)]


def normal(text: str) -> str:
    """A text as a reader hears it: single spaces, no punctuation around it, composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).split()).strip(" .:…?!*()[]“”\"'→←·|–-")


def _entries(path: Path) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete] if path.exists() else []


@cache
def english_messages() -> frozenset[str]:
    """Every English message of the packages and ours, without those that Vietnamese says in the same way."""
    english: set[str] = set()
    vietnamese: set[str] = set()
    for package in PACKAGES:
        origin = importlib.util.find_spec(package).origin
        for domain in ("django", "djangojs"):
            path = Path(origin).parent / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
            english |= {
                normal(text) for entry in _entries(path) for text in (entry.msgid, entry.msgid_plural)
            }
    for path in sorted((ROOT / "locale").glob("**/vi/LC_MESSAGES/*.po")):
        for entry in _entries(path):
            english |= {normal(entry.msgid), normal(entry.msgid_plural)}
            vietnamese |= {normal(text) for text in (entry.msgstr, *entry.msgstr_plural.values())}
    return frozenset(text for text in english - vietnamese - PHRASES if len(text) > 1)


@cache
def fault(text: str, names: tuple[str, ...] = ()) -> str:
    """Why a text is English, empty where it is not; `names` are titles and the like that may stand in it."""
    plain = normal(text)
    for name in names:
        plain = plain.replace(name, " ")
    plain = normal(plain)
    if not plain or plain in PHRASES:
        return ""
    if plain in english_messages() and NOT_LANGUAGE.sub("", plain) and plain.lower() not in ALLOWED:
        return "an English message"
    # Titles are cut in the middle of a word in places: "Thể loại, chủ đề và ng…".
    words = foreign_words(plain.rpartition(" ")[0] if text.rstrip().endswith("…") else plain)
    return f"foreign: {', '.join(dict.fromkeys(words))}" if words else ""
