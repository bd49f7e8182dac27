"""The stored state of a site follows what happens on it, and ages by its dates."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessment.choices import Lack
from assessment.models import BoardLetter, SiteState
from assessment.selectors import member_states, site_findings
from assessment.services.states import severity, site_states_due, site_states_refresh, states_timer_run
from editorial.choices import BoardRole
from editorial.services.board import board_member_add, board_member_remove
from network.models import Institution
from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_institution, make_member, make_page, make_review, make_user, section_of


def state_of(institution) -> SiteState:
    return SiteState.objects.get(pk=institution.pk)


def refresh(*institutions, now=None) -> None:
    site_states_refresh(institutions=institutions, now=now or timezone.now())


def add_article(school, **fields):
    fields = {"title": "Khai giảng", "author_name": "A", "source_name": "B"} | fields
    return make_page(section_of(school, NewsIndexPage), ArticlePage, **fields)


def test_the_counts_are_those_of_the_live_report(assessed):
    stored = state_of(assessed.a)
    counts = [f.state for f in site_findings(assessed.a)]
    assert (stored.missing, stored.partly, stored.total) == (
        counts.count("missing"),
        counts.count("partly"),
        len(counts),
    )
    assert (
        stored.worst_key == next(f for f in site_findings(assessed.a) if f.state == "missing").criterion.key
    )


def test_missing_weighs_more_than_out_of_date_and_that_more_than_overdue():
    assert severity(missing=1, partly=0, overdue=0) > severity(missing=0, partly=99, overdue=99)
    assert severity(missing=0, partly=1, overdue=0) > severity(missing=0, partly=0, overdue=200)


def test_a_section_becomes_out_of_date_on_its_day_without_a_new_assessment(province, now):
    add_article(province.a, last_published_at=now)
    refresh(province.a, now=now)
    stored = state_of(province.a)
    assert stored.stale_from is not None
    before = now + (stored.stale_from - timezone.localdate(now)) - timedelta(days=1)
    stale = SiteState.objects.filter(pk=province.a.pk)
    assert not stale.lacking(Lack.STALE, now=before).exists()
    assert stale.lacking(Lack.STALE, now=before + timedelta(days=1)).exists()


def test_a_review_date_counts_once_it_has_passed(province, now):
    make_review(section_of(province.a, NewsIndexPage), review_on=timezone.localdate(now) - timedelta(days=1))
    refresh(province.a, now=now)
    assert state_of(province.a).overdue == 1
    assert SiteState.objects.lacking(Lack.OVERDUE, now=now).get().pk == province.a.pk


def test_what_happens_on_a_site_makes_it_due_and_is_assessed_after_the_commit(
    assessed, django_capture_on_commit_callbacks
):
    before = state_of(assessed.a)
    with django_capture_on_commit_callbacks(execute=True):
        page = add_article(assessed.a, last_published_at=timezone.now())
        page.save_revision()
        from wagtail.signals import page_published

        page_published.send(sender=ArticlePage, instance=page, revision=page.latest_revision)
        assert state_of(assessed.a).is_due
        assert not state_of(assessed.b).is_due
    after = state_of(assessed.a)
    assert (after.missing, after.is_due) == (before.missing - 1, False)


def test_a_site_that_changes_often_is_assessed_once(assessed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as tasks:
        for _ in range(3):
            assessed.a.save()
    assert len([task for task in tasks if "assess" in repr(task)]) == 1


def test_the_chief_editor_comes_and_goes(assessed, django_capture_on_commit_callbacks):
    user = make_user()
    with django_capture_on_commit_callbacks(execute=True):
        board_member_add(institution=assessed.a, role=BoardRole.CHIEF, user=user)
    assert state_of(assessed.a).has_chief
    with django_capture_on_commit_callbacks(execute=True):
        board_member_remove(institution=assessed.a, role=BoardRole.CHIEF, user=user)
    assert not state_of(assessed.a).has_chief


def test_a_sign_in_is_known_at_once(assessed, client, now):
    user = make_member(assessed.a, BoardRole.AUTHOR)
    client.force_login(user)
    assert state_of(assessed.a).signed_in_at is not None
    idle = set(SiteState.objects.lacking(Lack.IDLE, now=now).values_list("pk", flat=True))
    assert assessed.a.pk not in idle
    assert assessed.b.pk in idle


def test_the_timer_takes_new_changed_and_yesterdays_sites_and_then_has_nothing_to_do(province, now):
    assert len(site_states_due(now=now)) == 5
    assert states_timer_run(now) == "5 sites"
    assert states_timer_run(now) is None
    SiteState.objects.filter(pk=province.b.pk).update(is_due=True)
    assert [i.pk for i in site_states_due(now=now)] == [province.b.pk]
    assert len(site_states_due(now=now + timedelta(days=1))) == 5
    assert len(site_states_due(now=now + timedelta(days=1), limit=2)) == 2


def test_a_letter_is_settled_when_all_it_asks_for_is_met(province, now):
    letter = BoardLetter.objects.create(
        sender=province.hs, institution=province.a, text="…", keys=["W9.2"], created_at=now
    )
    refresh(province.a, now=now)
    letter.refresh_from_db()
    assert letter.resolved_at is None
    add_article(province.a, last_published_at=now)
    refresh(province.a, now=now)
    letter.refresh_from_db()
    assert letter.resolved_at == now


class TestSearch:
    @pytest.fixture
    def found(self, assessed, now):
        def names(**wanted) -> set[str]:
            return {s.institution.code for s in member_states(assessed.hs, now=now, **wanted)}

        return names

    def test_all_below_at_any_depth_and_not_the_authority(self, found):
        assert found() == {"HSX", "HS01", "HS02", "HS03"}

    def test_by_name_without_accents(self, found):
        assert found(words="hoa mai") == {"HS01"}

    def test_by_type_and_by_authority_between(self, found, assessed):
        assert found(type="upper_secondary") == {"HS02"}
        assert found(under=assessed.xa) == {"HS03"}

    def test_by_what_is_wrong(self, found, assessed):
        make_member(assessed.a, BoardRole.CHIEF)
        refresh(assessed.a)
        assert found(lack=Lack.NO_CHIEF) == {"HSX", "HS02", "HS03"}
        assert found(lack=Lack.ASKED) == set()

    def test_a_closed_institution_is_left_out(self, found, assessed):
        Institution.objects.filter(pk=assessed.b.pk).update(status="closed")
        assert "HS02" not in found()

    def test_the_worst_stands_first(self, assessed, now):
        SiteState.objects.filter(pk=assessed.c.pk).update(severity=990_000)
        assert member_states(assessed.hs, now=now)[0].pk == assessed.c.pk


def test_many_sites_are_assessed_in_as_many_queries_as_one(province, now):
    def queries(*institutions) -> int:
        with CaptureQueriesContext(connection) as captured:
            refresh(*institutions, now=now)
        return len(captured)

    refresh(province.a, now=now)
    one = queries(province.a)
    more = [
        make_institution(f"TH{n}", f"Trường Tiểu học số {n}", "primary", province.hs, run=province.run)
        for n in range(2)
    ]
    assert queries(province.a, *more) == one
