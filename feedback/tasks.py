"""Background work of feedback."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from network.site_roots import public_origin
from privacy.models import Submission


@task()
def mail_new_feedback(submission_id: int) -> None:
    """Tell the institution's public address for complaints that something came, with the code and a link and
    nothing else."""
    submission = Submission.objects.select_related("institution__site").filter(pk=submission_id).first()
    if submission is None:
        return
    institution = submission.institution
    address = institution.complaints_email or institution.email
    if not address:
        return
    with translation.override("vi"):
        origin = settings.WAGTAILADMIN_BASE_URL or public_origin(institution.hostname)
        context = {
            "reference": submission.reference,
            "institution": institution,
            "url": origin.rstrip("/") + reverse("feedback_case", args=[submission.uid]),
        }
        send_mail(
            _("New feedback %(reference)s") % {"reference": submission.reference},
            render_to_string("emails/feedback_received.txt", context),
            None,
            [address],
        )
