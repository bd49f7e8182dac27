"""The outbox: what is queued is sent once, as each person wants it, whatever the mail server does."""

from __future__ import annotations

import smtplib
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils.translation import get_language
from wagtail.users.models import UserProfile

from network import digest, letter_kinds, tasks
from network.letters import LetterDraft, LetterKind, Message, letter_queue, letters_queue, register_kind
from network.models import Letter, LetterPreference
from network.models.letters import Delivery
from network.services import letters as letters_service
from network.services.letters import DELAYS, STALE_AFTER, letters_purge, letters_send, preferences_save
from tests.factories import make_institution, make_member, make_user

pytestmark = pytest.mark.django_db
BACKEND = "django.core.mail.backends.locmem.EmailBackend"
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
LATER = NOW + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    monkeypatch.setattr(letter_kinds, "_kinds", dict(letter_kinds._kinds))
    register_kind(LetterKind("test.page", "Page", build=written))
    register_kind(LetterKind("test.broken", "Broken", build=lambda letter: 1 / 0))
    register_kind(LetterKind("test.void", "Void", build=lambda letter: None))
    register_kind(LetterKind("test.must", "Must", build=written, essential=True))


def written(letter: Letter) -> Message:
    return Message(f"Trang {letter.about['page']}", f"{get_language()}")


@pytest.fixture
def person():
    return make_user()


def queue(user, kind="test.page", page=1, **fields) -> Letter:
    letters_queue(kind=kind, drafts=[LetterDraft(user_id=user.pk, about={"page": page}, **fields)], now=NOW)
    return Letter.objects.filter(kind=kind, user=user).latest("pk")


def send(now=NOW) -> dict[str, int]:
    return {name: count for name, count in letters_send(now=now).items() if count}


def refuse(monkeypatch, error: Exception, method: str = "open"):
    def refusing(self, *args):
        raise error

    monkeypatch.setattr(f"{BACKEND}.{method}", refusing)


def test_many_letters_are_several_tasks(person, monkeypatch):
    monkeypatch.setattr(letters_service, "BATCH", 1)
    monkeypatch.setattr(tasks, "PART", 2)
    woken = []
    monkeypatch.setattr(tasks, "wake_letters", lambda: woken.append(1))
    drafts = [LetterDraft(user_id=person.pk, about={"page": page}) for page in range(5)]
    letters_queue(kind="test.page", drafts=drafts)
    for sent, more in ((2, 1), (2, 1), (1, 0), (0, 0)):
        assert tasks.send_part()["sent"] == sent
        assert len(woken) == more
        woken.clear()


class TestQueue:
    def test_the_same_letter_does_not_wait_twice(self, person):
        for _turn in range(2):
            queue(person)
        queue(person, page=2)
        assert Letter.objects.count() == 2
        assert send() == {"sent": 2}
        assert send() == {}
        queue(person)
        assert send() == {"sent": 1}

    def test_a_kind_that_nobody_registered_is_refused(self, person):
        with pytest.raises(ValueError, match=r"Nobody has registered letters of kind 'test\.unknown'"):
            letter_queue(kind="test.unknown", user=person)

    def test_a_letter_without_recipient_is_refused(self):
        with pytest.raises(ValueError, match="either to an account or to an address"):
            letter_queue(kind="test.page")

    def test_many_letters_cost_one_query(self, person, django_assert_num_queries):
        drafts = [LetterDraft(user_id=person.pk, about={"page": number}) for number in range(50)]
        with django_assert_num_queries(1):
            letters_queue(kind="test.page", drafts=drafts, now=NOW)


class TestSending:
    def test_a_letter_speaks_the_language_of_its_recipient(self, person):
        UserProfile.objects.create(user=person, preferred_language="en")
        queue(person)
        queue(make_user())
        assert send() == {"sent": 2}
        assert [letter.body for letter in mail.outbox] == ["en\n", "vi\n"]
        assert mail.outbox[0].extra_headers == {"Auto-Submitted": "auto-generated"}

    def test_answers_go_to_the_institution(self):
        school = make_institution(email="vp@example.edu.vn")
        queue(make_member(school, "chief"), institution_id=school.pk)
        send()
        assert mail.outbox[0].reply_to == ["vp@example.edu.vn"]

    def test_an_address_without_account_goes_with_the_letter(self):
        letter_queue(kind="test.page", address="moi@example.edu.vn", about={"page": 1})
        assert letters_send()["sent"] == 1
        assert mail.outbox[0].to == ["moi@example.edu.vn"]
        assert "moi@" not in str(Letter.objects.values())

    def test_what_cannot_be_built_stops_no_other(self, person, caplog):
        queue(person, kind="test.broken")
        queue(person)
        assert send() == {"put_off": 1, "sent": 1}
        assert Letter.objects.get(kind="test.broken").error == "ZeroDivisionError"
        assert person.email not in caplog.text

    def test_there_is_nothing_to_send_to_who_left_or_where_nothing_is_to_be_said(self, person):
        gone, deleted = make_user(is_active=False), make_user()
        queue(person, kind="test.void")
        queue(gone)
        queue(deleted)
        deleted.delete()
        assert send() == {"dropped": 2}
        assert mail.outbox == []

    def test_many_letters_need_no_more_queries_each_than_their_record(
        self, person, django_assert_max_num_queries
    ):
        for number in range(20):
            queue(person, page=number)
        with django_assert_max_num_queries(8 + 20):
            send()


