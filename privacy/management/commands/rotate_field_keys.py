from django.core.management.base import BaseCommand, CommandError

from privacy.encryption import EncryptionError
from privacy.services import field_keys_rotate


class Command(BaseCommand):
    help = "Seals everything anew with the first key of EDUSITE_FIELD_KEYS; can be stopped and started again."

    def add_arguments(self, parser):
        parser.add_argument("--batch", type=int, default=500, help="rows in one transaction (500)")

    def handle(self, *args, batch: int, **options):
        try:
            counts = field_keys_rotate(batch=max(batch, 1), progress=self._report)
        except EncryptionError as error:
            raise CommandError(str(error)) from None
        for label, count in counts.items():
            self.stdout.write(f"{label}: {count}")

    def _report(self, label: str, done: int) -> None:
        self.stderr.write(f"{label}: {done} …")
