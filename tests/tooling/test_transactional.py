"""The plugin that keeps transactional tests apart and makes each restore the rows of the migrations."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MARKED = """
import pytest
pytestmark = pytest.mark.filterwarnings("ignore")
@pytest.mark.django_db(transaction=True{more})
def test_transactional(): pass
def test_plain(): pass
"""
FIXTURE = """
import pytest
@pytest.fixture
def live_server(): return None
def test_live(live_server): pass
"""


HIDDEN = """
import pytest
pytestmark = pytest.mark.django_db(**{"transaction": True, "serialized_rollback": True})
def test_hidden(): pass
"""


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def outcome(pytester: pytest.Pytester, source: str, *arguments: str) -> pytest.RunResult:
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "tests.support.transactional", *arguments)


@pytest.mark.parametrize("source", [MARKED.format(more=""), FIXTURE], ids=["mark", "fixture"])
def test_a_test_that_does_not_restore_rows_is_refused(pytester: pytest.Pytester, source: str) -> None:
    result = outcome(pytester, source)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*serialized_rollback=True*test_*"])


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("with", {"passed": 2}),
        ("only", {"passed": 1, "deselected": 1}),
        ("without", {"passed": 1, "deselected": 1}),
    ],
)
def test_the_option_chooses(pytester: pytest.Pytester, choice: str, expected: dict[str, int]) -> None:
    source = MARKED.format(more=", serialized_rollback=True")
    outcome(pytester, source, "--transactional", choice).assert_outcomes(**expected)


def test_only_leaves_the_transactional_one(pytester: pytest.Pytester) -> None:
    source = MARKED.format(more=", serialized_rollback=True")
    result = outcome(pytester, source, "--transactional", "only", "-v")
    result.stdout.fnmatch_lines(["*::test_transactional PASSED*"])


def test_only_reads_no_file_without_a_sign_of_one(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_broken="raise RuntimeError")
    outcome(
        pytester, MARKED.format(more=", serialized_rollback=True"), "--transactional", "only"
    ).assert_outcomes(passed=1, deselected=1)


@pytest.mark.parametrize("choice", ["with", "without"])
def test_one_that_only_would_not_read_is_refused(pytester: pytest.Pytester, choice: str) -> None:
    result = outcome(pytester, HIDDEN, "--transactional", choice)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*says so*test_one_that_only*"])
