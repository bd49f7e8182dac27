"""An authority looks through its members, exports them, and writes to their boards."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from assessment.models import BoardLetter
from assessment.services.letters import board_letter_send, board_letter_settle, board_letters_purge
from assessment.services.states import site_states_refresh
from editorial.choices import BoardRole
from network.models import Institution, Letter
from network.services.letters import letters_send
from tests.factories import make_institution, make_member

HOME = reverse("wagtailadmin_home")


def url(name: str, institution) -> str:
    return reverse(f"assessment_{name}", args=[institution.pk])


@pytest.fixture
def chief(assessed):
    return make_member(assessed.hs, BoardRole.CHIEF)


@pytest.fixture
def signed_in(client, chief):
    client.force_login(chief)
    return client


def send(province, user, **fields):
    fields = {
        "text": "Đề nghị hoàn thiện mục Tin tức.",
        "keys": ["W9.2"],
        "complete_by": None,
        "now": timezone.now(),
    } | fields
    return board_letter_send(sender=province.hs, institution=province.a, user=user, **fields)


class TestOverview:
    def test_members_stand_with_what_is_wrong_and_the_way_to_their_report(self, signed_in, assessed):
        text = signed_in.get(url("members", assessed.hs)).content.decode()
        for school in (assessed.a, assessed.b, assessed.c):
            assert school.name in text
            assert url("site", school) in text

    def test_a_filter_that_means_nothing_is_ignored(self, signed_in, assessed):
        answer = signed_in.get(
            url("members", assessed.hs), {"lack": "x", "order": "y", "under": "z", "p": "q"}
        )
        assert answer.status_code == 200
        assert assessed.a.name in answer.content.decode()

    def test_only_what_was_asked_for_is_listed(self, signed_in, assessed):
        text = signed_in.get(url("members", assessed.hs), {"q": "hoa mai"}).content.decode()
        assert assessed.a.name in text
        assert assessed.b.name not in text

    @pytest.mark.parametrize("role", list(BoardRole))
    def test_a_school_has_no_overview_and_a_stranger_sees_none(self, client, assessed, role):
        client.force_login(make_member(assessed.a, role))
        for institution in (assessed.hs, assessed.a, assessed.b):
            assert client.get(url("members", institution)).status_code == 404
            assert client.get(url("letter", institution)).status_code == 404

    def test_the_board_of_an_authority_between_sees_its_own_members_only(self, client, assessed):
        client.force_login(make_member(assessed.xa, BoardRole.CHIEF))
        text = client.get(url("members", assessed.xa)).content.decode()
        assert assessed.c.name in text
        assert assessed.a.name not in text
        assert client.get(url("members", assessed.hs)).status_code == 404

    def test_it_costs_the_same_for_few_and_for_many(self, signed_in, assessed, now):
        def queries() -> int:
            signed_in.get(url("members", assessed.hs))
            with CaptureQueriesContext(connection) as captured:
                assert signed_in.get(url("members", assessed.hs)).status_code == 200
            return len(captured)

        before = queries()
        for number in range(4):
            make_institution(
                f"TH{number}", f"Trường Tiểu học số {number}", "primary", assessed.hs, run=assessed.run
            )
        site_states_refresh(institutions=Institution.objects.all(), now=now)
        assert queries() == before


class TestExport:
    def test_csv_holds_every_row_and_runs_no_formula(self, signed_in, assessed, now):
        Institution.objects.filter(pk=assessed.a.pk).update(name="=1+1")
        answer = signed_in.get(url("members", assessed.hs), {"export": "csv"})
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert len(rows) == 5
        assert "'=1+1" in {row[1] for row in rows}
        assert "no-store" in answer["Cache-Control"]

    def test_xlsx_keeps_numbers_as_numbers_and_formulas_as_text(self, signed_in, assessed):
        Institution.objects.filter(pk=assessed.a.pk).update(name="=1+1")
        answer = signed_in.get(url("members", assessed.hs), {"export": "xlsx", "q": "hoa mai"})
        sheet = load_workbook(io.BytesIO(answer.content)).active
        _head, row = list(sheet.iter_rows())
        assert (row[1].value, row[1].data_type) == ("=1+1", "s")
        assert isinstance(row[4].value, int)


class TestLetter:
    def test_the_form_begins_with_what_the_site_lacks(self, signed_in, assessed):
        text = signed_in.get(url("letter", assessed.a)).content.decode()
        assert "Tin tức – Thông báo" in text
        assert "khoản 2 Điều 9 Thông tư 37/2020/TT-BGDĐT" in text

    def test_it_goes_to_chief_and_head_stands_in_the_record_and_on_both_desks(
        self, signed_in, assessed, client, django_capture_on_commit_callbacks
    ):
        people = [make_member(assessed.a, role) for role in ("chief", "head")]
        author = make_member(assessed.a, "author")
        day = timezone.localdate() + timedelta(days=14)
        with django_capture_on_commit_callbacks(execute=True):
            answer = signed_in.post(
                url("letter", assessed.a), {"text": "Đề nghị hoàn thiện.", "complete_by": day.isoformat()}
            )
        assert answer.status_code == 302
        letter = BoardLetter.objects.get()
        assert (letter.recipients, letter.complete_by) == (2, day)
        letters_send(now=timezone.now())
        assert {address for m in mail.outbox for address in m.to} == {p.email for p in people}
        assert "hoi-dap@hs.example.edu.vn" in mail.outbox[0].body
        assert assessed.hs.name in signed_in.get(url("site", assessed.a)).content.decode()
        assert assessed.a.name in signed_in.get(HOME).content.decode()
        client.force_login(author)
        desk = client.get(HOME).content.decode()
        assert "Đề nghị hoàn thiện." in desk
        assert assessed.hs.name in desk

    def test_without_accounts_it_goes_to_the_public_address(self, assessed, chief):
        Institution.objects.filter(pk=assessed.a.pk).update(email="hoamai@example.edu.vn")
        assessed.a.refresh_from_db()
        send(assessed, chief)
        assert Letter.objects.get().address == "hoamai@example.edu.vn"

    def test_with_nobody_to_write_to_it_is_refused_and_not_recorded(self, assessed, chief):
        with pytest.raises(ValidationError) as refused:
            send(assessed, chief)
        assert refused.value.code == "nobody"
        assert not BoardLetter.objects.exists()

    def test_a_second_one_within_a_day_is_refused(self, assessed, chief, now):
        make_member(assessed.a, "chief")
        send(assessed, chief, now=now)
        with pytest.raises(ValidationError) as refused:
            send(assessed, chief, now=now + timedelta(hours=23))
        assert refused.value.code == "pause"
        send(assessed, chief, now=now + timedelta(hours=25))
        assert BoardLetter.objects.count() == 2

    def test_a_day_that_has_passed_is_refused(self, assessed, chief, now):
        make_member(assessed.a, "chief")
        with pytest.raises(ValidationError) as refused:
            send(assessed, chief, complete_by=timezone.localdate(now), now=now)
        assert "complete_by" in refused.value.message_dict

    def test_an_institution_of_another_authority_is_refused(self, assessed, chief, now):
        other = make_institution("SK", "Sở Giáo dục và Đào tạo Khác", "department")
        for institution in (other, assessed.hs):
            with pytest.raises(ValidationError) as refused:
                board_letter_send(
                    sender=assessed.hs,
                    institution=institution,
                    user=chief,
                    text="…",
                    keys=[],
                    complete_by=None,
                    now=now,
                )
            assert refused.value.code == "foreign"

    @pytest.mark.parametrize(
        ("role", "status"), [("author", 403), ("editor", 403), ("head", 200), ("chief", 200)]
    )
    def test_chief_and_head_of_the_authority_write(self, client, assessed, role, status):
        client.force_login(make_member(assessed.hs, role), backend=None)
        answer = client.get(url("letter", assessed.a))
        assert answer.status_code == status or (status == 403 and answer.status_code == 302)

    def test_what_is_done_already_is_not_sent(self, assessed, chief, now):
        make_member(assessed.a, "chief")
        letter = send(assessed, chief, now=now)
        board_letter_settle(letter=letter, user=chief, now=now)
        letters_send(now=timezone.now())
        assert mail.outbox == []

    def test_it_is_settled_by_hand_by_the_authority_alone(self, client, assessed, chief):
        school_chief = make_member(assessed.a, "chief")
        letter = send(assessed, chief)
        settle = reverse("assessment_settle", args=[letter.pk])
        client.force_login(school_chief)
        client.post(settle)
        letter.refresh_from_db()
        assert letter.resolved_at is None
        client.force_login(chief)
        client.post(settle)
        letter.refresh_from_db()
        assert letter.resolved_at is not None

    def test_it_goes_after_two_years(self, assessed, chief, now):
        make_member(assessed.a, "chief")
        send(assessed, chief, now=now)
        assert board_letters_purge(now + timedelta(days=729)) is None
        assert board_letters_purge(now + timedelta(days=731)) == "1 letters"
