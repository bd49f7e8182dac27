"""The content security policy: one for readers, one for the admin; and what else a browser is told to keep shut."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings

# Nothing here uses a sensor, a camera or a payment; passkeys and the copying of codes stay with our own pages.
PERMISSIONS = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), browsing-topics=(), "
    "clipboard-write=(self), fullscreen=(self), publickey-credentials-get=(self), publickey-credentials-create=(self)"
)

FULLSCREEN = ("fullscreen=(self)", "fullscreen=*")
"""A reader who opened a lecture or a video of another server may see it large (``response.frames_others``)."""


class ContentPolicyMiddleware(CSPMiddleware):
    """Public pages allow nothing inline; under ``/admin/`` the policy is EDUSITE_ADMIN_CSP.

    No other site may load what is served here into its own pages (Cross-Origin-Resource-Policy); the editor's preview
    is of the same origin.
    """

    def process_response(self, request, response):
        response = super().process_response(request, response)
        policy = (
            PERMISSIONS.replace(*FULLSCREEN) if getattr(response, "frames_others", False) else PERMISSIONS
        )
        response.headers.setdefault("Permissions-Policy", policy)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    def get_policy_parts(self, request, response, report_only=False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/") and not report_only and parts.replace is None:
            parts.replace = settings.EDUSITE_ADMIN_CSP
        return parts
