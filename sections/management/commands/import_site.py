"""``manage.py import_site``: takes over the content of a former site as drafts, as the screen “Moving in” does."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from common.jobs import JobState
from common.spreadsheets import TableError
from network.models import Institution
from sections.exchange.choices import RowResult, Source, Work
from sections.exchange.services.batches import batch_start
from sections.exchange.services.runner import batch_run
from sections.models import ImportBatch
from sections.moving_in.services import site_create


class Command(BaseCommand):
    help = "Take over the content of a site made with NukeViet or WordPress as drafts; a dry run unless --apply is given."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="SQL dump or JSON (NukeViet), WXR export (WordPress)")
        parser.add_argument("--institution", required=True, help="Code of the institution")
        parser.add_argument("--source", required=True, choices=[Source.NUKEVIET, Source.WORDPRESS])
        parser.add_argument("--files", type=Path, help="ZIP archive of the pictures and files")
        parser.add_argument(
            "--user", required=True, help="User name of the member of the board whose drafts they are"
        )
        parser.add_argument("--apply", action="store_true", help="Make the drafts")
        parser.add_argument("--language", default="vi", choices=["vi", "en"], help="Of the report")

    def handle(self, *args, file: Path, institution: str, source: str, user: str, **options):
        try:
            place = Institution.objects.get(code=institution)
            person = get_user_model().objects.get(username=user)
        except (Institution.DoesNotExist, get_user_model().DoesNotExist) as error:
            raise CommandError(str(error)) from error
        try:
            batch = self._created(place, Source(source), file, options["files"], person, options["language"])
        except (TableError, PermissionDenied, OSError) as error:
            raise CommandError(str(error) or "The person is not on the board of the institution.") from error
        self._work(batch, Work.CHECK, person)
        if options["apply"]:
            self._work(batch, Work.APPLY, person)
        self._report(batch)

    def _created(
        self, institution, source, file: Path, files: Path | None, user, language: str
    ) -> ImportBatch:
        with file.open("rb") as content:
            archive = files.open("rb") if files else None
            try:
                return site_create(
                    institution=institution,
                    source=source,
                    file=File(content, name=file.name),
                    files=File(archive, name=files.name) if archive else None,
                    user=user,
                    language=language,
                )
            finally:
                if archive:
                    archive.close()

    def _work(self, batch: ImportBatch, work: Work, user) -> None:
        """Here and now where no worker is quicker; with one, both are safe: the second finds the work taken."""
        try:
            batch_start(batch=batch, work=work, user=user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        batch_run(batch_id=batch.pk)
        batch.refresh_from_db()
        if batch.state == JobState.FAILED:
            raise CommandError(batch.error)

    def _report(self, batch: ImportBatch) -> None:
        for row in batch.rows.iterator():
            remarks = "; ".join(message["text"] for message in row.messages)
            self.stdout.write(f"{row.number}\t{row.get_status_display()}\t{row.title}\t{remarks}")
        counts = {result: batch.rows.filter(status=result).count() for result in RowResult.values}
        self.stdout.write(", ".join(f"{name} {count}" for name, count in counts.items() if count))
