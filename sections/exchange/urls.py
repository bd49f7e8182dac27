"""Addresses of lists of pages, below the admin's own."""

from django.urls import path

from sections.exchange import views
from sections.moving_in import views as moving_in

urlpatterns = [
    path("exchange/", views.IndexView.as_view(), name="exchange_index"),
    path("exchange/lists/<uuid:uid>/", views.ReportView.as_view(), name="exchange_batch"),
    path("exchange/lists/<uuid:uid>/columns/", views.ColumnsView.as_view(), name="exchange_columns"),
    path("exchange/lists/<uuid:uid>/status/", views.StatusView.as_view(), name="exchange_status"),
    path("exchange/lists/<uuid:uid>/report.csv", views.BatchDownloadView.as_view(), name="exchange_report"),
    path("exchange/lists/<uuid:uid>/sections/", moving_in.PlacesView.as_view(), name="moving_in_places"),
    path("exchange/moving-in/<int:institution_id>/", moving_in.MovingInView.as_view(), name="moving_in"),
    path("exchange/<int:page_id>/<slug:name>/", views.SectionView.as_view(), name="exchange_section"),
    path("exchange/<int:page_id>/<slug:name>/export/", views.ExportView.as_view(), name="exchange_export"),
    path(
        "exchange/<int:page_id>/<slug:name>/template/", views.TemplateView.as_view(), name="exchange_template"
    ),
]
