"""Hours and rate of the waiting rooms, in the admin."""

from __future__ import annotations

from math import ceil

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin import messages

from enrolment.admin import OfficeView
from enrolment.models import CampaignPage, ExaminationPage, WaitingRoom
from enrolment.policies import institutions_for
from enrolment.waiting_room import rooms
from enrolment.waiting_room.services import pace_of, room_remove, room_set
from network.models import Institution
from network.selectors import home_pages

Before = CampaignPage | ExaminationPage


def pages_for(user) -> list[tuple[Before, Institution]]:
    """The campaigns and examinations of the institutions on whose boards a person is an officer, not those that are over."""
    now, found = timezone.now(), []
    for institution in institutions_for(user):
        homes = home_pages(institution)
        if not homes:
            continue
        for model, still in (
            (CampaignPage, {"closes_at__gt": now}),
            (ExaminationPage, {"closes_on__gte": now}),
        ):
            pages = model.objects.descendant_of(homes[0]).filter(live=True, **still)
            found += [(page, institution) for page in pages.order_by("path")]
    return found


class RoomForm(forms.ModelForm):
    """Local time, as everywhere in the admin."""

    class Meta:
        model = WaitingRoom
        fields = ("opens_at", "starts_at", "closes_at", "per_minute")
        widgets = {
            name: forms.DateTimeInput({"autocomplete": "off"}, format="%d/%m/%Y %H:%M")
            for name in ("opens_at", "starts_at", "closes_at")
        }


class WaitingRoomsView(OfficeView):
    template_name = "enrolment/admin/waiting_rooms.html"
    page_title = pgettext_lazy("queue", "Waiting rooms")
    header_icon = "time"
    root = (pgettext_lazy("queue", "Waiting rooms"), "enrolment_waiting_rooms")

    def get(self, request: HttpRequest) -> HttpResponse:
        pages = pages_for(request.user)
        keys = [page.translation_key for page, _institution in pages]
        known = {room.page_key: room for room in WaitingRoom.objects.filter(page_key__in=keys)}
        now = timezone.now()
        rows = [(page, owner, _state(known.get(page.translation_key), now)) for page, owner in pages]
        return self.show(rows=rows)


def _state(room: WaitingRoom | None, now) -> dict | None:
    if room is None:
        return None
    door = pace_of(room).door(now.timestamp())
    waiting = max(0, ceil(room.last_position - door)) if room.is_open(now) else 0
    return {
        "room": room,
        "is_open": room.is_open(now),
        "is_ahead": now < room.closes_at,
        "waiting": waiting,
    }


class WaitingRoomView(OfficeView):
    template_name = "enrolment/admin/waiting_room.html"
    page_title = pgettext_lazy("queue", "Hours and pace")
    header_icon = "time"
    root = WaitingRoomsView.root

    def setup_page(self, request: HttpRequest, pk: int) -> None:
        found = [(page, owner) for page, owner in pages_for(request.user) if page.pk == pk]
        if not found:
            raise Http404("No such page")
        self.page, self.institution = found[0]
        self.room = WaitingRoom.objects.filter(page_key=self.page.translation_key).first()

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.setup_page(request, pk)
        opens = self.page.results_at if isinstance(self.page, ExaminationPage) else self.page.opens_at
        initial = {"per_minute": settings.EDUSITE_WAITING_PER_MINUTE, "starts_at": opens}
        form = RoomForm(instance=self.room, initial={} if self.room else initial)
        return self.screen(form)

    def screen(self, form: RoomForm, **kwargs: int) -> HttpResponse:
        state = _state(self.room, timezone.now())
        return self.show(page_name=self.page.title, form=form, state=state, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.setup_page(request, pk)
        if request.POST.get("act") == "remove":
            return self.remove(request)
        form = RoomForm(request.POST, instance=self.room)
        if not form.is_valid():
            return self.screen(form, status=422)
        values = {name: form.cleaned_data[name] for name in RoomForm.Meta.fields}
        room_set(institution=self.institution, page_key=self.page.translation_key, **values)
        rooms.forget()
        messages.success(request, _("Hours and pace are set."))
        return redirect(reverse("enrolment_waiting_room", args=[pk]))

    def remove(self, request: HttpRequest) -> HttpResponse:
        """First what follows for those who wait, then, on a second press, the end of the room."""
        state = _state(self.room, timezone.now())
        if state and state["is_ahead"] and "go" not in request.POST:
            self.template_name = "enrolment/admin/waiting_room_remove.html"
            return self.show(
                page_name=self.page.title,
                state=state,
                is_lookup=isinstance(self.page, ExaminationPage),
                back_url=reverse("enrolment_waiting_room", args=[self.page.pk]),
            )
        if self.room:
            room_remove(room=self.room)
            rooms.forget()
        messages.success(request, _("The waiting room is gone: everybody enters at once."))
        return redirect("enrolment_waiting_rooms")


RoomForm.base_fields["per_minute"].help_text = gettext_lazy(
    "As many as the servers can take, for example 300. It can be changed at any moment; the order stays."
)
