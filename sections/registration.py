"""What this package adds to the registries of the packages below it."""

from common import page_rules
from editorial import section_keys
from network import provisioning
from sections import links, models
from sections.catalogue import register_page_type
from sections.chain import CatalogueSections
from sections.provisioning import SectionTreeStep, register_drafts, welcome_draft
from sections.rules import required_section_rule


def register_page_types() -> None:
    register_page_type(models.IntroductionPage, "W8.1a", "W9.1a")
    register_page_type(models.ContactPage, "W8.1b", "W9.1b")
    register_page_type(models.NewsIndexPage, "W8.2", "W9.2")
    register_page_type(models.EventIndexPage, "W8.2.events", "W9.2.events")
    register_page_type(models.DocumentIndexPage, "W8.3", "W9.3")
    register_page_type(models.OnlineServicesPage, "W8.4a")
    register_page_type(models.ProceduresPage, "W8.4c")
    register_page_type(models.PublicInformationPage, "W8.5")
    register_page_type(models.DisclosurePage, "W9.7")
    register_page_type(models.OpenDataPage, "W8.7", "W9.6")
    register_page_type(models.StatisticsPage, "W8.8", "W9.9")
    register_page_type(models.AccreditationPage, "W8.10")
    register_page_type(models.ProjectsPage, "W8.13")
    register_page_type(models.ConferencesPage, "W8.14")
    register_page_type(models.CentresPage, "W8.16")
    register_page_type(models.SchoolManagementPage, "W9.11")
    register_page_type(models.LinksPage, "W10.1")
    register_page_type(models.ELearningPage, "W10.2")
    register_page_type(models.OrganisationsPage, "W10.3")
    register_page_type(models.PressPage, "W10.4")
    register_page_type(models.SupportPage, "W10.6")
    register_page_type(models.BoardPage, "W11.2")


def register_outward_links() -> None:
    links.register_links(models.LinkPage, "target_url")
    links.register_links(models.CoursePage, "course_url")
    links.register_links(models.SystemModulePage, "entry_url", "help_url")
    links.register_links(models.SupportProgrammePage, "apply_url")


def register_rules() -> None:
    page_rules.register("sections.required", required_section_rule)
    provisioning.register_step(SectionTreeStep())
    section_keys.register("sections.catalogue", CatalogueSections())
    register_drafts("W8.2", welcome_draft)
    register_drafts("W9.2", welcome_draft)
