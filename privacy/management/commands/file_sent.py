from django.core.management.base import BaseCommand

from privacy.models import SentForm
from privacy.services.sent import forms_file


class Command(BaseCommand):
    help = "File the forms that were acknowledged and wait, as the worker does every few seconds."

    def add_arguments(self, parser):
        parser.add_argument("--seconds", type=float, default=600.0, help="stop after so long")

    def handle(self, *args, **options):
        filed = forms_file(seconds=options["seconds"])
        waiting = SentForm.objects.filter(filed_at=None).count()
        self.stdout.write(f"{filed} filed, {waiting} wait")
