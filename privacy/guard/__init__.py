"""The guard before publication: files and pages are read, and lists of people stop there (law 91/2025, article 16).

``scan_file(name, bytes)`` and ``scan_text(text)`` answer what was found; ``privacy.services.guard`` keeps the result and what
the reviewer decided.
"""

from privacy.guard.findings import Detail, Finding, Findings, Place, PlaceKind, Unreadable
from privacy.guard.scanning import scan_content, scan_file, scan_text

__all__ = [
    "Detail",
    "Finding",
    "Findings",
    "Place",
    "PlaceKind",
    "Unreadable",
    "scan_content",
    "scan_file",
    "scan_text",
]
