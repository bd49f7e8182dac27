"""An address as a picture that a phone reads."""

from __future__ import annotations

import base64
import io

import segno


def qr_data(url: str) -> str:
    """The code as a picture that stands in the document itself."""
    buffer = io.BytesIO()
    segno.make(url, error="m").save(buffer, kind="svg", scale=3, border=2, xmldecl=False)
    return "data:image/svg+xml;base64," + base64.b64encode(buffer.getvalue()).decode()
