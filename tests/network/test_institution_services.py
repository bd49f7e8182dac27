"""Reorganisations keep every old address alive and refuse what cannot be right."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.log_actions import registry
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.models import Invitation
from editorial.services.invitations import invitation_create
from network.models import Institution
from network.models.institutions import InstitutionStatus
from network.services.institutions import (
    institution_close,
    institution_merge,
    institution_move,
    institution_rename,
)
from sections.models import NewsIndexPage
from tests.factories import home_of, make_institution, make_member, make_superuser, section_of

pytestmark = pytest.mark.django_db
REASON = "Quyết định số 15/QĐ-UBND ngày 01/8/2026"


@pytest.fixture(autouse=True)
def no_page_cache(settings):
    """Stored answers are dropped when a transaction is committed, which a test's own never is."""
    settings.EDUSITE_PAGE_CACHE_SECONDS = 0


@pytest.fixture
def department():
    return make_institution("HS", domain="so.example.edu.vn", phone="0200 100", email="so@example.edu.vn")


@pytest.fixture
def agency(department):
    return make_institution(
        "HSP", "Phòng Văn hóa – Xã hội Tân Lập", "agency", department, domain="pvh.example.edu.vn"
    )


@pytest.fixture
def school(department):
    return make_institution(
        "HS01", "Trường THCS Lê Lợi", "lower_secondary", department, domain="leloi.example.edu.vn"
    )


@pytest.fixture
def other(department):
    return make_institution(
        "HS02", "Trường THCS Sông Mã", "lower_secondary", department, domain="songma.example.edu.vn"
    )


def fresh(institution: Institution) -> Institution:
    return Institution.objects.select_related("site").get(pk=institution.pk)


def actions(institution: Institution) -> list[str]:
    return [entry.action for entry in registry.get_logs_for_instance(institution)]


class TestClose:
    @pytest.mark.parametrize("path", ["/", "/gioi-thieu/", "/khong-co/", "/tim-kiem/?q=a", "/en/"])
    def test_every_address_says_so_with_reason_date_and_authority(self, client, school, path):
        institution_close(institution=school, reason=REASON)
        response = client.get(path, HTTP_HOST="leloi.example.edu.vn")
        assert response.status_code == 410
        text = response.content.decode()
        assert REASON in text
        assert fresh(school).status_since.strftime("%d/%m/%Y") in text
        assert "so.example.edu.vn" in text

    def test_a_closed_site_costs_one_query_more_than_finding_it(self, client, school):
        institution_close(institution=school, reason=REASON)
        client.get("/", HTTP_HOST="leloi.example.edu.vn")
        with CaptureQueriesContext(connection) as queries:
            client.get("/", HTTP_HOST="leloi.example.edu.vn")
        assert len(queries) <= 3

    def test_content_stays_and_the_board_may_no_longer_write(self, school):
        chief = make_member(school, BoardRole.CHIEF)
        invitation_create(institution=school, role=BoardRole.AUTHOR, email="moi@example.edu.vn")
        count = Page.objects.count()
        institution_close(institution=school, reason=REASON)
        chief = type(chief).objects.get(pk=chief.pk)
        assert Page.objects.count() == count
        assert not home_of(school).permissions_for_user(chief).can_edit()
        assert not section_of(school, NewsIndexPage).permissions_for_user(chief).can_add_subpage()
        assert not chief.has_perm("wagtailadmin.access_admin")
        assert not Invitation.objects.filter(institution=school).exists()

    def test_it_is_written_down_who_closed_it_and_why(self, school):
        user = make_superuser()
        institution_close(institution=school, reason=REASON, user=user)
        entry = registry.get_logs_for_instance(school).get(action="network.institution_closed")
        assert (entry.user, entry.data["reason"]) == (user, REASON)

    def test_an_authority_with_active_members_is_not_closed(self, department, school):
        with pytest.raises(ValidationError) as caught:
            institution_close(institution=department, reason=REASON)
        assert caught.value.code == "has-members"
        institution_close(institution=school, reason=REASON)
        assert institution_close(institution=department, reason=REASON).status == InstitutionStatus.CLOSED

    @pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
    def test_a_reason_is_needed(self, school, reason):
        with pytest.raises(ValidationError):
            institution_close(institution=school, reason=reason)
        assert fresh(school).is_active

    def test_what_is_closed_is_not_closed_again(self, school):
        institution_close(institution=school, reason=REASON)
        with pytest.raises(ValidationError):
            institution_close(institution=school, reason="khác")


