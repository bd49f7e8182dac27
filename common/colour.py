"""Shades of an institution's one brand colour, computed so that text on every surface keeps its contrast
(W12.3).

An editor picks a single colour; everything else on the site is derived from it here, so that no choice can
make a page unreadable. The ratios are those of WCAG 2.2: 1.4.3 (4.5:1 for text), 1.4.6 (7:1, used for
headings and solid bands) and 1.4.11 (3:1 for the outline of controls). The result is served as a small
stylesheet of its own, whose name changes with its content, because the content security policy allows no
inline style.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DEFAULT_BRAND = "#9d1c2b"
"""Used where an institution has not chosen a colour: a deep red that reaches 7:1 on white."""

TEXT_RATIO = 4.5
STRONG_RATIO = 7.0
OUTLINE_RATIO = 3.0

MALFORMED = _("Enter a colour as # and six hexadecimal digits, for example #9d1c2b.")

WHITE = (255, 255, 255)
INK = (27, 31, 36)
BLACK = (0, 0, 0)
PAPER = (251, 249, 245)

TINT_SHARE = 0.925
BORDER_SHARE = 0.8
PATTERN_SHARE = 0.08

_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")
_STEPS = 200

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class BrandShades:
    """Colours of one site as ``#rrggbb`` strings, ready for a stylesheet.

    The pale surfaces are white, the paper of the page and ``tint``. ``brand`` is what the editor chose;
    ``on_brand`` is text on it (≥ 4.5:1). ``link`` is text in the brand's hue on the pale surfaces (≥ 4.5:1),
    ``strong`` the dark shade for bands and headings (≥ 7:1 with them), ``outline`` the edge of a control (≥
    3:1). ``border`` is a soft line, and ``accent`` a light shade readable as text on ``strong``, also where
    the pattern of the footer lies over it (≥ 4.5:1).
    """

    brand: str
    on_brand: str
    link: str
    strong: str
    tint: str
    border: str
    outline: str
    accent: str


def parse_colour(value: str) -> Rgb:
    """Read ``#rrggbb`` into three integers from 0 to 255.

    Raises ``ValueError`` with ``MALFORMED``, a translatable sentence; ``validate_colour`` is the same check
    for a field.
    """
    text = value.strip() if isinstance(value, str) else ""
    if not _HEX.match(text):
        raise ValueError(MALFORMED)
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def validate_colour(value: str) -> None:
    """Refuse a field's value that is not ``#rrggbb``, with a translated ``ValidationError``."""
    try:
        parse_colour(value)
    except ValueError as error:
        raise ValidationError(MALFORMED, code="malformed_colour") from error


def format_colour(rgb: Rgb) -> str:
    """Write three integers from 0 to 255 as lower-case ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def luminance(rgb: Rgb) -> float:
    """Relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white)."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, from 1 to 21, whichever is the darker."""
    return _ratio(parse_colour(one), parse_colour(other))


def shades(colour: str) -> BrandShades:
    """Derive all colours of a site from its brand colour ``#rrggbb``; malformed raises ``ValueError``."""
    return _shades(format_colour(parse_colour(colour)))


def theme_css(colour: str) -> str:
    """Return the stylesheet that sets a site's colours as custom properties on ``:root``."""
    found = shades(colour)
    properties = {
        "--brand": found.brand,
        "--on-brand": found.on_brand,
        "--link": found.link,
        "--strong": found.strong,
        "--tint": found.tint,
        "--border": found.border,
        "--outline": found.outline,
        "--accent": found.accent,
    }
    body = ";".join(f"{name}:{value}" for name, value in properties.items())
    return f":root{{{body}}}\n"


def theme_name(colour: str) -> str:
    """Return ``<hex>-<hash>``: a file name that changes whenever the stylesheet would, so that it may be
    cached for good.
    """
    css = theme_css(colour)
    digest = hashlib.sha256(css.encode()).hexdigest()[:8]
    return f"{format_colour(parse_colour(colour))[1:]}-{digest}"


def colour_of_theme(name: str) -> str:
    """Return the brand colour ``#rrggbb`` of a theme's name; ``ValueError`` where the name is not one we
    would give today.
    """
    colour = f"#{name.partition('-')[0]}"
    if theme_name(colour) != name:
        raise ValueError("There is no theme of this name.")
    return colour


@lru_cache(maxsize=512)
def _shades(colour: str) -> BrandShades:
    brand = parse_colour(colour)
    tint = _mix(brand, WHITE, TINT_SHARE)
    pale = (WHITE, PAPER, tint)
    strong = _darkened(brand, STRONG_RATIO, *pale)
    return BrandShades(
        brand=colour,
        on_brand=format_colour(_text_on(brand)),
        link=format_colour(_darkened(brand, TEXT_RATIO, *pale)),
        strong=format_colour(strong),
        tint=format_colour(tint),
        border=format_colour(_mix(strong, WHITE, BORDER_SHARE)),
        outline=format_colour(_darkened(brand, OUTLINE_RATIO, *pale)),
        accent=format_colour(_lightened(brand, TEXT_RATIO, _mix(strong, WHITE, PATTERN_SHARE))),
    )


def _ratio(one: Rgb, other: Rgb) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """Blend two colours; ``share`` from 0 (all ``one``) to 1 (all ``other``)."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _first(start: Rgb, end: Rgb, ratio: float, *surfaces: Rgb) -> Rgb:
    """The colour nearest to ``start`` on the way to ``end`` that reaches the ratio on every surface."""
    for step in range(_STEPS):
        candidate = _mix(start, end, step / _STEPS)
        if all(_ratio(candidate, surface) >= ratio for surface in surfaces):
            return candidate
    return end


def _darkened(colour: Rgb, ratio: float, *surfaces: Rgb) -> Rgb:
    return _first(colour, BLACK, ratio, *surfaces)


def _lightened(colour: Rgb, ratio: float, *surfaces: Rgb) -> Rgb:
    return _first(colour, WHITE, ratio, *surfaces)


def _text_on(surface: Rgb) -> Rgb:
    """White where it is readable; else the ink of the page; else black, which is readable wherever white is
    not.
    """
    return next(text for text in (WHITE, INK, BLACK) if text == BLACK or _ratio(text, surface) >= TEXT_RATIO)
