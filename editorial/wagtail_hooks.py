"""What the admin shows to a board: its own pages, its own words, no way around the chain."""

from __future__ import annotations

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
    WorkflowMenuItem,
)
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import policy_registry

from common.page_rules import PageAction, refusal
from editorial import mandate_hooks, menu
from editorial.choices import BoardRole
from editorial.models.chain import APPROVE
from editorial.reach import reach_of
from editorial.selectors import board_roles
from editorial.selectors.people import LEADING
from editorial.services.chain import may_take_back
from editorial.services.emergency import may_publish_at_once
from editorial.services.page_reviews import NAMED, STILL_RIGHT
from editorial.services.withdrawals import may_propose, may_withdraw
from editorial.urls import people as people_urls
from editorial.urls.regulations import urlpatterns as regulation_urls
from editorial.views.chain_settings import chain_settings, chain_settings_index
from editorial.views.desk import DeskPanel
from editorial.views.emergency import emergency, publish_at_once
from editorial.views.publications import PublicationsView
from editorial.views.regulation_lists import may_see_regulations
from editorial.views.upkeep import UpkeepEditView, UpkeepListView, upkeep_confirm
from editorial.views.withdrawals import proposal, proposals, propose, withdraw
from editorial.viewsets import ScopedPageViewSet
from network.selectors import institution_for_page

HOOKS = (mandate_hooks,)
"""Modules whose hooks Wagtail finds by this import."""
NEVER_SHOWN = (PublishMenuItem, UnpublishMenuItem, RestartWorkflowMenuItem)


@hooks.register("register_admin_viewset")
def register_page_views():
    return ScopedPageViewSet()


@hooks.register("construct_page_chooser_queryset")
def scope_page_chooser(pages, request):
    """Choosing a page for a link shows the pages of the person's own sites."""
    if request.user.is_superuser:
        return pages
    found = policy_registry.get_by_type(Page).explorable_instances(request.user)
    if reach_of(request.user).reads_members:
        # The search behind the chooser knows no condition on a part of the path.
        return pages.filter(pk__in=found.order_by().values("pk"))
    return pages & found


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [
        path("editorial/withdraw/<int:page_id>/", withdraw, name="editorial_withdraw"),
        *people_urls.urlpatterns,
        *regulation_urls,
        path("editorial/propose-withdrawal/<int:page_id>/", propose, name="editorial_propose_withdrawal"),
        path("editorial/publish-at-once/<int:page_id>/", publish_at_once, name="editorial_publish_at_once"),
        path("editorial/published-at-once/<int:pk>/", emergency, name="editorial_emergency"),
        path("editorial/withdrawals/", proposals, name="editorial_withdrawals"),
        path("editorial/withdrawals/<int:pk>/", proposal, name="editorial_withdrawal"),
        path("editorial/chain/", chain_settings_index, name="editorial_chain_index"),
        path("editorial/chain/<int:pk>/", chain_settings, name="editorial_chain"),
        path("editorial/publications/", PublicationsView.as_view(), name="editorial_publications"),
        path(
            "editorial/publications/results/",
            PublicationsView.as_view(results_only=True),
            name="editorial_publications_results",
        ),
        path("editorial/reviews/", UpkeepListView.as_view(), name="editorial_reviews"),
        path("editorial/reviews/<int:page_id>/", UpkeepEditView.as_view(), name="editorial_review"),
        path("editorial/reviews/<int:page_id>/confirm/", upkeep_confirm, name="editorial_review_confirm"),
    ]


class SubmitToBoardMenuItem(SubmitForModerationMenuItem):
    """Hands the page to the board."""

    label = _("Submit for approval")

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context["label"] = self.label
        return context


class WithdrawMenuItem(ActionMenuItem):
    """Takes the page off the site; for its chief editor."""

    name = "action-withdraw"
    label = _("Withdraw")
    icon_name = "download"

    def is_shown(self, context):
        page = context.get("page")
        if context["view"] != "edit" or page is None or not (page.live or page.approved_schedule):
            return False
        user = context["request"].user
        return may_withdraw(user, page) and not refusal(page=page, action=PageAction.EXPIRE, user=user)

    def get_url(self, context):
        return reverse("editorial_withdraw", args=(context["page"].pk,))


class ProposeWithdrawalMenuItem(ActionMenuItem):
    """Asks the chief editor to take the page off the site; for everybody else on the board."""

    name = "action-propose-withdrawal"
    label = _("Propose to withdraw")
    icon_name = "download"

    def is_shown(self, context):
        page = context.get("page")
        if context["view"] != "edit" or page is None or not (page.live or page.approved_schedule):
            return False
        user = context["request"].user
        return may_propose(user, page) and not refusal(page=page, action=PageAction.EXPIRE, user=user)

    def get_url(self, context):
        return reverse("editorial_propose_withdrawal", args=(context["page"].pk,))


class AtOnceMenuItem(ActionMenuItem):
    """Puts an urgent announcement on the site without the chain; for the head."""

    name = "action-publish-at-once"
    label = _("Publish at once (emergency)")
    icon_name = "warning"

    def is_shown(self, context):
        page = context.get("page")
        if (
            context["view"] != "edit"
            or page is None
            or not may_publish_at_once(context["request"].user, page)
        ):
            return False
        return not page.live or page.has_unpublished_changes

    def get_url(self, context):
        return reverse("editorial_publish_at_once", args=(context["page"].pk,))


