from django.urls import path

from feedback.views.polls import VoteView, poll_csv

urlpatterns = [
    path("binh-chon/<int:page_id>/", VoteView.as_view(), name="poll_vote"),
    path("binh-chon/<int:page_id>/ket-qua.csv", poll_csv, name="poll_csv"),
]
