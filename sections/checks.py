"""System checks of the catalogue: no clause without a page, no page for a clause that does not exist."""

from __future__ import annotations

from django.core.checks import Error, register

from sections.catalogue import Answer, all_clauses, registered_page_types, unknown_claims


@register("sections")
def check_catalogue(app_configs=None, **kwargs) -> list[Error]:
    return [*_sections_without_page(), *_claims_of_nothing(), *_dangling_references()]


def _sections_without_page() -> list[Error]:
    types = registered_page_types()
    return [
        Error(
            f"Section {s.key} of the clause {entry.id} has no page type.",
            hint="Call sections.catalogue.register_page_type() in the AppConfig.ready() of the package that has it.",
            obj=entry.id,
            id="sections.E001",
        )
        for entry in all_clauses()
        if entry.answer == Answer.SECTION
        for s in entry.sections
        if s.key not in types
    ]


def _claims_of_nothing() -> list[Error]:
    return [
        Error(
            f"{page_type.__name__} claims the clause {key}, which the catalogue does not have.",
            hint="Correct the key or add the clause to the catalogue.",
            obj=page_type,
            id="sections.E002",
        )
        for key, page_type in unknown_claims()
    ]


def _dangling_references() -> list[Error]:
    """A clause that asks for pages names sections of its own or the section of another clause."""
    keys = {s.key for entry in all_clauses() for s in entry.sections}
    return [
        Error(
            f"The clause {entry.id} is answered by nothing.",
            hint="Give it a section, or name in answered_by the section that answers it.",
            obj=entry.id,
            id="sections.E003",
        )
        for entry in all_clauses()
        if entry.answer == Answer.SECTION and not entry.sections and entry.answered_by not in keys
    ]
