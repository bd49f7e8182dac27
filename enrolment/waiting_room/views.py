"""What stands at an address of a waiting room outside its hours: the middleware answers before."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views import View

from enrolment.models import WaitingRoom
from enrolment.waiting_room.rooms import addresses_of
from network.selectors import institution_for_request


class WaitingRoomView(View):
    """Nobody waits any more, or not yet: to the page that the room stands before."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, key: UUID, ticket: str = "") -> HttpResponse:
        room = WaitingRoom.objects.filter(key=key).first()
        institution = institution_for_request(request)
        if room is None or institution is None or room.institution_id != institution.pk:
            raise Http404("No such waiting room")
        addresses = {address.language: address for address in addresses_of(room.page_key)}
        found = addresses.get(get_language() or "vi") or next(iter(addresses.values()), None)
        if found is None:
            raise Http404("No such page")
        return HttpResponseRedirect(found.page_path)
