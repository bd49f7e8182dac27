"""Addresses of the regulations in the admin."""

from django.urls import path

from editorial.views import regulation_lists as lists
from editorial.views import regulations as views

urlpatterns = [
    path("editorial/regulations/", lists.RegulationsView.as_view(), name="editorial_regulations"),
    path(
        "editorial/regulations/site/<int:institution_id>/",
        lists.SiteRegulationsView.as_view(),
        name="editorial_regulations_site",
    ),
    path(
        "editorial/regulations/site/<int:institution_id>/operation/",
        lists.UpkeepView.as_view(),
        name="editorial_upkeep",
    ),
    path(
        "editorial/regulations/site/<int:institution_id>/<slug:kind>/start/",
        lists.StartDraftView.as_view(),
        name="editorial_regulation_start",
    ),
    path(
        "editorial/regulations/site/<int:institution_id>/<slug:kind>/first/",
        lists.FirstDraftView.as_view(),
        name="editorial_regulation_first",
    ),
    path("editorial/regulations/<int:pk>/", views.RegulationView.as_view(), name="editorial_regulation"),
    path(
        "editorial/regulations/<int:pk>/preview/",
        views.PreviewView.as_view(),
        name="editorial_regulation_preview",
    ),
    path(
        "editorial/regulations/<int:pk>/decide/",
        views.DecisionView.as_view(),
        name="editorial_regulation_decide",
    ),
    path(
        "editorial/regulations/<int:pk>/act/<slug:act>/",
        views.RegulationActView.as_view(),
        name="editorial_regulation_act",
    ),
]
