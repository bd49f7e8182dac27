"""Coming back with both codes of a receipt: to an appeal, to an application."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import Promise

from enrolment.tries import Counted, misses_of_network, misses_of_number
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
        misses_of_number(f"{use}:{institution.pk}", form.reference),
        misses_of_network(throttle.network_of(request), has_code=True),
    )
