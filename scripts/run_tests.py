"""Run every test in its part and add the parts up: run_tests.py [PART…] [-- PYTEST ARGUMENT…]

A part that could not run, collected nothing or skipped something has failed. The last line is the sum of all
parts. What the tests leave to look at is in .artifacts: reports in JUnit's format, the screens of journeys that failed, and
with EDUSITE_PICTURES=1 in the environment those of the others.
"""

import argparse
import contextlib
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path

from calls import ROOT, Beside, call
from sqlite_rooms import ROOMS as SQLITE_ROOMS
from with_postgres import PostgresError, Terminated, running_server

ARTIFACTS = ROOT / ".artifacts"
REPORTS = ARTIFACTS / "reports"
NO_TESTS_COLLECTED = 5
OTHER_ROOMS = ("tests/tooling", "tests/browser", "tests/accessibility")
UNIT_ROOMS = ("tests", *(f"--ignore={room}" for room in OTHER_ROOMS))
ONE_DATABASE = ("tests/isolation", "tests/words")
"""Tables of who may what and of every word of the admin: they run on PostgreSQL alone, whatever else runs on SQLite."""
WORKERS = ("-n", "2")
BY_FILE = (*WORKERS, "--dist", "loadfile")
"""For tests that share a world or a server with data of its own: those of one file stay in one process, in their order."""
JOURNEYS = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder")
"""By file, in the order of tests/browser/conftest.py; whoever reads a page or waits for the worker leaves a processor idle."""
BY_TEST = (*WORKERS, "--dist", "worksteal")
"""For a few long tests that leave nothing behind for each other."""


@dataclass(frozen=True)
class Result:
    """Numbers of one part; `note` says why a part that could not run failed."""

    passed: int = 0
    failed: int = 0
    note: str = ""

    def __add__(self, other: "Result") -> "Result":
        notes = "; ".join(note for note in (self.note, other.note) if note)
        return Result(self.passed + other.passed, self.failed + other.failed, notes)


@dataclass(frozen=True)
class Run:
    """One call of pytest: `may_be_empty` where no test of its kind need exist."""

    name: str
    arguments: tuple[str, ...]
    may_be_empty: bool = False
    environment: dict[str, str] = field(default_factory=dict)


def judge(report: Path, code: int, may_be_empty: bool) -> Result:
    """Numbers of one run from its report in JUnit's format and pytest's exit code."""
    if code == NO_TESTS_COLLECTED:
        return Result() if may_be_empty else Result(failed=1, note="no test was collected")
    try:
        suites = list(ElementTree.parse(report).getroot().iter("testsuite"))  # noqa: S314, our own file
    except (OSError, ElementTree.ParseError):
        return Result(failed=1, note=f"pytest ended with {code} and left no report")
    total, failed = 0, 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += sum(int(suite.get(kind, 0)) for kind in ("failures", "errors", "skipped"))
    result = Result(passed=max(total - failed, 0), failed=failed)
    if code == 0 and total == 0:
        return Result(failed=1, note="no test was run")
    if code not in (0, 1):
        return replace(result, failed=failed + 1, note=f"pytest ended with {code}")
    if code == 1 and failed == 0:
        return replace(result, failed=1, note="pytest reported a failure outside the tests")
    return result


