"""What readers of a site reach besides its pages."""

from django.urls import path

from enrolment.allocation.public import PlacesCheckView, PlacesFileView
from enrolment.applications.views import ApplicationStatusView
from enrolment.certificates.views import CertificateView
from enrolment.results.appeal_views import AppealStatusView
from enrolment.results.views import ResultView
from enrolment.waiting_room.views import WaitingRoomView

urlpatterns = [
    path("ho-so-tuyen-sinh/", ApplicationStatusView.as_view(), name="admission_status"),
    path("ket-qua-thi/<uuid:key>/", ResultView.as_view(), name="exam_result"),
    path("tra-cuu-phuc-khao/", AppealStatusView.as_view(), name="exam_appeal_status"),
    path("tuyen-sinh/<uuid:key>/phan-cho/", PlacesCheckView.as_view(), name="places_check"),
    path("tuyen-sinh/<uuid:key>/phan-cho.csv", PlacesFileView.as_view(), name="places_file"),
    path("phong-cho/<uuid:key>/", WaitingRoomView.as_view(), name="waiting_room"),
    path("phong-cho/<uuid:key>/<str:ticket>/", WaitingRoomView.as_view(), name="waiting_room_place"),
    path("van-bang/", CertificateView.as_view(), name="certificate_check"),
    path("van-bang/<uuid:uid>/", CertificateView.as_view(), name="certificate_check_code"),
]
