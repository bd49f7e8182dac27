"""From a list to an answer, and to its end (W8.11)."""

import re
from datetime import timedelta
from unittest import mock

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.models import PageViewRestriction

from common.jobs import JobState
from editorial.choices import BoardRole
from enrolment.choices import ResultWork, VersionState
from enrolment.models import CodeBook, LookupTry, ResultImport, ResultRow, ResultVersion
from enrolment.registration import result_records
from enrolment.results import admin_views, lookup
from enrolment.results.services import loading, publishing
from enrolment.results.services.codes import codes_draw
from enrolment.results.services.imports import import_create, import_map, import_start
from enrolment.results.services.loading import import_run
from enrolment.results.services.publishing import (
    results_end_due,
    tries_purge,
    version_propose,
    version_publish,
    version_withdraw,
)
from network.timers import timer_named
from tests.enrolment.making import (
    HEADER,
    ROWS,
    ask,
    csv_of,
    make_exam,
    make_officers,
    published,
    taken_in,
    workbook,
    worked,
)
from tests.factories import make_member
from tests.support.killing import KilledError

KEYS = {"number": "00120001", "birth": "05/09/2008", "code": "ABCD-EFGH"}


@pytest.fixture
def exam(department):
    return make_exam(department)


@pytest.fixture
def officers(department):
    return make_officers(department)


def text(response) -> str:
    return response.content.decode()


class TestTakingIn:
    def test_a_right_list_is_checked_loaded_and_its_file_deleted(self, exam, officers):
        job = taken_in(exam, officers[0])
        assert (job.state, job.is_checked, job.done, job.wrong) == (JobState.DONE, True, 3, 0)
        assert not ResultRow.objects.exists()
        worked(job, officers[0], ResultWork.LOAD)
        assert (job.state, job.error, ResultRow.objects.count()) == (JobState.DONE, "", 3)
        assert job.file.name == ""
        version = job.version
        assert (version.state, version.rows_count, version.asks_birth, version.asks_code) == (
            VersionState.READY, 3, True, True
        )  # fmt: skip
        assert version.totals["subjects"]["li"] == {"taken": 1, "absent": 1, "scores": {"6.1": 1}}
        assert version.totals["subjects"]["toan"]["scores"] == {"0": 1, "5": 1, "8.25": 1}

    def test_nothing_that_was_read_stands_readably_in_a_row(self, exam, officers):
        version = worked(taken_in(exam, officers[0]), officers[0], ResultWork.LOAD).version
        stored = b"".join(bytes(row.sealed) + row.digest.bytes for row in ResultRow.objects.all())
        for plain in (b"00120001", b"120001", b"8.25", b"05092008", b"abcdefgh"):
            assert plain not in stored
        assert len({len(bytes(row.sealed)) for row in version.rows.all()}) == 1

    def test_every_mistake_is_told_with_its_cell(self, exam, officers):
        job = taken_in(
            exam,
            officers[0],
            ROWS[0],
            "120001,07/09/2008,ABCD-XXXX,5,5,-1,-1,-1,-1",
            "3,31/02/2008,x,11,a,,,,",
        )
        assert (job.wrong, job.is_checked) == (2, False)
        assert [fault["cell"] for fault in job.faults] == ["A3", "B4", "C4", "D4", "E4"]

    def test_the_screen_says_that_there_are_more_mistakes_than_it_names(self, exam, officers, monkeypatch):
        monkeypatch.setattr(loading, "SHOWN_FAULTS", 3)
        monkeypatch.setattr(admin_views, "SHOWN_FAULTS", 3)
        client = Client()
        client.force_login(officers[0])
        with translation.override("vi"):
            words = gettext("Only the first %(number)s mistakes are kept. Correct them first.")
        for count, is_cut in ((2, False), (5, True)):
            job = taken_in(
                exam, officers[0], *(f"{n},05/09/2008,ABCD-EFGH,11,,,,," for n in range(1, count + 1))
            )
            assert (job.wrong, len(job.faults)) == (count, min(count, 3))
            page = text(client.get(reverse("enrolment_import", args=[job.uid])))
            assert (words % {"number": 3} in page) is is_cut

    def test_a_workbook_says_how_many_rows_it_has_before_it_is_read(self, exam, officers):
        rows = [["Sở GDĐT"], HEADER.split(","), *(row.split(",") for row in ROWS)]
        job = import_create(file=workbook(rows), exam=exam, user=officers[0])
        assert job.total == len(ROWS)

    @pytest.mark.parametrize(("column", "is_refused"), [(3, True), (9, False)])
    def test_a_formula_without_a_result_is_not_taken_for_not_taken(self, exam, officers, column, is_refused):
        row = [*ROWS[0].split(","), ""]
        row[column] = "=4+4"
        job = import_create(
            file=workbook([[*HEADER.split(","), "TONGDIEM"], row]), exam=exam, user=officers[0]
        )
        import_map(job=job, columns=job.columns, user=officers[0])
        worked(job, officers[0], ResultWork.CHECK)
        assert (job.is_checked, "D2" in job.error) == (not is_refused, is_refused)

    def test_a_list_with_mistakes_is_not_loaded(self, exam, officers):
        job = taken_in(exam, officers[0], "1,05/09/2008,ABCD-EFGH,11,,,,,")
        with pytest.raises(ValidationError, match=r"every row|mọi dòng"):
            import_start(job=job, work=ResultWork.LOAD, user=officers[0])

    def test_a_list_without_a_second_key_is_refused(self, exam, officers):
        job = import_create(file=csv_of("1,5", header="SBD,TOAN"), exam=exam, user=officers[0])
        with pytest.raises(ValidationError, match=r"walk through|dò hết"):
            import_map(job=job, columns=job.columns, user=officers[0])

    @pytest.mark.parametrize("role", [BoardRole.AUTHOR, None])
    def test_whoever_is_no_officer_takes_nothing_in(self, exam, department, school, role):
        stranger = make_member(department, role) if role else make_member(school, BoardRole.CHIEF)
        with pytest.raises(PermissionDenied):
            import_create(file=csv_of(), exam=exam, user=stranger)
        assert not ResultImport.objects.exists()


