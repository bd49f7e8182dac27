"""A file as a question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from privacy.uploads.checks import CheckedUpload, check_upload
from privacy.uploads.kinds import named, types_of

MAX_BYTES = 10 * 1024 * 1024


class SafeFileInput(forms.ClearableFileInput):
    """The file chosen before by its name, with a box to take it away again, and the field for another one."""

    template_name = "privacy/widgets/file.html"

    def is_initial(self, value: Any) -> bool:
        return isinstance(value, dict) and bool(value.get("file"))

    def value_from_datadict(self, data, files, name):
        # A new file wins over the box that would take the old one away.
        upload = files.get(name)
        return upload or super().value_from_datadict(data, {}, name)


class SafeFileField(forms.FileField):
    """One file of an allowed kind, checked by ending, real type, structure and scanner. The answer that is kept is
    ``{file: uid, name, size, type}``; the bytes go sealed to the storage (``privacy.services.files``).

    `kinds` are keys of ``privacy.uploads.kinds.KIND_NAMES``; `max_bytes` of what is sent.
    """

    widget = SafeFileInput
    default_error_messages = {
        "required": gettext_lazy("Choose a file."),
        "invalid": gettext_lazy("The file did not arrive. Please choose it again."),
        "empty": gettext_lazy("The file is empty. Please choose another one."),
    }

    def __init__(self, *, kinds: tuple[str, ...] = ("pdf", "image"), max_bytes: int = MAX_BYTES, **kwargs):
        self.kinds = tuple(kinds)
        self.max_bytes = max_bytes
        endings = types_of(self.kinds)
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("accept", ",".join(f".{ending}" for ending in endings))
        if not self.help_text:
            self.help_text = gettext_lazy("%(kinds)s; at most %(size)s.")

    def get_bound_field(self, form, field_name):
        bound = super().get_bound_field(form, field_name)
        if "%(kinds)s" in str(bound.help_text):
            bound.help_text = str(bound.help_text) % {
                "kinds": named(self.kinds),
                "size": filesizeformat(self.max_bytes),
            }
        return bound

    def clean(self, data, initial=None):
        """CheckedUpload for a new file, the answer of before for one that is kept, None for none."""
        value = super().clean(data, initial)
        if not value or isinstance(value, dict):
            return value or None
        return check_upload(value, self.kinds, max_bytes=self.max_bytes)


def described_file(value: Any) -> str:
    """Name and size of a file that was sent, in words."""
    if isinstance(value, CheckedUpload):
        value = {"name": value.name, "size": value.size}
    if not isinstance(value, dict) or not value.get("name"):
        return ""
    return _("%(name)s (%(size)s)") % {"name": value["name"], "size": filesizeformat(value["size"])}
