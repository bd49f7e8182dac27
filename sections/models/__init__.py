from sections.models.base import InformationPage, ItemPage, SectionPage
from sections.models.community import ELearningPage, LinksPage, OrganisationsPage, PressPage, SupportPage
from sections.models.contact import ContactPage
from sections.models.disclosure import DisclosurePage, PublicInformationPage
from sections.models.documents import DocumentFile, DocumentIndexPage, DocumentPage
from sections.models.events import EventIndexPage, EventPage
from sections.models.governance import BoardPage
from sections.models.introduction import IntroductionPage
from sections.models.news import ArticlePage, NewsIndexPage
from sections.models.records import (
    AccreditationPage,
    CentresPage,
    ConferencesPage,
    ProjectsPage,
    SchoolManagementPage,
)
from sections.models.services import OnlineServicesPage, ProceduresPage
from sections.models.slots import SectionSlot
from sections.models.statistics import OpenDataPage, StatisticsPage

__all__ = [
    "AccreditationPage",
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
    "InformationPage",
    "IntroductionPage",
    "ItemPage",
    "LinksPage",
    "NewsIndexPage",
    "OnlineServicesPage",
    "OpenDataPage",
    "OrganisationsPage",
    "PressPage",
    "ProceduresPage",
    "ProjectsPage",
    "PublicInformationPage",
    "SchoolManagementPage",
    "SectionPage",
    "SectionSlot",
    "StatisticsPage",
    "SupportPage",
]
