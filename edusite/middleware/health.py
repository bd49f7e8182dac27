"""``/healthz``: the process answers; ``/readyz``: database and cache answer. Before host checks, for load balancers."""

from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse


class HealthMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return HttpResponse("ok\n", content_type="text/plain")
        if request.path == "/readyz":
            return self._ready()
        return self.get_response(request)

    def _ready(self):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            cache.set("readyz", 1, 5)
        except Exception as error:
            return HttpResponse(f"not ready: {type(error).__name__}\n", status=503, content_type="text/plain")
        return HttpResponse("ready\n", content_type="text/plain")
