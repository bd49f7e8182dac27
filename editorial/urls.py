from django.urls import path

from editorial.views.invitations import InvitationView

urlpatterns = [path("loi-moi/<str:token>/", InvitationView.as_view(), name="invitation")]
