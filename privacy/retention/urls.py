from django.urls import path

from privacy.retention import views

urlpatterns = [
    path("privacy/retention/", views.RetentionView.as_view(), name="privacy_retention"),
    path("privacy/retention/members/", views.MembersView.as_view(), name="privacy_retention_members"),
    path("privacy/retention/<int:pk>/", views.SiteView.as_view(), name="privacy_retention_site"),
    path("privacy/retention/<int:pk>/hold/", views.HoldView.as_view(), name="privacy_hold"),
    path("privacy/retention/holds/<int:pk>/lift/", views.LiftView.as_view(), name="privacy_hold_lift"),
    path(
        "privacy/retention/activities/<int:pk>/close/", views.CloseView.as_view(), name="privacy_survey_close"
    ),
    path("privacy/retention/surveys/<int:pk>/", views.CompleteView.as_view(), name="privacy_survey_complete"),
    path("privacy/retention/totals/<int:pk>/", views.TotalsView.as_view(), name="privacy_totals"),
    path("privacy/retention/packages/<int:pk>/", views.PackageView.as_view(), name="privacy_package"),
    path(
        "privacy/retention/packages/<int:pk>/handed-over/",
        views.HandOverView.as_view(),
        name="privacy_package_handed_over",
    ),
]
