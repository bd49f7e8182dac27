"""A waiting room before a form and before a look-up: in the order of arrival, without script, and nobody gets round it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.models import SpentTicket, WaitingRoom
from enrolment.waiting_room import answering, rooms
from enrolment.waiting_room.admin_views import _state
from enrolment.waiting_room.health import rooms_health
from enrolment.waiting_room.services import pace_of, room_set, ticket_issue, ticket_spend
from enrolment.waiting_room.tickets import Ticket
from privacy.entry import EntryRefusedError
from privacy.models import FormDraft
from privacy.services import draft_save
from tests.enrolment.making import ROWS, ask_at, make_exam, make_officers, published
from tests.enrolment.making_applications import make_campaign, make_notice
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forgotten():
    rooms.forget()
    answering.forget()
    yield
    rooms.forget()
    answering.forget()


@pytest.fixture
def campaign(department, school):
    found = make_campaign(department)
    make_notice(school, found, ("a", 30))
    return found


def opened(institution, page, *, starts: int = 0, per_minute: int = 60, **fields) -> WaitingRoom:
    """`starts`: minutes from now."""
    now = timezone.now()
    values = {
        "opens_at": now - timedelta(minutes=10),
        "starts_at": now + timedelta(minutes=starts),
        "closes_at": now + timedelta(hours=3),
        "per_minute": per_minute,
    } | fields
    room = room_set(institution=institution, page_key=page.translation_key, **values)
    rooms.forget()
    return room


def form_of(page) -> str:
    return f"{page.get_url_parts()[2]}{page.form_slug}/"


def get(institution, path: str, **headers):
    return Client().get(path, headers={"host": institution.site.hostname} | headers)


def test_outside_of_its_hours_everybody_enters(department, campaign):
    assert get(department, form_of(campaign)).status_code == 200
    now = timezone.now()
    later = {"opens_at": now + timedelta(hours=1), "starts_at": now + timedelta(hours=1)}
    room = opened(department, campaign, **later)
    assert get(department, form_of(campaign)).status_code == 200
    back = get(department, f"/phong-cho/{room.key}/")
    assert (back.status_code, back["Location"]) == (302, campaign.get_url_parts()[2])


def test_who_comes_waits_in_the_order_of_arrival(department, campaign):
    room = opened(department, campaign, starts=5)
    people = [get(department, form_of(campaign)) for _each in range(3)]
    assert {answer.status_code for answer in people} == {303}
    places = [answer["Location"] for answer in people]
    assert all(place.startswith(f"/phong-cho/{room.key}/") for place in places)
    assert not any(answer.cookies for answer in people)
    tickets = [pace_of(room).read(place.split("/")[-2]) for place in places]
    assert [ticket.number for ticket in tickets] == [1, 2, 3]
    assert [ticket.position for ticket in tickets] == sorted(ticket.position for ticket in tickets)
    first = get(department, places[0]).content.decode()
    assert "You are next." in first or "Bạn là người tiếp theo." in first
    page = get(department, places[2])
    html = page.content.decode()
    assert page.status_code == 200
    assert "Số của bạn: 3" in html or "Your number: 3" in html
    assert "2" in re.search(r"<strong>([^<]*)</strong>", html).group(1)
    assert page["Refresh"] in ("30", "31")
    assert page["Cache-Control"] == "no-store, private"
    assert "script-src 'self'" in page["Content-Security-Policy"]
    assert "<script" not in html


def test_waiting_costs_no_statement_and_no_session(department, campaign, django_assert_num_queries):
    opened(department, campaign, starts=5)
    place = get(department, form_of(campaign))["Location"]
    get(department, place)
    with django_assert_num_queries(0):
        page = get(department, place)
    assert not page.cookies


def test_the_place_is_kept_on_another_network_and_after_loading_again(department, campaign):
    opened(department, campaign, starts=5)
    place = get(department, form_of(campaign))["Location"]
    before = WaitingRoom.objects.get().last_number
    again = Client(REMOTE_ADDR="198.51.100.7").get(place, headers={"host": department.site.hostname})
    assert again.status_code == 200
    still = get(department, f"{place}?dung-yen")
    assert "Refresh" not in still
    assert WaitingRoom.objects.get().last_number == before


def test_whose_turn_it_is_enters_by_a_button_and_begins_one_form(department, campaign):
    room = opened(department, campaign, per_minute=6000)
    ticket = pace_of(room).write(Ticket(1, 0.0))
    page = get(department, f"/phong-cho/{room.key}/{ticket}/")
    enter = re.search(r'<a class="button" href="([^"]+)"', page.content.decode()).group(1)
    assert enter == f"{form_of(campaign)}?ve={ticket}"
    form = get(department, enter)
    assert form.status_code == 200
    assert f'action="{enter}"' in form.content.decode()


def test_while_nobody_waits_one_goes_straight_in(department, campaign):
    opened(department, campaign, per_minute=6000, starts=-5)
    answer = get(department, form_of(campaign))
    assert answer["Location"].startswith(f"{form_of(campaign)}?ve=1.")
    assert get(department, answer["Location"]).status_code == 200


@pytest.mark.parametrize("text", ["1.0.AAAAAAAAAAAAAAAAAAAAAA", "x", "1.1", "%00", "ă" * 30])
def test_nobody_writes_a_ticket(department, campaign, text):
    room = opened(department, campaign, starts=5)
    assert get(department, f"{form_of(campaign)}?ve={text}").status_code == 303
    assert get(department, f"/phong-cho/{room.key}/{text}/").status_code in (404, 410)


def test_a_ticket_that_waits_does_not_open_the_form(department, campaign):
    room = opened(department, campaign, starts=5)
    text = pace_of(room).write(ticket_issue(pace=pace_of(room)))
    answer = get(department, f"{form_of(campaign)}?ve={text}")
    assert answer["Location"] == f"/phong-cho/{room.key}/{text}/"
    posted = Client().post(
        f"{form_of(campaign)}?ve={text}", {"step": "questions0"}, headers={"host": department.site.hostname}
    )
    assert posted.status_code == 303
    assert WaitingRoom.objects.get().last_number == 1


def test_one_ticket_is_one_form(department, campaign):
    room = opened(department, campaign)

    def begun():
        draft, _token = draft_save(page=campaign, institution=department, step="questions0", data={})
        ticket_spend(key=room.key, ticket=Ticket(4, 0.0), draft=draft)
        return draft

    first, second = begun(), begun()
    assert not FormDraft.objects.filter(pk=first.pk).exists()
    assert SpentTicket.objects.get().draft_id == second.pk
    text = pace_of(room).write(Ticket(4, 0.0))
    assert get(department, f"{form_of(campaign)}?ve={text}").status_code == 200
    second.delete()
    assert get(department, f"{form_of(campaign)}?ve={text}").status_code == 303


def test_a_draft_that_was_begun_goes_on_whoever_waits(department, campaign):
    _draft, token = draft_save(
        page=campaign, institution=department, step="questions0", data={"answers": {}, "consents": None}
    )
    opened(department, campaign, starts=5)
    answer = Client().post(
        form_of(campaign),
        {"step": "questions0", "draft": token},
        headers={"host": department.site.hostname},
    )
    assert answer.status_code == 422


def test_another_pace_keeps_the_order(department, campaign):
    now = timezone.now()
    room = opened(department, campaign, per_minute=60)
    late = ticket_issue(pace=pace_of(room)), ticket_issue(pace=pace_of(room))
    then = now + timedelta(seconds=30)
    door = pace_of(room).door(then.timestamp())
    changed = room_set(
        institution=department,
        page_key=campaign.translation_key,
        opens_at=room.opens_at,
        starts_at=room.starts_at,
        closes_at=room.closes_at,
        per_minute=6,
        now=then,
    )
    pace = pace_of(changed)
    assert pace.door(then.timestamp()) == pytest.approx(door, abs=0.1)
    assert pace.door(then.timestamp() + 10) == pytest.approx(door + 1, abs=0.1)
    assert pace.read(pace_of(room).write(late[1])).number == 2


def test_one_network_takes_so_many_numbers_and_is_told(department, campaign, settings):
    settings.EDUSITE_WAITING_NETWORK = 2
    opened(department, campaign, starts=5)
    answers = [get(department, form_of(campaign)).status_code for _each in range(3)]
    assert answers == [303, 303, 429]
    assert WaitingRoom.objects.get().last_number == 2


def test_the_room_of_another_institution_is_not_there(department, school, campaign):
    room = opened(department, campaign, starts=5)
    assert get(school, f"/phong-cho/{room.key}/").status_code == 404
    assert WaitingRoom.objects.get().last_number == 0


def test_before_a_look_up_nobody_gets_past_without_a_number(department, settings):
    settings.EDUSITE_WAITING_LOOKUPS = 2
    exam = make_exam(department)
    published(exam, *make_officers(department))
    room = opened(department, exam, starts=5)
    page = get(department, exam.get_url_parts()[2]).content.decode()
    assert f'href="/phong-cho/{room.key}/"' in page
    assert f'action="/ket-qua-thi/{exam.translation_key}' not in page

    def ask(query: str = ""):
        number, birth, code = ROWS[0].split(",")[:3]
        address = f"/ket-qua-thi/{exam.translation_key}/{query}"
        return ask_at(address, department, number=number, birth=birth, code=code)

    assert ask().status_code == 303
    text = pace_of(room).write(Ticket(1, 0.0))
    shown = get(department, f"{exam.get_url_parts()[2]}?ve={text}").content.decode()
    assert f'action="/ket-qua-thi/{exam.translation_key}/?ve={text}"' in shown
    answers = [ask(f"?ve={text}") for _each in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 303]
    assert [answer.took_short_road for answer in answers] == [False, True, False]
    assert "8,25" in answers[0].content.decode()


def test_another_look_up_goes_on_with_the_ticket_that_stands_in_the_address(department):
    exam = make_exam(department)
    published(exam, *make_officers(department))
    room = opened(department, exam, starts=5)
    host, query = department.site.hostname, f"?ve={pace_of(room).write(Ticket(1, 0.0))}"
    address = f"/ket-qua-thi/{exam.translation_key}/"
    number, birth, code = ROWS[0].split(",")[:3]
    entered, from_here = {"number": number, "birth": birth, "code": code}, {"origin": f"http://{host}"}
    answer = Client().post(address + query, entered, headers={"host": host} | from_here)
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)[0]
    form = re.search(r'<form[^>]*method="post"[^>]*>', main)[0]
    assert "action" not in form, "a browser sends it to where the page stands, with its query"
    assert query not in main, "the frame is the same for everybody"
    assert '<a href="">' in main
    page = get(department, address + query)
    assert page["Location"].endswith(exam.get_url_parts()[2] + query)


def test_the_health_page_tells_length_and_pace(department, campaign):
    assert rooms_health(timezone.now())[2]["rooms"] == 0
    room = opened(department, campaign, starts=5, per_minute=90)
    for _each in range(4):
        ticket_issue(pace=pace_of(room))
    numbers = rooms_health(timezone.now())[2]
    assert numbers == {"rooms": 1, "waiting": 4, "a_minute": 90, "numbers": 4}


def test_whoever_comes_next_waits_until_the_door_has_the_whole_number(department, campaign):
    room = opened(department, campaign, starts=5, per_minute=1)
    for _each in range(3):
        ticket_issue(pace=pace_of(room))
    room.refresh_from_db()
    moment = room.starts_at + timedelta(seconds=156)
    assert rooms_health(moment)[2]["waiting"] == 1
    assert _state(room, moment)["waiting"] == 1


class TestAdmin:
    def test_an_officer_sets_hours_and_pace(self, department, campaign):
        client = Client()
        client.force_login(make_member(department, BoardRole.EDITOR))
        address = f"/admin/waiting-rooms/{campaign.pk}/"
        assert campaign.title in client.get("/admin/waiting-rooms/").content.decode()
        entered = {
            "opens_at": "01/07/2030 07:30",
            "starts_at": "01/07/2030 08:00",
            "closes_at": "01/07/2030 12:00",
            "per_minute": "240",
        }
        assert client.post(address, entered | {"closes_at": "01/07/2030 07:45"}).status_code == 422
        assert client.post(address, entered).status_code == 302
        room = WaitingRoom.objects.get()
        assert (room.institution, room.page_key, room.per_minute) == (
            department,
            campaign.translation_key,
            240,
        )
        assert timezone.localtime(room.opens_at).hour == 7
        asked = client.post(address, {"act": "remove"})
        assert asked.status_code == 200
        assert 'name="go"' in asked.content.decode()
        assert WaitingRoom.objects.exists(), "nothing goes before it was asked once more"
        assert client.post(address, {"act": "remove", "go": "1"}).status_code == 302
        assert not WaitingRoom.objects.exists()

    def test_before_it_goes_an_officer_reads_how_many_wait_and_they_are_led_on(self, department, campaign):
        room = opened(department, campaign, starts=5)
        for _each in range(3):
            ticket_issue(pace=pace_of(room))
        waiting = get(department, f"/phong-cho/{room.key}/")["Location"]
        client = Client()
        client.force_login(make_member(department, BoardRole.EDITOR))
        address = f"/admin/waiting-rooms/{campaign.pk}/"
        asked = client.post(address, {"act": "remove"})
        assert re.search(r"<strong>[^<]*\b4 ", asked.content.decode())
        assert get(department, waiting).status_code == 200
        assert client.post(address, {"act": "remove", "go": "1"}).status_code == 302
        rooms.forget()
        led = get(department, waiting)
        assert (led.status_code, led["Location"]) == (302, campaign.get_url_parts()[2])
        assert get(department, form_of(campaign)).status_code == 200
        screen = client.get(address).content.decode()
        assert 'value="remove"' not in screen, "it is over"
        assert client.post(address, {"act": "remove"}).status_code == 302

    def test_nobody_else_does(self, department, school, campaign):
        client = Client()
        client.force_login(make_member(school, BoardRole.CHIEF))
        assert client.get(f"/admin/waiting-rooms/{campaign.pk}/").status_code == 404
        client.force_login(make_member(department, BoardRole.AUTHOR))
        assert client.get("/admin/waiting-rooms/").status_code == 404


def test_an_entry_that_is_refused_carries_its_answer():
    error = EntryRefusedError("answer")
    assert error.response == "answer"
