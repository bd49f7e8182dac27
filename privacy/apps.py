from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    """Notices, purposes, consent, encrypted submissions."""

    name = "privacy"
    verbose_name = _("Personal information")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from common import page_rules
        from network.provisioning import register_step
        from privacy import checks, journey, provisioning, receivers, registry, timers  # noqa: F401
        from privacy.inspection import setup as inspection_setup
        from privacy.models import Holiday
        from privacy.page_rules import acknowledged_rule
        from privacy.register import setup as register_setup
        from privacy.rights import clockwork, letters
        from privacy.rights.policies import CalendarPolicy
        from privacy.rights.registration import rights_kind

        receivers.install()
        register_setup.install()
        inspection_setup.install()
        journey.install()
        timers.register_all()
        registry.register_form(rights_kind)
        letters.register()
        clockwork.register_all()
        register_permission_policy(Holiday, CalendarPolicy(Holiday))
        self._start_guard()
        page_rules.register("privacy.acknowledged", acknowledged_rule)
        register_step(provisioning.NoticeStep())
        registry.opens_sealed(
            "privacy.rights",
            _("People open their own file with code and second factor; each opening is on record."),
        )
        registry.not_public_form(
            "privacy.resuming.ResumeView",
            _(
                "It opens a form that its sender keeps; the form itself shows its notice and asks for consent."
            ),
        )
        registry.not_public_form(
            "wagtail.views.serve",
            _("It hands each request to a page; the page types are checked one by one."),
        )
        registry.not_public_form(
            "wagtail.views.authenticate_with_password",
            _("It asks for the password of a restricted page and for nothing about a person."),
        )
        registry.not_public_form(
            "django.contrib.auth.views.LoginView",
            _("It signs staff in to a page that is restricted to accounts."),
        )
        registry.not_public_form("django.views.static.serve", _("It sends files and reads nothing else."))

    def _start_guard(self) -> None:
        from privacy import registry
        from privacy.guard import letters, lookup, uploads
        from privacy.models import ListLookupRow
        from privacy.services.rotation import register_index

        uploads.connect()
        letters.register()
        register_index(ListLookupRow, lookup.row_reindexed, related="lookup")
        registry.opens_sealed(
            "privacy.guard.lookup",
            _("A person opens their own row of a look-up, with both keys, and no other."),
        )
        registry.not_public_form(
            "privacy.guard.public.OwnRowView",
            _(
                "It compares what is entered with sealed rows, shows a person their own, and keeps nothing of it."
            ),
        )
