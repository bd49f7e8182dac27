"""What each address gives to whom. The table that tests/isolation is made from.

A new address has to stand here. Ask three things and write one line:

1. Does it say anything about an institution? No: `open_`. Only about the person who asks: `self_`.
2. Does it show rows of institutions (a list, a search, an export)? `rows`: nobody may find another institution's word in it.
3. Does it take an object of an institution? `object_`, with the object for each parameter (an attribute of
   `tests.isolation.houses.House`): whoever is on no board above or beside it gets 404, as if it did not exist.

What is for the administrators of the installation only is `closed`; what the public reads is `public`, once for each host.
"""

from __future__ import annotations

from tests.isolation.classes.doors import Door, Kind
from tests.isolation.classes.ours import OURS, PEOPLE
from tests.isolation.classes.public import PUBLIC, SIGN_IN
from tests.isolation.classes.wagtail import (
    ADMINISTRATION,
    API,
    CHOOSERS,
    DOCUMENTS,
    EXPLORER,
    HOME,
    IMAGES,
    PAGES,
    REPORTS,
    SCOPED,
    TRANSLATIONS,
)

__all__ = ["DOORS", "Door", "Kind"]

DOORS: dict[str, Door] = (
    HOME
    | SIGN_IN
    | PEOPLE
    | EXPLORER
    | PAGES
    | CHOOSERS
    | SCOPED
    | IMAGES
    | DOCUMENTS
    | API
    | REPORTS
    | ADMINISTRATION
    | TRANSLATIONS
    | OURS
    | PUBLIC
)
