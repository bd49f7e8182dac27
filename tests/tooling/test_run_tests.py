"""run_tests.py: how the parts of a test run are judged and added up."""

import sys
from pathlib import Path

import pytest
import run_tests
from run_tests import Result, judge

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