class TestRename:
    def test_the_new_name_stands_everywhere(self, school):
        institution_rename(institution=school, name=" Trường THCS  Lê Lai ", short_name="Lê Lai")
        renamed = fresh(school)
        assert renamed.name == renamed.site.site_name == home_of(school).title == "Trường THCS Lê Lai"
        assert renamed.collection.name.startswith("Trường THCS Lê Lai")
        assert all("Lê Lai" in row.group.name for row in renamed.board_groups.all())
        assert renamed.hostname == "leloi.example.edu.vn"

    def test_a_title_of_the_board_stays(self, school):
        Page.objects.filter(pk=home_of(school).pk).update(title="Mái trường xanh")
        institution_rename(institution=school, name="Trường THCS Lê Lai")
        assert home_of(school).title == "Mái trường xanh"

    def test_the_old_host_leads_on_path_by_path(self, client, school):
        institution_rename(institution=school, name=school.name, hostname="LeLai.example.edu.vn")
        response = client.get("/gioi-thieu/?a=1", HTTP_HOST="leloi.example.edu.vn")
        assert (response.status_code, response["Location"]) == (
            301,
            "http://lelai.example.edu.vn/gioi-thieu/?a=1",
        )
        assert client.get("/", HTTP_HOST="lelai.example.edu.vn").status_code == 200

    def test_going_back_to_the_old_host_is_possible(self, client, school):
        for host in ("lelai.example.edu.vn", "leloi.example.edu.vn"):
            institution_rename(institution=school, name=school.name, hostname=host)
        assert client.get("/", HTTP_HOST="leloi.example.edu.vn").status_code == 200
        assert client.get("/", HTTP_HOST="lelai.example.edu.vn").status_code == 301

    @pytest.mark.parametrize("host", ["songma.example.edu.vn", "-sai-.vn", "có dấu.vn"])
    def test_a_host_in_use_or_malformed_is_refused_and_nothing_is_renamed(self, school, other, host):
        with pytest.raises(ValidationError):
            institution_rename(institution=school, name="Khác", hostname=host)
        assert fresh(school).name == "Trường THCS Lê Lợi"


class TestMerge:
    def test_old_addresses_lead_to_the_same_page_or_the_nearest_one(self, client, school, other):
        path = section_of(school, NewsIndexPage).get_url().rstrip("/")
        institution_merge(source=school, into=other, reason=REASON)
        section = path.rpartition("/")[2]
        for old, new in (
            ("/", "/"),
            (f"/{section}/", f"/{section}/"),
            (f"/{section}/bai-cu/", f"/{section}/"),
            ("/khong-co/", "/"),
            ("/tim-kiem/?q=a", "/tim-kiem/?q=a"),
        ):
            response = client.get(old, HTTP_HOST="leloi.example.edu.vn")
            assert (response.status_code, response["Location"]) == (301, f"http://songma.example.edu.vn{new}")

    def test_a_chain_leads_to_the_last_one_at_once(self, client, department, school, other):
        third = make_institution(
            "HS03", "Trường THCS Đồi Chè", "lower_secondary", department, domain="doiche.example.edu.vn"
        )
        institution_rename(institution=school, name=school.name, hostname="moi.example.edu.vn")
        institution_merge(source=school, into=other, reason=REASON)
        institution_merge(source=other, into=third, reason=REASON)
        for host in ("leloi.example.edu.vn", "moi.example.edu.vn", "songma.example.edu.vn"):
            assert client.get("/", HTTP_HOST=host)["Location"] == "http://doiche.example.edu.vn/"

    def test_members_of_a_merged_authority_follow(self, department, agency):
        second = make_institution("HSQ", "Phòng Văn hóa – Xã hội Hòa Bình", "agency", department)
        members = [make_institution(f"M{n}", f"Trường Mầm non số {n}", "preschool", agency) for n in range(3)]
        institution_merge(source=agency, into=second, reason=REASON)
        assert all(fresh(member).parent == second for member in members)
        assert Institution.find_problems() == ([], [], [], [], [])
        assert fresh(agency).status == InstitutionStatus.MERGED

    def test_what_cannot_be_merged_is_refused(self, department, agency, school, other):
        below = make_institution("HSR", "Phòng trực thuộc", "agency", agency)
        closed = make_institution("HS09", "Trường THCS Cũ", "lower_secondary", department)
        institution_close(institution=closed, reason=REASON)
        for source, into in (
            (school, school),
            (school, closed),
            (closed, school),
            (agency, below),
            (agency, school),
        ):
            with pytest.raises(ValidationError):
                institution_merge(source=source, into=into, reason=REASON)
        assert Institution.objects.filter(status=InstitutionStatus.MERGED).count() == 0


