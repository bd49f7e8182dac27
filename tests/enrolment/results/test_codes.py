"""Codes that the product draws for lists that have candidate numbers alone (W8.11)."""

import csv
import io
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from common.jobs import JobState
from common.spreadsheets import TableError
from editorial.choices import BoardRole
from enrolment.choices import ResultWork
from enrolment.models import CodeBook, ResultImport, ResultRow, ResultVersion
from enrolment.results import lookup
from enrolment.results.codes import CodeMaker
from enrolment.results.keys import bare_code
from enrolment.results.services.codes import (
    books_erase_again,
    codes_draw,
    codes_erase,
    codes_erase_due,
    codes_for_list,
    codes_of_version,
)
from enrolment.results.services.imports import import_create, import_map, import_start
from enrolment.results.services.loading import import_run
from enrolment.results.services.publishing import version_propose, version_publish
from privacy.models import DeletionRecord, PrivacyAudit
from tests.enrolment.making import ask, csv_of, make_exam, make_officers, worked
from tests.factories import make_member

HEADER = "SBD,TinhId,TOAN,VAN"
ROWS = ("00000012,28,8.25,7.5", "00000013,28,-1,6")


@pytest.fixture
def exam(department):
    return make_exam(department)


@pytest.fixture
def officers(department):
    return make_officers(department)


def loaded(exam, user, *rows: str) -> ResultImport:
    job = import_create(file=csv_of(*rows, header=HEADER), exam=exam, user=user)
    import_map(job=job, columns=job.columns, user=user, draws_codes=True)
    worked(job, user, ResultWork.CHECK)
    return worked(job, user, ResultWork.LOAD)


def published(exam, officers, *rows: str) -> ResultVersion:
    version = loaded(exam, officers[0], *rows).version
    version_propose(version=version, user=officers[0])
    version_publish(version=version, user=officers[1])
    lookup.answers_forget()
    return version


def codes(exam, user) -> dict[str, str]:
    return dict(codes_of_version(book=exam.code_books.get(erased_at=None), user=user, purpose="handle")[1:])


