"""The editor's form of a procedure."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial.models.authorship import AuthoredPageForm


class ProcedureForm(AuthoredPageForm):
    """Refuses a second procedure of the same code and level on the site."""

    def clean(self):
        cleaned = super().clean()
        code, levels = cleaned.get("code"), cleaned.get("levels")
        if code and self.parent_page is not None:
            same = (
                type(self.instance)
                .objects.child_of(self.parent_page)
                .filter(code=code)
                .exclude(pk=self.instance.pk)
            )
            for other in same.only("title", "levels"):
                if set(other.levels) == set(levels or ()):
                    text = _("“%(title)s” has this code at the same level already.") % {"title": other.title}
                    self.add_error("code", text)
        return cleaned
