import json

from django.core.management.base import BaseCommand

from privacy.services import purge_expired


class Command(BaseCommand):
    help = "Erases submissions and unfinished forms whose time is over. Run it daily. Prints numbers only."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="count and leave everything as it is")

    def handle(self, *args, dry_run: bool, **options):
        self.stdout.write(json.dumps(purge_expired(dry_run=dry_run).as_dict()))
