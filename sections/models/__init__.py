from sections.models.accreditation import AccreditationPage, QualityRecordPage, UniversalisationPage
from sections.models.albums import AlbumPage, AlbumPicture
from sections.models.alerts import AlertPage
from sections.models.base import InformationPage, ItemPage, SectionPage
from sections.models.centres import CentrePage, CentresPage
from sections.models.conferences import ConferenceFile, ConferencePage, ConferencesPage
from sections.models.contact import ClosedPeriod, ContactPage, Landmark, OpeningPeriod
from sections.models.disclosure import (
    DisclosureFigure,
    DisclosureFile,
    DisclosurePage,
    DisclosureReportPage,
    DisclosureSection,
    PublicInformationPage,
)
from sections.models.disclosure_records import DisclosureRecord, DisclosureReminder
from sections.models.documents import DocumentFile, DocumentIndexPage, DocumentPage, DocumentRelation
from sections.models.english import EnglishText
from sections.models.events import EventIndexPage, EventPage, EventSkip
from sections.models.exchange import ImportBatch, ImportedRow
from sections.models.file_texts import FileText
from sections.models.governance import BoardPage
from sections.models.guidance import GuidanceBasis, GuidancePage, GuidanceQuestion, GuidanceStep
from sections.models.introduction import (
    InstitutionDecision,
    IntroductionPage,
    Leader,
    Milestone,
    UnitDecision,
    UnitHead,
    UnitPage,
)
from sections.models.learning import CoursePage, ELearningPage, SchoolManagementPage, SystemModulePage
from sections.models.links import LinkPage, LinksPage
from sections.models.news import ArticleFile, ArticlePage, NewsIndexPage
from sections.models.offers import ArticleOffer, OfferAnswer
from sections.models.open_data import OpenDataPage
from sections.models.organisations import OrganisationHead, OrganisationPage, OrganisationsPage
from sections.models.press import PressItemPage, PressPage
from sections.models.procedures import ProcedurePage, ProceduresPage
from sections.models.projects import ProjectDecision, ProjectPage, ProjectsPage
from sections.models.record_sections import RecordSection
from sections.models.rule_pages import AbstractRulePage
from sections.models.services import OnlineServicesPage, ServicePage
from sections.models.slots import SectionSlot
from sections.models.statistics import (
    StatisticsConfirmation,
    StatisticsFigure,
    StatisticsPage,
    StatisticsRecord,
    StatisticsRollUp,
    StatisticsYearPage,
)
from sections.models.support import SupportPage, SupportProgrammePage
from sections.models.tenders import TenderPage

__all__ = [
    "AbstractRulePage",
    "AccreditationPage",
    "AlbumPage",
    "AlbumPicture",
    "AlertPage",
    "ArticleFile",
    "ArticleOffer",
    "ArticlePage",
    "BoardPage",
    "CentrePage",
    "CentresPage",
    "ClosedPeriod",
    "ConferenceFile",
    "ConferencePage",
    "ConferencesPage",
    "ContactPage",
    "CoursePage",
    "DisclosureFigure",
    "DisclosureFile",
    "DisclosurePage",
    "DisclosureRecord",
    "DisclosureReminder",
    "DisclosureReportPage",
    "DisclosureSection",
    "DocumentFile",
    "DocumentIndexPage",
    "DocumentPage",
    "DocumentRelation",
    "ELearningPage",
    "EnglishText",
    "EventIndexPage",
    "EventPage",
    "EventSkip",
    "FileText",
    "GuidanceBasis",
    "GuidancePage",
    "GuidanceQuestion",
    "GuidanceStep",
    "ImportBatch",
    "ImportedRow",
    "InformationPage",
    "InstitutionDecision",
    "IntroductionPage",
    "ItemPage",
    "Landmark",
    "Leader",
    "LinkPage",
    "LinksPage",
    "Milestone",
    "NewsIndexPage",
    "OfferAnswer",
    "OnlineServicesPage",
    "OpenDataPage",
    "OpeningPeriod",
    "OrganisationHead",
    "OrganisationPage",
    "OrganisationsPage",
    "PressItemPage",
    "PressPage",
    "ProcedurePage",
    "ProceduresPage",
    "ProjectDecision",
    "ProjectPage",
    "ProjectsPage",
    "PublicInformationPage",
    "QualityRecordPage",
    "RecordSection",
    "SchoolManagementPage",
    "SectionPage",
    "SectionSlot",
    "ServicePage",
    "StatisticsConfirmation",
    "StatisticsFigure",
    "StatisticsPage",
    "StatisticsRecord",
    "StatisticsRollUp",
    "StatisticsYearPage",
    "SupportPage",
    "SupportProgrammePage",
    "SystemModulePage",
    "TenderPage",
    "UnitDecision",
    "UnitHead",
    "UnitPage",
    "UniversalisationPage",
]