class Session:
    """One `make test`: a temporary directory for data, and what the person asked pytest for."""

    def __init__(self, directory: Path, extra: Sequence[str]) -> None:
        self.directory = directory
        self.extra = tuple(extra)
        self.beside = Beside(directory / "beside.log")
        self.sqlite_migrated: Future[int] | None = None
        self.demo_built: Future[int] | None = None

    def prepare(self, names: Sequence[str]) -> None:
        """Begin what these parts need and one process does alone, so that it runs beside the first of them."""
        if any(name in names for name in ("sqlite", "sqlite-all")):
            self.sqlite_migrated = self.beside.submit(
                lambda: self.beside.call(*self._migration(self.sqlite_url))
            )
        if any(name in names for name in WITH_DEMO):
            self.demo_built = self.beside.submit(self._build_demo)

    def pytest(self, run: Run) -> Result:
        report = REPORTS / f"{run.name.replace(' ', '-')}.xml"
        report.unlink(missing_ok=True)
        print(f"\n== {run.name}", flush=True)
        # pytest-playwright empties its output directory: each run has its own.
        outputs = (f"--junitxml={report}", f"--output={ARTIFACTS / report.stem}")
        command = [sys.executable, "-m", "pytest", "-q", *outputs, *run.arguments, *self.extra]
        environment = {
            "DJANGO_SETTINGS_MODULE": "edusite.settings.test",
            "EDUSITE_DATA_DIR": str(self.directory / "data"),
            "PYTHONUNBUFFERED": "1",
            **run.environment,
        }
        return judge(report, call(command, environment), run.may_be_empty or bool(self.extra))

    def _migration(self, url: str) -> tuple[list[str], dict[str, str]]:
        command = [sys.executable, "manage.py", "migrate", "--run-syncdb", "--verbosity=0"]
        settings = {
            "DJANGO_SETTINGS_MODULE": "edusite.settings.test",
            "EDUSITE_DATA_DIR": str(self.directory / "data"),
        }
        return command, {**settings, "DATABASE_URL": url}

    def migrated(self, name: str, url: str) -> bool:
        """Whether the database itself could be migrated; the tests of each process work on a copy of it."""
        print(f"\n== {name}: migrations", flush=True)
        if url == self.sqlite_url and self.sqlite_migrated is not None:
            return self._is_done(self.sqlite_migrated)
        return call(*self._migration(url)) == 0

    def _is_done(self, work: "Future[int]") -> bool:
        code = work.result()
        self.beside.show()
        return code == 0

    def on_database(self, name: str, url: str, template: str, rooms: Sequence[str] = UNIT_ROOMS) -> Result:
        """The unit and page tests on one database, transactional ones in a run of their own.

        `template` is the database's name, or its file: see tests/support/migrated.py.
        """
        if not self.migrated(name, url):
            return Result(failed=1, note="the migrations failed")
        environment = {"DATABASE_URL": url, "EDUSITE_TEST_TEMPLATE": template, **self._sqlite_template()}
        many = ("--transactional=without", *WORKERS, *rooms)
        few = ("--transactional=only", *BY_FILE, *rooms)
        return self.pytest(Run(name, many, environment=environment)) + self.pytest(
            Run(f"{name} transactional", few, may_be_empty=True, environment=environment)
        )

    def _sqlite_template(self) -> dict[str, str]:
        """Names the migrated file to tests on either database, where a part has had it made."""
        is_made = self.sqlite_migrated is not None and self.sqlite_migrated.result() == 0
        return {"EDUSITE_MIGRATED_SQLITE": str(self.sqlite_file)} if is_made else {}

    @property
    def sqlite_file(self) -> Path:
        return self.directory / "tests.sqlite3"

    @property
    def sqlite_url(self) -> str:
        return f"sqlite:///{self.sqlite_file}"

    def sqlite(self, name: str = "sqlite", rooms: Sequence[str] = SQLITE_ROOMS) -> Result:
        return self.on_database(name, self.sqlite_url, str(self.sqlite_file), rooms)

    def sqlite_all(self) -> Result:
        return self.sqlite("sqlite-all", (*UNIT_ROOMS, *(f"--ignore={room}" for room in ONE_DATABASE)))

    def postgresql(self) -> Result:
        try:
            with running_server() as server:
                return self.on_database("postgresql", server.url, server.database)
        except PostgresError as error:
            return Result(failed=1, note=str(error))

    def tooling(self) -> Result:
        return self.pytest(
            Run("tooling", (*BY_TEST, "tests/tooling"), environment={"DATABASE_URL": self.sqlite_url})
        )

    def browser(self) -> Result:
        return self.with_demo("browser", JOURNEYS)

    def accessibility(self) -> Result:
        return self.with_demo("accessibility", BY_TEST)

    def with_demo(self, name: str, workers: tuple[str, ...]) -> Result:
        """A part whose tests visit the demonstration province, which is built once; each worker serves a copy of its own."""
        if self.demo_built is None:
            self.demo_built = self.beside.submit(self._build_demo)
        print("\n== demonstration province for the browser", flush=True)
        if not self._is_done(self.demo_built):
            return Result(failed=1, note="the demonstration province could not be built")
        environment = {"EDUSITE_DEMO_TEMPLATE": str(self.demo), "DATABASE_URL": self.sqlite_url}
        return self.pytest(Run(name, (*workers, f"tests/{name}"), environment=environment))

    @property
    def demo(self) -> Path:
        return self.directory / "demo"

    def _build_demo(self) -> int:
        """Build the demonstration on a copy of the migrated database, which its own migration finds as it would leave it."""
        settings = {"DJANGO_SETTINGS_MODULE": "edusite.settings.demo", "EDUSITE_DATA_DIR": str(self.demo)}
        self.demo.mkdir()
        if self.sqlite_migrated is not None and self.sqlite_migrated.result() == 0:
            source, copy = sqlite3.connect(self.sqlite_file), sqlite3.connect(self.demo / "edusite.sqlite3")
            with contextlib.closing(source), contextlib.closing(copy):
                source.backup(copy)
        for step in (("manage.py", "demo", "--build-only"), ("-m", "tests.support.demo_template")):
            if code := self.beside.call([sys.executable, *step], settings):
                return code
        return 0


