"""One list of the authority for all its schools: read, tried, put in, taken out; what a school makes of it (W8.4c, W9.4)."""

import io
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language, gettext
from openpyxl import Workbook

from common.jobs import JobState
from common.spreadsheets import write_csv
from editorial.choices import BoardRole
from enrolment.campaigns.letters import LISTED, listed_letter, tell_listed
from enrolment.campaigns.list_services import (
    list_apply,
    list_create,
    list_drop,
    list_read_again,
    notice_take_over,
    school_lists_purge,
    take_over_hindrance,
)
from enrolment.campaigns.listed import changes_of, pairs, shares_in
from enrolment.campaigns.overview import OTHER, members_of_campaign, own_notices
from enrolment.campaigns.school_list import COLUMNS, rows_out
from enrolment.models import AdmissionNoticePage, CatchmentArea, ListedSchool, SchoolList
from network.models import Institution, Letter
from tests.enrolment.making_applications import make_application, make_campaign, make_notice
from tests.factories import make_institution, make_member
from tests.privacy.conftest import _build as _two
from tests.support.worlds import kept_for_module, own_copy

HEAD = ["Mã trường", "Tên trường", "Mã lớp", "Lớp", "Chỉ tiêu"]
HEAD += ["Xã, phường", "Mã xã, phường", "Tổ dân phố", "Nhóm địa bàn"]
ROWS = [
    ["THPT1", "Bến Đò", "dai_tra", "Lớp 10 đại trà", 315, "", "", "", ""],
    ["THPT1", "", "chuyen_toan", "Chuyên Toán", 35, "", "", "", ""],
    ["THPT1", "", "", "", "", "Phường Bến Đò", "00166", "", 1],
    ["THPT1", "", "", "", "", "Phường Bến Gỗ", "", "Tổ 1, 2", "Nhóm 2"],
    ["thpt2", "Cầu Mới", "", "Lớp 10", 90, "Xã Cầu Mới", "", "", ""],
]


def _build():
    world = _two()
    world.schools = [
        make_institution("THPT1", "Trường Trung học phổ thông Bến Đò", "upper_secondary", world.department),
        make_institution("THPT2", "Trường Trung học phổ thông Cầu Mới", "upper_secondary", world.department),
    ]
    return world


