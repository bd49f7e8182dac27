"""Wagtail's command, which stops at the first page that it may not take off the site."""

from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as PublishScheduledCommand
from wagtail.models import Page

from sections.models import SectionSlot


class Command(PublishScheduledCommand):
    """Required sections do not expire: a date that came into the table by a way of its own is taken out first."""

    def handle(self, *args, **options):
        if not options["dryrun"]:
            Page.objects.filter(
                expire_at__lt=timezone.now(),
                translation_key__in=SectionSlot.objects.values("translation_key"),
            ).update(expire_at=None)
        super().handle(*args, **options)
