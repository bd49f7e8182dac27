from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Front pages, navigation, search and feeds."""

    name = "home"
    verbose_name = _("Home pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from enrolment.models import (
            CertificatesPage,
            EnrolmentPage,
            ExaminationResultsPage,
            OnlineAdmissionPage,
        )
        from home.models import AuthorityHomePage, FacilityHomePage
        from network.choices import InstitutionKind
        from privacy.registry import not_public_form
        from sections import models
        from sections.catalogue.feeds import register_feed
        from sections.tree import register_home_type

        register_feed(models.NewsIndexPage, "news_feed", "news_part_feed")
        register_feed(models.PressPage, "news_part_feed")
        register_feed(models.DocumentIndexPage, "document_feed")
        register_feed(models.DisclosurePage, "news_part_feed")
        register_feed(models.PublicInformationPage, "news_part_feed")
        register_feed(models.EventIndexPage, "calendar_ics")
        for section in (
            models.AccreditationPage,
            models.ProjectsPage,
            models.ConferencesPage,
            models.CentresPage,
            ExaminationResultsPage,
            CertificatesPage,
            OnlineAdmissionPage,
            EnrolmentPage,
        ):
            register_feed(section, "news_part_feed")

        register_home_type(AuthorityHomePage, [InstitutionKind.DEPARTMENT, InstitutionKind.AGENCY])
        register_home_type(FacilityHomePage, [InstitutionKind.FACILITY])
        not_public_form(
            "home.views.serve", _("It hands every request on to the page, which is checked by its type.")
        )
