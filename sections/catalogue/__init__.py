"""The legal catalogue: every clause as data, and the pages that answer it.

Legal rules are data with a validity period and a source, because circulars are replaced. A new circular is a new module
beside ``circular_37_2020``; the software asks only this package. ``docs/catalogue.md`` is generated from it.
"""

from sections.catalogue.entries import Answer, Bound, Clause, Freshness, NavGroup, Section, Source
from sections.catalogue.registry import (
    all_clauses,
    clause,
    is_in_force,
    page_type_for,
    register_page_type,
    registered_page_types,
    section,
    section_for_page_type,
    sections_for,
    unknown_claims,
)

__all__ = [
    "Answer",
    "Bound",
    "Clause",
    "Freshness",
    "NavGroup",
    "Section",
    "Source",
    "all_clauses",
    "clause",
    "is_in_force",
    "page_type_for",
    "register_page_type",
    "registered_page_types",
    "section",
    "section_for_page_type",
    "sections_for",
    "unknown_claims",
]
