"""Every page type of ours below every other: allowed exactly where the catalogue puts it (W8, W9, W10)."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Page, get_page_models

from common.models import BasePage
from common.page_rules import PageRuleError
from enrolment.models import (
    AdmissionNoticePage,
    CampaignPage,
    CertificateRulePage,
    CertificatesPage,
    EnrolmentPage,
    ExaminationPage,
    ExaminationResultsPage,
    ExaminationRulePage,
    OnlineAdmissionPage,
)
from feedback.models import (
    ConsultationPage,
    ConsultationResultPage,
    ConsultationsPage,
    PollPage,
    PollsPage,
    QuestionPage,
    QuestionsPage,
)
from network.choices import InstitutionKind
from resources.models import CollectionPage, DigitalResourcesPage, ResourcePage
from sections import tree
from sections.catalogue import page_type_for, sections_for
from sections.models import (
    AccreditationPage,
    AlbumPage,
    AlertPage,
    ArticlePage,
    CentrePage,
    CentresPage,
    ConferencePage,
    ConferencesPage,
    CoursePage,
    DisclosurePage,
    DisclosureReportPage,
    DocumentIndexPage,
    DocumentPage,
    ELearningPage,
    EventIndexPage,
    EventPage,
    GuidancePage,
    InformationPage,
    IntroductionPage,
    LinkPage,
    LinksPage,
    NewsIndexPage,
    OnlineServicesPage,
    OrganisationPage,
    OrganisationsPage,
    PressItemPage,
    PressPage,
    ProcedurePage,
    ProceduresPage,
    ProjectPage,
    ProjectsPage,
    PublicInformationPage,
    QualityRecordPage,
    SchoolManagementPage,
    SectionPage,
    ServicePage,
    StatisticsPage,
    StatisticsYearPage,
    SupportPage,
    SupportProgrammePage,
    SystemModulePage,
    TenderPage,
    UnitPage,
    UniversalisationPage,
)
from tests.factories import home_of, section_of

KINDS = {"department": InstitutionKind.DEPARTMENT, "agency": InstitutionKind.AGENCY, "school": "facility"}
OWN_ITEMS = {
    NewsIndexPage: {ArticlePage, AlbumPage, AlertPage},
    DocumentIndexPage: {DocumentPage},
    EventIndexPage: {EventPage},
    ConsultationsPage: {ConsultationPage},
    PollsPage: {PollPage, InformationPage},
    QuestionsPage: {QuestionPage},
    ProceduresPage: {ProcedurePage, InformationPage},
    OnlineServicesPage: {ServicePage, InformationPage},
    IntroductionPage: {UnitPage, InformationPage},
    OrganisationsPage: {OrganisationPage, InformationPage},
    SupportPage: {SupportProgrammePage, InformationPage},
    ELearningPage: {CoursePage, InformationPage},
    SchoolManagementPage: {SystemModulePage, InformationPage},
    LinksPage: {LinkPage, InformationPage},
    PressPage: {PressItemPage, InformationPage},
    StatisticsPage: {StatisticsYearPage, InformationPage},
    DigitalResourcesPage: {ResourcePage, CollectionPage, InformationPage},
    AccreditationPage: {QualityRecordPage, UniversalisationPage, InformationPage},
    ProjectsPage: {ProjectPage, TenderPage, InformationPage},
    ConferencesPage: {ConferencePage, InformationPage},
    CentresPage: {CentrePage, InformationPage},
    EnrolmentPage: {AdmissionNoticePage, InformationPage},
    ExaminationResultsPage: {ExaminationPage, ExaminationRulePage, InformationPage},
    OnlineAdmissionPage: {CampaignPage, InformationPage},
    CertificatesPage: {CertificateRulePage, InformationPage},
    DisclosurePage: {DisclosureReportPage, InformationPage},
    PublicInformationPage: {DisclosureReportPage, GuidancePage, InformationPage},
}
BELOW_ITEMS = {ConsultationPage: {ConsultationResultPage}, UnitPage: {UnitPage}}
CHILDLESS = {"ContactPage"}


def our_types() -> list[type[BasePage]]:
    return sorted(
        (model for model in get_page_models() if issubclass(model, BasePage)),
        key=lambda model: model._meta.label,
    )


def expected_below_section(page_type: type[BasePage]) -> set[type[BasePage]]:
    if page_type.__name__ in CHILDLESS:
        return set()
    return OWN_ITEMS.get(page_type, {InformationPage}) | set(tree.entry_types())


def test_the_table_is_about_all_page_types():
    assert len(our_types()) >= 30
    assert {page_type_for(s.key) for kind in KINDS.values() for s in sections_for(kind)} < set(our_types())


def test_below_the_root_stand_home_pages_alone():
    allowed = {model for model in our_types() if model in Page.allowed_subpage_models()}
    assert allowed == set(tree.home_types())


@pytest.mark.parametrize("parent_type", our_types(), ids=lambda model: model.__name__)
def test_a_type_accepts_what_the_catalogue_puts_below_it(parent_type):
    allowed = set(parent_type.allowed_subpage_models())
    if parent_type in tree.home_types():
        kinds = tree.kinds_of_home(parent_type)
        assert allowed == {page_type_for(s.key) for kind in kinds for s in sections_for(kind)}
    elif issubclass(parent_type, SectionPage):
        assert allowed == expected_below_section(parent_type)
    else:
        assert allowed == BELOW_ITEMS.get(parent_type, set())


@pytest.mark.parametrize("name", KINDS)
def test_a_home_page_accepts_the_sections_of_its_institution_alone(institutions, name):
    home = home_of(getattr(institutions, name))
    allowed = {model for model in our_types() if model.can_exist_under(home)}
    assert allowed == {page_type_for(s.key) for s in sections_for(KINDS[name])}


@pytest.mark.parametrize("name", KINDS)
def test_only_optional_sections_are_left_to_create(institutions, name):
    home = home_of(getattr(institutions, name))
    creatable = {model for model in our_types() if model.can_create_at(home)}
    assert creatable == {page_type_for(s.key) for s in sections_for(KINDS[name], required=False)}


@pytest.mark.parametrize(
    ("name", "page_type"),
    [
        ("agency", CentresPage),
        ("agency", DisclosurePage),
        ("department", SchoolManagementPage),
        ("school", CentresPage),
        ("school", ArticlePage),
        ("department", InformationPage),
    ],
)
def test_the_orm_refuses_a_type_outside_its_place(institutions, name, page_type):
    home = home_of(getattr(institutions, name))
    before = home.get_children().count()
    fields = {"author_name": "A", "source_name": "B"} if not issubclass(page_type, SectionPage) else {}
    with pytest.raises(PageRuleError, match=r"Không thể đặt|cannot stand below"):
        home.add_child(instance=page_type(title="Lạc chỗ", live=False, **fields))
    assert home.get_children().count() == before


class TestAddView:
    """The view is the same for everybody: a superuser is refused what the tree does not take."""

    def add_url(self, page_type, parent):
        meta = page_type._meta
        return reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent.pk])

    @pytest.mark.parametrize(
        ("name", "page_type"),
        [
            ("agency", CentresPage),
            ("school", CentresPage),
            ("department", DisclosurePage),
            ("department", NewsIndexPage),
            ("department", ArticlePage),
        ],
    )
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_forbidden_pair_is_refused(self, institutions, client, superuser, name, page_type, method):
        home = home_of(getattr(institutions, name))
        client.force_login(superuser)
        before = Page.objects.count()
        response = getattr(client, method)(self.add_url(page_type, home), {"title": "Lạc chỗ", "slug": "lac"})
        assert response.status_code in (302, 403)
        assert Page.objects.count() == before

    def test_a_type_below_a_section_that_is_not_its_own_is_refused(self, client, superuser, department):
        client.force_login(superuser)
        response = client.get(self.add_url(ArticlePage, section_of(department, StatisticsPage)))
        assert response.status_code in (302, 403)

    def test_the_list_of_what_may_be_added_names_the_optional_sections(self, client, chief, department):
        client.force_login(chief)
        page = client.get(reverse("wagtailadmin_pages:add_subpage", args=[home_of(department).pk]))
        text = page.content.decode()
        assert self.add_url(LinksPage, home_of(department)) in text
        assert self.add_url(NewsIndexPage, home_of(department)) not in text
        assert self.add_url(SchoolManagementPage, home_of(department)) not in text
