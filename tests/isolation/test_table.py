"""The table: every address × everybody × own and another institution's objects. A test asks one address as everybody."""

from __future__ import annotations

from copy import deepcopy

import pytest
from django.urls import reverse

from tests.isolation.classes import Kind
from tests.isolation.visits import (
    Faults,
    Nowhere,
    classed,
    filled,
    forget,
    found_words,
    names_objects,
    path_of,
    undone,
    writes,
)

# Each visit is undone by itself; the mark makes pytest-django prepare the database.
pytestmark = pytest.mark.django_db

EXPORTS = ("", "csv", "xlsx")
REFUSED = (302, 403, 404)
RECORDS = {"wagtailcore_modellogentry", "editorial_boardevent", "editorial_mandate"}
ASKS_FIRST = {
    "wagtail_bulk_action",
    "wagtailadmin_pages:move_confirm",
    "wagtailadmin_pages:confirm_workflow_cancellation",
}
"""Views that show a question to whoever may read and refuse the answer."""


def rows_of(*kinds: str, is_admin: bool = True):
    found = list(classed(*kinds, is_admin=is_admin))
    return pytest.mark.parametrize(("address", "door"), found, ids=[str(address) for address, _door in found])


def ask(visitor, method: str, address, door, house, **query):
    """Visit once, signed in as at the beginning: some doors sign out."""
    visitor.client.cookies = deepcopy(visitor.key)
    path = path_of(address, door, house)
    data = filled(door.query, house) | {name: value for name, value in query.items() if value}
    if method == "GET":
        return visitor.client.get(path, data)
    url = path + ("?" + "&".join(f"{name}={value}" for name, value in data.items()) if data else "")
    response = visitor.client.post(url, filled(door.data or {}, house))
    if response.status_code != 404:
        forget()
    return response


@rows_of(Kind.OBJECT, Kind.CLOSED)
def test_an_object_of_another_institution_does_not_exist(world, address, door):
    wrong = Faults()
    for visitor in world.staff:
        for method in ("GET", "POST"):
            with wrong.of(f"{visitor.name}, {method}"):
                _does_not_exist(visitor, method, address, door)
    assert not wrong.found, wrong


def _does_not_exist(visitor, method: str, address, door) -> None:
    with undone(), writes() as tables:
        response = ask(visitor, method, address, door, visitor.foreign)
        assert not tables
        assert not found_words(response, visitor.unseen)
        if response.status_code == 404:
            return
    with undone():
        # A role or a method may be refused first, if the answer is that for an object that never was.
        nothing = ask(visitor, method, address, door, Nowhere())
        assert response.status_code in (302, 403, 405), f"{method} answers {response.status_code}"
        assert response.status_code == nothing.status_code
        assert response.headers.get("Location") == nothing.headers.get("Location")


@rows_of(Kind.CLOSED)
def test_the_administration_of_the_installation_is_shut_for_the_own_institution_too(world, address, door):
    wrong = Faults()
    for visitor in world.staff:
        with wrong.of(visitor.name), undone():
            assert ask(visitor, "GET", address, door, visitor.own).status_code == 404
    assert not wrong.found, wrong


@rows_of(Kind.ROWS)
def test_a_list_holds_no_word_of_another_institution(world, address, door):
    """And is open to the own one. Where the address names no object, one visit answers for both."""
    wrong = Faults()
    for visitor in world.staff:
        for export in EXPORTS if door.exports else ("",):
            with wrong.of(f"{visitor.name} {export}"), undone():
                response = ask(visitor, "GET", address, door, visitor.foreign, export=export)
                assert response.status_code in (200, 400, 405, *REFUSED)
                assert not _words_beside_the_question(response, visitor, door)
                if not export and not names_objects(door):
                    _is_open(response, visitor, address, door)
        if names_objects(door):
            with wrong.of(f"{visitor.name}, own"), undone():
                _is_open(ask(visitor, "GET", address, door, visitor.own), visitor, address, door)
        if door.data is not None:
            with wrong.of(f"{visitor.name}, POST"), undone():
                response = ask(visitor, "POST", address, door, visitor.foreign)
                assert response.status_code in (200, 400, 422, *REFUSED)
                assert not _words_beside_the_question(response, visitor, door)
    assert not wrong.found, wrong


@rows_of(Kind.OBJECT, Kind.SELF, Kind.OPEN)
def test_the_own_institution_is_open_and_shows_nobody_else(world, address, door):
    if address.name in ("wagtailadmin_error_test", "wagtailadmin_logout"):
        return
    wrong = Faults()
    for visitor in world.staff:
        with wrong.of(visitor.name), undone():
            _is_open(ask(visitor, "GET", address, door, visitor.own), visitor, address, door)
    assert not wrong.found, wrong


def _is_open(response, visitor, address, door) -> None:
    assert response.status_code < 500
    assert not found_words(response, visitor.unseen)
    if (
        door.kind != Kind.OPEN
        and visitor.role in door.roles
        and "GET" in door.methods
        and address.name != "admin/^.*/$"
    ):
        assert response.status_code in (200, 302, 400, 405, 422), response.status_code
        assert response.headers.get("Location") != reverse("wagtailadmin_home")


@rows_of(Kind.ROWS, Kind.OBJECT, Kind.CLOSED, Kind.SELF)
def test_who_is_not_signed_in_is_led_to_the_sign_in(world, address, door):
    visitor = world.visitors["anonymous"]
    for method in ("GET", "POST"):
        with undone():
            response = ask(visitor, method, address, door, visitor.foreign)
            assert response.status_code == 302
            entrance = (reverse("account_login"), reverse("account_logout"), reverse("wagtailadmin_login"))
            assert response.headers["Location"].startswith(entrance)
            assert not _words_beside_the_question(response, visitor, door)


@rows_of(Kind.PUBLIC, is_admin=False)
def test_a_host_name_shows_its_own_institution(world, address, door):
    visitor = world.visitors["anonymous"]
    response = ask(visitor, "GET", address, door, visitor.own)
    assert response.status_code == next((code for code in (302, 404) if str(code) in door.why), 200)
    assert not found_words(response, visitor.unseen)
    asked = ask(visitor, "GET", address, door, visitor.foreign)
    assert not _words_beside_the_question(asked, visitor, door)


def _words_beside_the_question(response, visitor, door) -> list[str]:
    """Words in an answer that the visitor has not sent: a search says what was searched for."""
    sent = (door.query, door.takes, door.data or {})
    asked = " ".join(" ".join(filled(words, visitor.foreign).values()) for words in sent).lower()
    return [word for word in found_words(response, visitor.unseen) if word not in asked]


@rows_of(Kind.OBJECT)
def test_an_authority_reads_its_members_and_changes_nothing_without_a_record(world, address, door):
    visitor = world.visitors["authority"]
    with undone():
        response = ask(visitor, "GET", address, door, world.b)
        if door.reads:
            assert response.status_code in (200, 302)
        elif response.status_code == 200:
            # A page that says what would be refused.
            assert address.name in ASKS_FIRST
        else:
            assert response.status_code in (302, 403, 404, 405)
    if door.data is None:
        return
    with undone(), writes() as tables:
        ask(visitor, "POST", address, door, world.b)
        assert not tables or (door.administers and tables & RECORDS), tables