class TestFaults:
    def test_a_worker_that_dies_leaves_whole_parts_and_another_goes_on(self, exam, officers, monkeypatch):
        monkeypatch.setattr(loading, "PART", 2)
        job = taken_in(exam, officers[0])
        import_start(job=job, work=ResultWork.LOAD, user=officers[0])
        real, calls = loading._store_part, []

        def dies(*args, **kwargs):
            calls.append(1)
            if len(calls) == 2:
                raise KeyboardInterrupt
            return real(*args, **kwargs)

        with mock.patch.object(loading, "_store_part", dies), pytest.raises(KeyboardInterrupt):
            import_run(import_id=job.pk)
        assert (ResultRow.objects.count(), ResultVersion.objects.get().state) == (2, VersionState.LOADING)
        ResultImport.objects.update(heartbeat_at=timezone.now() - timedelta(minutes=5))
        assert import_run(import_id=job.pk)
        version = ResultVersion.objects.get()
        assert (ResultRow.objects.count(), version.state, version.rows_count) == (3, VersionState.READY, 3)
        assert version.totals["subjects"]["toan"]["taken"] == 3

    def test_whoever_takes_up_a_long_list_is_heard_of_before_the_first_new_row(
        self, exam, officers, monkeypatch
    ):
        monkeypatch.setattr("common.jobs.HEARTBEAT_SECONDS", 0)
        monkeypatch.setattr(loading, "STEP", 1)
        job = taken_in(exam, officers[0])
        import_start(job=job, work=ResultWork.LOAD, user=officers[0])
        ResultImport.objects.update(loaded=2)
        said, real = [], loading._store_part
        monkeypatch.setattr(loading.Progress, "_save", lambda self, *numbers: said.append(numbers))
        monkeypatch.setattr(loading, "_store_part", lambda *args: (said.append("part"), real(*args))[1])
        import_run(import_id=job.pk)
        assert said[: said.index("part")] == [(2, 3), (2, 3)]

    def test_a_part_that_breaks_leaves_nothing_of_itself(self, exam, officers):
        job = taken_in(exam, officers[0])
        import_start(job=job, work=ResultWork.LOAD, user=officers[0])
        ResultImport.objects.filter(pk=job.pk).update(columns=job.columns | {"toan": 1})
        import_run(import_id=job.pk)
        job.refresh_from_db()
        assert (job.state, ResultRow.objects.count()) == (JobState.FAILED, 0)
        assert re.search("Hàng 2|Row 2", job.error)

    def test_a_number_that_stands_twice_ends_the_work_on_either_database(self, exam, officers):
        job = taken_in(exam, officers[0], ROWS[0], ROWS[0])
        assert not job.is_checked
        ResultImport.objects.filter(pk=job.pk).update(is_checked=True)
        worked(job, officers[0], ResultWork.LOAD)
        assert (job.state, ResultRow.objects.count()) == (JobState.FAILED, 0)
        assert re.search("stands twice|hai lần", job.error)


