"""Addresses of the screens of people, below the admin's own."""

from django.urls import path

from editorial.views import people, people_acts

urlpatterns = [
    path("people/", people.PeopleListView.as_view(), name="editorial_people"),
    path("people/invite/", people.InviteView.as_view(), name="editorial_people_invite"),
    path("people/history/", people_acts.HistoryView.as_view(), name="editorial_people_history"),
    path(
        "people/invitations/<int:pk>/<slug:act>/",
        people.InvitationActView.as_view(),
        name="editorial_invitation_act",
    ),
    path(
        "people/review/<int:institution_pk>/",
        people_acts.ReviewView.as_view(),
        name="editorial_access_review",
    ),
    path("people/<int:pk>/", people.PersonView.as_view(), name="editorial_person"),
    path(
        "people/<int:pk>/<int:institution_pk>/<slug:act>/",
        people_acts.ActView.as_view(),
        name="editorial_person_act",
    ),
]
