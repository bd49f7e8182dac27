"""Old addresses of institutions stay alive after a rename, a merger or a move."""

from django.http import HttpResponsePermanentRedirect
from wagtail.models import Site

from network.selectors import former_host
from network.site_roots import public_origin


class FormerAddressMiddleware:
    """A host name that was given up is redirected to the same path on the institution's present site. Costs one query, and
    only where no site answered to the host name."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        hostname = request.get_host().partition(":")[0].lower()
        site = Site.find_for_request(request) if not request.path.startswith("/static/") else None
        if (site is None or site.hostname != hostname) and (former := former_host(hostname)):
            if former.institution.site_id:
                return HttpResponsePermanentRedirect(
                    public_origin(former.institution.site.hostname) + request.get_full_path()
                )
        return self.get_response(request)
