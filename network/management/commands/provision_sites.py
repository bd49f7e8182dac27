"""``manage.py provision_sites FILE``: gives the institutions of a list their sites (W3.1c)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from common.spreadsheets import TableError, read_table
from network.choices import RowStatus
from network.provisioning import ProvisioningRun
from network.provisioning.columns import HEADER_NAMES, ColumnMapping, MappingError
from network.services.provisioning import list_provision


class Command(BaseCommand):
    help = "Give the institutions of a spreadsheet (CSV or XLSX) their sites; a second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--parent", metavar="CODE", help="the authority of rows that name none")
        parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN")
        parser.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE")
        parser.add_argument(
            "--domain", default="{slug}.localhost", help="template of host names, with {slug} or {code}"
        )
        parser.add_argument("--dry-run", action="store_true", help="check the list and write nothing")
        parser.add_argument("--report", type=Path, metavar="FILE.csv", help="what became of each row")
        parser.add_argument(
            "--allow-type-change", action="store_true", help="let rows change the type of institutions"
        )
        parser.add_argument("--no-invitations", action="store_true", help="invite nobody by e-mail")
        parser.add_argument(
            "--language", default="vi", choices=["vi", "en"], help="language of messages and report"
        )

    def handle(self, *args, **options):
        with translation.override(options["language"]):
            try:
                code = self._provision(options)
            except (TableError, MappingError) as error:
                raise CommandError(str(error), returncode=2) from error
            except ValidationError as error:
                raise CommandError(" ".join(error.messages), returncode=2) from error
            except OSError as error:
                reason = _("The file cannot be read: %(reason)s") % {"reason": error.strerror or error}
                raise CommandError(reason, returncode=2) from error
        if code:
            sys.exit(code)

    def _provision(self, options) -> int:
        table = read_table(options["file"], header_names=HEADER_NAMES)
        mapping = ColumnMapping.from_arguments(table.header, maps=options["map"], sets=options["set"])
        for note in table.notes:
            self.stderr.write(str(note))
        run = ProvisioningRun(domain=options["domain"], send_invitations=not options["no_invitations"])
        result = list_provision(
            table=table,
            mapping=mapping,
            parent_code=options["parent"],
            run=run,
            dry_run=options["dry_run"],
            type_change=options["allow_type_change"],
            progress=self._progress if sys.stderr.isatty() else None,
        )
        if options["report"]:
            options["report"].write_bytes(result.report())
        for outcome in result.outcomes:
            if outcome.status == RowStatus.REJECTED:
                place = _("Row %(row)s (%(code)s): ") % {"row": outcome.row, "code": outcome.code or "–"}
                self.stderr.write(place + " ".join(outcome.messages))
        self.stdout.write(json.dumps(result.summary()))
        return 1 if result.count(RowStatus.REJECTED) else 0

    def _progress(self, done, total, outcome):
        self.stderr.write(f"\r{done}/{total}", ending="")
        self.stderr.flush()
