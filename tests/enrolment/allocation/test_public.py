"""What everybody sees of an assignment, and what nobody does (W9.4)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from enrolment.allocation.explaining import explain
from enrolment.allocation.lots import seed_opened
from enrolment.allocation.sheets import check
from enrolment.allocation.waiting import sheets_purge
from enrolment.applications.states import application_move
from enrolment.choices import AllocationWork, ApplicationState, Ranking
from enrolment.models import LotSeed
from tests.enrolment.making_applications import make_notice
from tests.enrolment.making_places import apply, make_world, published, worked
from tests.privacy.conftest import _build as _two
from tests.support.worlds import kept_for_module, own_copy


def _build():
    """Eight children, seven of whom want ``a``; class ``c`` has two wishes only."""
    two = _two()
    world = make_world(two.department, two.school, ranking=Ranking.LOT)
    make_notice(two.school, world.campaign, ("c", 1))
    world.people = [apply(world, None) for _number in range(7)]
    world.few = apply(world, None, wishes="b")
    for application in world.people[:2]:
        application.wishes.create(position=3, school=two.school, track="c")
    return world


@pytest.fixture(scope="module")
def _kept_world(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def world(_kept_world, db):
    return own_copy(_kept_world, _build)


def get(world, name: str, query: str = "", **headers):
    path = reverse(name, args=[world.campaign.translation_key]) + query
    return Client().get(path, headers={"host": world.department.site.hostname, **headers})


def text_of(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode()


def test_before_the_publication_there_is_nothing_to_check(world):
    for name in ("places_check", "places_file"):
        assert get(world, name).status_code == 404


def test_another_site_does_not_have_the_page(world):
    published(world)
    path = reverse("places_check", args=[world.campaign.translation_key])
    assert Client().get(path, headers={"host": world.school.site.hostname}).status_code == 404
    assert get(world, "places_check").status_code == 200


def test_a_campaign_that_not_everybody_may_read_has_neither_page_nor_file(world):
    published(world)
    PageViewRestriction.objects.create(page=world.campaign, restriction_type=PageViewRestriction.LOGIN)
    for name in ("places_check", "places_file"):
        assert get(world, name).status_code == 404


def test_the_file_alone_is_enough_for_the_check(world, tmp_path, capsys):
    published(world)
    text = text_of(get(world, "places_file"))
    assert check(text.splitlines()).problems == []
    file = tmp_path / "phan-cho.csv"
    file.write_text(text, encoding="utf-8")
    call_command("allocation_check", str(file))
    assert capsys.readouterr().out.startswith("Everything holds: 8 applications, 15 wishes, 3 classes.")
    file.write_text(text.replace(",admitted", ",waiting", 1), encoding="utf-8")
    with pytest.raises(CommandError, match="The file does not hold"):
        call_command("allocation_check", str(file))


def test_nobody_is_named(world):
    published(world)
    texts = [text_of(get(world, "places_file")), text_of(get(world, "places_check"))]
    texts.append(text_of(get(world, "places_check", f"?class={world.school.pk}/a")))
    for application in (*world.people, world.few):
        for text in texts:
            assert application.submission.reference not in text
    assert all("Nguyễn Văn Thử" not in text for text in texts)
    assert world.people[0].lot_code in texts[2]


def test_a_class_with_few_wishes_is_not_told(world):
    published(world)
    assert f"class,{world.school.pk}/c," in (text := text_of(get(world, "places_file")))
    assert f",{world.school.pk}/c," not in "\n".join(
        line for line in text.splitlines() if line.startswith("row,")
    )
    assert f"?class={world.school.pk}%2Fc" not in text_of(get(world, "places_check"))
    lines = text_of(get(world, "places_check", f"?class={world.school.pk}/c"))
    assert world.people[0].lot_code not in lines
    assert get(world, "places_check", "?class=0/x").status_code == 404


def test_the_seed_is_told_with_the_publication_and_not_before(world):
    seed = seed_opened(LotSeed.objects.get(campaign=world.campaign)).seed
    before = Client().get(world.campaign.url, headers={"host": world.department.site.hostname})
    text = before.content.decode()
    assert seed not in text
    assert LotSeed.objects.get(campaign=world.campaign).fingerprint in text
    published(world)
    assert seed in text_of(get(world, "places_check"))


def test_the_file_stays_as_it_is_when_an_application_is_erased(world):
    published(world)
    before = text_of(get(world, "places_file"))
    world.few.submission.delete()
    assert text_of(get(world, "places_file")) == before


def test_when_the_last_application_is_gone_only_totals_stay(world):
    run = published(world)
    assert sheets_purge() == 0
    for application in (*world.people, world.few):
        application.submission.delete()
    assert sheets_purge() == 2
    assert get(world, "places_file").status_code == 404
    page = text_of(get(world, "places_check"))
    assert 'class="num">7</td>' in page
    assert "?class=" not in page
    assert world.people[0].lot_code not in page
    run.refresh_from_db()
    assert run.totals


def test_what_was_taken_back_is_not_shown(world):
    run = published(world)
    worked(world, AllocationWork.TAKE_BACK, world.chief, allocation=run, reason="Sai địa bàn.")
    assert get(world, "places_check").status_code == 404


def test_any_number_of_children_takes_as_many_queries(world, django_assert_max_num_queries):
    published(world)
    get(world, "places_file")
    with django_assert_max_num_queries(10):
        text_of(get(world, "places_file"))


def test_parents_read_why(department, school):
    world = make_world(department, school, code="HS03")
    people = [apply(world, 32.5 - number, wishes="ab") for number in range(8)]
    published(world)

    def said(application, position: int) -> str:
        application.refresh_from_db()
        with translation.override("en"):
            return " ".join(explain(application, application.wishes.get(position=position)))

    lot = people[0].wishes.get(position=1).allocation_rows.get().lot
    assert said(people[0], 1) == (
        "2 places, 8 wishes; your child came 1 in the order of this class. "
        f"Your child had: 32.5 points, lot {lot}. So your child has a place here."
    )
    assert "was not needed" in said(people[0], 2)
    assert "your child came 1 place behind the last one" in said(people[2], 1)
    assert "takes the place of the later wish" in said(people[2], 1)
    assert "number 3 on the waiting list" in said(people[7], 2)


def test_the_score_of_the_last_child_is_told_where_five_were_admitted(department, school):
    world = make_world(department, school, code="HS03", uses_catchment=True)
    make_notice(school, world.campaign, ("d", 5))
    people = [apply(world, 30 - number, wishes="a", catchment=1) for number in range(7)]
    for application in people:
        application.wishes.update(track="d")
    published(world)
    people[6].refresh_from_db()
    with translation.override("vi"):
        vietnamese = " ".join(explain(people[6], people[6].wishes.get()))
    with translation.override("en"):
        english = " ".join(explain(people[6], people[6].wishes.get()))
    assert "catchment group 1, 26 points, lot " in english
    assert "26" in vietnamese


def test_parents_read_what_their_child_had(department, school):
    world = make_world(department, school, code="HS03", uses_catchment=True)
    people = [apply(world, 30 - number, wishes="a", catchment=number % 2) for number in range(6)]
    people[0].wishes.update(points=Decimal("1.5"))
    people[1].wishes.update(is_first=True)
    published(world)

    def own(application) -> str:
        application.refresh_from_db()
        with translation.override("en"):
            return explain(application, application.wishes.get())[1]

    lots = [one.wishes.get().allocation_rows.get().lot for one in people]
    assert own(people[0]) == (
        f"Your child had: outside of the catchment area, 31.5 points, of which 1.5 added, lot {lots[0]}."
    )
    assert own(people[1]) == f"Your child had: admitted before all others, lot {lots[1]}."
    assert own(people[3]) == f"Your child had: catchment group 1, 27 points, lot {lots[3]}."


def test_where_lots_decide_scores_and_points_are_not_told(department, school):
    world = make_world(department, school, code="HS03", ranking=Ranking.LOT)
    one = apply(world, 30, wishes="a")
    published(world)
    one.refresh_from_db()
    with translation.override("en"):
        assert explain(one, one.wishes.get())[1] == (
            f"Your child had: lot {one.wishes.get().allocation_rows.get().lot}."
        )


def test_a_place_that_was_given_up_is_explained(world):
    published(world)
    one = next(a for a in world.people if a.wishes.filter(outcome="admitted").exists())
    one.refresh_from_db()
    application_move(application=one, to=ApplicationState.DECLINED)
    one.wishes.update(outcome="given_up")
    with translation.override("en"):
        assert explain(one, one.wishes.first())[-1] == "This place was given up."


def test_without_an_assignment_nothing_is_explained(world):
    assert explain(world.people[0], world.people[0].wishes.first()) == []
