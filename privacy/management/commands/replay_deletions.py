import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from privacy.services.retention.replay import deletions_replay


class Command(BaseCommand):
    help = "After a restore: erases again what the deletion log says was erased. Prints numbers only."

    def add_arguments(self, parser):
        parser.add_argument("--log", type=Path, help="the deletion log, where it is not at its usual place")
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args, **options):
        try:
            done = deletions_replay(path=options["log"], dry_run=options["dry_run"])
        except (ValueError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(done.as_dict()))
