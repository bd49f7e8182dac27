"""How far a site answers the clauses on regulations."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from assessment.choices import State
from assessment.selectors import site_findings
from editorial.choices import BoardRole
from editorial.regulations.kinds import EMAIL, WEBSITE
from editorial.services import regulations as services
from tests.editorial.regulations.conftest import approve
from tests.factories import make_institution, make_member


@pytest.fixture(autouse=True)
def _english():
    """The tests quote the sources' own sentences."""
    with translation.override("en"):
        yield


@pytest.fixture
def site(db):
    institution = make_institution()
    chief, head = (make_member(institution, role) for role in (BoardRole.CHIEF, BoardRole.HEAD))
    return institution, chief, head


def issue(institution, chief, head, kind=WEBSITE):
    draft = services.regulation_draft(institution=institution, kind=kind, user=chief)
    services.regulation_submit(regulation=draft, user=chief)
    return approve(draft, head)


def found(institution, key):
    finding = next(f for f in site_findings(institution) if f.criterion.key == key)
    return finding.state, str(finding.reason)


def test_a_new_site_is_told_that_a_draft_is_ready(site):
    for key in ("W11.2", "W3.3", "W4.4", "P10.1"):
        assert found(site[0], key) == (
            State.MISSING,
            "There is no regulation yet: a draft is ready to start from.",
        )


def test_a_regulation_in_force_meets_its_clause_and_no_other(site):
    issue(*site, kind=EMAIL)
    assert found(site[0], "W4.4") == (State.MET, "In force, and as the site is set up.")
    assert found(site[0], "W11.2")[0] == State.MISSING


def test_one_that_differs_from_the_settings_meets_it_partly(site):
    institution, chief, head = site
    issue(institution, chief, head)
    assert found(institution, "W11.2")[0] == State.MET
    make_member(institution, BoardRole.EDITOR)
    assert found(institution, "W11.2") == (
        State.PARTLY,
        "The regulation differs from the settings of the site.",
    )


def test_management_needs_a_plan_with_a_date_that_has_not_passed(site):
    institution, chief, head = site
    issue(institution, chief, head)
    assert found(institution, "W3.3") == (
        State.PARTLY,
        "No upgrade and maintenance plan with a review date is recorded.",
    )
    today = timezone.localdate()
    for days, words in ((-1, "has passed"), (30, "differs from the settings")):
        values = {"plan": "Tháng 7: nâng cấp", "plan_review_on": today + timedelta(days=days)}
        services.upkeep_save(institution=institution, user=chief, values=values)
        assert words in found(institution, "W3.3")[1]