def test_codes_look_random_and_follow_from_key_and_number_alone():
    maker = CodeMaker(b"k" * 32)
    found = {maker.printed(str(number)) for number in range(2000)}
    assert len(found) == 2000
    assert all(len(code) == 9 and code[4] == "-" for code in found)
    assert {letter for code in found for letter in code} == set("-23456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert bare_code(maker.printed("12")) == maker.bare("12") != CodeMaker(b"j" * 32).bare("12")


def test_a_list_with_numbers_alone_is_found_with_a_drawn_code(exam, officers, department):
    version = published(exam, officers, *ROWS)
    assert (version.asks_birth, version.asks_code) == (False, True)
    handed = codes(exam, officers[0])
    assert list(handed) == ["00000012", "00000013"]
    shown = ask(exam, department, number="12", code=handed["00000012"].lower()).content.decode()
    assert "<dt>Toán</dt><dd>8,25</dd>" in shown
    for wrong in (handed["00000013"], ""):
        assert "own-result" not in ask(exam, department, number="12", code=wrong).content.decode()


def test_a_classmate_who_knows_the_number_shuts_nobody_out_where_codes_were_drawn(
    exam, officers, department, settings
):
    settings.EDUSITE_LOOKUP_MISSES_NETWORK = 1
    published(exam, officers, *ROWS)
    code = codes(exam, officers[0])["00000012"]
    wrong = [ask(exam, department, number="12", code=f"WRNG-{n}000").status_code for n in range(10)]
    assert wrong == [200] * 10
    assert "<dd>8,25</dd>" in ask(exam, department, number="12", code=code).content.decode()
    settings.EDUSITE_LOOKUP_MISSES_NUMBER = 0
    assert ask(exam, department, number="12", code="WRNG-0000").status_code == 429, "there is a limit still"


def test_corrected_results_keep_the_codes_that_candidates_hold(exam, officers, department):
    published(exam, officers, *ROWS)
    before = codes(exam, officers[0])
    published(exam, officers, "00000012,28,9,7.5", "00000013,28,-1,6", "00000014,28,5,5")
    after = codes(exam, officers[0])
    assert before.items() < after.items()
    assert "<dd>9</dd>" in ask(exam, department, number="12", code=before["00000012"]).content.decode()


def test_codes_are_stored_nowhere_and_each_handing_out_is_on_record(exam, officers):
    published(exam, officers, *ROWS)
    code = codes(exam, officers[0])["00000012"]
    stored = "".join(str(row.__dict__) for model in (CodeBook, ResultRow) for row in model.objects.all())
    assert code not in stored
    record = PrivacyAudit.objects.filter(action="export").get()
    assert (record.user, record.purpose, record.count) == (officers[0], "handle", 2)
    with pytest.raises(ValidationError):
        codes_of_version(book=exam.code_books.get(), user=officers[0], purpose="")


def test_the_list_of_candidates_comes_back_with_codes_before_there_are_results(exam, officers):
    book = codes_draw(exam=exam, user=officers[0])
    file = csv_of("00000012,Nguyễn Văn An,=1+1", header="SBD,Họ tên,Phòng thi")
    rows = codes_for_list(book=book, user=officers[1], purpose="handle", file=file)
    assert rows[0] == ["SBD", "Họ tên", "Phòng thi", "Mã tra cứu"]
    published(exam, officers, *ROWS)
    assert rows[1][3] == codes(exam, officers[0])["00000012"]


@pytest.mark.parametrize(
    ("rows", "header"), [((",An",), "SBD,Họ tên"), (("1,An",), "Mã,Họ tên"), ((), "SBD,Họ tên")]
)
def test_a_list_without_numbers_is_refused_and_nothing_is_on_record(exam, officers, rows, header):
    book = codes_draw(exam=exam, user=officers[0])
    file = csv_of(*(rows or [""]), header=header)
    with pytest.raises((ValidationError, TableError)):
        codes_for_list(book=book, user=officers[0], purpose="handle", file=file)
    assert not PrivacyAudit.objects.filter(action="export").exists()


def test_on_their_day_codes_are_erased_and_candidates_still_look_up(exam, officers, department):
    published(exam, officers, *ROWS)
    code = codes(exam, officers[0])["00000012"]
    book = CodeBook.objects.get()
    assert book.erase_on == exam.closes_on
    CodeBook.objects.update(erase_on=timezone.localdate() + timedelta(days=3))
    assert codes_erase_due(now=timezone.now() + timedelta(days=3)) == 0
    assert codes_erase_due(now=timezone.now() + timedelta(days=4)) == 1
    book.refresh_from_db()
    assert (book.sealed_key, DeletionRecord.objects.filter(what="enrolment.codes").count()) == ("", 1)
    assert "own-result" in ask(exam, department, number="12", code=code).content.decode()
    with pytest.raises(ValidationError, match=r"erased|đã xóa|đã được xóa"):
        codes_of_version(book=book, user=officers[0], purpose="handle")


def test_codes_that_come_back_with_a_copy_of_the_database_go_again(exam, officers):
    book = codes_draw(exam=exam, user=officers[0])
    assert books_erase_again([book.pk]) == 1
    book.refresh_from_db()
    assert book.sealed_key == ""


def test_an_interrupted_list_whose_codes_were_erased_ends_with_the_reason(exam, officers):
    job = import_create(file=csv_of(*ROWS, header=HEADER), exam=exam, user=officers[0])
    import_map(job=job, columns=job.columns, user=officers[0], draws_codes=True)
    worked(job, officers[0], ResultWork.CHECK)
    import_start(job=job, work=ResultWork.LOAD, user=officers[0])
    codes_erase(book=CodeBook.objects.get(), user=officers[0])
    import_run(import_id=job.pk)
    job.refresh_from_db()
    assert (job.state, ResultRow.objects.count()) == (JobState.FAILED, 0)


def test_either_the_list_has_codes_or_the_product_draws_them(exam, officers):
    job = import_create(file=csv_of(), exam=exam, user=officers[0])
    with pytest.raises(ValidationError, match=r"Either|Hoặc|hoặc"):
        import_map(job=job, columns=job.columns, user=officers[0], draws_codes=True)


def test_strangers_get_no_codes(exam, officers, department, school):
    book = codes_draw(exam=exam, user=officers[0])
    for person in (make_member(department, BoardRole.AUTHOR), make_member(school, BoardRole.CHIEF)):
        with pytest.raises(PermissionDenied):
            codes_of_version(book=book, user=person, purpose="handle")
        client = Client()
        client.force_login(person)
        for act in ("", "draw", "hand", "list", "erase"):
            address = reverse("enrolment_exam_codes", args=[exam.pk])
            assert client.post(address, {"act": act, "purpose": "handle", "kind": "csv"}).status_code == 404
    assert CodeBook.objects.get().erased_at is None


def test_an_officer_draws_and_hands_out_in_the_admin(exam, officers):
    client = Client()
    client.force_login(officers[0])
    address = reverse("enrolment_exam_codes", args=[exam.pk])
    assert 'value="draw"' in client.get(address).content.decode()
    client.post(address, {"act": "draw", "days": 20})
    assert CodeBook.objects.get().erase_on == timezone.localdate() + timedelta(days=20)
    job = import_create(file=csv_of(*ROWS, header=HEADER), exam=exam, user=officers[0])
    columns = reverse("enrolment_import_columns", args=[job.uid])
    assert "help-warning" in client.get(columns).content.decode()
    chosen = {f"column_{name}": place for name, place in job.columns.items()}
    assert client.post(columns, chosen).status_code == 422
    assert client.post(columns, chosen | {"draws_codes": "on"}).status_code == 302
    import_run(import_id=job.pk)
    job.refresh_from_db()
    worked(job, officers[0], ResultWork.LOAD)
    assert client.post(address, {"act": "hand", "kind": "xlsx"}).status_code == 422
    sheet = client.post(address, {"act": "hand", "kind": "xlsx", "purpose": "handle"})
    assert "no-store" in sheet["Cache-Control"]
    cells = [[c.value for c in row] for row in load_workbook(io.BytesIO(sheet.content)).active.rows]
    assert [row[0] for row in cells] == ["SBD", "00000012", "00000013"]
    sent = {"act": "list", "kind": "csv", "purpose": "handle", "file": csv_of("12,An", header="SBD,Họ tên")}
    listed = list(csv.reader(io.StringIO(client.post(address, sent).content.decode("utf-8-sig"))))
    assert listed[1] == ["12", "An", cells[1][1]]
    client.post(address, {"act": "erase"})
    assert CodeBook.objects.get().erased_at is not None
