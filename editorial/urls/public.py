"""Public addresses with a language of their own: the regulations of a site."""

from django.urls import path

from editorial.views.regulation_documents import RegulationIndexView, RegulationPageView

urlpatterns = [
    path("quy-che/", RegulationIndexView.as_view(), name="regulations"),
    path("quy-che/<slug:slug>/", RegulationPageView.as_view(), name="regulation"),
    path(
        "quy-che/<slug:slug>/phien-ban/<int:number>/", RegulationPageView.as_view(), name="regulation_version"
    ),
]
