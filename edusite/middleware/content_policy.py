"""The content security policy: one for readers, one for the admin."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings


class ContentPolicyMiddleware(CSPMiddleware):
    """Public pages allow nothing inline; under ``/admin/`` the policy is EDUSITE_ADMIN_CSP."""

    def get_policy_parts(self, request, response, report_only=False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/") and not report_only and parts.replace is None:
            parts.replace = settings.EDUSITE_ADMIN_CSP
        return parts
