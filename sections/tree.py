"""Which page types are home pages and sections: filled by the packages in ``AppConfig.ready()``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.choices import InstitutionKind
from network.selectors import institution_for_page
from sections.catalogue import page_type_for, registered_page_types, section_for_page_type, sections_for

if TYPE_CHECKING:
    from wagtail.models import Page

    from common.models import BasePage

AUTHOR_DATA = PersonalData(
    fields={"author_name": DataClass.PERSONAL, "owner": DataClass.PERSONAL, "locked_by": DataClass.PERSONAL},
    purpose=_("To name the author, as circular 37/2020, article 7.3, asks."),
    retention=_("As long as the page is published, and in its history."),
)
SECTION_DATA = PersonalData(
    fields={"owner": DataClass.PERSONAL, "locked_by": DataClass.PERSONAL},
    purpose=_("To know who on the board made the section and who is changing it."),
    retention=_("As long as the page exists."),
)

HOME_KEY = "W2.1"
"""Key of the slot of the home page."""

_entry_types: list[type[BasePage]] = []
_home_types: dict[InstitutionKind, type[BasePage]] = {}


def register_home_type(page_type: type[BasePage], kinds: Iterable[InstitutionKind]) -> None:
    """Say which page type is the home page of these kinds of institution."""
    for kind in kinds:
        if _home_types.setdefault(kind, page_type) is not page_type:
            raise ValueError(f"The kind {kind} has a home page type already: {_home_types[kind].__name__}.")


def home_type_for(kind: InstitutionKind | str) -> type[BasePage]:
    return _home_types[InstitutionKind(kind)]


def home_types() -> list[type[BasePage]]:
    return list(dict.fromkeys(_home_types.values()))


def register_entry_type(page_type: type[BasePage]) -> None:
    """Say that pages of this type may stand in any section, beside its own entries."""
    if page_type not in _entry_types:
        _entry_types.append(page_type)


def entry_types() -> list[type[BasePage]]:
    return list(_entry_types)


def section_types(kinds: Iterable[InstitutionKind] | None = None) -> list[type[BasePage]]:
    """The page types of all sections, or of those that institutions of these kinds may have, in catalogue order."""
    if kinds is None:
        return list(dict.fromkeys(registered_page_types().values()))
    return list(dict.fromkeys(page_type_for(s.key) for kind in kinds for s in sections_for(kind)))


def kinds_of_home(page_type: type[BasePage]) -> list[InstitutionKind]:
    return [kind for kind, model in _home_types.items() if model is page_type]


def belongs_below(page_type: type[BasePage], home: Page) -> bool:
    """Whether the institution of a home page may have this section: what binds departments alone is none of an agency's."""
    institution = institution_for_page(home)
    return institution is not None and section_for_page_type(page_type, institution.kind) is not None
