"""The outbox: what is queued is sent once, in the person's language, whatever the mail server does."""

from __future__ import annotations

import pytest
from django.core import mail

from network import letter_kinds
from network.letters import LetterKind, Message, letter_queue, register_kind
from network.models import Letter
from network.services.letters import letters_send
from tests.factories import make_institution, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    monkeypatch.setattr(letter_kinds, "_kinds", dict(letter_kinds._kinds))
    register_kind(LetterKind("test.page", "Page", build=lambda letter: Message("Trang", str(letter.about))))


def test_a_queued_letter_is_sent_once():
    institution = make_institution()
    chief = make_member(institution, "chief")
    for _turn in range(2):
        letter_queue(kind="test.page", user=chief, institution=institution, about={"page": 12})
    assert letters_send()["sent"] == 1
    assert [m.to for m in mail.outbox] == [[chief.email]]
    assert letters_send()["sent"] == 0
    assert Letter.objects.get().state == "sent"
