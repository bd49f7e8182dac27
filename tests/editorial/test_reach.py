"""An authority reads its members; a page points to nothing that its author could not choose; files stay with their host."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.documents.models import document_served

from common.references import NOT_YOURS, refused_references
from editorial.reach import institutions_read_by, may_enter
from tests.editorial.desk import Desk
from tests.factories import make_institution, make_member

pytestmark = pytest.mark.django_db


def test_the_board_of_an_authority_reads_drafts_of_its_members_at_any_depth(desk, province, people):
    office = make_institution("PHONG", "Phòng GD Cẩm Lĩnh", "agency", province.hs, run=province.run)
    deep = make_institution("MN1", "Trường Mầm non Sao Mai", "preschool", office, run=province.run)
    draft = Desk(deep).draft(make_member(deep, "author"), title="Nháp Sao Mai", slug="nhap-sao-mai")
    reader = Desk(province.hs)
    for role in ("editor", "chief", "head"):
        person = make_member(province.hs, role)
        assert deep in institutions_read_by(person)
        for name in ("wagtailadmin_pages:view_draft", "wagtailadmin_pages:history"):
            assert reader.get(person, name, draft.pk).status_code == 200
        assert (
            draft.title in reader.get(person, "wagtailadmin_explore", draft.get_parent().pk).content.decode()
        )
        assert not draft.permissions_for_user(person).can_edit()
    author = make_member(province.hs, "author")
    assert reader.get(author, "wagtailadmin_pages:view_draft", draft.pk).status_code == 404


def test_no_board_holds_a_permission_on_a_whole_model(province):
    names = Group.objects.filter(board_group__isnull=False).values_list(
        "permissions__content_type__app_label", "permissions__codename"
    )
    assert set(names) == {("wagtailadmin", "access_admin")}


def test_a_page_cannot_be_made_to_point_to_a_draft_of_another_site(desk, province, people):
    foreign = Desk(province.b).draft(people.author_b, title="Nháp Suối Mơ", slug="nhap-b")
    link = f'<p><a linktype="page" id="{foreign.pk}">xem</a></p>'
    own = desk.draft(people.author)
    page = own.specific
    page.body = [("paragraph", link)]
    assert refused_references(page, people.author) == NOT_YOURS
    assert refused_references(page, people.root) is None
    page.body = [("paragraph", f'<p><a linktype="page" id="{own.pk}">xem</a></p>')]
    assert refused_references(page, people.author) is None


def test_a_file_of_another_institution_is_not_served_on_this_host(province, people):
    document = get_document_model().objects.create(
        title="Tệp", file=ContentFile(b"noi dung", name="tep.txt"), collection=province.b.collection
    )
    url = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    given = []

    def give(sender, instance, **kwargs):
        given.append(instance)

    document_served.connect(give)
    # Nothing is on a disk here, so both answers are a 404; the signal tells which of them was for the asking.
    assert Client(SERVER_NAME=province.a.site.hostname).get(url).status_code == 404
    assert not given
    Client(SERVER_NAME=province.b.site.hostname).get(url)
    assert given == [document]


def test_a_person_works_on_the_hosts_of_their_own_institutions_and_of_the_authority(province, people):
    assert may_enter(people.chief, province.a.site)
    assert may_enter(people.chief, province.hs.site)
    assert not may_enter(people.chief, province.b.site)
    client = Client(SERVER_NAME=province.b.site.hostname)
    client.force_login(people.chief)
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 403
    assert province.a.name in response.content.decode()
    assert client.get(reverse("wagtailadmin_home")).status_code == 302, "the session there is over"


def test_reading_costs_the_same_with_many_members(desk, province, people):
    reader = Desk(province.hs)
    page = desk.draft(people.author)
    addresses = (
        ("wagtailadmin_explore_root",),
        ("wagtailadmin_explore", page.get_parent().pk),
        ("scoped_choose_page",),
        ("wagtailadmin_pages:history", page.pk),
    )

    def cost() -> list[int]:
        numbers = []
        for name, *args in addresses:
            reader.client(people.chief_hs).get(reverse(name, args=args), follow=True)
            with CaptureQueriesContext(connection) as queries:
                assert (
                    reader.client(people.chief_hs).get(reverse(name, args=args), follow=True).status_code
                    == 200
                )
            numbers.append(len(queries))
        return numbers

    before = cost()
    for number in range(30, 33):
        make_institution(
            f"HS{number}", f"Trường Tiểu học số {number}", "primary", province.hs, run=province.run
        )
    after = cost()
    assert (after[1], after[3]) == (before[1], before[3])
    # The lists of sites have a row for each, which Wagtail gives a few queries of its own, on one page of the list.
    for listed in (0, 2):
        assert after[listed] - before[listed] <= 4 * 6
