"""Stored answers, counters and site roots of one test are nothing to the next: keys come again once a test is rolled back."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def empty_caches():
    for name in ("default", "pages"):
        caches[name].clear()
