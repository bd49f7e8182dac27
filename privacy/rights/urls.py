from django.urls import path

from privacy.rights.views import CertificateView, LostCodeView, RevisionView, RightsView

urlpatterns = [
    path("", RightsView.as_view(), name="privacy_rights"),
    path("mat-ma/", LostCodeView.as_view(), name="privacy_lost_code"),
    path("xac-nhan/<str:serial>/", CertificateView.as_view(), name="privacy_certificate"),
    path("sua-doi/<uuid:uid>/<str:token>/", RevisionView.as_view(), name="privacy_revision"),
]
