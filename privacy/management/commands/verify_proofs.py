from django.core.management.base import BaseCommand, CommandError

from network.models import Institution
from privacy.audit.selectors import CHAINS
from privacy.selectors import broken_links


class Command(BaseCommand):
    help = (
        "Recomputes the chains of decisions, access, deletions, incidents and decisions before publication; "
        "fails where an entry was edited or removed."
    )

    def handle(self, *args, **options):
        broken = 0
        for model in CHAINS:
            institutions = model.objects.order_by().values_list("institution_id", flat=True).distinct()
            for institution in Institution.objects.filter(pk__in=institutions):
                numbers = broken_links(institution, model)
                broken += len(numbers)
                for number in numbers:
                    self.stderr.write(f"{model._meta.label} {institution.code}: {number}")
        if broken:
            raise CommandError(f"{broken} entries do not hold.")
        self.stdout.write("All chains hold.")
