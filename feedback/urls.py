"""What readers of a site reach besides its pages."""

from django.urls import path

from feedback.views.about_pages import PageErrorView, UsefulView
from feedback.views.feeds import consultation_calendar, consultation_feed
from feedback.views.polls import VoteView, poll_csv
from feedback.views.status import StatusView

urlpatterns = [
    path("lay-y-kien/feed.<str:kind>", consultation_feed, name="consultation_feed"),
    path("lay-y-kien/thoi-han.ics", consultation_calendar, name="consultation_calendar"),
    path("binh-chon/<int:page_id>/", VoteView.as_view(), name="poll_vote"),
    path("binh-chon/<int:page_id>/ket-qua.csv", poll_csv, name="poll_csv"),
    path("huu-ich/<int:page_id>/", UsefulView.as_view(), name="page_useful"),
    path("bao-loi/<int:page_id>/", PageErrorView.as_view(), name="page_error"),
    path("tra-cuu-gop-y/", StatusView.as_view(), name="feedback_status"),
]
