"""What a process knows of the rooms: pace, and the addresses that a room stands before. Pace is asked of the database every two
seconds at the most, addresses every minute, whoever waits."""

from __future__ import annotations

import time
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone, translation

from enrolment.models import CampaignPage, ExaminationPage, WaitingRoom
from enrolment.waiting_room.services import pace_of
from enrolment.waiting_room.tickets import Pace

FRESH_SECONDS, ADDRESS_SECONDS, MOST = 2.0, 60.0, 500


@dataclass(frozen=True)
class Address:
    """A page in one language: what is shown of it, and where whoever is let in goes."""

    language: str
    host: str
    title: str
    institution: str
    page_path: str
    enter_path: str


@dataclass(frozen=True)
class Room:
    pace: Pace
    page_key: UUID
    addresses: tuple[Address, ...]
    is_lookup: bool
    last_position: float

    def address(self, language: str) -> Address | None:
        found = {address.language: address for address in self.addresses}
        return found.get(language) or found.get("vi") or next(iter(found.values()), None)

    def is_open(self, now: float) -> bool:
        return self.pace.opening <= now < self.pace.closes


_by_page: dict[UUID, tuple[float, Room | None]] = {}
_by_key: dict[UUID, UUID | None] = {}
_addresses: dict[UUID, tuple[float, tuple[Address, ...], bool]] = {}


def forget() -> None:
    """Ask again at once."""
    _by_page.clear()
    _by_key.clear()
    _addresses.clear()


def room_before(page_key: UUID) -> Room | None:
    """The room that stands before a page at this moment; None: everybody enters."""
    found = _by_page.get(page_key)
    if found is None or time.monotonic() - found[0] > FRESH_SECONDS:
        if len(_by_page) > MOST:
            _by_page.clear()
        _by_page[page_key] = found = (time.monotonic(), _read(page_key))
    room = found[1]
    return room if room and room.is_open(timezone.now().timestamp()) else None


def room_with_key(key: UUID) -> Room | None:
    """The room of an address, in its hours."""
    if key not in _by_key:
        if len(_by_key) > MOST:
            _by_key.clear()
        _by_key[key] = WaitingRoom.objects.filter(key=key).values_list("page_key", flat=True).first()
    page_key = _by_key[key]
    return room_before(page_key) if page_key else None


def _read(page_key: UUID) -> Room | None:
    row = WaitingRoom.objects.filter(page_key=page_key, closes_at__gt=timezone.now()).first()
    if row is None:
        return None
    addresses, is_lookup = _addresses_of(page_key)
    return Room(pace_of(row), page_key, addresses, is_lookup, row.last_position)


def addresses_of(page_key: UUID) -> tuple[Address, ...]:
    return _addresses_of(page_key)[0]


def _addresses_of(page_key: UUID) -> tuple[tuple[Address, ...], bool]:
    found = _addresses.get(page_key)
    if found is None or time.monotonic() - found[0] > ADDRESS_SECONDS:
        made, is_lookup = _addresses_read(page_key)
        _addresses[page_key] = found = (time.monotonic(), made, is_lookup)
    return found[1], found[2]


def _addresses_read(page_key: UUID) -> tuple[tuple[Address, ...], bool]:
    for model in (CampaignPage, ExaminationPage):
        pages = list(model.objects.live().public().filter(translation_key=page_key).select_related("locale"))
        if pages:
            found = (_address(page) for page in pages)
            return tuple(address for address in found if address), model is ExaminationPage
    return (), False


def _address(page: CampaignPage | ExaminationPage) -> Address | None:
    parts = page.get_url_parts()
    room = WaitingRoom.objects.select_related("institution__site").get(page_key=page.translation_key)
    if parts is None or room.institution.site is None:
        return None
    language, path = page.locale.language_code, parts[2]
    with translation.override(language):
        return Address(
            language=language,
            host=room.institution.site.hostname,
            title=page.title,
            institution=room.institution.local_name,
            page_path=path,
            enter_path=path if isinstance(page, ExaminationPage) else f"{path}{page.form_slug}/",
        )


def waiting_path(room: Room, language: str, ticket: str = "") -> str:
    """Where somebody waits; without a ticket the address gives one."""
    with translation.override(language):
        first = reverse("waiting_room", args=[room.pace.key])
    return f"{first}{ticket}/" if ticket else first
