"""The site of a request is the one that Wagtail would find, with its own institution, as both are now."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname

from network.current_site import site_for
from network.models import Institution
from network.models.institutions import InstitutionStatus
from network.selectors import institution_for_request, institution_for_site
from tests.factories import make_institution

pytestmark = pytest.mark.django_db

HOSTS = ("truong-1.example.edu.vn", "hai-cong.example.edu.vn", "ba-cong.example.edu.vn", "la.example.edu.vn")


@pytest.fixture
def department():
    return make_institution("HS", "Sở Giáo dục và Đào tạo Hòa Sơn", "department")


@pytest.fixture
def schools(department):
    found = []
    for number in (1, 2):
        school = make_institution(f"HS.{number}", f"Trường số {number}", "primary", department)
        Site.objects.filter(pk=school.site_id).update(hostname=f"truong-{number}.example.edu.vn", port=80)
        found.append(Institution.objects.get(pk=school.pk))
    return found


def request_to(hostname):
    return RequestFactory().get("/", HTTP_HOST=hostname)


def wagtails_answer(hostname, port):
    try:
        return get_site_for_hostname(hostname, port)
    except Site.DoesNotExist:
        return None


@pytest.mark.parametrize("default", [None, "la-mac-dinh.example.edu.vn", "hai-cong.example.edu.vn"])
def test_the_answers_are_those_of_wagtail(schools, default):
    root = Page.get_first_root_node()
    for port in (80, 8000):
        Site.objects.create(hostname="hai-cong.example.edu.vn", port=port, root_page=root)
    for port in (80, 8000, 9000):
        Site.objects.create(hostname="ba-cong.example.edu.vn", port=port, root_page=root)
    Site.objects.update(is_default_site=False)
    if default:
        Site.objects.update_or_create(
            hostname=default, port=80, defaults={"root_page": root, "is_default_site": True}
        )
    for hostname in HOSTS:
        for port in (80, 443, 8000):
            assert site_for(hostname, port) == wagtails_answer(hostname, port), (hostname, port)


def test_each_host_has_its_own_institution(schools):
    for _round in range(2):
        for school in schools:
            found = institution_for_request(request_to(school.hostname))
            assert found == school
            assert found.site == school.site


def test_objects_of_one_request_are_not_those_of_the_next(schools):
    first, second = (Site.find_for_request(request_to(schools[0].hostname)) for _round in range(2))
    assert first is not second
    assert institution_for_site(first) is not institution_for_site(second)


def test_a_site_without_an_institution_has_none(department):
    Site.objects.create(hostname="la.example.edu.vn", port=80, root_page=Page.get_first_root_node())
    with CaptureQueriesContext(connection) as queries:
        assert institution_for_request(request_to("la.example.edu.vn")) is None
    assert len(queries) == 1


def asked(hostname):
    with CaptureQueriesContext(connection) as queries:
        assert institution_for_request(request_to(hostname)) is not None
    return len(queries)


def test_site_and_institution_take_one_query_however_many_there_are(schools, department):
    before = asked(schools[0].hostname)
    for number in range(3, 9):
        make_institution(f"HS.{number}", f"Trường số {number}", "primary", department)
    assert before == asked(schools[0].hostname) == 1


def test_what_another_process_wrote_holds_from_the_next_request_on(client, schools):
    """Written past every signal, as another process's writes are for this one. An address that is never stored."""
    address = "/robots.txt?x=1"
    host = schools[0].hostname
    assert client.get(address, HTTP_HOST=host).status_code == 200
    Institution.objects.filter(pk=schools[0].pk).update(status=InstitutionStatus.CLOSED)
    assert client.get(address, HTTP_HOST=host).status_code == 410
    assert client.get(address, HTTP_HOST=schools[1].hostname).status_code == 200


def test_a_host_name_that_moves_takes_its_institution_along(schools):
    first, second = schools
    Site.objects.filter(pk=first.site_id).update(hostname="tam.example.edu.vn")
    Site.objects.filter(pk=second.site_id).update(hostname="truong-1.example.edu.vn")
    assert institution_for_request(request_to("truong-1.example.edu.vn")) == second
    Site.objects.filter(pk=second.site_id).update(hostname="khac.example.edu.vn")
    assert institution_for_request(request_to("truong-1.example.edu.vn")) is None


@pytest.mark.parametrize("port", ["", "99999999999999999999999", "khong"])
def test_a_port_that_is_none_is_left_to_wagtail(schools, port):
    request = request_to(schools[0].hostname)
    request.get_port = lambda: port
    if not port.isdecimal():
        with pytest.raises(ValueError, match="port"):
            Site.find_for_request(request)
    else:
        assert Site.find_for_request(request) is not None
