"""The short road of look-ups: neither session nor sign-in nor the page tree have a say in them."""

from __future__ import annotations

from enrolment.results.answering import answer_quickly, frame_keep


class ResultLookupMiddleware:
    """Stands before all others. What it does not know goes on to ``enrolment.results.views.ResultView``, which gives the same
    answer; the page around it, with the headers of all the others, is kept here for those who ask next."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = answer_quickly(request) if request.method == "POST" else None
        if response is not None:
            return response
        response = self.get_response(request)
        if hasattr(response, "lookup_frame"):
            frame_keep(request, response)
        return response
