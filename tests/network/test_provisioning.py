"""A list becomes sites: whole, once, row by row, and without touching what a board wrote."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Collection, Page, Site
from wagtail.search.backends import get_search_backend

from editorial.choices import BoardRole
from network.models import Institution
from network.provisioning import ProvisioningRun, registry
from network.services.institutions import institution_close
from sections.models import SectionSlot
from tests.factories import home_of
from tests.network.lists import AGENCY, ALL, DEPARTMENT, PRIMARY, SECONDARY, institution, statuses, take

pytestmark = pytest.mark.django_db


def counted() -> list[int]:
    return [model.objects.count() for model in (Institution, Site, Page, Collection, Group, SectionSlot)]


class FailingStep:
    """The last step: everything else is made when it strikes."""

    name = "tests.failing"
    order = 999

    def __init__(self, code: str, error: Exception) -> None:
        self.code, self.error = code, error

    def apply(self, member) -> None:
        if member.institution.code == self.code:
            raise self.error


@pytest.fixture
def failing(monkeypatch):
    def install(code: str, error: Exception) -> None:
        monkeypatch.setitem(registry._steps, FailingStep.name, FailingStep(code, error))

    return install


class TestWholeList:
    def test_each_institution_gets_its_site_tree_board_and_collection(self):
        result = take(*ALL)
        assert set(statuses(result).values()) == {"created"}
        for code in ("HS", "HSP", "HS01", "HS02"):
            made = institution(code)
            assert made.site.root_page.translation_key == made.home_key
            assert made.collection.name.startswith(made.name)
            assert made.board_groups.count() == len(BoardRole)
            assert SectionSlot.objects.filter(institution=made).exists()
        assert institution("HS01").parent == institution("HS")
        assert result.summary()["pages"] == Page.objects.filter(depth__gt=1).count()

    def test_the_trees_stay_sound(self):
        take(*ALL)
        for model in (Page, Institution, Collection):
            assert model.find_problems() == ([], [], [], [], [])

    def test_a_second_run_changes_nothing(self):
        take(*ALL)
        before = counted()
        stamps = dict(Institution.objects.values_list("code", "updated_at"))
        assert set(statuses(take(*ALL)).values()) == {"unchanged"}
        assert counted() == before
        assert dict(Institution.objects.values_list("code", "updated_at")) == stamps

    def test_a_dry_run_foresees_the_outcome_and_writes_nothing(self):
        before = counted()
        assert set(statuses(take(*ALL, dry_run=True)).values()) == {"created"}
        assert counted() == before

    def test_no_institution_costs_more_than_ninety_statements(self):
        take(DEPARTMENT, PRIMARY)
        run = ProvisioningRun(domain="{slug}.hs.example.edu.vn", send_invitations=False)
        take(SECONDARY, run=run)
        row = "HS{0},Trường THCS số {0},lower_secondary,HS,,,,,"
        take(row.format(10), run=run)
        counts = []
        for number in (11, 12):
            with CaptureQueriesContext(connection) as queries:
                take(row.format(number), run=run)
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 90

    def test_the_locale_of_messages_is_that_of_the_run(self):
        with translation.override("en"):
            result = take(PRIMARY.replace(",HS,", ",XX,"))
        assert "XX" in result.outcomes[0].messages[0]
        assert result.outcomes[0].messages[0].startswith("[parent] There is no authority")


class TestChangedRow:
    def test_only_what_changed_in_the_list_is_changed(self):
        take(*ALL)
        changed = PRIMARY.replace("Số 1 đường Hoa Ban", "Số 9 đường Hoa Ban")
        result = take(DEPARTMENT, AGENCY, changed, SECONDARY)
        assert statuses(result) == {
            "HS": "unchanged",
            "HSP": "unchanged",
            "HS01": "updated",
            "HS02": "unchanged",
        }
        assert institution("HS01").address == "Số 9 đường Hoa Ban"
        assert institution("HS01").phone == "0200 2"

    def test_what_the_board_wrote_stays_and_the_report_says_so(self):
        take(*ALL)
        school = institution("HS01")
        school.phone = "0999 000 111"
        school.save()
        Page.objects.filter(pk=home_of(school).pk).update(title="Ngôi trường của em")
        with translation.override("en"):
            result = take(PRIMARY.replace("0200 2", "0200 3").replace("Lê Lợi", "Lê Lai"))
        assert institution("HS01").phone == "0999 000 111"
        assert home_of(school).title == "Ngôi trường của em"
        assert institution("HS01").name == "Trường Tiểu học Lê Lai"
        assert any("own value" in message for message in result.outcomes[0].messages)
        assert statuses(take(PRIMARY.replace("0200 2", "0200 3").replace("Lê Lợi", "Lê Lai"))) == {
            "HS01": "unchanged"
        }

    def test_a_new_name_reaches_site_home_page_board_and_collection(self):
        take(*ALL)
        take(PRIMARY.replace("Lê Lợi", "Lê Lai"))
        school = institution("HS01")
        assert school.site.site_name == home_of(school).title == "Trường Tiểu học Lê Lai"
        assert school.collection.name.startswith("Trường Tiểu học Lê Lai")
        assert all("Lê Lai" in group.group.name for group in school.board_groups.all())

    def test_a_new_domain_keeps_the_old_one_alive(self):
        take(DEPARTMENT, PRIMARY)
        take(PRIMARY + "lelai.example.edu.vn")
        school = institution("HS01")
        assert school.hostname == "lelai.example.edu.vn"
        assert [host.hostname for host in school.former_hosts.all()] == ["th-le-loi.hs.example.edu.vn"]

    def test_another_parent_moves_the_institution(self):
        take(*ALL)
        result = take(PRIMARY.replace(",HS,", ",HSP,"))
        assert statuses(result) == {"HS01": "updated"}
        assert institution("HS01").parent == institution("HSP")
        assert Institution.find_problems() == ([], [], [], [], [])


class TestBadRow:
    @pytest.mark.parametrize(
        "error",
        [ValidationError("không được"), IntegrityError("bí mật"), RuntimeError("bí mật"), KeyError("bí mật")],
        ids=lambda error: type(error).__name__,
    )
    def test_any_error_in_a_step_rejects_the_row_alone_and_leaves_nothing(self, failing, caplog, error):
        take(DEPARTMENT)
        institutions, sites, *_rest = counted()
        failing("HS01", error)
        result = take(PRIMARY, SECONDARY)
        assert statuses(result) == {"HS01": "rejected", "HS02": "created"}
        assert counted()[:2] == [institutions + 1, sites + 1]
        assert not Collection.objects.filter(name__startswith="Trường Tiểu học Lê Lợi").exists()
        assert not Group.objects.filter(name__contains="Lê Lợi").exists()
        assert not Page.objects.filter(title__contains="Lê Lợi").exists()
        assert "bí mật" not in caplog.text + " ".join(result.outcomes[0].messages)
        assert Page.find_problems() == ([], [], [], [], [])

    def test_what_a_refused_row_had_shared_is_forgotten(self, failing):
        failing("HS", RuntimeError())
        take(DEPARTMENT)
        failing("HS01", RuntimeError())
        run = ProvisioningRun(domain="{slug}.hs.example.edu.vn", send_invitations=False)
        result = take(DEPARTMENT, PRIMARY, SECONDARY, run=run)
        assert statuses(result) == {"HS": "created", "HS01": "rejected", "HS02": "created"}
        found = {page.pk for page in Page.objects.all().search("Lê Lợi", order_by_relevance=False)}
        assert not found

    def test_members_of_a_refused_authority_are_refused_with_it(self, failing):
        failing("HS", RuntimeError())
        result = take(DEPARTMENT, PRIMARY)
        assert statuses(result) == {"HS": "rejected", "HS01": "rejected"}
        assert not Institution.objects.exists()

    def test_a_field_that_the_model_refuses_is_named_by_its_column(self):
        take(DEPARTMENT)
        with translation.override("en"):
            result = take(PRIMARY.replace("c1@hs.example.edu.vn", "không phải thư"))
        assert result.outcomes[0].status == "rejected"
        assert result.outcomes[0].messages[0].startswith("[email]")

    def test_a_list_does_not_bring_back_what_was_closed(self):
        take(DEPARTMENT, PRIMARY)
        institution_close(institution=institution("HS01"), reason="Quyết định 12/QĐ-UBND")
        assert statuses(take(PRIMARY.replace("Lê Lợi", "Lê Lai"))) == {"HS01": "rejected"}
        assert statuses(take(PRIMARY, dry_run=True)) == {"HS01": "rejected"}
        assert institution("HS01").name == "Trường Tiểu học Lê Lợi"

    def test_a_list_within_an_authority_reaches_nothing_outside(self):
        take(*ALL)
        agency = institution("HSP")
        result = take(
            PRIMARY.replace("Lê Lợi", "Lê Lai"),
            "HS77,Trường Mầm non Hoa Sen,preschool,HS,,,,,",
            "HS78,Trường Mầm non Hoa Mai,preschool,HSP,,,,,",
            within=agency.path,
        )
        assert statuses(result) == {"HS01": "rejected", "HS77": "rejected", "HS78": "created"}


class TestHostNames:
    def test_a_name_that_stands_once_stays_short(self):
        take(DEPARTMENT, PRIMARY, SECONDARY)
        assert institution("HS02").hostname == "thpt-bui-thi-xuan.hs.example.edu.vn"

    def test_namesakes_of_a_list_all_get_their_code_whatever_the_order(self):
        other = SECONDARY.replace("HS02", "HS03")
        take(DEPARTMENT, other, SECONDARY)
        assert institution("HS02").hostname == "thpt-bui-thi-xuan-hs02.hs.example.edu.vn"
        assert institution("HS03").hostname == "thpt-bui-thi-xuan-hs03.hs.example.edu.vn"

    def test_a_name_in_use_gets_the_code(self):
        take(DEPARTMENT, SECONDARY)
        take(SECONDARY.replace("HS02", "HS03"))
        assert institution("HS02").hostname == "thpt-bui-thi-xuan.hs.example.edu.vn"
        assert institution("HS03").hostname == "thpt-bui-thi-xuan-hs03.hs.example.edu.vn"

    def test_a_domain_in_use_or_malformed_is_refused_with_its_column(self):
        take(DEPARTMENT, SECONDARY)
        with translation.override("en"):
            result = take(PRIMARY + "thpt-bui-thi-xuan.hs.example.edu.vn", AGENCY + "-sai-.vn")
        assert set(statuses(result).values()) == {"rejected"}
        assert all(outcome.messages[0].startswith("[domain]") for outcome in result.outcomes)

    @pytest.mark.parametrize("template", ["hs.example.edu.vn", "{slug}..vn", "{tên}.vn", "{slug} .vn", ""])
    def test_a_template_that_gives_no_host_name_is_refused_before_anything_is_done(self, template):
        with pytest.raises(ValidationError):
            take(DEPARTMENT, run=ProvisioningRun(domain=template))
        assert not Institution.objects.exists()


class TestSearchIndex:
    def test_new_pages_are_found_with_and_without_diacritics_as_after_a_rebuild(self):
        take(*ALL)
        words = ["Tuyển sinh", "tuyen sinh", "Giới thiệu", "gioi thieu", "Bùi Thị Xuân", "bui thi xuan"]

        def found() -> dict[str, set[int]]:
            pages = Page.objects.live()
            return {w: {p.pk for p in pages.search(w, order_by_relevance=False)} for w in words}

        first = found()
        assert all(first.values())
        call_command("update_index", verbosity=0, stdout=io.StringIO())
        assert found() == first

    def test_indexing_the_same_pages_again_doubles_nothing(self):
        take(DEPARTMENT)
        pages = [page.specific for page in Page.objects.filter(depth__gt=1)]
        entries = pages[0].index_entries.model.objects
        before = entries.count()
        pages[0].title = "Trang đầu hoàn toàn mới"
        get_search_backend().add_mixed(pages)
        assert entries.count() == before
        assert Page.objects.all().search("hoan toan moi", order_by_relevance=False)[0].pk == pages[0].pk
