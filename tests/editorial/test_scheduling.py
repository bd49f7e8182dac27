"""What the board scheduled happens; a page that is refused stops no other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page

from network.services.timers import timer_run
from network.timers import timer_named

pytestmark = pytest.mark.django_db


def test_a_page_that_is_refused_stops_no_other(desk, people, caplog):
    past = timezone.now() - timedelta(hours=1)
    refused = desk.published(people)
    Page.objects.filter(pk=refused.pk).update(expire_at=past - timedelta(hours=1))
    good = desk.published(people, slug="khac")
    revision = good.live_revision
    content = revision.content | {"expire_at": past.isoformat()}
    type(revision).objects.filter(pk=revision.pk).update(content=content)
    Page.objects.filter(pk=good.pk).update(expire_at=past)
    ran = timer_run(timer=timer_named("sections.publish_scheduled"), worker="w")
    assert (ran.ok, ran.error) == (False, "PagesRefusedError")
    assert Page.objects.get(pk=refused.pk).live
    assert not Page.objects.get(pk=good.pk).live
    assert "editorial.schedule_refused" in caplog.messages
    with pytest.raises(CommandError, match="1 pages were refused"):
        call_command("publish_scheduled")
