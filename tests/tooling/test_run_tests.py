"""run_tests.py: how the parts of a test run are judged and added up."""

import signal
import sys
import time
from pathlib import Path

import pytest
import run_tests
from calls import Beside
from run_tests import Result, Session, judge

REPORT = (
    '<testsuites><testsuite tests="{tests}" failures="{failures}" errors="{errors}"'
    ' skipped="{skipped}"/></testsuites>'
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return tmp_path / "report.xml"


def write(report: Path, tests: int, failures: int = 0, errors: int = 0, skipped: int = 0) -> None:
    report.write_text(REPORT.format(tests=tests, failures=failures, errors=errors, skipped=skipped))


class TestJudge:
    def test_counts_failures_errors_and_skips_as_failed(self, report: Path) -> None:
        write(report, tests=10, failures=1, errors=2, skipped=1)
        assert judge(report, 1, may_be_empty=False) == Result(passed=6, failed=4)

    def test_a_clean_run_has_no_failure(self, report: Path) -> None:
        write(report, tests=10)
        assert judge(report, 0, may_be_empty=False) == Result(passed=10)

    def test_a_part_without_a_test_has_failed(self, report: Path) -> None:
        assert judge(report, 5, may_be_empty=False) == Result(failed=1, note="no test was collected")

    def test_a_kind_of_test_that_need_not_exist_may_be_empty(self, report: Path) -> None:
        assert judge(report, 5, may_be_empty=True) == Result()

    def test_a_part_without_a_report_has_failed(self, report: Path) -> None:
        assert judge(report, 3, may_be_empty=True) == Result(
            failed=1, note="pytest ended with 3 and left no report"
        )

    @pytest.mark.parametrize("code", [2, 3, 4, -9])
    def test_an_interrupted_run_has_failed(self, report: Path, code: int) -> None:
        write(report, tests=3)
        assert judge(report, code, may_be_empty=False) == Result(3, 1, f"pytest ended with {code}")

    def test_a_failure_outside_the_tests_counts(self, report: Path) -> None:
        write(report, tests=3)
        assert judge(report, 1, may_be_empty=False).failed == 1

    def test_a_report_of_nothing_is_no_success(self, report: Path) -> None:
        write(report, tests=0)
        assert judge(report, 0, may_be_empty=False) == Result(failed=1, note="no test was run")


class TestRunParts:
    def summary(self, capsys: pytest.CaptureFixture[str]) -> str:
        return capsys.readouterr().out.splitlines()[-1]

    def use(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **results: Result) -> None:
        monkeypatch.setattr(run_tests, "REPORTS", tmp_path)
        parts = {name: lambda _session, result=result: result for name, result in results.items()}
        monkeypatch.setattr(run_tests, "PARTS", parts)

    def test_ends_with_the_sum_of_the_parts(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.use(monkeypatch, tmp_path, one=Result(4), two=Result(3))
        assert run_tests.run_parts(["one", "two"], []) == 0
        assert self.summary(capsys) == "7 passed, 0 failed"

    def test_one_failed_part_fails_the_whole(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.use(monkeypatch, tmp_path, one=Result(4), two=Result(failed=1, note="no server"))
        assert run_tests.run_parts(["one", "two"], []) == 1
        assert self.summary(capsys) == "4 passed, 1 failed"

    def test_no_test_at_all_is_a_failure(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.use(monkeypatch, tmp_path, one=Result())
        assert run_tests.run_parts(["one"], []) == 1
        assert self.summary(capsys) == "0 passed, 1 failed"


class TestCall:
    def test_returns_the_exit_code(self) -> None:
        assert run_tests.call([sys.executable, "-c", "raise SystemExit(4)"], {}) == 4

    def test_a_command_that_does_not_end_is_ended_and_is_no_success(self) -> None:
        assert run_tests.call([sys.executable, "-c", "import time; time.sleep(60)"], {}, seconds=1) != 0


class TestBeside:
    """What runs beside the tests."""

    PRINTS = "print('made', flush=True); raise SystemExit({code})"

    def test_commands_run_in_their_order_and_what_they_print_is_shown_once(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        beside = Beside(tmp_path / "log")
        first = beside.submit(lambda: beside.call([sys.executable, "-c", self.PRINTS.format(code=0)], {}))
        second = beside.submit(lambda: 5 if first.done() else 6)
        assert (second.result(30), first.result(30)) == (5, 0)
        beside.show()
        beside.show()
        assert capsys.readouterr().out.count("made") == 1
        beside.end()

    def test_a_command_that_fails_says_so(self, tmp_path: Path) -> None:
        beside = Beside(tmp_path / "log")
        work = beside.submit(lambda: beside.call([sys.executable, "-c", self.PRINTS.format(code=4)], {}))
        assert work.result(30) == 4
        beside.end()

    def test_the_end_stops_what_runs_and_forgets_what_waits(self, tmp_path: Path) -> None:
        beside, begun = Beside(tmp_path / "log"), tmp_path / "begun"
        program = f"import pathlib, time; pathlib.Path({str(begun)!r}).touch(); time.sleep(600)"
        first = beside.submit(lambda: beside.call([sys.executable, "-c", program], {}))
        second = beside.submit(lambda: 0)
        until = time.monotonic() + 30
        while not begun.exists() and time.monotonic() < until:
            time.sleep(0.05)
        beside.end()
        assert first.result(30) == -signal.SIGTERM
        assert second.cancelled()
        assert beside.call([sys.executable, "-c", "pass"], {}) == -signal.SIGTERM


class TestPreparation:
    """Which of the long steps begin before the first part."""

    @pytest.mark.parametrize(
        ("names", "sqlite", "demo"),
        [
            (["tooling", "postgresql"], False, False),
            (["tooling", "sqlite"], True, False),
            (["browser"], False, True),
            (["tooling", "sqlite", "accessibility"], True, True),
        ],
    )
    def test_begins_what_the_parts_need(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, names: list[str], sqlite: bool, demo: bool
    ) -> None:
        calls: list[str] = []
        monkeypatch.setattr(Beside, "call", lambda self, command, environment: calls.append(command[-1]) or 0)
        session = Session(tmp_path, [])
        session.sqlite_file.touch()
        session.prepare(names)
        session.beside._pool.shutdown(wait=True)
        assert calls == [
            *(["--verbosity=0"] if sqlite else []),
            *(["--build-only", "tests.support.demo_template"] if demo else []),
        ]
        assert (session.demo / "edusite.sqlite3").exists() is (sqlite and demo)

    def test_a_province_that_was_not_built_fails_its_parts(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(Beside, "call", lambda self, command, environment: 3)
        session = Session(tmp_path, [])
        assert session.browser() == Result(failed=1, note="the demonstration province could not be built")
