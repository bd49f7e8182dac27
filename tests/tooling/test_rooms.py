"""Every file of tests runs in some part of `make test`, and what speaks to the database itself is tried on both databases."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
import run_tests
import sqlite_rooms
from run_tests import ROOT, Result, Run, Session

PACKAGES = (
    "assessment",
    "common",
    "editorial",
    "edusite",
    "enrolment",
    "feedback",
    "home",
    "network",
    "privacy",
    "resources",
    "sections",
)
TEST_FILES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("test_*.py"))


def is_in(file: str, room: str) -> bool:
    return file == room or file.startswith(f"{room}/")


def reads(run: Run, file: str) -> bool:
    """Whether this call of pytest looks into the file."""
    rooms = [argument for argument in run.arguments if argument.startswith("tests")]
    ignored = [a.removeprefix("--ignore=") for a in run.arguments if a.startswith("--ignore=")]
    return any(is_in(file, room) for room in rooms) and not any(is_in(file, room) for room in ignored)


def transactional(run: Run) -> str:
    found = [a.removeprefix("--transactional=") for a in run.arguments if a.startswith("--transactional=")]
    return found[0] if found else "with"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Run]:
    """The calls of pytest of all parts that run without being asked for."""
    calls: list[Run] = []
    server = SimpleNamespace(url="postgres://edusite@127.0.0.1/edusite", database="edusite")
    monkeypatch.setattr(run_tests, "running_server", lambda: nullcontext(server))
    monkeypatch.setattr(Session, "migrated", lambda self, name, url: True)
    monkeypatch.setattr(Session, "pytest", lambda self, run: calls.append(run) or Result(1))
    session = Session(tmp_path, [])
    session.demo_built = Future()
    session.demo_built.set_result(0)
    for part in run_tests.PARTS.values():
        part(session)
    return calls


def test_every_file_runs_somewhere_with_all_its_tests(runs: list[Run]) -> None:
    assert len(TEST_FILES) > 200
    for file in TEST_FILES:
        kinds = {transactional(run) for run in runs if reads(run, file)}
        assert "with" in kinds or {"without", "only"} <= kinds, f"{file} runs in no part"


def test_every_file_that_the_browser_does_not_need_runs_on_postgresql(runs: list[Run]) -> None:
    on_postgresql = [run for run in runs if run.name.startswith("postgresql")]
    for file in TEST_FILES:
        if not any(is_in(file, room) for room in run_tests.OTHER_ROOMS):
            assert {transactional(run) for run in on_postgresql if reads(run, file)} == {"without", "only"}, (
                file
            )


def test_the_rooms_on_sqlite_are_there_and_lie_not_in_each_other() -> None:
    rooms = sqlite_rooms.ROOMS
    for room in rooms:
        assert any(is_in(file, room) for file in TEST_FILES), room
        assert not any(is_in(room, other) for other in rooms if other != room), room


def test_what_speaks_to_the_database_itself_names_its_rooms() -> None:
    sources = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    found = {
        str(path.relative_to(ROOT))
        for path in sources
        if "migrations" not in path.parts
        and any(sign in path.read_text(encoding="utf-8") for sign in sqlite_rooms.SIGNS)
    }
    assert found == set(sqlite_rooms.BY_SOURCE)


def test_a_part_on_request_runs_whatever_may_run_on_sqlite(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls: list[Run] = []
    monkeypatch.setattr(Session, "migrated", lambda self, name, url: True)
    monkeypatch.setattr(Session, "pytest", lambda self, run: calls.append(run) or Result(1))
    run_tests.ON_REQUEST["sqlite-all"](Session(tmp_path, []))
    rooms = (*run_tests.OTHER_ROOMS, *run_tests.ONE_DATABASE)
    for file in TEST_FILES:
        wanted = set() if any(is_in(file, room) for room in rooms) else {"without", "only"}
        assert {transactional(run) for run in calls if reads(run, file)} == wanted, file
