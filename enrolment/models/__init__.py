"""Admission, enrolment, examination results and certificates."""

from enrolment.models.allocations import Allocation, AllocationJob, AllocationRow, AllocationSheet, LotSeed
from enrolment.models.appeals import Appeal
from enrolment.models.applications import Application, ApplicationEntry, Wish
from enrolment.models.campaign_rows import CampaignPhase, EvidencePart, PriorityCategory
from enrolment.models.campaigns import CampaignPage
from enrolment.models.certificates import Certificate, CertificateBatch, CertificateChange
from enrolment.models.codes import CodeBook
from enrolment.models.examinations import ExaminationPage, ExamSubject
from enrolment.models.notices import AdmissionNoticePage, AdmissionTrack, CatchmentArea
from enrolment.models.results import LookupTry, ResultImport, ResultRow, ResultVersion
from enrolment.models.school_lists import ListedSchool, SchoolList
from enrolment.models.score_lists import ScoreList
from enrolment.models.sections import (
    CertificateRulePage,
    CertificatesPage,
    EnrolmentPage,
    ExaminationResultsPage,
    ExaminationRulePage,
    OnlineAdmissionPage,
)
from enrolment.models.waiting import SpentTicket, WaitingRoom

__all__ = [
    "AdmissionNoticePage",
    "AdmissionTrack",
    "Allocation",
    "AllocationJob",
    "AllocationRow",
    "AllocationSheet",
    "Appeal",
    "Application",
    "ApplicationEntry",
    "CampaignPage",
    "CampaignPhase",
    "CatchmentArea",
    "Certificate",
    "CertificateBatch",
    "CertificateChange",
    "CertificateRulePage",
    "CertificatesPage",
    "CodeBook",
    "EnrolmentPage",
    "EvidencePart",
    "ExamSubject",
    "ExaminationPage",
    "ExaminationResultsPage",
    "ExaminationRulePage",
    "ListedSchool",
    "LookupTry",
    "LotSeed",
    "OnlineAdmissionPage",
    "PriorityCategory",
    "ResultImport",
    "ResultRow",
    "ResultVersion",
    "SchoolList",
    "ScoreList",
    "SpentTicket",
    "WaitingRoom",
    "Wish",
]