@pytest.fixture(scope="module")
def _kept_world(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def _world(_kept_world, db):
    return own_copy(_kept_world, _build)


@pytest.fixture
def schools(_world):
    return _world.schools


@pytest.fixture
def campaign(department):
    return make_campaign(department, opens=14, closes=40, uses_catchment=True)


@pytest.fixture
def officer(department):
    return make_member(department, BoardRole.EDITOR)


def csv_of(rows, head=HEAD, name="chi-tieu.csv"):
    return SimpleUploadedFile(name, write_csv([head, *rows]))


def xlsx_of(rows, head=HEAD):
    book, output = Workbook(), io.BytesIO()
    for row in (head, *rows):
        book.active.append(row)
    book.save(output)
    return SimpleUploadedFile("chi-tieu.xlsx", output.getvalue())


def signed_in(user, institution):
    client = Client(headers={"host": institution.site.hostname})
    client.force_login(user)
    return client


def tried(campaign, officer, rows=ROWS, head=HEAD):
    file = csv_of(rows, head)
    return list_create(campaign=campaign, file=file, user=officer, language=get_language())


def put_in(campaign, officer, rows=ROWS, **more):
    """For how many schools something changed."""
    return list_apply(school_list=tried(campaign, officer, rows), user=officer, **more).changed


def faults(campaign, officer, rows, head=HEAD):
    with translation.override("en"):
        found = tried(campaign, officer, rows, head)
    assert found.shares == []
    return [(fault["cell"], fault["column"], fault["text"]) for fault in found.faults]


@pytest.mark.parametrize("file", [csv_of, xlsx_of])
def test_a_list_is_tried_and_then_put_in_whole(schools, campaign, officer, file):
    found = list_create(campaign=campaign, file=file(ROWS), user=officer)
    assert (found.rows_count, found.schools_count, found.wrong) == (5, 2, 0)
    assert not ListedSchool.objects.exists()
    assert list_apply(school_list=found, user=officer).changed == 2
    shares = shares_in(campaign)
    first, second = (shares[school.pk] for school in schools)
    assert first.classes == [("dai_tra", "Lớp 10 đại trà", 315, ""), ("chuyen_toan", "Chuyên Toán", 35, "")]
    assert first.areas == [("Phường Bến Đò", "", "00166", 1), ("Phường Bến Gỗ", "Tổ 1, 2", "", 2)]
    assert second.classes == [("lop_10", "Lớp 10", 90, "")]
    assert not AdmissionNoticePage.objects.exists()
    with pytest.raises(ValidationError):
        list_apply(school_list=found, user=officer)


def test_a_code_that_excel_made_a_number_keeps_its_zeros(schools, campaign, officer):
    rows = [["THPT1", "", "", "", "", "Phường Bến Đò", 166, "", ""]]
    found = list_create(campaign=campaign, file=xlsx_of(rows), user=officer)
    found.refresh_from_db()
    assert found.shares[0][2] == [["Phường Bến Đò", "", "00166", 1]]


def test_the_same_list_twice_changes_nothing(schools, campaign, officer):
    put_in(campaign, officer)
    before = list(ListedSchool.objects.order_by("pk").values())
    again = tried(campaign, officer)
    assert not [change for change in changes_of(again, is_whole=True) if change.is_change]
    assert list_apply(school_list=again, user=officer, is_whole=True).changed == 0
    assert list(ListedSchool.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_taken_out_goes_in_again(department, schools, campaign, officer, language, kind):
    put_in(campaign, officer)
    client = signed_in(officer, department)
    url = reverse("enrolment_campaign_list", args=[campaign.pk])
    with translation.override(language):
        expected = [str(column.label) for column in COLUMNS]
        rows = rows_out(pairs(schools, shares_in(campaign)))
    assert rows[0] == expected
    assert len(rows) == 1 + 3 + 1 + 2
    content = client.get(f"{url}?export={kind}").content if language == "vi" else write_csv(rows)
    name = f"again.{kind if language == 'vi' else 'csv'}"
    file = SimpleUploadedFile(name, content)
    again = list_create(campaign=campaign, file=file, user=officer)
    assert list_apply(school_list=again, user=officer).changed == 0


def test_the_table_to_begin_with_says_what_notices_say(department, schools, campaign, officer):
    notice = make_notice(schools[0], campaign, ("a", 40))
    CatchmentArea.objects.create(page=notice, commune="Phường Bến Đò", group=2)
    url = reverse("enrolment_campaign_list", args=[campaign.pk])
    said = signed_in(officer, department).get(f"{url}?from=notices&export=csv").content
    file = SimpleUploadedFile("x.csv", said)
    found = list_create(campaign=campaign, file=file, user=officer)
    assert found.wrong == 0
    assert "THPT2" in said.decode("utf-8-sig")
    found.refresh_from_db()
    assert found.shares == [[schools[0].pk, [["a", "Lớp a", 40, ""]], [["Phường Bến Đò", "", "", 2]]]]


def test_the_table_to_begin_with_names_schools_of_the_grade_and_whoever_has_a_notice(
    department, schools, campaign, officer
):
    """Thousands of rows of kindergartens are in the way of a list for grade 10."""
    more = {
        code: make_institution(code, "Trường Ví Dụ", kind, parent=department)
        for code, kind in (("MN1", "kindergarten"), ("LC1", "universal"), ("MN2", "kindergarten"))
    }
    make_notice(more["MN2"], campaign, ("a", 40))
    url = reverse("enrolment_campaign_list", args=[campaign.pk])
    client = signed_in(officer, department)

    def named() -> set[str]:
        said = client.get(f"{url}?from=notices&export=csv").content.decode("utf-8-sig")
        return {code for code in more if code in said}

    assert campaign.grade == "grade10"
    assert named() == {"LC1", "MN2"}
    type(campaign).objects.filter(pk=campaign.pk).update(grade="other")
    assert named() == set(more)


@pytest.mark.parametrize(
    ("row", "cell", "column", "text"),
    [
        (["", "Bến Đò", "", "Lớp 10", 90], "A2", "Mã trường", "empty"),
        (["KHAC", "", "", "Lớp 10", 90], "A2", "Mã trường", "None of your schools has this code"),
        (["THPT1", "", "", "Lớp 10", "nhiều"], "E2", "Chỉ tiêu", "no number"),
        (["THPT1", "", "", "Lớp 10", "0"], "E2", "Chỉ tiêu", "1"),
        (["THPT1", "", "", "Lớp 10", ""], "E2", "Chỉ tiêu", "empty"),
        (["THPT1", "", "", "", "90"], "D2", "Lớp", "empty"),
        (["THPT1", "", "có dấu", "Lớp 10", "90"], "C2", "Mã lớp", "letters"),
        (["THPT1", "", "", "", "", "", "", "Tổ 1"], "F2", "Xã, phường", "empty"),
        (["THPT1", "", "", "", "", "Xã A", "12"], "G2", "Mã xã, phường", "four to six"),
        (["THPT1", "", "", "", "", "Xã A", "", "", "10"], "I2", "Nhóm địa bàn", "1 to 9"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(schools, campaign, officer, row, cell, column, text):
    row = [*row, *[""] * (len(HEAD) - len(row))]
    ((found_cell, found_column, said),) = faults(campaign, officer, [row])
    assert (found_cell, found_column) == (cell, column)
    assert text in said


def test_rows_that_say_two_things_are_wrong(schools, campaign, officer):
    found = faults(
        campaign,
        officer,
        [
            ["THPT1", "", "a", "Lớp A", 40, "", "", "", ""],
            ["THPT1", "", "a", "Lớp A", 45, "", "", "", ""],
            ["THPT1", "", "", "", "", "Xã A", "", "", "1"],
            ["THPT1", "", "", "", "", "xa a", "", "", "2"],
            ["THPT1", "", "", "", "", "Xã A", "", "", "1"],
        ],
    )
    assert [(cell, text.split("“")[0].strip()) for cell, _column, text in found] == [
        ("E3", "Row 2 says"),
        ("I5", "Row 4 says"),
        ("A6", "The same stands in row 4 already."),
    ]


def test_an_area_holds_for_all_classes_of_a_school(schools, campaign, officer):
    rows = [
        ["THPT1", "", "a", "Lớp A", 40, "Xã A", "", "", ""],
        ["THPT1", "", "a", "", "", "Xã B", "", "", ""],
        ["THPT1", "", "b", "Lớp B", 40, "Xã A", "", "", ""],
    ]
    ((cell, column, text),) = faults(campaign, officer, rows)
    assert (cell, column) == ("F4", "Xã, phường")
    assert "Xã B" in text
    whole = [*rows, ["THPT1", "", "b", "", "", "Xã B", "", "", ""]]
    assert tried(campaign, officer, whole).wrong == 0


def test_a_class_without_communes_beside_one_that_has_some_is_wrong(schools, campaign, officer):
    rows = [
        ["THPT1", "", "a", "Lớp A", 40, "Xã A", "", "", ""],
        ["THPT1", "", "b", "Chuyên Toán", 35, "", "", "", ""],
    ]
    ((cell, column, text),) = faults(campaign, officer, rows)
    assert (cell, column) == ("F3", "Xã, phường")
    assert "Chuyên Toán" in text
    assert "row 2" in text
    for_all = [[*rows[0][:5], "", "", "", ""], rows[1], ["THPT1", "", "", "", "", "Xã A", "", "", ""]]
    assert tried(campaign, officer, for_all).wrong == 0
    assert tried(campaign, officer, [*rows, for_all[2]]).wrong == 0


def test_a_list_with_one_mistake_goes_in_with_no_row(schools, campaign, officer):
    found = tried(campaign, officer, [*ROWS, ["KHAC", "", "", "Lớp 10", 9, "", "", "", ""]])
    assert found.wrong == 1
    with pytest.raises(ValidationError):
        list_apply(school_list=found, user=officer)
    assert not ListedSchool.objects.exists()


def test_a_list_without_the_columns_is_refused(schools, campaign, officer):
    with translation.override("en"):
        found = tried(campaign, officer, [["THPT1", "x"]], ["Mã trường", "Ghi chú"])
    assert found.state == JobState.FAILED
    assert found.error == "The list has no column for: Class, Quota, Commune or ward."
    with pytest.raises(ValidationError):
        list_apply(school_list=found, user=officer)


def test_schools_that_are_not_named_stay_unless_the_list_is_whole(schools, campaign, officer):
    put_in(campaign, officer)
    only = [row for row in ROWS if row[0] == "THPT1"]
    assert put_in(campaign, officer, only) == 0
    assert set(shares_in(campaign)) == {school.pk for school in schools}
    assert put_in(campaign, officer, only, is_whole=True) == 1
    assert set(shares_in(campaign)) == {schools[0].pk}


def test_a_school_that_left_meanwhile_stops_the_list(schools, campaign, officer):
    found = tried(campaign, officer)
    Institution.objects.filter(pk=schools[1].pk).update(status="closed")
    found = list_apply(school_list=found, user=officer)
    assert (found.state, found.is_open, bool(found.file)) == (JobState.FAILED, True, True)
    assert found.error
    assert not ListedSchool.objects.exists()
    found = list_read_again(school_list=found, user=officer)
    assert (found.state, found.error, found.wrong) == (JobState.DONE, "", 1)
    Institution.objects.filter(pk=schools[1].pk).update(status="active")
    assert list_read_again(school_list=found, user=officer).may_be_put_in


def test_what_a_school_published_stays_and_is_shown(department, schools, campaign, officer):
    notice = make_notice(schools[0], campaign, ("dai_tra", 300), ("cu", 20))
    client = signed_in(officer, department)
    found = tried(campaign, officer)
    (change, _other) = changes_of(found, is_whole=False)
    assert change.is_other_than_published
    with translation.override("en"):
        assert "replaces the class “Lớp cu” (cu), which the school has entered" in change.notice_texts
        assert "Lớp 10 đại trà: 300 → 315" in change.notice_texts
    said = client.get(reverse("enrolment_school_list", args=[found.uid])).content.decode()
    assert "300 → 315" in said
    list_apply(school_list=found, user=officer)
    notice.refresh_from_db()
    assert [(track.code, track.quota) for track in notice.tracks.all()] == [("dai_tra", 300), ("cu", 20)]
    lacks = {member.institution.pk: member.lacks for member in members_of_campaign(campaign, department)}
    assert OTHER in lacks[schools[0].pk]
    assert lacks[schools[1].pk] == ["notice"]


def test_a_notice_is_begun_with_what_the_list_says(schools, campaign, officer):
    put_in(campaign, officer)
    author = make_member(schools[0], BoardRole.AUTHOR)
    client = signed_in(author, schools[0])
    client.post(reverse("enrolment_notice_begin", args=[campaign.pk, schools[0].pk]))
    page = AdmissionNoticePage.objects.get(campaign=campaign)
    assert not page.live
    assert [(t.code, t.quota) for t in page.get_latest_revision_as_object().tracks.all()] == [
        ("dai_tra", 315),
        ("chuyen_toan", 35),
    ]
    assert [area.commune for area in page.catchments.all()] == ["Phường Bến Đò", "Phường Bến Gỗ"]
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_a_school_takes_the_list_into_its_draft(schools, campaign, officer):
    notice = make_notice(schools[0], campaign, ("dai_tra", 300), ("cu", 20))
    notice.tracks.filter(code="dai_tra").update(name_en="Class 10", subjects="Toán")
    put_in(campaign, officer)
    author = make_member(schools[0], BoardRole.AUTHOR)
    editor = make_member(schools[0], BoardRole.EDITOR)
    client = signed_in(editor, schools[0])
    url = reverse("enrolment_own_share", args=[campaign.pk, schools[0].pk])
    assert url in signed_in(author, schools[0]).get(reverse("enrolment_campaigns")).content.decode()
    said = client.get(url).content.decode()
    assert "300 → 315" in said
    answer = client.post(url, {"seen": re.search(r'name="seen" value="(\w+)"', said)[1]})
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[notice.pk])
    notice.refresh_from_db()
    assert notice.has_unpublished_changes
    assert sorted((t.code, t.quota) for t in notice.tracks.all()) == [("cu", 20), ("dai_tra", 300)]
    draft = notice.get_latest_revision_as_object()
    first = draft.tracks.all()[0]
    assert (first.code, first.quota, first.name_en, first.subjects) == ("dai_tra", 315, "Class 10", "Toán")
    assert len(draft.catchments.all()) == 2
    assert "300 → 315" not in client.get(url).content.decode()


def test_whoever_may_not_write_the_draft_reads_why(schools, campaign, officer):
    notice = make_notice(schools[0], campaign, ("dai_tra", 300))
    put_in(campaign, officer)
    url = reverse("enrolment_own_share", args=[campaign.pk, schools[0].pk])
    author = make_member(schools[0], BoardRole.AUTHOR)
    editor = make_member(schools[0], BoardRole.EDITOR)
    with translation.override("en"):
        assert take_over_hindrance(notice=notice, school=schools[0], user=editor) == ""
        assert "chief editor" in take_over_hindrance(notice=notice, school=schools[0], user=author)
        assert take_over_hindrance(notice=None, school=schools[0], user=author) == ""
        notice.locked = True
        assert "locked" in take_over_hindrance(notice=notice, school=schools[0], user=editor)
    button = '<button class="button" type="submit">'
    assert button in signed_in(editor, schools[0]).get(url).content.decode()
    assert button not in signed_in(author, schools[0]).get(url).content.decode()


def test_only_the_first_mistakes_are_kept_and_it_is_said(department, schools, campaign, officer):
    found = tried(campaign, officer, [["KHAC", "", "", "", "", "Xã", "", "", ""]] * 501)
    assert (found.wrong, len(found.faults)) == (501, 500)
    with translation.override("vi"):
        said = gettext("Only the first %(number)s mistakes are kept. Correct them first.") % {"number": 500}
    page = signed_in(officer, department).get(reverse("enrolment_school_list", args=[found.uid]))
    assert said in page.content.decode()


def test_a_class_that_children_named_is_not_taken_away(schools, campaign, officer):
    make_notice(schools[0], campaign, ("dai_tra", 300), ("cu", 20))
    make_application(campaign, (schools[0], "cu"))
    put_in(campaign, officer)
    chief = make_member(schools[0], BoardRole.CHIEF)
    with pytest.raises(ValidationError, match="cu"):
        notice_take_over(campaign=campaign, school=schools[0], user=chief)


def test_who_sees_the_list_and_who_does_not(department, schools, campaign, officer):
    found = tried(campaign, officer)
    whole = reverse("enrolment_campaign_list", args=[campaign.pk])
    one = reverse("enrolment_school_list", args=[found.uid])
    share = reverse("enrolment_own_share", args=[campaign.pk, schools[0].pk])
    author = make_member(department, BoardRole.AUTHOR)
    elsewhere = make_institution("SOK", "Sở khác", "department")
    for user, host in (
        (make_member(schools[0], BoardRole.CHIEF), schools[0]),
        (make_member(elsewhere, BoardRole.CHIEF), elsewhere),
        (author, department),
    ):
        client = signed_in(user, host)
        for url in (whole, one):
            assert client.get(url).status_code == 404
            assert client.post(url, {"act": "apply"}).status_code == 404
        with pytest.raises(PermissionDenied):
            list_apply(school_list=found, user=user)
        with pytest.raises(PermissionDenied):
            list_drop(school_list=found, user=user)
        with pytest.raises(PermissionDenied):
            tried(campaign, user)
    for user, host in ((make_member(schools[1], BoardRole.CHIEF), schools[1]), (officer, department)):
        assert signed_in(user, host).get(share).status_code == 404
        assert signed_in(user, host).post(share).status_code == 404
    own = signed_in(make_member(schools[0], BoardRole.AUTHOR), schools[0])
    assert own.get(share).status_code == 404
    list_apply(school_list=found, user=officer)
    assert own.get(share).status_code == 200
    assert Client(headers={"host": department.site.hostname}).get(whole).status_code == 302


def test_another_authoritys_school_is_a_row_error(schools, campaign, officer):
    make_institution("LA1", "Trường lạ", "upper_secondary", make_institution("SOK", "Sở khác", "department"))
    ((cell, _column, text),) = faults(campaign, officer, [["LA1", "", "", "Lớp 10", 9, "", "", "", ""]])
    unknown = faults(campaign, officer, [["XYZ", "", "", "Lớp 10", 9, "", "", "", ""]])
    assert unknown == [(cell, "Mã trường", text)]


def test_a_campaign_of_a_school_has_no_list(schools):
    own = make_campaign(schools[0])
    chief = make_member(schools[0], BoardRole.CHIEF)
    url = reverse("enrolment_campaign_list", args=[own.pk])
    assert signed_in(chief, schools[0]).get(url).status_code == 404


def test_an_officer_goes_through_the_screens(department, schools, campaign, officer):
    client = signed_in(officer, department)
    frame = client.get(reverse("enrolment_campaign", args=[campaign.pk])).content.decode()
    url = reverse("enrolment_campaign_list", args=[campaign.pk])
    assert url in frame
    assert client.get(url).status_code == 200
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"file": SimpleUploadedFile("a.csv", b"")}).status_code == 422
    wrong = client.post(url, {"file": csv_of([["KHAC", "", "", "Lớp", 1, "", "", "", ""]])})
    said = client.get(wrong.url).content.decode()
    assert "A2" in said
    assert 'value="apply"' not in said
    assert "A2" in client.get(f"{wrong.url}?export=csv").content.decode("utf-8-sig")
    client.post(wrong.url, {"act": "drop"})
    answer = client.post(url, {"file": csv_of(ROWS)})
    said = client.get(answer.url).content.decode()
    assert "Bến Đò" in said
    assert "THPT1" in client.get(f"{answer.url}?export=csv").content.decode("utf-8-sig")
    client.post(answer.url, {"act": "apply"})
    assert ListedSchool.objects.count() == 2
    assert 'value="apply"' not in client.get(answer.url).content.decode()
    assert client.post(answer.url, {"act": "?"}).status_code == 404
    listed = client.get(url).content.decode()
    assert listed.count("chi-tieu.csv") == 2


def test_as_many_queries_for_many_schools(department, schools, campaign, officer):
    def more(number):
        parent = Institution.objects.get(pk=department.pk)
        for n in range(number):
            one = Institution(code=f"M{n}", name=f"Trường {n}", type="upper_secondary", home_key=uuid4())
            parent.add_child(instance=one)

    def cost(rows):
        with CaptureQueriesContext(connection) as found:
            one = tried(campaign, officer, rows)
            changes_of(one, is_whole=True)
            list_apply(school_list=one, user=officer)
            members_of_campaign(campaign, department)
            own_notices(schools)
        return len(found)

    cost(ROWS)
    few = cost([[*row[:4], row[4] and row[4] + 1, *row[5:]] for row in ROWS])
    more(8)
    many = [*ROWS, *([f"M{n}", "", "", "Lớp 10", 9, "Xã", "", "", ""] for n in range(8))]
    assert cost(many) == few


def test_lists_that_nobody_puts_in_are_forgotten(schools, campaign, officer):
    put_in(campaign, officer)
    tried(campaign, officer)
    assert school_lists_purge(now=timezone.now()) == 0
    assert school_lists_purge(now=timezone.now() + timedelta(days=31)) == 1
    assert SchoolList.objects.count() == 1


def test_boards_are_told_once_by_keys_only(
    department, schools, campaign, officer, django_capture_on_commit_callbacks
):
    people = [make_member(schools[0], role) for role in (BoardRole.CHIEF, BoardRole.HEAD)]
    make_member(schools[0], BoardRole.AUTHOR)
    with django_capture_on_commit_callbacks(execute=True):
        put_in(campaign, officer)
        put_in(campaign, officer, [[*row[:4], row[4] and row[4] + 1, *row[5:]] for row in ROWS])
    letters = list(Letter.objects.filter(kind=LISTED).order_by("user"))
    assert [letter.user_id for letter in letters] == sorted(one.pk for one in people)
    about = {"campaign": campaign.pk, "school": schools[0].pk}
    assert [letter.about for letter in letters] == [about, about]
    with translation.override("en"):
        message = listed_letter(letters[0])
    assert "places in all classes: 352" in message.body
    assert "not published yet" in message.body
    assert reverse("enrolment_own_share", args=[campaign.pk, schools[0].pk]) in message.body
    assert "Bến Gỗ" not in message.body


def test_a_list_without_news_tells_nobody(schools, campaign, officer, django_capture_on_commit_callbacks):
    make_member(schools[0], BoardRole.CHIEF)
    put_in(campaign, officer)
    Letter.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        put_in(campaign, officer)
    assert not Letter.objects.filter(kind=LISTED).exists()


def test_a_letter_that_is_late_says_nothing(schools, campaign, officer):
    chief = make_member(schools[0], BoardRole.CHIEF)
    letter = Letter(kind=LISTED, user=chief, about={"campaign": campaign.pk, "school": schools[0].pk})
    assert listed_letter(letter) is None
    put_in(campaign, officer, [["THPT1", "", "a", "Lớp a", 40, "", "", "", ""]])
    notice = make_notice(schools[0], campaign, ("a", 30))
    with translation.override("en"):
        assert "says otherwise" in listed_letter(letter).body
    notice.tracks.update(quota=40)
    assert listed_letter(letter) is None
    put_in(campaign, officer, [["THPT1", "", "a", "Lớp a", 41, "", "", "", ""]])
    assert listed_letter(letter) is not None
    type(campaign).objects.filter(pk=campaign.pk).update(closes_at=timezone.now())
    assert listed_letter(letter) is None


def test_a_letter_of_thousands_asks_seven_questions(schools, campaign, officer):
    chief = make_member(schools[0], BoardRole.CHIEF)
    put_in(campaign, officer)
    make_notice(schools[0], campaign, ("dai_tra", 300))
    tell_listed(campaign, [schools[0].pk], now=timezone.now())
    letter = Letter.objects.select_related("user", "institution__site").get(user=chief, kind=LISTED)
    with CaptureQueriesContext(connection) as found, translation.override("en"):
        assert "says otherwise" in listed_letter(letter).body
    assert len(found) <= 7


def test_as_many_queries_for_letters_to_many_schools(department, schools, campaign):
    make_member(schools[0], BoardRole.CHIEF)
    with CaptureQueriesContext(connection) as found:
        assert tell_listed(campaign, [schools[0].pk], now=timezone.now()) == 1
    make_member(schools[1], BoardRole.CHIEF)
    with CaptureQueriesContext(connection) as more:
        assert tell_listed(campaign, [one.pk for one in schools], now=timezone.now()) == 2
    assert len(more) == len(found) <= 3
