"""A pytest plugin that turns whatever did not run into a failure.

A skipped test, an expected failure and a module that skips itself all count as failed, with the reason given,
so that a green run means that everything ran. (A run that collects nothing already ends with an exit code of
its own.)
"""

from collections.abc import Generator

import pytest

MESSAGE = "Not run: {reason}. A test that cannot run is a failure here; mend it or remove it."


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    expected = getattr(report, "wasxfail", None)
    if expected is not None:
        return f"expected to fail ({expected or 'no reason given'})"
    if isinstance(report.longrepr, tuple):
        return f"skipped at {report.longrepr[0]}:{report.longrepr[1]} ({report.longrepr[2]})"
    return f"skipped ({report.longrepr or 'no reason given'})"


def _fail_if_not_run(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.outcome == "skipped" or hasattr(report, "wasxfail"):
        report.longrepr = MESSAGE.format(reason=_reason(report))
        report.outcome = "failed"
        if hasattr(report, "wasxfail"):
            del report.wasxfail


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _fail_if_not_run(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _fail_if_not_run(report)
    return report