class TestFaults:
    def test_a_server_that_is_down_loses_nothing_and_is_asked_once(self, person, monkeypatch, caplog):
        with monkeypatch.context() as down:
            refuse(down, ConnectionRefusedError(person.email))
            for number in range(3):
                queue(person, page=number)
            assert send() == {"put_off": 1}
        states = Letter.objects.order_by("pk").values_list("state", "attempts", "error")
        assert list(states) == [("waiting", 1, "server:ConnectionRefusedError")] + [("waiting", 0, "")] * 2
        assert person.email not in caplog.text
        assert send() == {"sent": 3}, "the first goes out with the others once the server is back"

    def test_a_connection_that_breaks_in_the_middle_leaves_the_rest_waiting(self, person, monkeypatch):
        with monkeypatch.context() as broken:
            refuse(broken, smtplib.SMTPServerDisconnected("gone"), "send_messages")
            for number in range(3):
                queue(person, page=number)
            assert send() == {"put_off": 1}
        assert set(Letter.objects.values_list("state", flat=True)) == {"waiting"}

    def test_a_timeout_is_a_server_that_is_down(self, person, monkeypatch):
        refuse(monkeypatch, TimeoutError(person.email))
        queue(person)
        assert send() == {"put_off": 1}

    def test_a_refused_recipient_stops_no_other_and_waits_longer_each_time(self, person, monkeypatch):
        other = make_user()
        accept = mail.backends.locmem.EmailBackend.send_messages

        def refusing(self, messages):
            if messages[0].to == [person.email]:
                raise smtplib.SMTPRecipientsRefused({person.email: (550, b"unknown")})
            return accept(self, messages)

        monkeypatch.setattr(f"{BACKEND}.send_messages", refusing)
        queue(person)
        queue(other)
        assert send() == {"put_off": 1, "sent": 1}
        letter, now = Letter.objects.get(user=person), NOW
        for delay in DELAYS:
            assert letter.not_before == now + delay
            assert send(now + delay - timedelta(seconds=1)) == {}
            now += delay
            send(now)
            letter.refresh_from_db()
        assert (letter.state, letter.attempts) == ("failed", len(DELAYS) + 1)
        assert letter.error == "SMTPRecipientsRefused"
        assert timedelta(days=5) < now - NOW < timedelta(days=7)

    def test_what_a_killed_worker_was_sending_is_sent_again(self, person):
        letter = queue(person)
        Letter.objects.filter(pk=letter.pk).update(state="sending", claim="dead", claimed_at=NOW)
        assert send(LATER) == {}
        assert send(NOW + STALE_AFTER + timedelta(seconds=1)) == {"sent": 1}

    def test_a_letter_in_other_hands_is_not_recorded_by_the_first(self, person):
        def taken_over(letter):
            Letter.objects.filter(pk=letter.pk).update(claim="other")
            return Message("a", "b")

        register_kind(LetterKind("test.slow", "Slow", build=taken_over))
        letter = queue(person, kind="test.slow")
        send()
        letter.refresh_from_db()
        assert (letter.state, letter.claim) == ("sending", "other")


class TestChoices:
    def test_not_at_all_drops_and_weekly_keeps(self, person):
        preferences_save(user=person, deliveries={"test.page": Delivery.NEVER})
        queue(person)
        assert send() == {"dropped": 1}
        preferences_save(user=person, deliveries={"test.page": Delivery.WEEKLY})
        queue(person)
        assert send() == {"held": 1}
        preferences_save(user=person, deliveries={"test.page": Delivery.AT_ONCE})
        assert send() == {"sent": 1}

    def test_an_essential_letter_asks_nobody(self, person):
        LetterPreference.objects.create(user=person, kind="test.must", delivery="never")
        queue(person, kind="test.must")
        assert send() == {"sent": 1}
        with pytest.raises(ValueError, match="is no choice"):
            preferences_save(user=person, deliveries={"test.must": Delivery.NEVER})


