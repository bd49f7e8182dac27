"""Wagtail's command, by way of our service; the worker does the same every minute."""

from django.core.management.base import CommandError
from wagtail.management.commands.publish_scheduled import Command as PublishScheduledCommand

from sections.scheduling import scheduled_publish


class Command(PublishScheduledCommand):
    def handle(self, *args, **options):
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        done = scheduled_publish()
        self.stdout.write(str(done))
        if done.refused:
            raise CommandError(f"{done.refused} pages were refused; the log names them.")
