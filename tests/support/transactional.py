"""A pytest plugin that keeps transactional tests apart from the others: `--transactional without|only`.

A transactional test (`django_db(transaction=True)`, `live_server`) empties every table when it ends, the rows
that migrations made included: the next one finds no site, locale or page root. `serialized_rollback=True`
restores them, but only where all such tests carry it. So each has to, and `make test` gives them a run of
their own. That run reads only the files in which such a test can be; every other run holds that there is none elsewhere.
"""

from pathlib import Path

import pytest

TRANSACTIONAL_FIXTURES = {"transactional_db", "live_server", "django_db_reset_sequences"}
SIGNS = ("transaction=True", "reset_sequences=True", *sorted(TRANSACTIONAL_FIXTURES))
"""One of these stands in the file of every transactional test."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--transactional",
        choices=("with", "without", "only"),
        default="with",
        help="run transactional tests with the others (default), leave them out, or run nothing else",
    )


def _marker_argument(item: pytest.Item, name: str) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get(name))


def is_transactional(item: pytest.Item) -> bool:
    """True for a test that empties the tables after itself."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return (
        _marker_argument(item, "transaction")
        or _marker_argument(item, "reset_sequences")
        or bool(fixtures & TRANSACTIONAL_FIXTURES)
    )


def restores_rows(item: pytest.Item) -> bool:
    """True for a test that asks for the rows of the migrations to be restored before it."""
    fixtures = getattr(item, "fixturenames", ())
    return _marker_argument(item, "serialized_rollback") or "django_db_serialized_rollback" in fixtures


def has_sign(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return any(sign in text for sign in SIGNS)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    is_file = collection_path.suffix == ".py" and collection_path.is_file()
    unread = is_file and config.getoption("transactional") == "only" and not has_sign(collection_path)
    return True if unread else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    transactional = [item for item in items if is_transactional(item)]
    careless = [item.nodeid for item in transactional if not restores_rows(item)]
    if careless:
        raise pytest.UsageError(
            "transactional tests need django_db(transaction=True, serialized_rollback=True): "
            + ", ".join(careless)
        )
    unseen = sorted({str(item.path) for item in transactional if not has_sign(item.path)})
    if unseen:
        raise pytest.UsageError(
            f"a file with a transactional test says so in one of {', '.join(SIGNS)}: {', '.join(unseen)}"
        )
    wanted = config.getoption("transactional")
    if wanted == "with":
        return
    kept = transactional if wanted == "only" else [item for item in items if item not in set(transactional)]
    dropped = [item for item in items if item not in set(kept)]
    items[:] = kept
    config.hook.pytest_deselected(items=dropped)
