"""The admin screens: a list from upload to report, records, and who may see what."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.choices import BoardRole
from network.models import Institution, ProvisioningJob
from network.models.institutions import InstitutionStatus
from network.models.jobs import JobState
from tests.factories import make_institution, make_member, make_superuser
from tests.network.lists import ALL, HEAD, PRIMARY, SECONDARY, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def department():
    return make_institution("HS", domain="so.example.edu.vn")


@pytest.fixture
def school(department):
    return make_institution(
        "HS01", "Trường Tiểu học Lê Lợi", "primary", department, address="Phường Hòa Bình"
    )


@pytest.fixture
def stranger():
    return make_institution(
        "KH", "Sở Giáo dục và Đào tạo tỉnh khác", "department", domain="khac.example.edu.vn"
    )


def login(client, user):
    client.force_login(user)
    return client


@pytest.fixture
def chief(client, department):
    return login(client, make_member(department, BoardRole.CHIEF))


def upload(client, *rows: str, parent: Institution | None, **extra):
    data = {
        "file": SimpleUploadedFile("Danh sách.csv", text_of(*rows).encode()),
        "domain": "{slug}.hs.example.edu.vn",
        "parent": parent.pk if parent else "",
    }
    return client.post(reverse("network:upload"), data | extra)


def columns() -> dict[str, str]:
    return {f"column_{name}": str(n) for n, name in enumerate(HEAD.split(","))}


def run_all(client, job: ProvisioningJob, capture) -> None:
    with capture(execute=True):
        client.post(reverse("network:job_columns", args=[job.pk]), columns())
    with capture(execute=True):
        client.post(reverse("network:job", args=[job.pk]), {"action": "run"})


class TestList:
    def test_an_authority_takes_a_list_from_upload_to_report(
        self, chief, department, django_capture_on_commit_callbacks
    ):
        assert upload(chief, PRIMARY, SECONDARY, parent=department).status_code == 302
        job = ProvisioningJob.objects.get()
        page = chief.get(reverse("network:job_columns", args=[job.pk])).content.decode()
        assert "Trường Tiểu học Lê Lợi" in page
        assert '<option value="0" selected>code</option>' in page
        with django_capture_on_commit_callbacks(execute=True):
            chief.post(reverse("network:job_columns", args=[job.pk]), columns())
        report = chief.get(reverse("network:job", args=[job.pk]))
        assert report.context["totals"]["created"] == 2
        assert report.context["may_run"]
        assert not Institution.objects.filter(code="HS01").exists()
        with django_capture_on_commit_callbacks(execute=True):
            chief.post(reverse("network:job", args=[job.pk]), {"action": "run"})
        assert Institution.objects.get(code="HS01").hostname == "th-le-loi.hs.example.edu.vn"
        csv = chief.get(reverse("network:job_report", args=[job.pk]))
        assert csv["Content-Disposition"].startswith("attachment")
        assert "th-le-loi.hs.example.edu.vn" in csv.content.decode("utf-8-sig")
        status = chief.get(reverse("network:job_status", args=[job.pk])).json()
        assert (status["busy"], status["percent"]) == (False, 100)

    def test_rows_are_filtered_by_what_became_of_them(
        self, chief, department, django_capture_on_commit_callbacks
    ):
        upload(chief, PRIMARY, SECONDARY.replace("upper_secondary", "không rõ"), parent=department)
        job = ProvisioningJob.objects.get()
        run_all(chief, job, django_capture_on_commit_callbacks)
        response = chief.get(reverse("network:job", args=[job.pk]), {"status": "rejected"})
        assert [row.code for row in response.context["page_obj"]] == ["HS02"]
        assert "[type]" in response.content.decode()

    def test_a_busy_job_shows_its_progress_with_and_without_script(self, chief, department):
        upload(chief, PRIMARY, parent=department)
        ProvisioningJob.objects.update(
            state=JobState.RUNNING, done=1, total=4, mapping={"columns": {"code": 0}}
        )
        job = ProvisioningJob.objects.get()
        text = chief.get(reverse("network:job", args=[job.pk])).content.decode()
        assert "provisioning-progress.js" in text
        assert '<noscript><meta http-equiv="refresh"' in text
        assert 'value="25"' in text

    def test_one_column_cannot_give_two_fields(self, chief, department):
        upload(chief, PRIMARY, parent=department)
        job = ProvisioningJob.objects.get()
        response = chief.post(
            reverse("network:job_columns", args=[job.pk]), columns() | {"column_name": "0", "column_type": ""}
        )
        assert response.status_code == 422
        job.refresh_from_db()
        assert job.state == JobState.UPLOADED

    @pytest.mark.parametrize(
        ("name", "content"), [("a.pdf", b"%PDF-1.7"), ("a.csv", b""), ("a.xlsx", b"\x89PNG\r\n\x1a\n00")]
    )
    def test_a_bad_file_is_refused_at_its_field(self, chief, department, name, content):
        file = SimpleUploadedFile(name, content)
        assert upload(chief, parent=department, file=file).status_code == 422
        assert not ProvisioningJob.objects.exists()

    def test_a_bad_address_template_is_refused_at_its_field(self, chief, department):
        response = upload(chief, PRIMARY, parent=department, domain="example.edu.vn")
        assert response.context["form"].errors["domain"]


class TestWhoMay:
    def test_a_chief_of_an_authority_does_not_see_lists_of_others(self, client, chief, stranger):
        job = ProvisioningJob.objects.create(parent=stranger, filename="a.csv", file="a.csv")
        for name in ("job", "job_columns", "job_status", "job_report"):
            assert client.get(reverse(f"network:{name}", args=[job.pk])).status_code == 404
        assert "a.csv" not in client.get(reverse("network:jobs")).content.decode()

    def test_a_list_goes_only_below_the_own_authority(self, chief, stranger):
        assert upload(chief, PRIMARY, parent=stranger).status_code == 422
        assert upload(chief, *ALL, parent=None).status_code == 422

    def test_a_chief_of_a_school_takes_in_no_lists(self, client, school):
        login(client, make_member(school, BoardRole.CHIEF))
        for name in ("jobs", "upload"):
            assert client.get(reverse(f"network:{name}")).status_code == 302
        assert not client.get(reverse("network:institutions")).context["may_upload"]

    @pytest.mark.parametrize("role", [BoardRole.AUTHOR, BoardRole.EDITOR])
    def test_other_roles_see_no_institutions(self, client, department, role):
        login(client, make_member(department, role))
        assert client.get(reverse("network:institutions")).status_code == 302

    def test_a_superuser_may_take_in_a_list_that_names_the_authority_itself(self, client):
        login(client, make_superuser())
        assert upload(client, *ALL, parent=None).status_code == 302

    def test_only_an_authority_above_reorganises(self, client, department, school):
        login(client, make_member(school, BoardRole.CHIEF))
        for name in ("close", "rename", "merge", "move"):
            assert client.get(reverse(f"network:{name}", args=[school.pk])).status_code == 404
        login(client, make_member(department, BoardRole.CHIEF))
        for name in ("close", "rename", "merge", "move"):
            assert client.get(reverse(f"network:{name}", args=[school.pk])).status_code == 200
            assert client.get(reverse(f"network:{name}", args=[department.pk])).status_code == 404


class TestInstitutions:
    @pytest.mark.parametrize("query", ["Lê Lợi", "le loi", "hs01", "hòa bình", "hoa binh"])
    def test_institutions_are_found_by_name_place_and_code(self, chief, school, stranger, query):
        rows = chief.get(reverse("network:institutions"), {"q": query}).context["rows"]
        assert "HS01" in [row["institution"].code for row in rows]
        assert "KH" not in [row["institution"].code for row in rows]

    def test_a_listing_costs_the_same_for_any_number(self, chief, department, school):
        url = reverse("network:institutions")
        chief.get(url)
        with CaptureQueriesContext(connection) as few:
            chief.get(url)
        for number in range(5):
            make_institution(f"N{number}", f"Trường Mầm non {number}", "preschool", department)
        with CaptureQueriesContext(connection) as many:
            chief.get(url)
        assert len(many) == len(few)

    def test_a_school_edits_its_own_record_and_no_other(self, client, department, school, stranger):
        login(client, make_member(school, BoardRole.CHIEF))
        url = reverse("network:institution", args=[school.pk])
        data = {"phone": "0200 777", "brand_colour": "#1f6b3a", "operation_mode": "provided"}
        assert client.post(url, data).status_code == 302
        assert Institution.objects.get(code="HS01").phone == "0200 777"
        for other in (department, stranger):
            assert client.get(reverse("network:institution", args=[other.pk])).status_code == 404

    def test_an_address_outside_edu_vn_needs_its_reason(self, client, department):
        made = make_institution(
            "HS05", "Trường THCS Ngoài", "lower_secondary", department, domain="ngoai.example.vn"
        )
        login(client, make_member(made, BoardRole.CHIEF))
        url = reverse("network:institution", args=[made.pk])
        data = {"brand_colour": "#1f6b3a", "operation_mode": "provided"}
        assert "domain_reason" in client.post(url, data).context["form"].errors
        assert client.post(url, data | {"domain_reason": "Đang chờ cấp tên miền"}).status_code == 302

    def test_a_hired_service_needs_its_provider(self, client, school):
        login(client, make_member(school, BoardRole.CHIEF))
        response = client.post(
            reverse("network:institution", args=[school.pk]),
            {"brand_colour": "#1f6b3a", "operation_mode": "hired"},
        )
        assert "provider" in response.context["form"].errors

    def test_an_institution_is_closed_with_its_reason(self, chief, school):
        url = reverse("network:close", args=[school.pk])
        assert chief.post(url, {"reason": ""}).status_code == 422
        assert chief.post(url, {"reason": "Quyết định 3/QĐ-UBND"}).status_code == 302
        assert Institution.objects.get(code="HS01").status == InstitutionStatus.CLOSED
        assert (
            "Quyết định 3/QĐ-UBND"
            in chief.get(reverse("network:institution", args=[school.pk])).content.decode()
        )
        assert chief.get(url).status_code == 404

    def test_an_institution_is_renamed_merged_and_moved(self, chief, department, school):
        other = make_institution("HS06", "Trường Tiểu học Khác", "primary", department)
        agency = make_institution("HSP", "Phòng Văn hóa – Xã hội", "agency", department)
        chief.post(reverse("network:rename", args=[school.pk]), {"name": "Trường Tiểu học Lê Lai"})
        chief.post(reverse("network:move", args=[school.pk]), {"new_parent": agency.pk})
        chief.post(reverse("network:merge", args=[school.pk]), {"into": "hs06", "reason": "Quyết định 4"})
        done = Institution.objects.get(code="HS01")
        assert (done.name, done.parent, done.merged_into) == ("Trường Tiểu học Lê Lai", agency, other)

    def test_nothing_is_merged_into_what_is_out_of_reach(self, chief, school, stranger):
        response = chief.post(reverse("network:merge", args=[school.pk]), {"into": "KH", "reason": "x"})
        assert response.context["form"].errors["into"]

    def test_the_menu_shows_institutions_to_whoever_leads_one(self, client, school):
        login(client, make_member(school, BoardRole.CHIEF))
        assert reverse("network:institutions") in client.get(reverse("wagtailadmin_home")).content.decode()
