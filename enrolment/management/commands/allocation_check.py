"""Check a published assignment of places from its file alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from enrolment.allocation.sheets import check


class Command(BaseCommand):
    """Needs neither database nor keys: anybody can run it on a file that they downloaded."""

    help = "Recompute lots, order, assignment, totals and hash of a published file (CSV); names what does not hold."
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", help="for example phan-cho.csv")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        try:
            with Path(file).open(encoding="utf-8-sig") as source:
                checked = check(source)
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} cannot be read: {error}") from error
        for problem in checked.problems:
            self.stderr.write(problem)
        if checked.problems:
            raise CommandError("The file does not hold.")
        self.stdout.write(
            f"Everything holds: {checked.applications} applications, {checked.wishes} wishes, "
            f"{checked.classes} classes."
        )