class TestDigest:
    @pytest.fixture(autouse=True)
    def parts(self, monkeypatch, person):
        self.lines = []
        monkeypatch.setattr(digest, "_parts", {})
        digest.register_part(
            digest.DigestPart("test", 1, "Đang chờ", lambda: {person.pk}, lambda user, now: self.lines)
        )

    def test_one_letter_has_all_that_was_kept_and_what_the_parts_say(self, person):
        self.lines = ["Bài viết A"]
        preferences_save(user=person, deliveries={"test.page": Delivery.WEEKLY})
        for number in (1, 2):
            queue(person, page=number)
        send()
        assert digest.digests_queue(now=LATER) == 1
        assert send(LATER) == {"sent": 1}
        body = mail.outbox[0].body
        assert all(
            text in body for text in ("Trang 1", "Trang 2", "Đang chờ", "Bài viết A", "/admin/account/")
        )
        assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}

    def test_an_empty_one_is_not_sent(self, person):
        digest.digests_queue(now=NOW)
        assert send() == {"dropped": 1}
        assert mail.outbox == []

    def test_it_is_not_sent_twice_in_a_week(self, person):
        self.lines = ["Bài viết A"]
        assert digest.digests_queue(now=NOW) == 1
        send()
        assert digest.digests_queue(now=LATER) == 0
        assert digest.digests_queue(now=NOW + timedelta(days=7)) == 1

    def test_who_wants_no_overview_gets_what_was_kept_only(self, person):
        self.lines = ["Bài viết A"]
        preferences_save(
            user=person, deliveries={digest.OVERVIEW: Delivery.NEVER, "test.page": Delivery.WEEKLY}
        )
        assert digest.digests_queue(now=NOW) == 0
        queue(person)
        send()
        digest.digests_queue(now=LATER)
        send(LATER)
        assert "Trang 1" in mail.outbox[0].body
        assert "Bài viết A" not in mail.outbox[0].body

    def test_a_long_part_is_cut_and_counted(self, person):
        self.lines = [f"Bài {number}" for number in range(25)]
        digest.digests_queue(now=NOW)
        send()
        assert "Bài 19" in mail.outbox[0].body
        assert "Bài 20" not in mail.outbox[0].body


class TestAccountScreen:
    def test_a_person_chooses_in_the_account(self, client):
        person = make_member(make_institution(), "editor")
        client.force_login(person)
        html = client.get("/admin/account/").content.decode()
        assert "letters-editorial-submitted" in html
        assert "notifications-submitted_notifications" not in html
        assert 'name="letters-editorial-invitation"' not in html
        data = {
            "name_email-first_name": "Lan",
            "name_email-last_name": "Trần",
            "name_email-email": person.email,
            "locale-preferred_language": "vi",
            "locale-current_time_zone": "Asia/Ho_Chi_Minh",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "letters-editorial-submitted": "weekly",
        }
        response = client.post("/admin/account/", data)
        assert response.status_code == 302, response.context["panels_by_tab"]
        chosen = LetterPreference.objects.values_list("kind", "delivery")
        assert list(chosen) == [("editorial.submitted", "weekly")]


def test_old_letters_are_deleted(person):
    for page in range(3):
        queue(person, page=page)
    first, second, _third = Letter.objects.order_by("pk")
    Letter.objects.filter(pk=first.pk).update(created_at=NOW - timedelta(days=91))
    Letter.objects.filter(pk=second.pk).update(created_at=NOW - timedelta(days=8), state="dropped")
    assert letters_purge(now=NOW) == 2
    assert Letter.objects.count() == 1


class TestAddressesThatOnlyTheOwnerKnows:
    def test_the_address_is_asked_for_when_the_letter_is_sent_and_stands_nowhere(self):
        register_kind(
            LetterKind(
                "test.sealed",
                "Sealed",
                build=lambda letter: Message("Chào", "Nội dung"),
                recipient=lambda letter: "kin@example.org",
            )
        )
        letter_queue(kind="test.sealed", about={"submission": 1})
        assert Letter.objects.get().address == ""
        letters_send()
        assert mail.outbox[0].to == ["kin@example.org"]
        assert Letter.objects.get().address == ""

    def test_such_a_letter_names_no_address_itself(self):
        register_kind(
            LetterKind(
                "test.sealed", "Sealed", build=lambda letter: None, recipient=lambda letter: "kin@example.org"
            )
        )
        with pytest.raises(ValueError, match="either to an account or to an address"):
            letter_queue(kind="test.sealed", address="khac@example.org")
