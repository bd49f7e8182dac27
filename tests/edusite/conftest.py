"""Stored answers, renditions and site roots of one test are nothing to the next."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def empty_caches():
    for name in ("default", "pages"):
        caches[name].clear()
