"""Where the frames of the short road of look-ups come from."""

from __future__ import annotations

from enrolment.results.answering import frame_keep


class ResultLookupMiddleware:
    """Stands before all others, so that it sees the answer to a look-up with the headers of all of them; the page around it is
    kept for those who ask next (``enrolment.results.short_road``)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if hasattr(response, "lookup_frame"):
            frame_keep(request, response)
        return response
