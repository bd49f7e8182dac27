"""The plugin that turns whatever did not run into a failure."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def outcome(pytester: pytest.Pytester, source: str, *arguments: str) -> pytest.RunResult:
    """Run a test module in a pytest of its own, with the plugin."""
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "tests.support.strict", *arguments)


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


@pytest.mark.parametrize("arguments", [(), ("-p", "xdist", "-n", "1")], ids=["alone", "with a worker"])
def test_a_skipped_test_fails_with_its_reason(pytester: pytest.Pytester, arguments: tuple[str, ...]) -> None:
    result = outcome(pytester, "import pytest\ndef test_one(): pytest.skip('no server here')", *arguments)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*Not run: skipped*no server here*"])


def test_a_skip_mark_fails(pytester: pytest.Pytester) -> None:
    source = (
        "import pytest\n@pytest.mark.skipif(True, reason='slow')\ndef test_one(): pass\ndef test_two(): pass"
    )
    outcome(pytester, source).assert_outcomes(errors=1, passed=1)


def test_a_skip_in_a_fixture_fails(pytester: pytest.Pytester) -> None:
    source = "import pytest\n@pytest.fixture\ndef site(): pytest.skip('none')\ndef test_one(site): pass"
    result = outcome(pytester, source)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "skipped" not in result.parseoutcomes()


@pytest.mark.parametrize("body", ["assert False", "pass"], ids=["that fails", "that passes"])
def test_an_expected_failure_fails(pytester: pytest.Pytester, body: str) -> None:
    source = f"import pytest\n@pytest.mark.xfail(reason='known')\ndef test_one(): {body}"
    result = outcome(pytester, source)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*Not run: expected to fail (known)*"])


def test_a_module_that_skips_itself_is_an_error(pytester: pytest.Pytester) -> None:
    source = "import pytest\npytest.importorskip('no_such_module')\ndef test_one(): pass"
    result = outcome(pytester, source)
    assert result.ret != pytest.ExitCode.OK
    assert "skipped" not in result.parseoutcomes()


def test_an_ordinary_run_is_left_alone(pytester: pytest.Pytester) -> None:
    result = outcome(pytester, "def test_one(): pass\ndef test_two(): assert 1 == 2")
    result.assert_outcomes(passed=1, failed=1)


def test_a_run_without_a_test_is_no_success(pytester: pytest.Pytester) -> None:
    assert outcome(pytester, "").ret == pytest.ExitCode.NO_TESTS_COLLECTED
