import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from network.choices import InstitutionType
from privacy.services import notice_publish
from tests.factories import make_institution

TEXTS = {"title": "Quy chế mới", "summary": "Tóm tắt", "body": "<p>Bản hai</p>", "changes": "Thêm mục 13"}


def get(institution, path="/thong-tin-ca-nhan/"):
    return Client().get(path, headers={"host": institution.site.hostname})


def test_the_page_names_institution_forms_fields_purposes_and_recipients(school):
    html = get(school).content.decode()
    for shown in (
        "Trường Tiểu học Đồi Chè",
        "doiche@example.edu.vn",
        'href="/gop-y/"',
        "tiếp nhận, xem xét và giải quyết",
        "Sở Giáo dục và Đào tạo Hòa Sơn",
        "Thông tư số 25/2010/TT-BTTTT",
    ):
        assert shown in html


def test_it_speaks_english(school):
    html = get(school, "/en/thong-tin-ca-nhan/").content.decode()
    assert "Regulation on the protection of personal information" in html
    assert "receiving, examining and settling" in html
    assert 'lang="en"' in html


def test_a_reader_gets_no_cookie(school):
    for path in ("/thong-tin-ca-nhan/", "/en/thong-tin-ca-nhan/", "/thong-tin-ca-nhan/phien-ban/1/"):
        response = get(school, path)
        assert response.status_code == 200
        assert not response.cookies


def test_earlier_versions_stay_and_say_that_they_are_old(school):
    notice_publish(institution=school, texts=TEXTS, approved_by=None)
    now, before = (
        get(school).content.decode(),
        get(school, "/thong-tin-ca-nhan/phien-ban/1/").content.decode(),
    )
    assert "Bản hai" in now
    assert "Thêm mục 13" in now
    assert "Bản hai" not in before
    assert 'href="/thong-tin-ca-nhan/phien-ban/1/"' in now
    assert 'content="noindex"' in before


@pytest.mark.parametrize("number", [0, 7, 10**12])
def test_a_version_that_does_not_exist_is_not_found(school, number):
    assert get(school, f"/thong-tin-ca-nhan/phien-ban/{number}/").status_code == 404


def test_a_version_of_another_institution_is_not_found(school, department):
    notice_publish(institution=department, texts=TEXTS, approved_by=None)
    assert get(department, "/thong-tin-ca-nhan/phien-ban/2/").status_code == 200
    assert get(school, "/thong-tin-ca-nhan/phien-ban/2/").status_code == 404


def test_the_page_takes_nothing(school):
    response = Client().post("/thong-tin-ca-nhan/", headers={"host": school.site.hostname})
    assert response.status_code == 405


def test_the_number_of_queries_does_not_grow_with_sites(school, department):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            get(school)
        return len(caught)

    queries()
    before = queries()
    for number in range(3):
        make_institution(f"HS1{number}", f"Trường {number}", InstitutionType.PRIMARY, department)
    queries()  # the addresses of all sites are read once after one was added
    assert queries() == before
