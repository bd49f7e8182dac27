"""What campaigns add to the page types, and to the registries of the packages below."""

from __future__ import annotations

from common import page_rules
from editorial import publication_rules
from editorial.publication_rules import Stage
from enrolment.campaigns import forms, letters, opendata, pages, rules
from enrolment.campaigns.schedule import calendar_response
from enrolment.models import AdmissionNoticePage, CampaignPage, EnrolmentPage, OnlineAdmissionPage


def register() -> None:
    CampaignPage.shown = staticmethod(pages.shown)
    CampaignPage.answer = staticmethod(pages.answer)
    CampaignPage.check_change = staticmethod(rules.campaign_check)
    CampaignPage.base_form_class = forms.CampaignForm
    AdmissionNoticePage.shown = staticmethod(pages.notice_shown)
    AdmissionNoticePage.check_change = staticmethod(rules.notice_check)
    AdmissionNoticePage.base_form_class = forms.NoticeForm
    OnlineAdmissionPage.campaigns_of = staticmethod(pages.online_context)
    OnlineAdmissionPage.calendar_of = staticmethod(calendar_response)
    EnrolmentPage.campaigns_of = staticmethod(pages.enrolment_context)
    letters.register()
    opendata.register()
    page_rules.register("enrolment.admission", rules.admission_rule)
    publication_rules.register("enrolment.admission", rules.publication_refusal, Stage.SUBMIT, Stage.PUBLISH)
