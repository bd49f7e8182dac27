"""Writes docs/catalogue.md from the catalogue, or says that it is out of date."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sections.catalogue.document import catalogue_document

PATH = Path("docs") / "catalogue.md"


class Command(BaseCommand):
    help = "Write docs/catalogue.md from the legal catalogue."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="write nothing; fail where the page differs")

    def handle(self, *args, **options):
        path = Path(settings.BASE_DIR) / PATH
        text = catalogue_document()
        is_current = path.exists() and path.read_text(encoding="utf-8") == text
        if options["check"] and not is_current:
            raise CommandError(f"{PATH} is out of date; run: manage.py catalogue_docs")
        if not is_current:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.stdout.write(f"{PATH} is {'up to date' if is_current else 'written'}.")