class TestPublishing:
    def test_a_second_person_publishes(self, exam, officers):
        version = worked(taken_in(exam, officers[0]), officers[0], ResultWork.LOAD).version
        version_propose(version=version, user=officers[1])
        for same in officers:
            with pytest.raises(ValidationError, match=r"second person|người thứ hai"):
                version_publish(version=version, user=same)

    def test_an_officer_of_another_institution_publishes_nothing(self, exam, officers, school):
        version = worked(taken_in(exam, officers[0]), officers[0], ResultWork.LOAD).version
        version_propose(version=version, user=officers[0])
        with pytest.raises(PermissionDenied):
            version_publish(version=version, user=make_member(school, BoardRole.CHIEF))

    def test_a_new_version_takes_the_place_of_the_old_one(self, exam, officers, department):
        published(exam, *officers)
        published(exam, *officers, ROWS[0].replace("8.25", "9.75"))
        assert sorted(ResultVersion.objects.values_list("number", "state")) == [
            (1, VersionState.REPLACED),
            (2, VersionState.PUBLISHED),
        ]
        found = text(ask(exam, department, **KEYS))
        assert "9,75" in found
        assert "8,25" not in found

    def test_what_is_wrong_is_stopped_by_one(self, exam, officers, department):
        version = published(exam, *officers)
        version_withdraw(version=version, user=officers[0], reason="Nhầm môn")
        lookup.answers_forget()
        assert ask(exam, department, **KEYS).status_code == 303


