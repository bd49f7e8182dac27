"""The waiting room stands before everything else."""

from __future__ import annotations

from django.conf import settings

from enrolment.waiting_room.answering import answer_early


class WaitingRoomMiddleware:
    """Answers whoever waits. A request that came without encryption goes on to where it is sent to https."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = None
        if "/phong-cho/" in request.path_info and request.method in ("GET", "HEAD"):
            is_plain = settings.SECURE_SSL_REDIRECT and not request.is_secure()
            response = None if is_plain else answer_early(request)
        return self.get_response(request) if response is None else response
