from django.apps import AppConfig
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """The board, its approval chain, authorship and review dates."""

    name = "editorial"
    verbose_name = _("Board of editors")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from common import page_rules, page_states
        from editorial import (
            desk,
            mandate_acts,
            notifications,
            privacy_duties,
            privacy_work,
            provisioning,
            states,
            timers,
        )
        from editorial.desk import boards, digest
        from editorial.desk import people as desk_people
        from editorial.desk import requests as desk_requests
        from editorial.letters import boards as letters
        from editorial.letters import chain as chain_letters
        from editorial.letters import reviews as review_letters
        from editorial.selectors.boards import leads
        from editorial.services import guard
        from editorial.services.endings import board_end
        from editorial.services.mandates import mandates_end_on
        from network import access, lifecycle
        from network.provisioning import register_step
        from privacy import duties

        page_rules.register("editorial.chain", guard.chain_rule)
        page_states.register(states.page_state)
        register_step(provisioning.BoardStep())
        register_step(provisioning.InvitationStep())
        access.register("editorial.chief", leads)
        duties.register(privacy_duties.BOARDS)
        privacy_work.register()
        lifecycle.register_end("editorial.board", board_end)
        letters.register()
        letters.people_register()
        digest.register()
        chain_letters.register()
        review_letters.register()
        timers.register_all()
        for part in (*boards.PARTS, *desk_people.PARTS):
            desk.register(part)
        notifications.connect()
        self._scope_wagtail()
        self._name_closed_forms()
        mandate_acts.connect()
        desk.register(mandate_acts.MandatePart())
        desk_requests.register_part()
        lifecycle.register_end("editorial.mandates", mandates_end_on)
        self._connect_backstops(guard)
        self._register_regulations()
        self._register_guard()
        self._register_emergency()

    def _name_closed_forms(self) -> None:
        from privacy.registry import not_public_form

        not_public_form(
            "editorial.views.invitations.resume", _("It takes nothing; it leads back to an invitation.")
        )
        not_public_form(
            "editorial.views.invitations.InvitationView",
            _(
                "It opens the account of a member of the board, for whoever holds the secret of an invitation."
            ),
        )

    def _register_emergency(self) -> None:
        from editorial.desk import emergency as desk_emergency
        from editorial.letters import emergency as letters_emergency

        letters_emergency.register()
        desk_emergency.register_part()

    def _connect_backstops(self, guard) -> None:
        from wagtail.models import Page, Revision
        from wagtail.signals import page_published, page_unpublished

        from editorial.models import SiteDocument, SiteImage
        from editorial.services import media_guard, page_reviews

        uid = "editorial.guard"
        pre_save.connect(guard.refuse_around_chain, dispatch_uid=uid)
        pre_delete.connect(guard.refuse_deletion, sender=Page, dispatch_uid=uid)
        pre_save.connect(guard.refuse_rewriting, sender=Revision, dispatch_uid=uid + ".revision")
        for model in (SiteImage, SiteDocument):
            pre_save.connect(media_guard.refuse_exchange, sender=model, dispatch_uid=uid + ".media")
            pre_delete.connect(media_guard.refuse_deletion, sender=model, dispatch_uid=uid + ".media")
        pre_save.connect(guard.refuse_schedule, sender=Revision, dispatch_uid=uid + ".schedule")
        page_published.connect(guard.record_on_site, dispatch_uid=uid)
        page_unpublished.connect(guard.lapse_proposals, dispatch_uid=uid)
        page_published.connect(page_reviews.count_from_publication, dispatch_uid="editorial.reviews")

    def _register_regulations(self) -> None:
        from editorial.desk import privacy as desk_privacy
        from editorial.desk import regulations as desk_regulations
        from editorial.regulations import sources
        from editorial.services import regulation_letters

        sources.register()
        regulation_letters.register()
        desk_regulations.register_part()
        desk_privacy.register_part()

    def _register_guard(self) -> None:
        from editorial.desk import guard, register
        from editorial.services.withdrawals import may_take_down, page_take_down
        from privacy.guard.deciding import Takedown, register_takedown

        register_takedown(Takedown(page_take_down, may_take_down))
        for part in guard.PARTS:
            register(part)

    def _scope_wagtail(self) -> None:
        from wagtail.models import Page
        from wagtail.permissions import register_permission_policy

        from editorial.policies import BoardPagePolicy

        register_permission_policy(Page, BoardPagePolicy(Page))
