from sections.models.albums import AlbumPage, AlbumPicture
from sections.models.alerts import AlertPage
from sections.models.base import InformationPage, ItemPage, SectionPage
from sections.models.community import ELearningPage, LinksPage, OrganisationsPage, SupportPage
from sections.models.contact import ContactPage
from sections.models.disclosure import DisclosurePage, PublicInformationPage
from sections.models.documents import DocumentFile, DocumentIndexPage, DocumentPage
from sections.models.events import EventIndexPage, EventPage, EventSkip
from sections.models.exchange import ImportBatch, ImportedRow
from sections.models.governance import BoardPage
from sections.models.introduction import IntroductionPage
from sections.models.news import ArticleFile, ArticlePage, NewsIndexPage
from sections.models.offers import ArticleOffer, OfferAnswer
from sections.models.open_data import OpenDataPage
from sections.models.press import PressItemPage, PressPage
from sections.models.procedures import ProcedurePage, ProceduresPage
from sections.models.records import (
    AccreditationPage,
    CentresPage,
    ConferencesPage,
    ProjectsPage,
    SchoolManagementPage,
)
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

__all__ = [
    "AccreditationPage",
    "AlbumPage",
    "AlbumPicture",
    "AlertPage",
    "ArticleFile",
    "ArticleOffer",
    "ArticlePage",
    "BoardPage",
    "CentresPage",
    "ConferencesPage",
    "ContactPage",
    "DisclosurePage",
    "DocumentFile",
    "DocumentIndexPage",
    "DocumentPage",
    "ELearningPage",
    "EventIndexPage",
    "EventPage",
    "EventSkip",
    "ImportBatch",
    "ImportedRow",
    "InformationPage",
    "IntroductionPage",
    "ItemPage",
    "LinksPage",
    "NewsIndexPage",
    "OfferAnswer",
    "OnlineServicesPage",
    "OpenDataPage",
    "OrganisationsPage",
    "PressItemPage",
    "PressPage",
    "ProcedurePage",
    "ProceduresPage",
    "ProjectsPage",
    "PublicInformationPage",
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
]