class TestLookingUp:
    def test_whoever_knows_all_keys_sees_the_own_row_without_cookie_and_script(
        self, exam, officers, department
    ):
        published(exam, *officers)
        response = ask(exam, department, **KEYS)
        assert response.status_code == 200
        assert "00120001" in text(response)
        assert re.search(r"<dt>Toán</dt><dd>8,25</dd>", text(response))
        assert re.search(r"<dt>Tin học \(2018\)</dt><dd>9</dd>", text(response))
        assert "Ngoại ngữ</dt>" not in text(response)
        assert response["Cache-Control"] == "no-store, private"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert not response.cookies

    def test_zero_is_a_score(self, exam, officers, department):
        published(exam, *officers)
        shown = text(ask(exam, department, number="120002", birth="6-9-2008", code="jkmnpqrs"))
        assert "<dt>Toán</dt><dd>0</dd>" in shown

    @pytest.mark.parametrize(
        "wrong", [{"number": "00120002"}, {"birth": "06/09/2008"}, {"code": "ABCD-EFGX"}]
    )
    def test_with_one_key_wrong_nothing_is_told(self, exam, officers, department, wrong):
        published(exam, *officers)
        response = ask(exam, department, **KEYS | wrong)
        assert response.status_code == 200
        assert "own-result" not in text(response)
        assert "8,25" not in text(response)

    def test_hit_and_miss_have_as_many_bytes_and_statements(
        self, exam, officers, department, django_assert_num_queries
    ):
        published(exam, *officers)
        ask(exam, department, **KEYS)
        number = 1 if connection.vendor == "postgresql" else 3
        with django_assert_num_queries(number):
            hit = ask(exam, department, **KEYS)
        with django_assert_num_queries(number):
            miss = ask(exam, department, **KEYS | {"code": "ABCDEFGX"})
        assert len(hit.content) == len(miss.content)
        assert dict(hit.headers) == dict(miss.headers)

    def test_found_or_not_everybody_is_shown_the_way_to_an_appeal_and_its_last_day(
        self, exam, officers, department
    ):
        published(exam, *officers)
        form = f'href="{exam.get_url_parts()[2]}phuc-khao/"'
        for _road in ("usual", "short"):
            for answer in (ask(exam, department, **KEYS), ask(exam, department, **KEYS | {"code": "WRNG"})):
                assert form in text(answer)
                assert f"{exam.appeals_until:%d/%m/%Y}" in text(answer)
                assert 'href="/tra-cuu-phuc-khao/"' in text(answer)

    @pytest.mark.parametrize(
        ("first", "last", "has_status"), [(None, None, False), (-9, -1, True), (1, 5, True)]
    )
    def test_outside_of_its_days_the_answer_leads_to_no_appeal(
        self, department, officers, first, last, has_status
    ):
        today = timezone.localdate()
        days = [None if n is None else today + timedelta(days=n) for n in (first, last)]
        exam = make_exam(department, appeals_from=days[0], appeals_until=days[1])
        published(exam, *officers)
        answer = text(ask(exam, department, **KEYS))
        assert 'phuc-khao/"' not in answer.replace("/tra-cuu-phuc-khao/", "")
        assert ("/tra-cuu-phuc-khao/" in answer) is has_status
        assert (first == 1) is (first is not None and f"{days[0]:%d/%m/%Y}" in answer)

    def test_both_roads_give_the_same_answer(self, exam, officers, department):
        published(exam, *officers)
        first, second = ask(exam, department, **KEYS), ask(exam, department, **KEYS)
        assert first.content == second.content
        assert first["X-Frame-Options"] == second["X-Frame-Options"]
        assert first["Content-Security-Policy"] == second["Content-Security-Policy"]

    def test_after_five_misses_the_number_is_closed_even_for_its_owner(self, exam, officers, department):
        published(exam, *officers)
        statuses = [ask(exam, department, **KEYS | {"code": f"WRONG-{n}00"}).status_code for n in range(6)]
        assert statuses == [200] * 5 + [429]
        assert ask(exam, department, **KEYS).status_code == 429
        assert "8,25" not in text(ask(exam, department, **KEYS))
        assert ask(exam, department, number="120002", birth="6-9-2008", code="jkmnpqrs").status_code == 200

    def test_a_network_that_tries_numbers_is_stopped(self, exam, officers, department, settings):
        settings.EDUSITE_LOOKUP_MISSES_NETWORK = 3
        published(exam, *officers)
        statuses = [ask(exam, department, **KEYS | {"number": str(900 + n)}).status_code for n in range(5)]
        assert statuses == [200, 200, 200, 429, 429]

    def test_counters_say_nothing_and_go(self, exam, officers, department):
        published(exam, *officers)
        ask(exam, department, **KEYS)
        assert set(LookupTry.objects.values_list("number", flat=True)) == {0}
        assert tries_purge(now=timezone.now() + timedelta(hours=3)) == 2

    def test_a_request_of_another_site_is_refused(self, exam, officers, department):
        published(exam, *officers)
        address = f"/ket-qua-thi/{exam.translation_key}/"
        host = {"host": department.site.hostname}
        for headers in ({}, {"origin": "https://evil.example"}):
            assert Client().post(address, KEYS, headers=host | headers).status_code == 403

    def test_another_institution_does_not_answer(self, exam, officers, department, school):
        published(exam, *officers)
        assert ask(exam, school, **KEYS).status_code == 404

    def test_before_its_moment_it_answers_nobody(self, department, officers):
        exam = make_exam(department, opens=1)
        published(exam, *officers)
        assert ask(exam, department, **KEYS).status_code == 303
        page = Client().get(exam.relative_url(department.site), headers={"host": department.site.hostname})
        assert 'name="number"' not in text(page)

    def test_nothing_of_a_candidate_is_in_any_get(self, exam, officers, department):
        published(exam, *officers)
        for address in (
            exam.relative_url(department.site),
            f"/ket-qua-thi/{exam.translation_key}/",
            "/sitemap.xml",
        ):
            response = Client().get(f"{address}?number=00120001", headers={"host": department.site.hostname})
            assert "120001" not in text(response).replace("?number=00120001", "")


