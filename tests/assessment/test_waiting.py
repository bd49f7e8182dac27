"""A page that waits counts for the site it is of, whichever board has to decide."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from assessment.choices import Lack
from assessment.models import SiteState
from assessment.selectors import waiting_pages
from assessment.services.states import site_states_refresh
from editorial.models import BoardTaskState
from tests.editorial.desk import Desk
from tests.factories import make_member


@pytest.fixture
def page(province):
    author = make_member(province.a, "author")
    make_member(province.a, "editor")
    return Desk(province.a).article(author, action="action-submit")


@pytest.mark.parametrize("is_escalated", [False, True])
def test_it_is_found_among_those_that_wait_too_long(province, page, is_escalated):
    if is_escalated:
        BoardTaskState.objects.update(institution=province.hs, escalated_from=province.a)
    now = timezone.now() + timedelta(days=8)
    site_states_refresh(institutions=[province.a, province.hs], now=now)
    assert [s.pk for s in SiteState.objects.lacking(Lack.STUCK, now=now)] == [province.a.pk]
    assert [s.revision.object_str for s in waiting_pages(province.a)] == [page.title]
    assert waiting_pages(province.hs) == []
