"""Forms of moving in: the export of the former site, and where its content goes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from network.models import Institution
from sections.exchange.choices import Source
from sections.moving_in.items import Kind
from sections.moving_in.placing import sections_of
from sections.moving_in.source import MAX_BYTES

MAX_ARCHIVE = 2 * 1024 * 1024 * 1024


class FormerSiteForm(forms.Form):
    """The export of a former site."""

    source = forms.ChoiceField(
        label=_("Made with"),
        choices=[choice for choice in Source.choices if choice[0] != Source.LIST],
        help_text=_("For example NukeViet, if the address of an article ends in “-12.html”."),
    )
    file = forms.FileField(
        label=_("Content"),
        help_text=_(
            "NukeViet: the SQL dump of the database, for example site.sql, or its tables as JSON. "
            "WordPress: the file that “Tools → Export → All content” gives, for example site.xml. At most 100 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".sql,.json,.xml"}),
    )
    files = forms.FileField(
        label=_("Pictures and files"),
        required=False,
        help_text=_(
            "The folder “uploads” (NukeViet) or “wp-content/uploads” (WordPress) as a ZIP archive, for example "
            "uploads.zip. Without it the texts come alone; nothing is fetched from the former site."
        ),
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )

    def clean_file(self):
        return _limited(self.cleaned_data["file"], MAX_BYTES)

    def clean_files(self):
        return _limited(self.cleaned_data["files"], MAX_ARCHIVE)


def _limited(file: Any, limit: int) -> Any:
    if file and file.size > limit:
        raise ValidationError(
            _("The file is larger than %(limit)s MB."), params={"limit": limit // 1_048_576}
        )
    return file


class PlacesForm(forms.Form):
    """For each kind of content the section that takes it."""

    def __init__(
        self, *args: Any, institution: Institution, counts: dict[Kind, int], chosen: dict, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pages: dict[int, Page] = {}
        self.counts = {kind: count for kind, count in counts.items() if count}
        for kind, count in self.counts.items():
            pages = sections_of(institution, kind)
            self.pages |= {page.pk: page for page in pages}
            self.fields[str(kind)] = forms.ChoiceField(
                label=_("%(kind)s (%(count)s)") % {"kind": kind.label, "count": count},
                choices=[("", _("— leave out —")), *((str(page.pk), page.title) for page in pages)],
                required=False,
                initial=str(chosen.get(str(kind)) or ""),
                help_text=_("The section whose drafts they become, for example “Giới thiệu”."),
            )

    @property
    def sections(self) -> dict[Kind, Page | None]:
        data = self.cleaned_data
        return {kind: self.pages[int(data[str(kind)])] if data[str(kind)] else None for kind in self.counts}
