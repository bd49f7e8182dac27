"""Who may begin a form at the moment. What lets people in one after the other (``enrolment.waiting_room``) registers here;
whoever has begun goes on to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from privacy.models import AbstractFormPage, FormDraft


class EntryRefusedError(Exception):
    """Raised by `Doorkeeper.begun`: nothing of the draft is stored, and `response` is shown."""

    def __init__(self, response: HttpResponse):
        super().__init__("not admitted")
        self.response = response


class Doorkeeper(Protocol):
    def refusal(self, page: AbstractFormPage, request: HttpRequest) -> HttpResponse | None:
        """What is answered instead of the first step; None: come in."""

    def query(self, request: HttpRequest) -> str:
        """What the address of the first step carries along, such as ``?ve=…``; mostly an empty text."""

    def begun(self, page: AbstractFormPage, request: HttpRequest, draft: FormDraft) -> None:
        """A draft was made, inside its transaction. Raises EntryRefusedError."""


_keepers: list[Doorkeeper] = []


def register(keeper: Doorkeeper) -> None:
    if keeper not in _keepers:
        _keepers.append(keeper)


def refusal(page: AbstractFormPage, request: HttpRequest) -> HttpResponse | None:
    found = (keeper.refusal(page, request) for keeper in _keepers)
    return next((response for response in found if response is not None), None)


def query(request: HttpRequest) -> str:
    return next((text for keeper in _keepers if (text := keeper.query(request))), "")


def begun(page: AbstractFormPage, request: HttpRequest, draft: FormDraft) -> None:
    for keeper in _keepers:
        keeper.begun(page, request, draft)
