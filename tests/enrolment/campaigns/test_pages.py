"""What parents read of a campaign, its schools and their notices (W8.4c, W9.4, W9.8)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from enrolment.models import (
    AdmissionNoticePage,
    CampaignPage,
    CampaignPhase,
    CatchmentArea,
    EnrolmentPage,
    OnlineAdmissionPage,
    PriorityCategory,
)
from sections.models import InformationPage
from tests.enrolment.making_applications import make_campaign, make_notice
from tests.factories import make_institution, make_page, section_of


@pytest.fixture
def other(department):
    return make_institution("THCS2", "Trường Trung học phổ thông Đồi Chè", "upper_secondary", department)


@pytest.fixture
def campaign(department):
    page = make_campaign(
        department,
        uses_catchment=True,
        eligibility="<p>Trẻ sinh năm 2020.</p>",
        draw_source="Giải nhất xổ số ngày 12/06",
    )
    now = timezone.now()
    for kind, first, last in (("apply", -9, 9), ("result", 20, 30)):
        CampaignPhase.objects.create(
            page=page, kind=kind, starts_at=now + timedelta(days=first), ends_at=now + timedelta(days=last)
        )
    PriorityCategory.objects.create(
        page=page, code="con_liet_si", name="Con liệt sĩ", evidence="Bản sao giấy chứng nhận", points=2
    )
    return page


@pytest.fixture
def notice(school, campaign):
    page = make_notice(school, campaign, ("lop1", 70), ("song_ngu", 35))
    CatchmentArea.objects.create(page=page, commune="Phường Bến Đò", part="Tổ 1", group=2)
    return page


def read(page, institution, query: str = "", **headers):
    address = page.relative_url(institution.site) + query
    return Client().get(address, headers={"host": institution.site.hostname} | headers)


def text_of(response) -> str:
    return response.content.decode()


def test_an_open_campaign_says_so_and_leads_to_the_form(department, campaign, notice):
    said = text_of(read(campaign, department))
    assert f"{timezone.localtime(campaign.closes_at):%H:%M %d/%m/%Y}" in said
    assert campaign.relative_url(department.site) + "ho-so/" in said
    assert "Con liệt sĩ" in said
    assert "Bản sao giấy chứng nhận" in said


def test_a_campaign_to_come_has_no_button(department):
    page = make_campaign(department, opens=2)
    assert 'class="button" href' not in text_of(read(page, department)).split("<footer")[0]


def test_a_parent_finds_the_school_by_commune(department, campaign, notice, other):
    far = make_notice(other, campaign, ("lop1", 30))
    CatchmentArea.objects.create(page=far, commune="Xã Đồi Chè")
    everything = text_of(read(campaign, department))
    assert notice.title not in everything
    assert "Đồi Chè" in everything
    answer = text_of(read(campaign, department, "?commune=phuong+ben+do"))
    rows = answer.split('id="schools"')[1]
    assert "Phường Bến Đò: Tổ 1" in rows
    assert "Trường Trung học phổ thông Đồi Chè" not in rows


def test_a_school_is_found_by_its_name_without_diacritics(department, campaign, notice, other):
    make_notice(other, campaign, ("lop1", 30))
    rows = text_of(read(campaign, department, "?q=trung+hoc+pho+thong+doi+che")).split('id="schools"')[1]
    assert "Trường Trung học phổ thông Đồi Chè" in rows
    assert "70" not in rows.split("<table")[1]


@pytest.mark.parametrize(
    "query", ["?commune=%00", "?q=" + "a" * 500, "?page=abc", "?commune=x&commune=y", "?format=exe"]
)
def test_a_strange_address_is_answered_like_any_other(department, campaign, notice, query):
    assert read(campaign, department, query).status_code == 200


def test_quotas_are_data_for_everybody(department, school, campaign, notice):
    answer = read(campaign, department, "?format=json").json()
    assert answer["count"] == 2
    assert {item["class_code"]: item["quota"] for item in answer["items"]} == {"lop1": 70, "song_ngu": 35}
    assert answer["items"][0]["school_code"] == school.code
    csv = read(campaign, department, "?format=csv")
    assert "song_ngu" in csv.content.decode("utf-8-sig")
    assert read(campaign, department, "?format=xlsx").content[:2] == b"PK"


def test_phases_are_a_calendar_to_subscribe_to(department, campaign):
    for page in (campaign, section_of(department, OnlineAdmissionPage)):
        body = text_of(read(page, department, "?format=ics"))
        assert body.count("BEGIN:VEVENT") == 2
        assert "TZID=Asia/Ho_Chi_Minh" in body


def test_the_print_view_has_all_schools(department, campaign, notice):
    answer = read(campaign, department, "?print=1")
    assert answer["X-Robots-Tag"] == "noindex"
    assert "song_ngu" in text_of(answer)


def test_others_add_parts_and_ways_to_an_application(department, campaign, monkeypatch):
    monkeypatch.setattr(
        CampaignPage,
        "extra_parts",
        [lambda page, request: {"id": "xs", "title": "Bốc thăm", "template": "components/icon.html"}],
    )
    monkeypatch.setattr(
        CampaignPage, "own_urls", [lambda page, request: {"text": "Hồ sơ của tôi", "url": "/x/"}]
    )
    said = text_of(read(campaign, department))
    assert '<h2 id="xs">Bốc thăm</h2>' in said
    assert '<a href="/x/">Hồ sơ của tôi</a>' in said


def test_a_notice_shows_its_classes_and_the_campaign(school, department, campaign, notice):
    said = text_of(read(notice, school))
    assert "Lớp song_ngu" in said
    assert "105" in said
    assert campaign.title in said
    assert f"{department.site.hostname}" in said


def test_a_notice_of_a_campaign_that_left_its_site_names_none(school, campaign, notice):
    CampaignPage.objects.filter(pk=campaign.pk).update(live=False)
    said = text_of(read(notice, school))
    assert campaign.title not in said


def test_sections_list_campaigns_notices_and_older_entries(department, school, campaign, notice):
    online = section_of(school, OnlineAdmissionPage)
    make_page(
        online, InformationPage, title="Hướng dẫn cũ", slug="huong-dan-cu", author_name="a", source_name="b"
    )
    enrolment = section_of(school, EnrolmentPage)
    make_page(
        enrolment, InformationPage, title="Kế hoạch cũ", slug="ke-hoach-cu", author_name="a", source_name="b"
    )
    own = text_of(read(section_of(department, OnlineAdmissionPage), department))
    assert campaign.title in own
    said = text_of(read(online, school))
    assert "Hướng dẫn cũ" in said
    assert campaign.title in said
    said = text_of(read(enrolment, school))
    assert "Kế hoạch cũ" in said
    assert notice.title in said
    assert campaign.title in said


def test_feeds_tell_of_campaigns_and_notices(department, school, campaign, notice):
    for institution, part, page in ((department, "dot-tuyen-sinh", campaign), (school, "tuyen-sinh", notice)):
        host = institution.site.hostname
        for kind in ("rss", "atom", "json"):
            answer = Client().get(f"/tin-tuc/{part}/feed.{kind}", headers={"host": host})
            assert page.title in answer.content.decode(), (part, kind)


def test_as_many_queries_for_many_schools_as_for_few(
    department, school, campaign, notice, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count():
        read(campaign, department, "?q=truong")
        with CaptureQueriesContext(connection) as found:
            assert read(campaign, department, "?q=truong&page=1").status_code == 200
        return len(found)

    few = count()
    section = section_of(school, EnrolmentPage)
    from enrolment.models import AdmissionTrack

    pages = [
        make_page(
            section,
            AdmissionNoticePage,
            title=f"Thông báo {n}",
            slug=f"nhieu-{n}",
            school_year="2026-2027",
            campaign=campaign,
            author_name="a",
            source_name="b",
        )
        for n in range(6)
    ]
    AdmissionTrack.objects.bulk_create(
        AdmissionTrack(page=page, code=f"l{page.pk}", name="Lớp", quota=5) for page in pages
    )
    assert count() == few