class TestEnd:
    def test_after_the_closing_day_rows_and_keys_go_and_totals_stay(self, exam, officers, department):
        version = published(exam, *officers)
        assert ResultRow.objects.count() == 3
        after = timezone.now() + timedelta(days=31)
        assert results_end_due(now=after) == 1
        version.refresh_from_db()
        assert (ResultRow.objects.count(), version.sealed_keys, version.state) == (0, "", VersionState.ERASED)
        assert version.totals["subjects"]["toan"]["taken"] == 3
        assert results_end_due(now=after) == 0

    def test_an_erasure_that_was_interrupted_is_ended_the_next_night(self, exam, officers, monkeypatch):
        version = published(exam, *officers)
        after = timezone.now() + timedelta(days=31)
        with monkeypatch.context() as patch:
            patch.setattr(publishing, "rows_erase", mock.Mock(side_effect=KilledError))
            with pytest.raises(KilledError):
                results_end_due(now=after)
        version.refresh_from_db()
        assert (version.state, version.sealed_keys, ResultRow.objects.count()) == (VersionState.ERASED, "", 3)
        assert results_end_due(now=after + timedelta(days=1)) == 1
        assert not ResultRow.objects.exists()
        assert results_end_due(now=after + timedelta(days=2)) == 0

    def test_a_replaced_version_goes_after_a_week_without_totals(self, exam, officers):
        old = published(exam, *officers)
        published(exam, *officers)
        assert results_end_due(now=timezone.now() + timedelta(days=6)) == 0
        assert results_end_due(now=timezone.now() + timedelta(days=8)) == 1
        old.refresh_from_db()
        assert (old.totals, ResultRow.objects.count()) == ({}, 3)

    def test_after_retention_nothing_is_left_but_totals(self, exam, officers, department):
        version = published(exam, *officers)
        codes_draw(exam=exam, user=officers[0])
        taken_in(exam, officers[0], "1,05/09/2008,x,11,,,,,")
        ask(exam, department, **KEYS | {"code": "WRONG-100"})
        for day in range(32, 140, 20):
            for name in ("enrolment.results_end", "enrolment.files", "enrolment.tries"):
                timer_named(name).run(timezone.now() + timedelta(days=day))
        assert not ResultRow.objects.exists()
        assert not LookupTry.objects.exists()
        assert not ResultImport.objects.exists()
        assert not CodeBook.objects.exclude(sealed_key="").exists()
        kept = {name: value for name, value in ResultVersion.objects.values().get().items() if value}
        assert kept["totals"]["subjects"]["toan"]["taken"] == version.rows_count == 3
        assert "sealed_keys" not in kept


