from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EdusiteConfig(AppConfig):
    """What assembles the rest."""

    name = "edusite"
    verbose_name = _("edusite")

    def ready(self) -> None:
        from django.contrib.auth import get_user_model
        from django.db.models.signals import m2m_changed, post_delete, post_save
        from wagtail.documents import get_document_model
        from wagtail.images import get_image_model
        from wagtail.models import Page, PageViewRestriction, Site
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from editorial.models import Regulation, Upkeep
        from edusite import admin_words, receivers, timers
        from edusite.sign_in import letters, secrets, signals
        from enrolment.refreshed import on_refresh as on_results
        from network.models import Institution
        from privacy.models import Notice, Purpose, Recipient
        from privacy.registry import opens_sealed
        from privacy.services.rotation import register_sealed
        from sections.statistics.refreshed import on_refresh

        opens_sealed(
            "edusite.sign_in",
            _("It opens the secret of a second factor, which no person sent through a form."),
        )
        timers.register_all()
        letters.register()
        signals.connect()
        register_sealed(secrets.LABEL, secrets.secrets_rotate)
        uid = "edusite.page-cache"
        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(receivers.page_changed, dispatch_uid=uid)
        post_delete.connect(receivers.page_changed, sender=Page, dispatch_uid=uid)
        post_save.connect(receivers.institution_changed, sender=Institution, dispatch_uid=uid)
        post_save.connect(receivers.notice_changed, sender=Notice, dispatch_uid=uid)
        m2m_changed.connect(receivers.board_changed, sender=get_user_model().groups.through, dispatch_uid=uid)
        for model in (Regulation, Upkeep):
            post_save.connect(receivers.regulation_changed, sender=model, dispatch_uid=uid)
        for signal in (post_save, post_delete):
            signal.connect(receivers.notice_changed, sender=Purpose, dispatch_uid=uid)
            signal.connect(receivers.notice_changed, sender=Recipient, dispatch_uid=uid)
            signal.connect(receivers.site_changed, sender=Site, dispatch_uid=uid)
            signal.connect(receivers.restriction_changed, sender=PageViewRestriction, dispatch_uid=uid)
            signal.connect(receivers.file_changed, sender=get_image_model(), dispatch_uid=uid)
            signal.connect(receivers.file_changed, sender=get_document_model(), dispatch_uid=uid)
        on_refresh(receivers.sums_refreshed)
        on_results(receivers.sums_refreshed)
        admin_words.apply()
