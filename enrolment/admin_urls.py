"""Addresses of the screens of exam officers, below the admin's own."""

from django.urls import path

from enrolment.allocation import admin_views as places
from enrolment.applications import paper_views as papers
from enrolment.campaigns import admin_views as campaigns
from enrolment.campaigns import list_views as lists
from enrolment.certificates import admin_views as certificates
from enrolment.processing import case_views, counter_views, exam_views, queue_views
from enrolment.results import admin_views as results
from enrolment.results import appeal_desk as appeals
from enrolment.results import code_views as codes
from enrolment.waiting_room import admin_views as waiting

urlpatterns = [
    path("applications/paper/", papers.EntryView.as_view(), name="enrolment_paper"),
    path("applications/paper/<int:pk>/", papers.PaperView.as_view(), name="enrolment_paper_form"),
    path("campaigns/", campaigns.CampaignsView.as_view(), name="enrolment_campaigns"),
    path("campaigns/<int:pk>/", campaigns.CampaignView.as_view(), name="enrolment_campaign"),
    path(
        "campaigns/<int:pk>/notice/<int:institution_id>/",
        campaigns.NoticeBeginView.as_view(),
        name="enrolment_notice_begin",
    ),
    path("campaigns/<int:pk>/list/", lists.CampaignListView.as_view(), name="enrolment_campaign_list"),
    path("campaigns/lists/<uuid:uid>/", lists.SchoolListView.as_view(), name="enrolment_school_list"),
    path(
        "campaigns/lists/<uuid:uid>/status/",
        lists.SchoolListStatusView.as_view(),
        name="enrolment_school_list_status",
    ),
    path(
        "campaigns/<int:pk>/list/<int:institution_id>/",
        lists.OwnShareView.as_view(),
        name="enrolment_own_share",
    ),
    path("results/", results.ResultsIndexView.as_view(), name="enrolment_results"),
    path("results/<int:pk>/", results.ExamView.as_view(), name="enrolment_exam"),
    path("results/<int:pk>/codes/", codes.CodesView.as_view(), name="enrolment_exam_codes"),
    path("results/lists/<uuid:uid>/", results.ReportView.as_view(), name="enrolment_import"),
    path("results/lists/<uuid:uid>/columns/", results.ColumnsView.as_view(), name="enrolment_import_columns"),
    path("results/lists/<uuid:uid>/status/", results.StatusView.as_view(), name="enrolment_import_status"),
    path("results/lists/<uuid:uid>/faults.csv", results.FaultsView.as_view(), name="enrolment_import_faults"),
    path("places/", places.PlacesIndexView.as_view(), name="enrolment_places_index"),
    path("places/<int:pk>/", places.CampaignPlacesView.as_view(), name="enrolment_places"),
    path("places/<int:pk>/status/", places.PlacesStatusView.as_view(), name="enrolment_places_status"),
    path("waiting-rooms/", waiting.WaitingRoomsView.as_view(), name="enrolment_waiting_rooms"),
    path("waiting-rooms/<int:pk>/", waiting.WaitingRoomView.as_view(), name="enrolment_waiting_room"),
    path("appeals/", appeals.AppealsView.as_view(), name="enrolment_appeals"),
    path("appeals/<uuid:uid>/", appeals.AppealView.as_view(), name="enrolment_appeal"),
    path("certificates/", certificates.RegisterView.as_view(), name="enrolment_certificates"),
    path(
        "certificates/lists/<uuid:uid>/", certificates.BatchView.as_view(), name="enrolment_certificate_batch"
    ),
    path(
        "certificates/lists/<uuid:uid>/status/",
        certificates.BatchStatusView.as_view(),
        name="enrolment_certificate_batch_status",
    ),
    path(
        "certificates/<uuid:uid>/", certificates.CertificateAdminView.as_view(), name="enrolment_certificate"
    ),
    path("admission/", queue_views.AdmissionDeskView.as_view(), name="enrolment_desk"),
    path("admission/<int:pk>/", queue_views.QueueView.as_view(), name="enrolment_queue"),
    path("admission/<int:pk>/quotas/", queue_views.PlacesView.as_view(), name="enrolment_quotas"),
    path("admission/applications/<uuid:uid>/", case_views.CaseView.as_view(), name="enrolment_case"),
    path(
        "admission/applications/<uuid:uid>/school/",
        counter_views.CounterView.as_view(),
        name="enrolment_counter",
    ),
    path("admission/<int:pk>/examination/", exam_views.NumbersView.as_view(), name="enrolment_numbers"),
    path("admission/<int:pk>/scores/", exam_views.ScoresView.as_view(), name="enrolment_scores"),
    path("admission/scores/<uuid:uid>/", exam_views.ScoreListView.as_view(), name="enrolment_score_list"),
]
