"""The screens of the regulations, as each role meets them, and the public pages."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.models import Regulation, Upkeep
from editorial.regulations.kinds import WEBSITE
from editorial.services import regulations as services
from tests.editorial.regulations.conftest import DAY, approve
from tests.factories import make_institution, make_user

PAGE = "/quy-che/trang-thong-tin-dien-tu/"


def client(user, institution) -> Client:
    found = Client(SERVER_NAME=institution.hostname)
    found.force_login(user)
    return found


def get(user, institution, name, *args, **query):
    return client(user, institution).get(reverse(name, args=args), query)


def public(institution, path=PAGE):
    return Client(headers={"host": institution.hostname}).get(path)


class TestScreens:
    @pytest.mark.parametrize("role", ["author", "editor", "chief", "head", "chief_hs", "root"])
    def test_are_read_by_the_board_and_the_authority(self, in_force, place, who, role):
        user = getattr(who, role)
        for name, args in (
            ("editorial_regulations_site", [place.a.pk]),
            ("editorial_regulation", [in_force.pk]),
            ("editorial_regulation_preview", [in_force.pk]),
            ("editorial_regulation_first", [place.a.pk, "email"]),
        ):
            response = get(user, place.a, name, *args)
            assert response.status_code == 200, name
            assert place.a.name in response.content.decode(), name

    def test_of_another_institution_do_not_exist(self, in_force, draft, place, who):
        web = client(who.chief_b, place.b)
        for name, args in (
            ("editorial_regulations_site", [place.a.pk]),
            ("editorial_regulation", [in_force.pk]),
            ("editorial_regulation_preview", [in_force.pk]),
            ("editorial_regulation_decide", [in_force.pk]),
            ("editorial_regulation_first", [place.a.pk, "email"]),
            ("editorial_upkeep", [place.a.pk]),
        ):
            assert web.get(reverse(name, args=args)).status_code == 404, name
        for name, args in (
            ("editorial_regulation_start", [place.a.pk, "email"]),
            ("editorial_regulation_act", [in_force.pk, "reviewed"]),
            ("editorial_regulation", [in_force.pk]),
            ("editorial_regulation_decide", [in_force.pk]),
            ("editorial_upkeep", [place.a.pk]),
        ):
            assert web.post(reverse(name, args=args), {"return": "1"}).status_code == 404, name

    def test_are_not_for_who_serves_on_no_board(self, in_force, place):
        response = get(make_user(is_staff=True), place.a, "editorial_regulation", in_force.pk)
        assert response.status_code in (302, 403)

    def test_lead_a_school_straight_to_its_own(self, place, who):
        response = get(who.chief_b, place.b, "editorial_regulations")
        assert response["Location"] == reverse("editorial_regulations_site", args=[place.b.pk])

    def test_list_the_members_of_an_authority_and_find_them_by_name(self, in_force, place, who):
        html = get(who.chief_hs, place.hs, "editorial_regulations", q="doi che").content.decode()
        assert "Trường THPT Đồi Chè" in html
        assert "Trường THPT Suối Mơ" not in html

    def test_cost_the_same_with_many_institutions(self, in_force, place, who):
        def queries():
            with CaptureQueriesContext(connection) as caught:
                assert get(who.chief_hs, place.hs, "editorial_regulations").status_code == 200
            return len(caught)

        queries()
        before = queries()
        for number in range(3):
            make_institution(f"HS1{number}", f"Trường {number}", "primary", place.hs, run=place.run)
        assert queries() == before


class TestWayThroughTheScreens:
    def test_leads_from_the_first_draft_to_the_public_page(self, place, who):
        chief, head = client(who.chief, place.a), client(who.head, place.a)
        chief.post(reverse("editorial_regulation_start", args=[place.a.pk, "website"]))
        regulation = Regulation.objects.get()
        url = reverse("editorial_regulation", args=[regulation.pk])
        form = chief.get(url).context["form"]
        data = {"seen": form["seen"].initial, "own-e": "Trực Trang vào thứ Hai.", "submit": "1"}
        chief.post(url, data)
        decide = reverse("editorial_regulation_decide", args=[regulation.pk])
        page = head.get(decide)
        assert "Trực Trang vào thứ Hai." in page.content.decode()
        data = {
            "seen": page.context["form"].initial["seen"],
            "symbol": "15/QĐ-THPTĐC",
            "issued_on": DAY.isoformat(),
            "effective_on": DAY.isoformat(),
            "review_on": DAY.replace(year=DAY.year + 1).isoformat(),
            "approve": "1",
        }
        assert head.post(decide, data).status_code == 302
        html = public(place.a).content.decode()
        for words in (
            "Trực Trang vào thứ Hai.",
            "15/QĐ-THPTĐC",
            "HIỆU TRƯỞNG",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ):
            assert words in html

    def test_shows_a_return_with_its_reason(self, draft, place, who):
        services.regulation_submit(regulation=draft, user=who.chief)
        url = reverse("editorial_regulation_decide", args=[draft.pk])
        client(who.head, place.a).post(url, {"return": "1", "return-reason": "Thiếu đầu mối."})
        html = get(who.chief, place.a, "editorial_regulation", draft.pk).content.decode()
        assert "Thiếu đầu mối." in html

    @pytest.mark.parametrize("act", ["submit", "recall", "refresh", "discard", "reviewed"])
    def test_has_no_button_that_works_for_an_author(self, draft, place, who, act):
        before = Regulation.objects.values().get()
        client(who.author, place.a).post(reverse("editorial_regulation_act", args=[draft.pk, act]))
        after = Regulation.objects.values().get()
        assert before == after

    def test_refuses_fields_from_who_may_not_draft(self, draft, place, who):
        response = client(who.editor, place.a).post(reverse("editorial_regulation", args=[draft.pk]), {})
        assert response.status_code in (302, 403)
        assert draft.events.count() == 1

    def test_does_not_offer_the_decision_to_a_superuser(self, draft, place, who):
        services.regulation_submit(regulation=draft, user=who.chief)
        response = get(who.root, place.a, "editorial_regulation_decide", draft.pk)
        assert response["Location"] == reverse("editorial_regulation", args=[draft.pk])

    def test_names_the_contact_officials(self, place, who):
        url = reverse("editorial_upkeep", args=[place.a.pk])
        web = client(who.chief, place.a)
        data = {
            name: web.get(url).context["form"][name].value() or ""
            for name in web.get(url).context["form"].fields
        }
        web.post(url, data | {"contact": "Cô Hoàng Thị Gió, nhân viên CNTT", "department": "Tổ Văn phòng"})
        assert Upkeep.objects.get().contact == "Cô Hoàng Thị Gió, nhân viên CNTT"
        assert "Cô Hoàng Thị Gió" in public(place.a, "/quy-che/").content.decode()


class TestPublicPages:
    def test_say_where_nothing_is_in_force(self, place):
        assert "has not issued the regulations" in public(place.hs, "/en/quy-che/").content.decode()
        assert public(place.a).status_code == 404

    def test_leave_no_cookie_and_link_from_every_footer(self, in_force, place):
        for path in ("/", "/quy-che/", PAGE, PAGE + "phien-ban/1/"):
            response = public(place.a, path)
            assert response.status_code == 200, path
            assert not response.cookies, path
            assert 'href="/quy-che/"' in response.content.decode(), path

    def test_keep_earlier_versions_and_say_what_changed(self, in_force, place, who):
        draft = services.regulation_draft(institution=place.a, kind=WEBSITE, user=who.chief)
        services.regulation_edit(
            regulation=draft, user=who.chief, own={"e": {"own": "Trực thứ Hai."}}, changes="Thêm lịch trực."
        )
        services.regulation_submit(regulation=draft, user=who.chief)
        approve(draft, who.head, symbol="16/QĐ-THPTĐC")
        now, before = (
            public(place.a).content.decode(),
            public(place.a, PAGE + "phien-ban/1/").content.decode(),
        )
        assert "Trực thứ Hai." in now
        assert "Thêm lịch trực." in now
        assert "Chế độ làm việc của Ban biên tập" in now
        assert "Trực thứ Hai." not in before
        assert 'content="noindex"' in before

    def test_show_no_draft_and_nothing_of_another_site(self, draft, in_force, place):
        assert public(place.b).status_code == 404
        for path in (PAGE + "phien-ban/2/", "/quy-che/khong-co/"):
            assert public(place.a, path).status_code == 404

    def test_show_a_version_only_from_the_day_on_which_it_takes_effect(self, draft, place, who):
        services.regulation_submit(regulation=draft, user=who.chief)
        approve(draft, who.head, effective_on=DAY.replace(year=DAY.year + 2))
        assert public(place.a).status_code == 404

    def test_show_an_authoritys_translation_in_english(self, place, who):
        draft = services.regulation_draft(institution=place.hs, kind=WEBSITE, user=who.chief_hs)
        services.regulation_submit(regulation=draft, user=who.chief_hs)
        approve(draft, who.head_hs)
        html = public(place.hs, "/en" + PAGE).content.decode()
        assert '<article class="document" lang="en">' in html
        assert "the Vietnamese text prevails" in html
