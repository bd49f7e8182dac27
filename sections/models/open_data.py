"""Open data (W8.7, W9.6)."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.selectors import institution_for_page
from network.site_roots import public_origin
from sections import tree
from sections.models.base import SectionPage
from sections.opendata.catalogue import site_datasets
from sections.opendata.dcat import catalogue


class OpenDataPage(SectionPage):
    """Data for search, exchange and sharing (W8.7, W9.6): the data sets of the site, found in what it publishes, and how
    programmes read them. The board adds files and remarks as entries."""

    personal_data = tree.SECTION_DATA

    template = "pages/sections/open_data.html"

    class Meta:
        verbose_name = _("open data")
        verbose_name_plural = _("open data")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        institution = institution_for_page(self)
        parent = self.get_parent()
        context["datasets"] = site_datasets(parent) if parent else []
        origin = public_origin(institution.hostname) if institution is not None else ""
        api = origin + reverse("open_data_api")
        context["api"] = api
        if institution is not None:
            context["catalogue"] = catalogue(
                context["datasets"],
                institution=institution,
                origin=origin,
                address=self.full_url or "",
                api=api,
            )
        return context
