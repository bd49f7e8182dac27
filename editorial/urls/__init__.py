from django.urls import path

from editorial.views.invitations import InvitationView, resume

urlpatterns = [
    path("loi-moi/tiep-tuc/", resume, name="invitation_resume"),
    path("loi-moi/<str:token>/", InvitationView.as_view(), name="invitation"),
]
