"""What disclosure adds to the registries of the packages below, and to Wagtail's signals."""

from __future__ import annotations

from django.db.models.signals import pre_delete
from wagtail.signals import page_published, page_unpublished

from editorial import desk, publication_rules
from sections.disclosure import letters, receivers
from sections.disclosure.desk import DisclosurePart
from sections.disclosure.exchange import REPORTS
from sections.disclosure.guidance_exchange import GUIDANCE
from sections.disclosure.rules import report_refusal
from sections.exchange import register_exchange
from sections.models import DisclosureReportPage


def register_all() -> None:
    uid = "sections.disclosure"
    page_published.connect(receivers.report_published, sender=DisclosureReportPage, dispatch_uid=uid)
    page_unpublished.connect(receivers.report_gone, sender=DisclosureReportPage, dispatch_uid=uid)
    pre_delete.connect(receivers.report_gone, sender=DisclosureReportPage, dispatch_uid=uid)
    publication_rules.register(
        "sections.disclosure",
        report_refusal,
        publication_rules.Stage.SUBMIT,
        publication_rules.Stage.PUBLISH,
    )
    desk.register(DisclosurePart())
    letters.register()
    register_exchange(REPORTS)
    register_exchange(GUIDANCE)
