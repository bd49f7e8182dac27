"""Documents to keep as PDF/A: the notice, the register, certificates, reports.

A template extends ``privacy/pdf/base.html``. Nothing is asked of the network or of the disk but the project's own fonts and
stylesheet; pictures may stand in the document itself (``data:``).
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.views.decorators.debug import sensitive_variables

STYLESHEET = "edusite/css/pdf.css"
FONTS = "edusite/fonts"


LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
"""What WeasyPrint loads, by the names of Linux, macOS and Windows."""


class PdfError(Exception):
    """The document could not be made; the message says why, without its content."""


class PdfLibraryError(PdfError):
    """The machine lacks a library: no document can be made until somebody installs it."""


def missing_libraries() -> list[str]:
    """The names of the libraries that documents need and the machine lacks."""
    return [name for name, files in LIBRARIES.items() if not any(_loads(file) for file in files)]


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


@cache
def _own_files() -> tuple[Path, Path]:
    """Stylesheet and folder of the fonts."""
    found = finders.find(STYLESHEET), finders.find(FONTS)
    if not all(found):
        raise PdfError("The stylesheet or the fonts of documents are missing from the static files.")
    return Path(found[0]), Path(found[1])


@cache
def _fetcher_class() -> type:
    # WeasyPrint loads Pango when it is imported: a site starts without it, only documents need it.
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class OwnFilesOnly(URLFetcher):
        """Lets through the fonts of the project and what stands in the document; all else ends the rendering."""

        def fetch(self, url, headers=None):
            own = url.startswith("data:") or url.split("?")[0].startswith(_own_files()[1].as_uri() + "/")
            if not own or ".." in url:
                raise FatalURLFetchingError("A document asks for a file that is not its own.")
            return super().fetch(url, headers)

    return OwnFilesOnly


@sensitive_variables("context")
def render_pdf(template: str, context: Mapping[str, Any], *, variant: str = "pdf/a-2u") -> bytes:
    """The template as a PDF of that variant (``weasyprint.pdf.VARIANTS``), fonts embedded, tagged where the variant is.

    Raises PdfError where the document asks for something outside of itself, or the system lacks Pango.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError
    except OSError as error:
        raise PdfLibraryError("Pango is not installed: see the list of system packages.") from error
    stylesheet, _fonts = _own_files()
    fetcher = _fetcher_class()(fail_on_errors=True)
    fonts = FontConfiguration()
    try:
        page = HTML(string=render_to_string(template, dict(context)), url_fetcher=fetcher)
        style = CSS(
            string=stylesheet.read_text(encoding="utf-8"),
            base_url=stylesheet.as_uri(),
            url_fetcher=fetcher,
            font_config=fonts,
        )
        return page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant=variant)
    except FatalURLFetchingError as error:
        raise PdfError(str(error)) from error
