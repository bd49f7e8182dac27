from django.urls import include, path

from privacy.guard.public import OwnRowView
from privacy.register.views import public
from privacy.resuming import ResumeView

urlpatterns = [
    path("tiep-tuc-bieu-mau/", ResumeView.as_view(), name="privacy_resume"),
    path("tra-cuu-ca-nhan/<uuid:uid>/", OwnRowView.as_view(), name="privacy_own_row"),
    path("thong-tin-ca-nhan/", public.NoticeView.as_view(), name="privacy_notice"),
    path("thong-tin-ca-nhan/bieu-mau/", public.FormsView.as_view(), name="privacy_forms"),
    path("thong-tin-ca-nhan/thay-doi.xml", public.NoticeFeedView.as_view(), name="privacy_notice_feed"),
    path(
        "thong-tin-ca-nhan/phien-ban/<int:number>/",
        public.NoticeView.as_view(),
        name="privacy_notice_version",
    ),
    path(
        "thong-tin-ca-nhan/phien-ban/<int:number>/thay-doi/",
        public.NoticeChangesView.as_view(),
        name="privacy_notice_changes",
    ),
    path(
        "thong-tin-ca-nhan/phien-ban/<int:number>/ban-in/",
        public.NoticePrintView.as_view(),
        name="privacy_notice_print",
    ),
    path(
        "thong-tin-ca-nhan/phien-ban/<int:number>.pdf",
        public.NoticePdfView.as_view(),
        name="privacy_notice_pdf",
    ),
    path("quyen-rieng-tu/", include("privacy.rights.urls")),
]
