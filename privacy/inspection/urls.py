from django.urls import path

from privacy.inspection import incident_views, views

urlpatterns = [
    path("privacy/read/", views.ReadView.as_view(), name="privacy_read"),
    path("privacy/inspection/", views.InspectionView.as_view(), name="privacy_inspection"),
    path("privacy/inspection/members/", views.MembersView.as_view(), name="privacy_inspection_members"),
    path("privacy/inspection/<int:pk>/", views.SiteView.as_view(), name="privacy_inspection_site"),
    path("privacy/assessments/<int:pk>/", views.AssessmentView.as_view(), name="privacy_assessment"),
    path(
        "privacy/assessments/<int:pk>/<slug:key>/",
        views.AnswerView.as_view(),
        name="privacy_assessment_answer",
    ),
    path("privacy/incidents/", incident_views.IncidentsView.as_view(), name="privacy_incidents"),
    path("privacy/incidents/bodies/", incident_views.BodiesView.as_view(), name="privacy_bodies"),
    path(
        "privacy/incidents/bodies/<int:pk>/",
        incident_views.BodyEditView.as_view(),
        name="privacy_body",
    ),
    path(
        "privacy/incidents/bodies/add/<int:institution>/",
        incident_views.BodyEditView.as_view(),
        name="privacy_body_add",
    ),
    path(
        "privacy/incidents/add/<int:institution>/",
        incident_views.IncidentEditView.as_view(),
        name="privacy_incident_add",
    ),
    path("privacy/incidents/<int:pk>/", incident_views.IncidentView.as_view(), name="privacy_incident"),
    path(
        "privacy/incidents/<int:pk>/edit/",
        incident_views.IncidentEditView.as_view(),
        name="privacy_incident_edit",
    ),
    path(
        "privacy/incidents/<int:pk>/report.pdf",
        incident_views.ReportView.as_view(),
        name="privacy_incident_report",
    ),
    path(
        "privacy/incidents/<int:pk>/<slug:act>/",
        incident_views.IncidentActView.as_view(),
        name="privacy_incident_act",
    ),
]
