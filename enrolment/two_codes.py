"""Coming back with both codes of a receipt: to an appeal, to an application."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise

from enrolment.tries import Counted
from network.models import Institution
from privacy import codes, throttle
from privacy.rights.forms import CodesForm


class ReceiptForm(CodesForm):
    """Reference and secret, with an example of the form's own references."""

    example: str | Promise = ""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reference"].help_text = self.example

    @property
    def reference(self) -> str:
        """As it is stored."""
        return codes.normalised_reference(self.cleaned_data["reference"])


def tries_with(
    request: HttpRequest, form: ReceiptForm, *, use: str, institution: Institution
) -> tuple[Counted, ...]:
    """What is counted of one try: misses of a reference, and of a network."""
    return (
        Counted(f"{use}:{institution.pk}", form.reference, settings.EDUSITE_LOOKUP_MISSES_NUMBER),
        Counted(
            "network", throttle.network_of(request), settings.EDUSITE_LOOKUP_MISSES_NETWORK, is_busy=True
        ),
    )
