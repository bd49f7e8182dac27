"""``/healthz``: the process answers; ``/readyz``: database and cache answer; ``/healthz/details``: what the health
page of the admin shows, for monitoring that knows EDUSITE_MONITOR_TOKEN. Before host checks, for load balancers."""

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare

from network.health import health_read


class HealthMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return HttpResponse("ok\n", content_type="text/plain")
        if request.path == "/readyz":
            return self._ready()
        if request.path == "/healthz/details":
            return self._details(request)
        return self.get_response(request)

    def _ready(self):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            cache.set("readyz", 1, 5)
        except Exception as error:
            return HttpResponse(f"not ready: {type(error).__name__}\n", status=503, content_type="text/plain")
        return HttpResponse("ready\n", content_type="text/plain")

    def _details(self, request):
        """In a header, as addresses are logged. Without the token nothing is there."""
        expected = settings.EDUSITE_MONITOR_TOKEN
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not expected or not constant_time_compare(given, expected):
            return HttpResponse("not found\n", status=404, content_type="text/plain")
        health = health_read()
        status = 503 if health.level == "fail" else 200
        return JsonResponse(health.as_dict(), status=status, headers={"Cache-Control": "no-store"})
