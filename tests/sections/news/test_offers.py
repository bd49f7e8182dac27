"""Articles between boards: offered, read, taken over by the board's own approval, renewed, followed (W8.2, W9.2, W11.1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from common.references import refused_references
from editorial.desk import desk_for
from editorial.models.four_eyes import writers_since_publication
from network.models import Institution, Letter
from sections.models import ArticleFile, ArticleOffer, ArticlePage, NewsIndexPage, OfferAnswer
from sections.offers.desk import OffersPart
from sections.offers.selectors import Standing, outdated, received_by, standing_counts, standing_of_members
from sections.offers.services import (
    DAY_MISSING,
    ENDED,
    IN_CHAIN,
    NO_MEMBERS,
    NOT_LEADING,
    NOT_ON_BOARD,
    NOT_OWN,
    OPEN_ALREADY,
    REASON_MISSING,
    SOURCE_GONE,
    TAKEN_ALREADY,
    article_renew,
    offer_decline,
    offer_end,
    offer_make,
    offer_read,
    offer_take_over,
)
from tests.factories import make_member, make_page, make_user, section_of
from tests.sections.news.conftest import browser

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 9, 1, 8, tzinfo=ZONE)
DUE = date(2026, 9, 5)


def write_article(institution, title="Kế hoạch năm học", **fields) -> ArticlePage:
    fields = {
        "summary": "Tóm tắt.",
        "author_name": "Phòng Chính trị",
        "source_name": institution.name,
        "body": [("paragraph", "<p>Nội dung.</p>")],
        "first_published_at": NOW - timedelta(days=1),
        "last_published_at": NOW - timedelta(days=1),
    } | fields
    return make_page(section_of(institution, NewsIndexPage), ArticlePage, title=title, **fields)


def texts(error) -> list[str]:
    return error.value.messages


@pytest.fixture
def article(net):
    return write_article(net.hs)


@pytest.fixture
def offer(article, people):
    return offer_make(page=article, user=people.chief_hs, direction="down", now=NOW)


def test_a_member_takes_an_offered_article_over_as_a_draft_of_its_own(net, people, offer, article):
    page = offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    assert page.get_parent().specific == section_of(net.a, NewsIndexPage)
    assert not page.live
    assert (page.author_name, page.source_name) == ("Phòng Chính trị", net.hs.name)
    assert page.is_republished
    assert page.source_url == article.full_url
    assert page.reuse_terms == "quote"
    assert str(page.body) == str(article.body)
    assert page.date == date(2026, 9, 1)
    assert writers_since_publication(page) == [people.author.pk]
    answer = OfferAnswer.objects.get(offer=offer, institution=net.a)
    assert (answer.page_id, answer.taken_name) == (page.pk, people.author.get_full_name())
    assert answer.read_at == NOW


def test_pictures_files_and_links_come_along_with_their_makers(net, people, article):
    picture = get_image_model().objects.create(
        title="Lễ khai giảng",
        description="Học sinh xếp hàng",
        file=get_test_image_file(size=(40, 30)),
        collection=net.hs.collection,
        author_name="Lê An",
        source_name=net.hs.name,
        people_shown="nobody",
    )
    document = get_document_model().objects.create(
        title="Phụ lục",
        file=ContentFile(b"%PDF-1.4", name="phu-luc.pdf"),
        collection=net.hs.collection,
        author_name="Lê An",
        source_name=net.hs.name,
    )
    page = write_article(
        net.hs,
        "Bài có ảnh",
        image=picture,
        body=[
            ("figure", {"image": picture, "alt": "", "decorative": False, "caption": ""}),
            ("file", {"document": document, "title": ""}),
            (
                "paragraph",
                f'<p><a linktype="page" id="{article.pk}">bài</a> <a linktype="document" id="{document.pk}">tệp</a></p>',
            ),
        ],
    )
    ArticleFile.objects.create(page=page, file=document, sort_order=0)
    offered = offer_make(page=page, user=people.chief_hs, direction="down", now=NOW)
    taken = offer_take_over(offer=offered, institution=net.a, user=people.author, now=NOW)
    taken = ArticlePage.objects.get(pk=taken.pk)
    copy = taken.image
    assert copy.pk != picture.pk
    assert copy.collection_id == net.a.collection_id
    assert (copy.author_name, copy.description, copy.is_republished) == ("Lê An", "Học sinh xếp hàng", True)
    assert copy.source_url == page.full_url
    copied_file = taken.files.get().file
    assert copied_file.collection_id == net.a.collection_id
    figure, file, paragraph = taken.body
    assert figure.value["image"] == copy
    assert file.value["document"] == copied_file
    assert article.full_url in str(paragraph.value.source)
    assert f'id="{copied_file.pk}"' in paragraph.value.source
    assert taken.get_latest_revision_as_object().files.get().file == copied_file
    assert refused_references(taken, people.author) is None
    assert get_image_model().objects.filter(collection=net.a.collection).count() == 1


def test_a_board_takes_an_article_over_once(net, people, offer):
    offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    with pytest.raises(ValidationError) as error:
        offer_take_over(offer=offer, institution=net.a, user=people.chief, now=NOW)
    assert texts(error) == [str(TAKEN_ALREADY)]


@pytest.mark.parametrize("who", ["chief_b", "chief_hs", "stranger"])
def test_nobody_answers_for_a_board_on_which_they_do_not_serve(net, people, offer, who):
    user = make_user() if who == "stranger" else getattr(people, who)
    for act in (offer_take_over, offer_read):
        with pytest.raises(ValidationError) as error:
            act(offer=offer, institution=net.a, user=user, now=NOW)
        assert texts(error) == [str(NOT_ON_BOARD)]


def test_an_offer_for_some_kinds_of_school_is_none_for_others(net, people, article):
    found = offer_make(page=article, user=people.chief_hs, direction="down", types=["primary"], now=NOW)
    assert [row.offer for row in received_by([net.b], on=DUE)] == [found]
    assert received_by([net.a], on=DUE) == []
    with pytest.raises(ValidationError):
        offer_take_over(offer=found, institution=net.a, user=people.chief, now=NOW)


def test_a_member_proposes_an_article_to_its_authority_which_decides_itself(net, people):
    page = write_article(net.a, "Học sinh đạt giải")
    with pytest.raises(ValidationError) as error:
        offer_make(page=page, user=people.editor, direction="down", now=NOW)
    assert texts(error) == [str(NO_MEMBERS)]
    proposal = offer_make(page=page, user=people.editor, direction="up", note="Kính đề nghị", now=NOW)
    assert proposal.receiver == net.hs
    taken = offer_take_over(offer=proposal, institution=net.hs, user=people.editor_hs, now=NOW)
    assert taken.source_name == net.a.name
    assert not taken.live


def test_what_came_from_another_board_is_offered_by_nobody_else(net, people, offer):
    taken = offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    Page.objects.filter(pk=taken.pk).update(live=True)
    with pytest.raises(ValidationError) as error:
        offer_make(page=taken, user=people.chief, direction="up", now=NOW)
    assert texts(error) == [str(NOT_OWN)]


def test_an_author_offers_nothing_and_nothing_is_offered_twice(net, people, offer, article):
    author = make_member(net.hs, "author")
    with pytest.raises(ValidationError) as error:
        offer_make(page=article, user=author, direction="down", now=NOW)
    assert texts(error) == [str(NOT_ON_BOARD)]
    with pytest.raises(ValidationError) as error:
        offer_make(page=article, user=people.chief_hs, direction="down", now=NOW)
    assert texts(error) == [str(OPEN_ALREADY)]


def test_only_who_leads_the_board_makes_an_article_mandatory(net, people, article):
    with pytest.raises(ValidationError) as error:
        offer_make(page=article, user=people.editor_hs, direction="down", duty="read", due_on=DUE, now=NOW)
    assert texts(error) == [str(NOT_LEADING)]
    with pytest.raises(ValidationError) as error:
        offer_make(page=article, user=people.chief_hs, direction="down", duty="read", now=NOW)
    assert texts(error) == [str(DAY_MISSING)]


def test_the_chief_editors_of_the_members_are_told_of_what_is_mandatory(net, people, article):
    offer_make(page=article, user=people.chief_hs, direction="down", duty="read", due_on=DUE, now=NOW)
    told = Letter.objects.filter(kind="sections.offer_mandatory").values_list("user", flat=True)
    assert set(told) == {people.chief.pk, people.chief_b.pk}


def test_the_database_keeps_a_duty_with_its_day(net, article):
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleOffer.objects.create(
            page_id=article.pk, title="x", institution=net.hs, direction="down", duty="read"
        )


def test_declining_needs_a_reason(net, people, offer):
    with pytest.raises(ValidationError) as error:
        offer_decline(offer=offer, institution=net.a, user=people.author, reason=" ", now=NOW)
    assert texts(error) == [str(REASON_MISSING)]
    answer = offer_decline(
        offer=offer, institution=net.a, user=people.author, reason="Không phù hợp", now=NOW
    )
    assert (answer.declined_at, answer.read_at) == (NOW, NOW)


def test_an_offer_that_has_ended_or_lost_its_article_cannot_be_taken(net, people, offer, article):
    Page.objects.filter(pk=article.pk).update(live=False)
    with pytest.raises(ValidationError) as error:
        offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    assert texts(error) == [str(SOURCE_GONE)]
    offer_end(offer=offer, user=people.editor_hs, now=NOW)
    with pytest.raises(ValidationError) as error:
        offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    assert texts(error) == [str(ENDED)]


def test_a_newer_version_of_the_source_is_told_and_taken_into_the_draft(net, people, offer, article):
    taken = offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    assert outdated([net.a]) == []
    ArticlePage.objects.filter(pk=article.pk).update(
        summary="Tóm tắt mới.", last_published_at=NOW + timedelta(hours=1)
    )
    (answer,) = outdated([net.a])
    assert answer.page_id == taken.pk
    assert answer.is_outdated()
    article_renew(answer=answer, user=people.editor)
    draft = ArticlePage.objects.get(pk=taken.pk).get_latest_revision_as_object()
    assert draft.summary == "Tóm tắt mới."
    assert draft.date == date(2026, 9, 1)
    assert outdated([net.a]) == []
    assert people.editor.pk in writers_since_publication(draft)


def test_an_article_in_the_chain_is_not_written_over(net, people, offer, article):
    taken = offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    browser_ = browser(net.a, people.author)
    taken.get_workflow().start(taken, people.author)
    ArticlePage.objects.filter(pk=article.pk).update(last_published_at=NOW + timedelta(hours=1))
    (answer,) = outdated([net.a])
    with pytest.raises(ValidationError) as error:
        article_renew(answer=answer, user=people.editor)
    assert texts(error) == [str(IN_CHAIN)]
    assert browser_.post(reverse("sections_offer_renew", args=[answer.pk])).status_code == 302


def test_the_source_of_what_was_taken_over_cannot_be_rewritten_in_the_form(net, people, offer):
    taken = offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    form_class = taken.get_edit_handler().get_form_class()
    form = form_class(instance=taken, for_user=people.author, parent_page=taken.get_parent())
    assert form.fields["source_name"].disabled
    assert form.fields["source_url"].disabled
    assert not form.fields["title"].disabled


def answer_for(offer, institution, **fields):
    return OfferAnswer.objects.create(offer=offer, institution=institution, **fields)


def test_the_authority_sees_who_read_in_time_late_and_not_at_all(net, people, article):
    found = offer_make(page=article, user=people.chief_hs, direction="down", duty="read", due_on=DUE, now=NOW)
    assert standing_counts(found, on=DUE) == {"done": 0, "done_late": 0, "waiting": 2, "late": 0}
    answer_for(found, net.a, read_at=NOW)
    after = DUE + timedelta(days=1)
    assert standing_counts(found, on=after) == {"done": 1, "done_late": 0, "waiting": 0, "late": 1}
    answer_for(found, net.b, read_at=NOW + timedelta(days=9))
    rows = {row.pk: row.standing for row in standing_of_members(found, on=after)}
    assert rows == {net.a.pk: Standing.DONE, net.b.pk: Standing.DONE_LATE}


def test_what_must_be_published_is_done_when_it_is_on_the_site(net, people, article):
    found = offer_make(
        page=article, user=people.chief_hs, direction="down", duty="publish", due_on=DUE, now=NOW
    )
    taken = offer_take_over(offer=found, institution=net.a, user=people.author, now=NOW)
    assert standing_counts(found, on=DUE)["done"] == 0
    Page.objects.filter(pk=taken.pk).update(live=True, first_published_at=NOW)
    assert standing_counts(found, on=DUE)["done"] == 1


def add_members(net, number: int) -> None:
    """Institutions with a site, written in bulk: their rows are what counts."""
    base = Institution.objects.filter(depth=2).count()
    made = []
    for place in range(number):
        made.append(
            Institution(
                code=f"X{base + place}",
                name=f"Trường {base + place}",
                type="primary",
                kind="facility",
                depth=2,
                path=net.hs.path + Institution._int2str(base + place + 1).rjust(Institution.steplen, "0"),
                site=Site.objects.create(
                    hostname=f"x{base + place}.example.vn", root_page=Page.objects.get(depth=1)
                ),
            )
        )
    Institution.objects.bulk_create(made)


def test_the_authority_s_screen_and_desk_cost_the_same_with_many_members(net, people, article):
    found = offer_make(page=article, user=people.chief_hs, direction="down", duty="read", due_on=DUE, now=NOW)
    client = browser(net.hs, people.chief_hs)

    def cost() -> tuple[int, int]:
        client.get(reverse("sections_offer", args=[found.pk]))
        with CaptureQueriesContext(connection) as screen:
            assert client.get(reverse("sections_offer", args=[found.pk])).status_code == 200
        with CaptureQueriesContext(connection) as desk:
            assert OffersPart().context(desk_for(people.chief_hs, NOW))["mandatory"]
        return len(screen), len(desk)

    few = cost()
    add_members(net, 60)
    for member in Institution.objects.filter(code__startswith="X")[:30]:
        answer_for(found, member, read_at=NOW)
    assert standing_counts(found, on=DUE) == {"done": 30, "done_late": 0, "waiting": 32, "late": 0}
    assert cost() == few


def test_the_desk_of_a_member_shows_what_is_due_and_what_is_late(net, people, article):
    offer_make(page=article, user=people.chief_hs, direction="down", duty="read", due_on=DUE, now=NOW)
    client = browser(net.a, people.author)
    part = OffersPart().context(desk_for(people.author, NOW))
    assert [(row.offer.title, row.is_late) for row in part["rows"]] == [("Kế hoạch năm học", False)]
    assert "05/09/2026" in client.get(reverse("wagtailadmin_home")).content.decode()
    late = OffersPart().context(desk_for(people.author, NOW + timedelta(days=9)))
    assert late["rows"][0].is_late
    offer_read(offer=late["rows"][0].offer, institution=net.a, user=people.author, now=NOW)
    assert OffersPart().context(desk_for(people.author, NOW)) is None


def test_the_screens_walk_from_the_offer_to_the_draft(net, people, article):
    chief = browser(net.hs, people.chief_hs)
    url = reverse("sections_offer_new", args=[article.pk])
    assert chief.get(url).status_code == 200
    response = chief.post(
        url, {"direction": "down", "duty": "read", "due_on": "2099-09-05", "types": [], "note": "Đề nghị đọc"}
    )
    found = ArticleOffer.objects.get()
    assert response["Location"] == reverse("sections_offer", args=[found.pk])
    author = browser(net.a, people.author)
    assert "Kế hoạch năm học" in author.get(reverse("sections_offers")).content.decode()
    received = reverse("sections_offer_received", args=[found.pk, net.a.pk])
    assert "Đề nghị đọc" in author.get(received).content.decode()
    response = author.post(received, {"take": "1"})
    taken = ArticlePage.objects.exclude(pk=article.pk).get(title="Kế hoạch năm học")
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[taken.pk])
    assert author.get(response["Location"]).status_code == 200


def test_another_board_s_offers_do_not_exist(net, people, offer):
    stranger = browser(net.a, people.author)
    assert stranger.get(reverse("sections_offer", args=[offer.pk])).status_code == 404
    assert stranger.post(reverse("sections_offer_end", args=[offer.pk])).status_code == 404
    foreign = reverse("sections_offer_received", args=[offer.pk, net.b.pk])
    assert stranger.get(foreign).status_code == 404
    assert stranger.get(reverse("sections_offer_received", args=[offer.pk, net.hs.pk])).status_code == 404


def test_readers_see_where_an_article_was_taken_from(net, people, offer, article):
    taken = offer_take_over(offer=offer, institution=net.a, user=people.author, now=NOW)
    Page.objects.filter(pk=taken.pk).update(live=True)
    html = browser(net.a).get(taken.get_url_parts()[2]).content.decode()
    assert f'href="{article.full_url}"' in html
    assert 'class="origin"' in html
