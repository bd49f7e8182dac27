"""Django's test client with the short road of look-ups before it, as ``edusite.wsgi`` has it."""

from __future__ import annotations

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.http.response import ResponseHeaders
from django.test.client import ClientHandler

from enrolment.results import answering, short_road


class LookupsFirstHandler(ClientHandler):
    """Whatever the short road does not answer goes the usual one."""

    def __call__(self, environ):
        is_known = environ["PATH_INFO"] in answering.frames
        answer = short_road.answer_quickly(environ) if is_known else None
        if answer is None:
            response = super().__call__(environ)
            response.took_short_road = False
            return response
        response = HttpResponse(answer.body, status=answer.status)
        response.headers = ResponseHeaders(dict(answer.headers))
        response.wsgi_request = WSGIRequest(environ)
        response.took_short_road = True
        return response
