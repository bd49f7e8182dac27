"""``provision_sites`` as an authority runs it: exit codes, the last line, bad files."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from network.models import Institution
from tests.network.lists import AGENCY, ALL, DEPARTMENT, HEAD, PRIMARY, SECONDARY, institution, write_list

pytestmark = pytest.mark.django_db

KEYS = ["rows", "created", "updated", "unchanged", "rejected", "pages", "seconds"]


def run(path, *options: str, capsys) -> tuple[int, dict, str]:
    """Exit code, the object of the last line, and standard error."""
    code = 0
    arguments = ["--no-invitations", "--domain", "{slug}.hs.example.edu.vn", *options]
    try:
        call_command("provision_sites", str(path), *arguments)
    except SystemExit as error:
        code = error.code
    out, err = capsys.readouterr()
    summary = json.loads(out.strip().splitlines()[-1])
    assert list(summary) == KEYS
    return code, summary, err


def refuse(path, *options: str) -> str:
    """The message of a run that could do nothing; nothing may be left of it."""
    before = Institution.objects.count()
    with pytest.raises(CommandError) as caught:
        call_command("provision_sites", str(path), *options)
    assert caught.value.returncode == 2
    assert Institution.objects.count() == before
    return str(caught.value)


class TestRuns:
    def test_a_good_list_ends_with_zero_and_its_totals(self, tmp_path, capsys):
        code, summary, _err = run(write_list(tmp_path, *ALL), capsys=capsys)
        assert code == 0
        assert summary["rows"] == summary["created"] == 4
        assert summary["pages"] > 40

    def test_a_second_run_finds_everything_unchanged(self, tmp_path, capsys):
        path = write_list(tmp_path, *ALL)
        run(path, capsys=capsys)
        code, summary, _err = run(path, capsys=capsys)
        assert (code, summary["unchanged"], summary["pages"]) == (0, 4, 0)

    def test_a_bad_row_is_reported_and_stops_no_other(self, tmp_path, capsys):
        bad = SECONDARY.replace(",HS,", ",KHONG-CO,")
        report = tmp_path / "report.csv"
        path = write_list(tmp_path, DEPARTMENT, bad, PRIMARY)
        code, summary, err = run(path, "--report", str(report), capsys=capsys)
        assert code == 1
        assert (summary["created"], summary["rejected"]) == (2, 1)
        assert "KHONG-CO" in err
        assert "3" in err
        lines = report.read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) == 4

    def test_a_dry_run_writes_nothing(self, tmp_path, capsys):
        code, summary, _err = run(write_list(tmp_path, *ALL), "--dry-run", capsys=capsys)
        assert (code, summary["created"], summary["pages"]) == (0, 4, 0)
        assert not Institution.objects.exists()

    def test_a_workbook_is_taken_like_a_text_file(self, tmp_path, capsys):
        book = Workbook()
        for line in (HEAD, *ALL):
            book.active.append(line.split(","))
        book.save(tmp_path / "list.xlsx")
        code, summary, _err = run(tmp_path / "list.xlsx", capsys=capsys)
        assert (code, summary["created"]) == (0, 4)

    def test_columns_constants_and_parent_come_from_the_options(self, tmp_path, capsys):
        run(write_list(tmp_path, DEPARTMENT), capsys=capsys)
        path = write_list(tmp_path, "T1,Trường THPT Sông Đà,Tổ 3", head="Số hiệu,Đơn vị,Nơi ở", name="b.csv")
        options = ["--map", "code=Số hiệu", "--map", "name=Đơn vị", "--map", "address=Nơi ở"]
        code, summary, _err = run(
            path, *options, "--set", "type=Trường trung học phổ thông", "--parent", "hs", capsys=capsys
        )
        assert (code, summary["created"]) == (0, 1)
        assert institution("T1").parent == institution("HS")
        assert institution("T1").address == "Tổ 3"

    def test_a_report_never_runs_in_a_spreadsheet(self, tmp_path, capsys):
        run(write_list(tmp_path, DEPARTMENT), capsys=capsys)
        report = tmp_path / "report.csv"
        path = write_list(tmp_path, '=1+1,"=HYPERLINK(""http://x"")",primary,HS,,,,,')
        run(path, "--report", str(report), capsys=capsys)
        assert ',"=' not in report.read_text(encoding="utf-8-sig")


class TestTree:
    def test_a_circle_of_parents_is_refused_and_the_others_taken(self, tmp_path, capsys):
        rows = ["A,Phòng A,agency,B,,,,,", "B,Phòng B,agency,A,,,,,", PRIMARY]
        code, summary, err = run(write_list(tmp_path, DEPARTMENT, *rows), capsys=capsys)
        assert (code, summary["created"], summary["rejected"]) == (1, 2, 2)
        assert "→" in err

    def test_a_facility_has_no_members(self, tmp_path, capsys):
        rows = [DEPARTMENT, PRIMARY, SECONDARY.replace(",HS,", ",HS01,")]
        code, summary, err = run(write_list(tmp_path, *rows), capsys=capsys)
        assert (code, summary["created"], summary["rejected"]) == (1, 2, 1)
        assert "HS01" in err

    def test_members_may_stand_before_their_authority(self, tmp_path, capsys):
        code, summary, _err = run(
            write_list(tmp_path, PRIMARY.replace(",HS,", ",HSP,"), AGENCY, DEPARTMENT), capsys=capsys
        )
        assert (code, summary["created"]) == (0, 3)


class TestNothingCanBeDone:
    def test_an_unknown_parent(self, tmp_path):
        path = write_list(tmp_path, PRIMARY)
        assert "ABC" in refuse(path, "--parent", "ABC")
        assert "There is no authority" in refuse(path, "--parent", "ABC", "--language", "en")

    def test_a_missing_file(self, tmp_path):
        assert refuse(tmp_path / "none.csv")

    def test_an_empty_file(self, tmp_path):
        path = tmp_path / "empty.csv"
        path.write_bytes(b"\xef\xbb\xbf\r\n")
        assert "empty" in refuse(path, "--language", "en")

    def test_a_wrong_type_of_file(self, tmp_path):
        path = tmp_path / "list.pdf"
        path.write_bytes(b"%PDF-1.7 nothing")
        assert "XLSX" in refuse(path, "--language", "en")

    def test_a_picture_that_is_called_a_workbook(self, tmp_path):
        path = tmp_path / "list.xlsx"
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 100)
        assert refuse(path, "--language", "en")

    def test_missing_columns_are_named_with_those_that_are_there(self, tmp_path):
        message = refuse(write_list(tmp_path, "1,2", head="abc,xyz"), "--language", "en")
        assert all(word in message for word in ("code", "name", "type", "abc", "xyz"))

    def test_a_template_without_a_place(self, tmp_path):
        message = refuse(write_list(tmp_path, *ALL), "--domain", "example.edu.vn", "--language", "en")
        assert "{slug}" in message
