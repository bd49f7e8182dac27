import json

from django.core.management.base import BaseCommand

from editorial.services.invitations import invitation_purge


class Command(BaseCommand):
    help = "Deletes invitations that were accepted or have expired more than 30 days ago. Run it daily."

    def handle(self, *args, **options):
        self.stdout.write(json.dumps({"invitations": invitation_purge()}))
