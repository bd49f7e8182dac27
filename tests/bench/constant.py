"""The least that Django can do: one view that answers a constant, without middleware. What our pages are held against."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="tests.bench.constant",
    SECRET_KEY="bench",
    MIDDLEWARE=[],
    LOGGING_CONFIG=None,
)
urlpatterns = [
    path("", lambda request: HttpResponse("ok")),
    path("process/", lambda request: HttpResponse(str(os.getpid()))),
]
application = get_wsgi_application()
