"""How a model states the personal information it holds (P3.3, P6.1, P13.1).

Every model of ours carries ``personal_data``; ``privacy.checks`` fails for one that does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class DataClass(TextChoices):
    """The three classes of P3.3 (circular 25/2010, article 3)."""

    NOT_PERSONAL = "none", _("Not personal")
    PERSONAL = "personal", _("Personal information")
    PRIVATE = "private", _("Personal privacy")


@dataclass(frozen=True, kw_only=True)
class PersonalData:
    """Which fields of a model are personal, why they are held and when they go.

    ``fields`` maps a field's name to its class; ``purpose`` and ``retention`` are shown in the public register.
    """

    fields: Mapping[str, DataClass] = field(default_factory=dict)
    purpose: Text = ""
    retention: Text = ""

    def __post_init__(self) -> None:
        if self.fields and not (self.purpose and self.retention):
            raise ValueError("A model with personal fields names its purpose and its retention.")
        object.__setattr__(self, "fields", MappingProxyType(dict(self.fields)))

    @classmethod
    def none(cls) -> PersonalData:
        """The statement of a model without personal information."""
        return cls()

    @property
    def is_personal(self) -> bool:
        return bool(self.fields)