PARTS: dict[str, Callable[[Session], Result]] = {
    "tooling": Session.tooling,
    "sqlite": Session.sqlite,
    "postgresql": Session.postgresql,
    "browser": Session.browser,
    "accessibility": Session.accessibility,
}
WITH_DEMO = ("browser", "accessibility")
ON_REQUEST: dict[str, Callable[[Session], Result]] = {"sqlite-all": Session.sqlite_all}


@contextlib.contextmanager
def session(extra: Sequence[str]) -> Iterator[Session]:
    directory = Path(tempfile.mkdtemp(prefix="edusite-tests-"))
    try:
        current = Session(directory, extra)
        try:
            yield current
        finally:
            current.beside.end()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def run_parts(names: Sequence[str], extra: Sequence[str]) -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    results: dict[str, tuple[Result, float]] = {}
    with session(extra) as current:
        current.prepare(names)
        for name in names:
            started = time.monotonic()
            result = (PARTS | ON_REQUEST)[name](current)
            results[name] = (result, time.monotonic() - started)
    print("\n== Summary")
    for name, (result, seconds) in results.items():
        line = f"{name:14} {result.passed:5} passed, {result.failed:3} failed {seconds:6.0f} s"
        print(f"{line}  {result.note}".rstrip())
    total = sum((result for result, _seconds in results.values()), Result())
    if total == Result():
        total = Result(failed=1)
        print("no test was run")
    print(f"{total.passed} passed, {total.failed} failed", flush=True)
    return 1 if total.failed else 0


def _terminate(number: int, _frame: object) -> None:
    raise Terminated(number)


def main(arguments: Sequence[str]) -> int:
    own, extra = list(arguments), []
    if "--" in own:
        cut = own.index("--")
        own, extra = own[:cut], own[cut + 1 :]
    parser = argparse.ArgumentParser(description="Run every test in its part and add the parts up.")
    parser.add_argument(
        "parts",
        nargs="*",
        metavar="PART",
        help=f"one of {', '.join(PARTS)}; all of these without one; {', '.join(ON_REQUEST)} on request",
    )
    names = parser.parse_args(own).parts or list(PARTS)
    known = PARTS | ON_REQUEST
    unknown = [name for name in names if name not in known]
    if unknown:
        parser.error(f"unknown part {unknown[0]}; known: {', '.join(known)}")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _terminate)
    # Every part names its own database; the one of the person at the terminal is none of the tests' business.
    os.environ.pop("DATABASE_URL", None)
    try:
        return run_parts(names, extra)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Terminated as error:
        return 128 + error.number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
