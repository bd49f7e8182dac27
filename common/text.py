"""Vietnamese text: one spelling for every letter, folding for comparison, slugs for addresses.

Lists come with decomposed letters, with the Icelandic ETH where the Vietnamese Đ is meant, and with
characters nobody can see. Whatever is stored or compared passes through here first.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from anyascii import anyascii
from django.utils.functional import Promise
from django.utils.text import slugify

__all__ = [
    "Message",
    "clean",
    "clean_line",
    "fold",
    "letters",
    "looks_legacy",
    "looks_like_file_name",
    "one_i",
    "slug",
    "spelling_key",
]

# U+0110/U+0111 are the Vietnamese letters; ETH and AFRICAN D only look like them.
_UPPER_D = "\u00d0\u0189"
_LOWER_D = "\u00f0\u0256"
_INITIAL_D = re.compile(rf"(?<![^\W\d_])[{_UPPER_D}{_LOWER_D}]")
_ABBREVIATED_D = re.compile(rf"(?<![^\W\d_])[A-Z{_UPPER_D}\u0110]{{2,7}}(?![^\W\d_])")
_OVERLAID_D = re.compile("([Dd])[\u0335\u0336]")
_TO_D = str.maketrans({**dict.fromkeys(_UPPER_D, "\u0110"), **dict.fromkeys(_LOWER_D, "\u0111")})

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
_SELECTORS = re.compile("[\ufe00-\ufe0f]")
_RUNS = re.compile(r"\s+")
ONSETS_BEFORE_Y = "[bcdghklmnprstvx]|[cgknpt]h|ngh?|tr|qu"
_SPELT_WITH_Y = re.compile(rf"\b({ONSETS_BEFORE_Y})y\b")

_TCVN3_MARKS = "µ¸¶·¹©¨ª«¬\u00ad®"
_TCVN3_WORD = re.compile(rf"[^\W\d_µª][{_TCVN3_MARKS}]|[{_TCVN3_MARKS}][^\W\d_µª]")
TCVN3_CAPITAL = re.compile("[a-zß-öø-ÿ][À-ÖØ-Þ](?![A-ZÀ-Þ])")
"""A capital with a mark inside a word: in TCVN3 such codes are small letters ("TiÕng ViÖt")."""
_VNI_WORD = re.compile(
    r"[aeouyAEOUYöÖôÔ][øïûåäëüØÏÛÅÄËÜ]|[öôÖÔ][ùõÙÕ]|\b[ñÑ][aeiouyöôAEIOUYÖÔ]|[aeAE][áàãâéèêúÁÀÃÂÉÈÊÚ]|[oO][âÂ]"
)
_VNI_U = re.compile("[a-zA-Z]ö")
"""German has it as well, so it counts only beside another sign."""

_FILE_ENDING = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|heic|heif|svg|bmp|tiff?|pdf|docx?|odt|xlsx?|ods|pptx?|odp|zip|csv|txt)$",
    re.IGNORECASE,
)
_MADE_BY_DEVICE = re.compile(
    r"^(img|dsc|dscn|dscf|pxl|mvimg|gopr|dji|vid|scan|screenshot|screen shot|photo|picture|image|whatsapp image|ảnh chụp"
    r" màn hình|fb_img|received|zalo|untitled|document|tài liệu|file)[\s_.()-]*[\d\s_.,:()-]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Message:
    """A translatable sentence with its values, put into words only when it is shown.

    `text` is a lazy msgid with `%(name)s` places, `params` their values. Background work builds messages
    long before it is known in which language they are read.
    """

    text: str | Promise
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(self.text) % {name: str(value) for name, value in self.params.items()}


def letters(text: str) -> str:
    """Return the text in composed form (NFC), with Đ spelt as Đ; spaces, breaks and everything else as they are."""
    text = unicodedata.normalize("NFC", text)
    if text.isascii():
        return text
    text = _OVERLAID_D.sub(lambda match: "\u0110" if match[1] == "D" else "\u0111", text)
    # Icelandic never begins a word with ETH; Vietnamese has Đ nowhere else, abbreviations such as HĐND apart.
    text = _INITIAL_D.sub(lambda match: match[0].translate(_TO_D), text)
    return _ABBREVIATED_D.sub(lambda match: match[0].translate(_TO_D), text)


def clean(text: str) -> str:
    """Return the text in composed form (NFC), with Đ spelt as Đ and without invisible characters.

    Line breaks stay, as `\\n`; tabs and all other spaces become the ordinary space. Nothing is trimmed.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text).replace("\t", " ")
    if not text.isprintable() or _SELECTORS.search(text):
        text = "".join(letter for letter in text if letter == "\n" or not _is_invisible(letter))
    return letters(text)


def clean_line(text: str) -> str:
    """Return `clean(text)` as one trimmed line: breaks and runs of white space become one space."""
    return _RUNS.sub(" ", clean(text)).strip()


def fold(text: str) -> str:
    """Return one line of lower case without accents, đ as d: for search and comparison, not for display."""
    plain = clean_line(unicodedata.normalize("NFKC", clean(text)))
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", bare.replace("\u0111", "d")).split())


def spelling_key(text: str) -> str:
    """Return `fold(text)` with one spelling for the vowel that may be written y or i: "Vật lý" and "Vật lí", "Kỹ thuật" and
    "Kĩ thuật" are found alike. Only at the end of a syllable behind a consonant; "ngày", "thuỷ" and "yêu" keep their y.
    """
    return one_i(fold(text))


def one_i(folded: str) -> str:
    """The same for text that is folded already."""
    return _SPELT_WITH_Y.sub(r"\1i", folded)


def slug(text: str, max_length: int = 100, fallback: str = "") -> str:
    """Return an ASCII slug of at most `max_length` characters, cut between words where that is possible.

    `fallback` is returned where nothing of the text can be spelt (punctuation only).
    """
    whole = slugify(anyascii(clean_line(text))).strip("-_")
    if len(whole) > max_length:
        cut = whole[: max_length + 1].rpartition("-")[0]
        whole = (cut if 2 * len(cut) > max_length else whole[:max_length]).strip("-_")
    return whole or fallback


def looks_legacy(text: str) -> bool:
    """Tell whether the letters are those of an old Vietnamese font (TCVN3 or VNI), not what they look like.

    Two tell-tale places are needed, because a trade mark or a foreign name may hold one. Give the raw text:
    `clean` removes the soft hyphen that stands for ư in TCVN3.
    """
    tcvn3 = len(_TCVN3_WORD.findall(text)) + len(TCVN3_CAPITAL.findall(text))
    composed = unicodedata.normalize("NFC", text)
    vni = len(_VNI_WORD.findall(composed))
    return tcvn3 >= 2 or vni >= 2 or (vni == 1 and _VNI_U.search(composed) is not None)


def looks_like_file_name(text: str) -> bool:
    """Tell whether a line is the name of a file rather than words: it has a file's ending, is what cameras and
    telephones give (“IMG 2034”), or is one string of letters with digits, hyphens or underscores
    (“quyet-dinh-12”). The number of a document (“12/QĐ-SGDĐT”) is none: no file name holds a slash.
    """
    line = clean_line(text)
    if not line or _FILE_ENDING.search(line) or _MADE_BY_DEVICE.match(line):
        return bool(line)
    return "/" not in line and " " not in line and re.search(r"[\d_-]", line) is not None


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "C" or _SELECTORS.match(letter) is not None
