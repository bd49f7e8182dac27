from django.core.management.base import BaseCommand
from django.utils.dateparse import parse_date

from privacy.audit.shipping import text_of
from privacy.models import PrivacyAudit


class Command(BaseCommand):
    help = "Prints the record of access as lines of JSON, for a collector that missed some."

    def add_arguments(self, parser):
        parser.add_argument(
            "--since", default="", help="first day, as YYYY-MM-DD; without it all that is kept"
        )
        parser.add_argument("--institution", default="", help="code of one institution")

    def handle(self, *args, since: str, institution: str, **options):
        found = PrivacyAudit.objects.select_related("institution").order_by("institution", "number")
        if since:
            found = found.filter(occurred_at__date__gte=parse_date(since))
        if institution:
            found = found.filter(institution__code=institution)
        for entry in found.iterator(chunk_size=2000):
            self.stdout.write(text_of(entry))