class TestMove:
    def test_the_parent_changes_and_the_addresses_stay(self, client, agency, school):
        institution_move(institution=school, new_parent=agency)
        moved = fresh(school)
        assert moved.parent == agency
        assert moved.hostname == "leloi.example.edu.vn"
        assert "network.institution_moved" in actions(moved)
        assert "pvh.example.edu.vn" in client.get("/", HTTP_HOST="leloi.example.edu.vn").content.decode()
        assert Institution.find_problems() == ([], [], [], [], [])

    def test_what_cannot_be_moved_is_refused(self, department, agency, school, other):
        top = make_institution("XX", "Sở khác", "department")
        for institution, parent in ((agency, agency), (department, agency), (school, other), (top, agency)):
            with pytest.raises(ValidationError):
                institution_move(institution=institution, new_parent=parent)
        institution_close(institution=agency, reason=REASON)
        with pytest.raises(ValidationError):
            institution_move(institution=school, new_parent=agency)
        assert fresh(school).parent == department

    def test_moving_where_it_is_changes_nothing(self, department, school):
        institution_move(institution=school, new_parent=department)
        assert "network.institution_moved" not in actions(school)


class TestAddresses:
    def test_an_active_site_pays_no_query_for_former_addresses(self, rf, school):
        from wagtail.models import Site

        from network.middleware import FormerAddressMiddleware
        from network.selectors import institution_for_site

        request = rf.get("/", HTTP_HOST="leloi.example.edu.vn")
        institution_for_site(Site.find_for_request(request))
        with CaptureQueriesContext(connection) as queries:
            FormerAddressMiddleware(lambda request: None)(request)
        assert len(queries) == 0

    def test_an_unknown_host_shows_nobodys_site(self, client, school):
        assert client.get("/", HTTP_HOST="khong-biet.example.edu.vn").status_code == 404


class TestCommand:
    def test_each_action_runs_from_the_command_line(self, agency, school, other):
        call_command("institution", "rename", "hs01", "--name", "Trường THCS Lê Lai")
        call_command("institution", "move", "HS01", "--parent", "HSP")
        call_command("institution", "merge", "HS01", "--into", "HS02", "--reason", REASON)
        call_command("institution", "close", "HS02", "--reason", REASON)
        assert fresh(school).name == "Trường THCS Lê Lai"
        assert fresh(school).merged_into == other
        assert fresh(other).status == InstitutionStatus.CLOSED

    @pytest.mark.parametrize("arguments", [["close", "KHONG-CO"], ["close", "HS"]])
    def test_a_refusal_is_a_sentence_and_exit_code_two(self, school, arguments):
        with pytest.raises(CommandError) as caught:
            call_command("institution", "--language", "en", *arguments, "--reason", REASON)
        assert caught.value.returncode == 2
        with translation.override("en"):
            assert str(caught.value).endswith(".")
