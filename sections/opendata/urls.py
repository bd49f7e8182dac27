"""The interface of each site for machines."""

from django.urls import path

from sections.opendata import views

urlpatterns = [
    path("api/v1/", views.index, name="open_data_api"),
    path("api/v1/datasets/", views.dataset_list, name="open_data_datasets"),
    path("api/v1/datasets/<slug:name>/", views.dataset_about, name="open_data_dataset"),
    path("api/v1/datasets/<slug:name>/records/", views.dataset_records, name="open_data_records"),
    path("api/v1/catalog.jsonld", views.catalog, name="open_data_catalog"),
    path("api/v1/openapi.json", views.openapi, name="open_data_openapi"),
]
