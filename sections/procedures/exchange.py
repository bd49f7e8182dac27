"""Procedures and online services go in and out as lists."""

from django.utils.translation import gettext_lazy as _

from sections.exchange import Exchange, register_exchange
from sections.models import OnlineServicesPage, ProcedurePage, ProceduresPage, ServicePage
from sections.procedures.columns import APPLICATION, FACTS, LEGAL, SERVICE
from sections.procedures.fields import row_faults


def register() -> None:
    register_exchange(
        Exchange(
            name="procedures",
            label=_("Administrative procedures"),
            page_type=ProcedurePage,
            section_type=ProceduresPage,
            key=("code", "levels"),
            key_without=("title",),
            columns=(*FACTS, *APPLICATION, *LEGAL),
            check=row_faults,
            slug="thu-tuc-hanh-chinh",
        )
    )
    register_exchange(
        Exchange(
            name="services",
            label=_("Online services"),
            page_type=ServicePage,
            section_type=OnlineServicesPage,
            key=("title",),
            columns=SERVICE,
            slug="dich-vu-truc-tuyen",
        )
    )
