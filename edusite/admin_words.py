"""What Wagtail and Wagtail Localize say in the admin without gettext, and a widget that starts without inline script.

A label that a library leaves to Django's "field name with a capital" cannot be translated, so it is given here. The
words stand in locale/overlay with all others of the packages; WAGTAIL is gettext under a name that the collector of
our own messages does not know. Labels of forms only: the names of model fields would make migrations of the packages.
"""

from __future__ import annotations

import json

from django.apps import apps
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as WAGTAIL  # noqa: N812
from wagtail.admin.forms import choosers
from wagtail.admin.forms.workflows import WorkflowPagesFormSet
from wagtail.admin.views import workflows
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.views.reports.aging_pages import AgingPagesView
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser
from wagtail.sites.views import IndexView as SitesView
from wagtail.users.forms import PagePermissionsForm
from wagtail_localize.models import LocaleSynchronization, LocaleSynchronizationModelForm
from wagtail_localize.views.report import TranslationsReportFilterSet

LINK_FORMS = {
    "ExternalLinkChooserForm": {"link_text": "Link text"},
    "AnchorLinkChooserForm": {"link_text": "Link text"},
    "EmailLinkChooserForm": {
        "email_address": "Email address",
        "link_text": "Link text",
        "subject": "Subject",
        "body": "Body",
    },
    "PhoneLinkChooserForm": {"phone_number": "Phone number", "link_text": "Link text"},
}
MODELS = {
    # A model without a name of its own is called after its class.
    "wagtailcore.Locale": ("locale", "locales"),
    "wagtail_localize.Translation": ("translation", "translations"),
}


def apply() -> None:
    """Give the packages their words; called once, when all apps are ready."""
    _name_models()
    _label_link_forms()
    _label_columns_and_filters()
    _label_workflow_forms()
    _label_synchronisation()
    _label_permissions()
    _name_the_system()
    _start_choosers_without_script()


def _name_models() -> None:
    for label, (name, names) in MODELS.items():
        options = apps.get_model(label)._meta
        options.verbose_name, options.verbose_name_plural = WAGTAIL(name), WAGTAIL(names)


def _label_link_forms() -> None:
    for form, labels in LINK_FORMS.items():
        for field, label in labels.items():
            getattr(choosers, form).base_fields[field].label = WAGTAIL(label)


def _label_columns_and_filters() -> None:
    labels = {"port": "Port", "site_name": "Site name", "root_page": "Root page"}
    for column in SitesView.columns:
        if column.name in labels:
            column.label = WAGTAIL(labels[column.name])
    SearchView.verbose_name, SearchView.verbose_name_plural = WAGTAIL("page"), WAGTAIL("pages")
    for name, label in (("source_locale", "Source locale"), ("target_locale", "Target locale")):
        TranslationsReportFilterSet.base_filters[name].label = WAGTAIL(label)


def _label_workflow_forms() -> None:
    WorkflowPagesFormSet.form.base_fields["page"].label = WAGTAIL("Page")

    class LabelledTaskChooserSearchForm(workflows.TaskChooserSearchForm):
        """The filter by type of task has a label."""

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            if "task_type" in self.fields:
                self.fields["task_type"].label = WAGTAIL("Task type")

    workflows.TaskChooserSearchForm = LabelledTaskChooserSearchForm


def _label_synchronisation() -> None:
    class LabelledSynchronizationForm(LocaleSynchronizationModelForm):
        """Whether and from which language content is copied."""

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            for name, label in (("enabled", "Enabled"), ("sync_from", "Sync from")):
                if name in self.fields:
                    self.fields[name].label = WAGTAIL(label)

    LocaleSynchronization.base_form_class = LabelledSynchronizationForm


def _label_permissions() -> None:
    def label(permission) -> str:
        return WAGTAIL(permission.name)

    PagePermissionsForm.base_fields["page"].label = WAGTAIL("Page")
    PagePermissionsForm.base_fields["permissions"].label_from_instance = label


def _name_the_system() -> None:
    """Pages that the installation published itself were published by "None" in the report on ageing pages."""
    original = AgingPagesView.add_last_publisher_name_to_page

    def named(self, username_mapping, page) -> None:
        original(self, username_mapping, page)
        page.last_published_by_user = page.last_published_by_user or WAGTAIL("system")

    AgingPagesView.add_last_publisher_name_to_page = named


def _start_choosers_without_script() -> None:
    """A chooser in a plain form is a mark that static/edusite/js/admin.js starts."""

    def render(self, name, value, attrs=None, renderer=None):
        if not (attrs and attrs.get("id")):
            raise TypeError("BaseChooser cannot be rendered without an 'id' attribute")
        data = self.get_value_data(value)
        given = [attrs["id"], self.get_js_init_options(attrs["id"], name, data)]
        task = isinstance(self, AdminTaskChooser)
        return format_html(
            '{}<template data-start="{}" data-start-arguments="{}"></template>',
            self.render_html(name, data, attrs),
            "createTaskChooser" if task else self.js_constructor,
            json.dumps(given[:1] if task else given),
        )

    BaseChooser.render = render
