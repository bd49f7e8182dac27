"""Addresses of the admin screens of this package, below the admin's own."""

from django.urls import path

from network.views import health, institutions, jobs

app_name = "network"
urlpatterns = [
    path("", institutions.InstitutionListView.as_view(), name="institutions"),
    path("<int:pk>/", institutions.InstitutionEditView.as_view(), name="institution"),
    path("<int:pk>/close/", institutions.CloseView.as_view(), name="close"),
    path("<int:pk>/rename/", institutions.RenameView.as_view(), name="rename"),
    path("<int:pk>/merge/", institutions.MergeView.as_view(), name="merge"),
    path("<int:pk>/move/", institutions.MoveView.as_view(), name="move"),
    path("health/", health.HealthView.as_view(), name="health"),
    path("letters/", health.LettersView.as_view(), name="letters"),
    path("lists/", jobs.JobListView.as_view(), name="jobs"),
    path("lists/upload/", jobs.UploadView.as_view(), name="upload"),
    path("lists/<int:pk>/", jobs.JobReportView.as_view(), name="job"),
    path("lists/<int:pk>/columns/", jobs.ColumnsView.as_view(), name="job_columns"),
    path("lists/<int:pk>/status/", jobs.JobStatusView.as_view(), name="job_status"),
    path("lists/<int:pk>/report.csv", jobs.JobDownloadView.as_view(), name="job_report"),
]
