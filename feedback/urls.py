from django.urls import path

from feedback.views.feeds import consultation_calendar, consultation_feed

urlpatterns = [
    path("lay-y-kien/feed.<str:kind>", consultation_feed, name="consultation_feed"),
    path("lay-y-kien/thoi-han.ics", consultation_calendar, name="consultation_calendar"),
]
