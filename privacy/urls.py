from django.urls import path

from privacy.views import NoticeView

urlpatterns = [
    path("thong-tin-ca-nhan/", NoticeView.as_view(), name="privacy_notice"),
    path("thong-tin-ca-nhan/phien-ban/<int:number>/", NoticeView.as_view(), name="privacy_notice_version"),
]
