"""Addresses of the register in the admin."""

from django.urls import path

from privacy.register.views import activities, notices, overview, records

urlpatterns = [
    path("privacy/register/", overview.RegisterView.as_view(), name="privacy_register"),
    path("privacy/register/members/", overview.MembersView.as_view(), name="privacy_register_members"),
    path(
        "privacy/register/<int:institution_id>/",
        overview.SiteRegisterView.as_view(),
        name="privacy_register_site",
    ),
    path(
        "privacy/register/<int:institution_id>/activities/add/",
        activities.ActivityAddView.as_view(),
        name="privacy_activity_add",
    ),
    path("privacy/activities/<int:pk>/", activities.ActivityView.as_view(), name="privacy_activity"),
    path(
        "privacy/activities/<int:pk>/edit/",
        activities.ActivityEditView.as_view(),
        name="privacy_activity_edit",
    ),
    path(
        "privacy/activities/<int:pk>/act/<slug:act>/",
        activities.ActivityActView.as_view(),
        name="privacy_activity_act",
    ),
    path(
        "privacy/register/<int:institution_id>/officers/add/",
        records.OfficerAddView.as_view(),
        name="privacy_officer_add",
    ),
    path("privacy/officers/<int:pk>/end/", records.OfficerEndView.as_view(), name="privacy_officer_end"),
    path(
        "privacy/register/<int:institution_id>/<slug:kind>/add/",
        records.RecordView.as_view(),
        name="privacy_record_add",
    ),
    path("privacy/records/<slug:kind>/<int:pk>/", records.RecordView.as_view(), name="privacy_record"),
    path(
        "privacy/records/<slug:kind>/<int:pk>/end/",
        records.RecordEndView.as_view(),
        name="privacy_record_end",
    ),
    path("privacy/papers/<uuid:uid>/", records.PaperView.as_view(), name="privacy_paper"),
    path(
        "privacy/register/<int:institution_id>/notices/",
        notices.NoticesView.as_view(),
        name="privacy_notices",
    ),
    path("privacy/notices/<int:pk>/", notices.NoticeEditView.as_view(), name="privacy_notice_edit"),
    path(
        "privacy/notices/<int:pk>/act/<slug:act>/",
        notices.NoticeActView.as_view(),
        name="privacy_notice_act",
    ),
]
