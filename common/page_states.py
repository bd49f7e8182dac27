"""Registry of the words for where a page stands. ``common`` owns it, so that the abstract page can ask; the package of
the approval chain, which knows the steps, registers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from wagtail.models import Page

Words = Callable[["Page"], str | Promise]

_words: list[Words] = []


def register(words: Words) -> None:
    """Say who names the state of a page. Raises ValueError for a second one."""
    if _words and _words != [words]:
        raise ValueError("The states of pages have their words already.")
    _words[:] = [words]


def words_for(page: Page) -> str | Promise | None:
    """The state of a page in the words of its board; None where nobody has registered any."""
    return _words[0](page) if _words else None