class TestScreens:
    def test_an_officer_goes_the_whole_way_in_the_admin(self, exam, officers):
        editor, chief = Client(), Client()
        editor.force_login(officers[0])
        chief.force_login(officers[1])
        assert exam.title in text(editor.get(reverse("enrolment_results")))
        address = reverse("enrolment_exam", args=[exam.pk])
        done = editor.post(address, {"act": "upload", "file": csv_of()})
        job = ResultImport.objects.get()
        assert done["Location"] == reverse("enrolment_import_columns", args=[job.uid])
        columns = {f"column_{name}": place for name, place in job.columns.items()}
        assert editor.get(done["Location"]).status_code == 200
        assert editor.post(done["Location"], columns).status_code == 302
        import_run(import_id=job.pk)
        report = reverse("enrolment_import", args=[job.uid])
        assert 'value="load"' in text(editor.get(report))
        editor.post(report, {"act": "load"})
        import_run(import_id=job.pk)
        version = ResultVersion.objects.get()
        editor.post(address, {"act": "propose", "version": version.pk})
        assert 'value="publish"' not in text(editor.get(address))
        assert 'value="publish"' in text(chief.get(address))
        chief.post(address, {"act": "publish", "version": version.pk})
        version.refresh_from_db()
        assert version.state == VersionState.PUBLISHED

    def test_screens_of_another_institution_do_not_exist(self, exam, officers, school):
        job = taken_in(exam, officers[0])
        other = Client()
        other.force_login(make_member(school, BoardRole.CHIEF))
        assert other.get(reverse("enrolment_exam", args=[exam.pk])).status_code == 404
        for name in (
            "enrolment_import",
            "enrolment_import_columns",
            "enrolment_import_status",
            "enrolment_import_faults",
        ):
            assert other.get(reverse(name, args=[job.uid])).status_code == 404
        assert exam.title not in text(other.get(reverse("enrolment_results")))

    def test_versions_stand_on_pages_beside_the_lists(self, exam, officers, department):
        many = [ResultVersion(exam=exam, institution=department, number=number) for number in range(1, 61)]
        ResultVersion.objects.bulk_create(many)
        client = Client()
        client.force_login(officers[0])
        address = reverse("enrolment_exam", args=[exam.pk])
        pages = [text(client.get(address, query)) for query in ({}, {"v": "2"})]
        numbers = [set(re.findall(r'<td class="title">(\d+)</td>', page)) for page in pages]
        assert [len(found) for found in numbers] == [50, 10]
        assert numbers[0] | numbers[1] == {str(number) for number in range(1, 61)}
        assert 'href="?v=2"' in pages[0]

    def test_an_author_finds_no_screens(self, department):
        client = Client()
        client.force_login(make_member(department, BoardRole.AUTHOR))
        assert client.get(reverse("enrolment_results")).status_code == 404


def test_the_page_shows_totals_with_few_candidates_hidden(exam, officers, department):
    rows = [f"{n},05/09/2008,CODE-{n:04},{5 + n % 2 * 3},{n % 10},,,," for n in range(100, 140)]
    published(exam, *officers, *rows, "999,05/09/2008,CODE-0999,1,1,7,,,")
    page = text(Client().get(exam.relative_url(department.site), headers={"host": department.site.hostname}))
    assert '<th scope="row">Toán</th><td class="num" data-label' in page
    assert re.search(r'<td class="num" data-label="[^"]+">41</td>', page), "a card on a phone"
    assert "subject-ngoai_ngu" in page
    assert 'id="chart-ngoai_ngu' not in page


def test_header_names_are_those_of_the_real_files():
    assert HEADER.split(",")[3:] == ["TOAN", "VAN", "NGOAI_NGU", "LI", "GIAO_DUC_CONG_DAN", "TIN_HOC"]


def test_an_examination_that_not_everybody_may_read_is_in_no_open_data(exam, officers):
    published(exam, *officers)
    section, request = exam.get_parent().specific, Client().get("/").wsgi_request
    assert result_records(section, request).count > 0
    PageViewRestriction.objects.create(page=exam, restriction_type=PageViewRestriction.LOGIN)
    assert result_records(section, request).count == 0
