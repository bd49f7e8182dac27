"""What a sender sees with both codes."""

from __future__ import annotations

from django.views.decorators.debug import sensitive_variables

from feedback.models import CASE_FORMS, FeedbackCase
from network.models import Institution
from privacy import codes, doors


@sensitive_variables()
def case_with_codes(*, institution: Institution, reference: str, secret: str) -> FeedbackCase | None:
    """The case of both codes; a code that does not exist takes as long as a wrong secret."""
    found = (
        FeedbackCase.objects.filter(
            submission__reference=codes.normalised_reference(reference),
            submission__institution=institution,
            submission__form__in=CASE_FORMS,
        )
        .select_related("submission__institution", "passed_to")
        .first()
    )
    is_right = doors.opens(secret, found.submission.secret_hash if found else None)
    return found if is_right else None
