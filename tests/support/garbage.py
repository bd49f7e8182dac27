"""A pytest plugin that has the collector look at what tests leave behind, not at the installed packages again and again.

What lives once everything is imported and collected is put aside for good. How seldom the collector runs is said in the settings
of the tests, which are read before the packages are imported.
"""

import gc

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    gc.freeze()
