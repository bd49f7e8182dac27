"""Each test has a deletion log of its own: what one erased must not be replayed by another."""

from itertools import count

import pytest

_numbers = count(1)


@pytest.fixture(autouse=True)
def deletion_log(settings, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / f"deletions-{next(_numbers)}.jsonl"
    settings.EDUSITE_DELETION_LOG = str(path)
    return path
