"""``make bench``: measures provisioning and pages on SQLite and PostgreSQL and writes docs/performance.md.

Arguments: ``--sizes 100,1000,4000`` ``--seconds 6`` ``--only admin`` (the screens of the boards), ``public``, or
``personal`` (guard and look-ups, printed only), ``results`` (examination results, printed only),
``rush`` (applications and waiting room, printed only), ``places`` (an assignment of places for a province, printed only)
``--keep`` (leave the documents alone). PostgreSQL is the server of DATABASE_URL; each measurement gets a database of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import psycopg
from django.utils import timezone

from tests.bench import report
from tests.bench.serving import Figure, fetch, gunicorn, measure, nginx

FEW = 10
"""Institutions beside which the screens of the admin are measured first."""
SERVED = ("department home", "school home", "school news", "school article")


class Database:
    """A fresh database of one kind, with a data folder of its own."""

    def __init__(self, kind: str, name: str, folder: Path):
        self.kind, self.name, self.folder = kind, name, folder / f"{kind}-{name}"
        self.folder.mkdir(parents=True)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "DATABASE_URL": self._url(),
            "EDUSITE_DATA_DIR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "edusite.settings.demo",
            "LOG_LEVEL": "ERROR",
        }

    def _url(self) -> str:
        if self.kind == "sqlite":
            return f"sqlite:///{self.folder / 'bench.sqlite3'}"
        return os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/bench_{self.name}"

    def create(self) -> None:
        if self.kind == "postgresql":
            with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
                connection.execute(f"DROP DATABASE IF EXISTS bench_{self.name}")
                connection.execute(f"CREATE DATABASE bench_{self.name}")

    def _process(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            env=os.environ | self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, *arguments: str, **environment: str) -> str:
        done = self._process(*arguments, **environment)
        if done.returncode:
            raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
        return done.stdout

    def json(self, *arguments: str, **environment: str) -> Any:
        return json.loads(self.run(*arguments, **environment).splitlines()[-1])

    def figures(self, module: str) -> Any:
        """Of a measurement that ends with 1 where its goals are missed: these are figures as well."""
        done = self._process("-m", module)
        if done.returncode > 1 or not done.stdout.strip():
            raise SystemExit(f"{module} failed:\n{done.stderr[-4000:]}")
        return json.loads(done.stdout.splitlines()[-1])


def say(text: str) -> None:
    print(f"{timezone.now():%H:%M:%S} {text}", flush=True)


def provisioning(folder: Path, sizes: list[int]) -> dict[str, dict[int, dict]]:
    found: dict[str, dict[int, dict]] = {}
    for kind in ("postgresql", "sqlite"):
        for size in sizes:
            if kind == "postgresql" and size == max(sizes):
                continue  # measured by serving(), which needs that many sites anyway
            say(f"provisioning {size} institutions on {kind}")
            database = Database(kind, f"p{size}", folder)
            database.create()
            found.setdefault(kind, {})[size] = database.json("-m", "tests.bench.provision", str(size))
            if kind == "sqlite":
                shutil.rmtree(database.folder)
    return found


def serving(folder: Path, more_sites: int, seconds: int) -> dict[str, Any]:
    """The demonstration with its 33 sites, then the same beside `more_sites` more, on PostgreSQL."""
    database = Database("postgresql", "serve", folder)
    database.create()
    say("building the demonstration on PostgreSQL")
    database.run("manage.py", "demo", "--build-only")
    results: dict[str, Any] = {}
    for label in ("33", str(more_sites)):
        if label != "33":
            say(f"adding {more_sites} institutions")
            results["provision"] = database.json("-m", "tests.bench.provision", str(more_sites))
        say(f"pages with {label} sites")
        results[label] = _pages(database, seconds)
    say("what they are held against")
    results["against"] = _yardsticks(database, seconds)
    return results


def _pages(database: Database, seconds: int) -> dict[str, Any]:
    costs = database.json("-m", "tests.bench.queries")
    addresses = database.json("-c", ADDRESSES)
    figures: dict[str, dict[str, Figure]] = {name: {} for name in SERVED}
    for state, cache in (("cold", "0"), ("warm", "600")):
        with gunicorn(
            "edusite.wsgi:application", database.environment | {"EDUSITE_PAGE_CACHE_SECONDS": cache}
        ) as port:
            for name in SERVED:
                host, path = addresses[name]
                for _warm in range(4):
                    fetch(port, host, path)
                figures[name][state] = measure(port, path, host, seconds)
    return {"costs": costs, "figures": figures}


def _yardsticks(database: Database, seconds: int) -> dict[str, Figure]:
    addresses = database.json("-c", ADDRESSES)
    with gunicorn("edusite.wsgi:application", database.environment) as port:
        body = fetch(port, *addresses["school home"])
    with gunicorn("tests.bench.constant:application", {}) as port:
        fetch(port, "localhost", "/")
        constant = measure(port, seconds=seconds)
    with nginx(body) as port:
        static = measure(port, seconds=seconds)
    return {"constant Django view": constant, "static file, nginx": static}


def administration(folder: Path, few: int, many: int) -> dict[str, Any]:
    """The screens of the boards with few institutions, and with many in the same database, on PostgreSQL."""
    database = Database("postgresql", "admin", folder)
    database.create()
    database.run("manage.py", "collectstatic", "--noinput")
    results: dict[str, Any] = {}
    for count in (few, many):
        say(f"boards of {count} institutions")
        database.json("-m", "tests.bench.provision", str(count))
        made = database.json("-m", "tests.bench.members")
        database.run("manage.py", "run_timers")
        say(f"screens of the admin with {made['people']} people")
        results[str(count)] = made | {"screens": database.json("-m", "tests.bench.admin")}
    return results


ADDRESSES = "import django, json; django.setup(); from tests.bench.addresses import addresses; print(json.dumps(addresses()))"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000,4000")
    parser.add_argument("--seconds", type=int, default=6)
    parser.add_argument("--only", choices=["public", "admin", "personal", "results", "rush", "places"])
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    folder = Path(tempfile.mkdtemp(prefix="edusite-bench-"))
    head = {
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
        "day": f"{timezone.now():%Y-%m-%d}",
    }
    try:
        if options.only == "results":
            print(report.taken_in(results(folder)))
            return
        if options.only == "rush":
            print(report.rush(rush(folder)))
            return
        if options.only == "places":
            print(report.places(places(folder)))
            return
        if options.only == "personal":
            database = Database("postgresql", "serve", folder)
            database.create()
            database.json("-m", "tests.bench.provision", str(FEW))
            print(report.personal(personal(folder)))
            return
        if options.only != "admin":
            found = _public(folder, sizes, options.seconds)
            _write("docs/performance.md", report.document(head | found), keep=options.keep)
        if options.only != "public":
            found = {"administration": administration(folder, FEW, max(sizes))}
            _write("docs/performance-admin.md", report.administration(head | found), keep=options.keep)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _public(folder: Path, sizes: list[int], seconds: int) -> dict[str, Any]:
    provisioned, served = provisioning(folder, sizes), serving(folder, max(sizes), seconds)
    provisioned.setdefault("postgresql", {})[max(sizes)] = served.pop("provision")
    return {
        "provisioning": provisioned,
        "serving": served,
        "personal": personal(folder),
        "results": results(folder),
        "rush": rush(folder),
        "places": places(folder),
    }


def personal(folder: Path) -> dict[str, Any]:
    """The guard before publication, and whether the time of an answer tells a hit from a miss, on PostgreSQL."""
    database = Database("postgresql", "serve", folder / "personal")
    say("publication guard")
    guard = database.figures("tests.bench.guard")
    say("places for 100,000 applicants")
    places = database.figures("tests.bench.allocation")
    say("hits and misses of look-ups")
    return {"guard": guard, "places": places, "lookups": database.figures("tests.bench.lookups")}


def rush(folder: Path) -> dict[str, Any]:
    """Applications that 64 connections send, and visitors who wait, on PostgreSQL."""
    database = Database("postgresql", "rush", folder)
    database.create()
    database.run("manage.py", "migrate", "-v0")
    database.run("manage.py", "collectstatic", "--noinput", "-v0")
    database.json("-m", "tests.bench.provision", str(FEW))
    say("applications with two files each")
    sent = database.json("-m", "tests.bench.submissions")
    say("visitors who wait")
    return {"submissions": sent, "waiting": database.json("-m", "tests.bench.waiting")}


def places(folder: Path) -> dict[str, Any]:
    """An assignment computed, proposed, published and its waiting lists moved, on PostgreSQL; each step in its own process."""
    database = Database("postgresql", "places", folder)
    database.create()
    database.json("-m", "tests.bench.provision", "301")
    found = {}
    for step in ("load", "compute", "propose", "publish", "move"):
        say(f"places: {step}")
        found[step] = database.json("-m", "tests.bench.places", step)
    return found


def results(folder: Path) -> dict[str, Any]:
    """A million results taken in, and looked up by 64 connections, on PostgreSQL."""
    database = Database("postgresql", "results", folder)
    database.create()
    database.run("manage.py", "collectstatic", "--noinput")
    database.json("-m", "tests.bench.provision", str(FEW))
    say("a million examination results")
    return database.json("-m", "tests.bench.results")


def _write(path: str, text: str, *, keep: bool) -> None:
    print(text)
    if not keep:
        Path(path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    import django
    from django.conf import settings

    settings.configure(USE_TZ=True, TIME_ZONE="Asia/Ho_Chi_Minh")
    django.setup()
    main()