@hooks.register("register_page_action_menu_item")
def register_at_once():
    return AtOnceMenuItem(order=72)


class TakeBackMenuItem(CancelWorkflowMenuItem):
    """Takes the page out of the chain again."""

    label = pgettext_lazy("approval chain", "Take back")

    def is_shown(self, context):
        page = context.get("page")
        return context["view"] == "edit" and page is not None and may_take_back(context["request"].user, page)


@hooks.register("register_page_action_menu_item")
def register_propose_withdrawal():
    return ProposeWithdrawalMenuItem(order=71)


@hooks.register("register_page_action_menu_item")
def register_withdraw():
    return WithdrawMenuItem(order=70)


OURS = {SubmitForModerationMenuItem: SubmitToBoardMenuItem, CancelWorkflowMenuItem: TakeBackMenuItem}


@hooks.register("construct_page_action_menu")
def arrange_page_actions(menu_items, request, context):
    """Publishing is not among the actions of anybody; the next step of the chain stands first."""
    items = [item for item in menu_items if not isinstance(item, NEVER_SHOWN)]
    items = [OURS[type(item)](order=item.order) if type(item) in OURS else item for item in items]
    items = [item for item in items if not isinstance(item, TakeBackMenuItem) or item.is_shown(context)]
    items.sort(key=_rank)
    menu_items[:] = items


def _rank(item) -> int:
    """Agree, then submit, then all others in Wagtail's order."""
    if isinstance(item, WorkflowMenuItem):
        return 0 if item.name == APPROVE else 3
    return 1 if isinstance(item, SubmitToBoardMenuItem) else 2


class PublicationsMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser or bool(board_roles(request.user))


@hooks.register("register_reports_menu_item")
def register_publications_report():
    return PublicationsMenuItem(
        _("Record of publications"), reverse("editorial_publications"), icon_name="history", order=50
    )


@hooks.register("register_reports_menu_item")
def register_upkeep():
    return PublicationsMenuItem(
        _("Upkeep of pages"), reverse("editorial_reviews"), icon_name="calendar-check", order=40
    )


@hooks.register("register_page_header_buttons")
def upkeep_button(page, user, view_name, next_url=None):
    """For every page of a person's own sites, those without a panel of their own too."""
    institution = institution_for_page(page) if page.depth > 1 else None
    if institution and any(institution.pk == pk for pk, _role in board_roles(user)):
        url = reverse("editorial_review", args=[page.pk])
        yield Button(_("Upkeep"), url, icon_name="calendar-check", priority=68)


@hooks.register("register_log_actions")
def register_upkeep_actions(actions):
    actions.register_action(NAMED, _("Name who keeps a page"), _("Named who keeps the page"))
    actions.register_action(STILL_RIGHT, _("Say that a page is still right"), _("Found the page still right"))


@hooks.register("construct_homepage_panels", order=1000)
def replace_home_by_desk(request, panels):
    panels[:] = [DeskPanel(request)]


@hooks.register("construct_homepage_summary_items", order=1000)
def drop_page_counts(request, items):
    items.clear()


@hooks.register("register_admin_menu_item")
def register_desk():
    return menu.DeskMenuItem()


@hooks.register("construct_main_menu", order=1000)
def arrange_menu(request, items):
    menu.arrange(items)


@hooks.register("construct_reports_menu", order=1000)
def arrange_reports(request, items):
    menu.for_boards(items, request.user)


@hooks.register("construct_help_menu", order=1000)
def arrange_help(request, items):
    menu.without_foreign_help(items)


class RegulationsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_regulations(request.user)


@hooks.register("register_admin_menu_item")
def register_regulations():
    return RegulationsMenuItem(
        _("Regulations"),
        reverse("editorial_regulations"),
        name="regulations",
        icon_name="doc-full",
        order=650,
    )


@hooks.register("register_reports_menu_item")
def register_withdrawal_proposals():
    return PublicationsMenuItem(
        _("Proposals to withdraw pages"), reverse("editorial_withdrawals"), icon_name="download", order=51
    )


class ChainSettingsMenuItem(MenuItem):
    def is_shown(self, request):
        return any(role in (BoardRole.CHIEF, BoardRole.HEAD) for _pk, role in board_roles(request.user))


@hooks.register("register_settings_menu_item")
def register_chain_settings():
    return ChainSettingsMenuItem(
        _("Approval chain"),
        reverse("editorial_chain_index"),
        name="chain-settings",
        icon_name="tasks",
        order=300,
    )


class PeopleMenuItem(MenuItem):
    """For whoever manages the people of a board."""

    def is_shown(self, request):
        user = request.user
        return user.is_superuser or any(role in LEADING for _institution, role in board_roles(user))


@hooks.register("register_admin_menu_item")
def register_people():
    return PeopleMenuItem(
        _("People"), reverse("editorial_people"), name="people", icon_name="group", order=160
    )
