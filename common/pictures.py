"""The words of a picture for those who cannot see it (W12.3), and its sizes in a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import Picture
from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage

from common.text import looks_like_file_name

NO_WORDS = _("Describe the picture in words, or mark it as mere decoration.")
FILE_NAME = _("The name of a file does not say what the picture shows. Describe it in a few words.")

AVIF_SPEED = 8
"""How little an encoder tries, 0 to 10. At 8 a picture takes a quarter of the processor time of Pillow's own 6 and grows by
5 to 16 per cent; it stays half as large as the JPEG beside it."""


_save_slowly = PillowImage.save_as_avif


def avif_speed_register() -> None:
    """Let pictures be written in AVIF with `AVIF_SPEED`. Willow hands Pillow no speed and asks the class of a picture for the
    method before its own registry, so that an operation registered there would never be called."""
    PillowImage.save_as_avif = _save_as_avif


def _save_as_avif(
    picture: PillowImage, f: Any, quality: int = 80, lossless: bool = False, apply_optimizers: bool = True
) -> AvifImageFile:
    if lossless or (picture.image.mode == "CMYK" and picture.get_icc_profile() is not None):
        return _save_slowly(picture, f, quality, lossless, apply_optimizers)
    profile = picture.get_icc_profile()
    colours = {} if profile is None else {"icc_profile": profile}
    picture.image.save(f, "AVIF", quality=quality, speed=AVIF_SPEED, **colours)
    if apply_optimizers:
        picture.optimize(f, "heic")
    return AvifImageFile(f)


def alt_text(image: Any, own: str = "", *, decorative: bool = False) -> str:
    """The words of a picture at one place: none for decoration, those given there, else the picture's own."""
    if decorative:
        return ""
    return (own or "").strip() or image.default_alt_text


def words_fault(image: Any, own: str = "", *, decorative: bool = False) -> Promise | None:
    """What is wrong with the words of a picture at one place, or None."""
    words = alt_text(image, own, decorative=decorative)
    if words:
        return FILE_NAME if looks_like_file_name(words) else None
    is_decoration = decorative or getattr(image, "is_decorative", False)
    return None if is_decoration else NO_WORDS


class DistinctPicture(Picture):
    """A picture element that names each width once: of an upload narrower than the largest size Wagtail makes several
    renditions of one width, and HTML forbids to list two."""

    def __init__(self, renditions: dict[str, Any], attrs: dict[str, Any] | None = None):
        found = dict(self._distinct(renditions))
        attrs = dict(attrs or {})
        if len(found) == len({self._format(spec) for spec in found}):
            # One width of each format: nothing to choose from, and HTML forbids `sizes` without widths.
            attrs.pop("sizes", None)
        super().__init__(found, attrs)

    @staticmethod
    def _format(spec: str) -> str:
        return next((part for part in spec.split("|") if part.startswith("format-")), "")

    @classmethod
    def _distinct(cls, renditions: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        seen = set()
        for spec, rendition in renditions.items():
            key = (cls._format(spec), rendition.width)
            if key not in seen:
                seen.add(key)
                yield spec, rendition
