"""Notices as spreadsheets and as open data; what machines read of them; the criterion of W9.8."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import PageViewRestriction

from assessment.admission import notice_lacks
from assessment.choices import State
from assessment.selectors.findings import site_findings
from common.models import site_path
from enrolment.campaigns.exchange import (
    NOTICES,
    read_areas,
    read_classes,
    school_year,
    show_areas,
    show_classes,
    write_areas,
    write_classes,
)
from enrolment.campaigns.opendata import quota_records
from enrolment.campaigns.selectors import places_of
from enrolment.models import AdmissionNoticePage, CatchmentArea, EnrolmentPage
from tests.enrolment.making_applications import make_campaign, make_notice
from tests.factories import make_institution, section_of


def test_classes_are_read_as_they_are_written():
    rows = read_classes("Lớp đại trà | 315 | dai_tra | Toán, Văn\nLớp tiếng Pháp | 35")
    assert rows == [
        ("dai_tra", "Lớp đại trà", 315, "Toán, Văn"),
        ("lop_tieng_phap", "Lớp tiếng Pháp", 35, ""),
    ]
    assert read_classes(show_classes(rows)) == rows


def test_areas_are_read_as_they_are_written():
    rows = read_areas("Phường Bến Gỗ | Tổ 1, 2 | 2 | 00166\nXã Cồn Sẻ")
    assert rows == [("Phường Bến Gỗ", "Tổ 1, 2", "00166", 2), ("Xã Cồn Sẻ", "", "", 1)]
    assert read_areas(show_areas(rows)) == rows


@pytest.mark.parametrize(
    "text", ["Lớp 10", "Lớp 10 | nhiều", "Lớp 10 | -3", "A | 1 | x\nB | 2 | x", " | 5", "A | ３"]
)
def test_a_wrong_class_is_refused_with_a_sentence(text):
    with pytest.raises(ValidationError):
        read_classes(text)


@pytest.mark.parametrize("text", [" | Tổ 1", "Xã A | | 10", "Xã A | | 1 | ab", "Xã A | | 1 | 123"])
def test_a_wrong_area_is_refused_with_a_sentence(text):
    with pytest.raises(ValidationError):
        read_areas(text)


def test_a_school_year_has_both_years():
    assert school_year("2026 – 2027") == "2026-2027"
    with pytest.raises(ValidationError):
        school_year("2026")


def test_rows_are_put_on_a_notice_and_keep_their_keys(department, school):
    notice = make_notice(school, make_campaign(department), ("a", 1), ("b", 2))
    CatchmentArea.objects.create(page=notice, commune="Xã Cũ")
    page = AdmissionNoticePage.objects.get(pk=notice.pk)
    keys = {track.code: track.pk for track in page.tracks.all()}
    write_classes(page, read_classes("Lớp B | 20 | b\nLớp C | 30 | c"))
    write_areas(page, read_areas("Xã Mới"))
    page.tracks.commit()
    page.catchments.commit()
    page = AdmissionNoticePage.objects.get(pk=notice.pk)
    assert [(t.code, t.quota) for t in page.tracks.all()] == [("b", 20), ("c", 30)]
    assert page.tracks.get(code="b").pk == keys["b"]
    assert [area.commune for area in page.catchments.all()] == ["Xã Mới"]


def test_a_row_names_a_campaign_of_its_authorities_only(department, school):
    section = section_of(school, EnrolmentPage)
    campaign = make_campaign(department)
    foreign = make_campaign(make_institution("SLE", "Sở khác", "department"))
    values = {"campaign": campaign.title}
    assert NOTICES.resolve(section, values) == {}
    assert (values["campaign"], values["grade"]) == (campaign, campaign.grade)
    assert "campaign" in NOTICES.resolve(section, {"campaign": foreign.title})


def test_quotas_are_open_data(department, school):
    make_notice(school, make_campaign(department), ("a", 10), ("b", 20))
    page = section_of(school, EnrolmentPage)
    request = Client().get("/").wsgi_request
    found = quota_records(page, request)
    assert [row["quota"] for row in found.slice(0, 9)] == [10, 20]
    request = Client().get("/?year=2030-2031").wsgi_request
    assert quota_records(page, request).count == 0


def test_a_notice_that_not_everybody_may_read_offers_and_tells_nothing(department, school):
    campaign = make_campaign(department)
    notice = make_notice(school, campaign, ("a", 10))
    assert [place.track.code for place in places_of(campaign)] == ["a"]
    PageViewRestriction.objects.create(page=notice, restriction_type=PageViewRestriction.LOGIN)
    assert places_of(campaign) == []
    request = Client().get("/").wsgi_request
    assert quota_records(section_of(school, EnrolmentPage), request).count == 0


def test_machines_read_a_programme(department, school):
    notice = make_notice(school, make_campaign(department), ("a", 10))
    answer = Client().get(notice.relative_url(school.site), headers={"host": school.site.hostname})
    assert '"EducationalOccupationalProgram"' in answer.content.decode()
    assert '"maximumEnrollment": 10' in answer.content.decode().replace(":10", ": 10")


def test_the_criterion_names_what_the_notice_does_not_say(department, school):
    notice = make_notice(school, None or make_campaign(department), ("a", 10), exam_at=None, method="exam")
    root = site_path(notice.path)
    assert notice_lacks([root]) == {root: ("method", "who", "components", "exam")}
    finding = next(f for f in site_findings(school) if f.criterion.key == "W9.8")
    assert finding.state == State.PARTLY
    notice.method_text, notice.audience, notice.components = "<p>x</p>", "Trẻ 6 tuổi", "<p>y</p>"
    notice.method = "review"
    AdmissionNoticePage.objects.filter(pk=notice.pk).update(
        method_text="<p>x</p>", audience="Trẻ 6 tuổi", components="<p>y</p>", method="review"
    )
    assert notice_lacks([root]) == {root: ()}
