"""What each address gives to whom. The table that tests/isolation is made from.

A new address has to stand here. Ask three things and write one line:

1. Does it say anything about an institution? No: `open_`. Only about the person who asks: `self_`.
2. Does it show rows of institutions (a list, a search, an export)? `rows`: nobody may find another institution's word in it.
3. Does it take an object of an institution? `object_`, with the object for each parameter (an attribute of
   `tests.isolation.world.House`): whoever is on no board above or beside it gets 404, as if it did not exist.

What is for the administrators of the installation only is `closed`; what the public reads is `public`, once for each host.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    OPEN = "says nothing of any institution"
    SELF = "is about the person who asks"
    ROWS = "shows own rows only"
    OBJECT = "takes an object: another institution's is a 404"
    CLOSED = "is for administrators of the installation: 404 for everybody else"
    PUBLIC = "is public: each host shows its own institution"


@dataclass(frozen=True, kw_only=True)
class Door:
    """One address, or several of one name.

    `takes` maps the parameters of the address, and `query` those behind the question mark, to a value or, with a leading
    ".", to an attribute of the house whose object is asked for. `data` is what a POST would send; None: no POST is tried.
    `roles` are those whom their own institution lets in, `reads` whether the authority above may open a member's object
    by GET, `administers` whether it changes there what is its office (records of institutions, boards) and leaves a record of
    it, `exports` whether the list can be had as CSV and XLSX with ``?export=``.
    """

    kind: Kind
    takes: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, str] | None = None
    roles: frozenset[str] = frozenset({"author", "editor", "chief"})
    methods: tuple[str, ...] = ("GET",)
    reads: bool = False
    exports: bool = False
    administers: bool = False
    why: str = ""


ALL = ("author", "editor", "chief")
PAGE = {"page_id": ".draft.pk"}
BUILT = {"page_id": ".board_form.pk"}


def open_(**kwargs) -> Door:
    return Door(kind=Kind.OPEN, **kwargs)


def self_(**kwargs) -> Door:
    return Door(kind=Kind.SELF, **kwargs)


def rows(*roles: str, **kwargs) -> Door:
    return Door(kind=Kind.ROWS, roles=frozenset(roles or ALL), **kwargs)


def object_(takes: Mapping[str, str], *roles: str, **kwargs) -> Door:
    return Door(kind=Kind.OBJECT, takes=takes, roles=frozenset(roles or ALL), **kwargs)


def closed(takes: Mapping[str, str] | None = None, **kwargs) -> Door:
    return Door(kind=Kind.CLOSED, takes=takes or {}, roles=frozenset(), **kwargs)


def public(takes: Mapping[str, str] | None = None, **kwargs) -> Door:
    return Door(kind=Kind.PUBLIC, takes=takes or {}, **kwargs)


def none() -> tuple[str, ...]:
    """For an object that nobody but the authority or a superuser opens."""
    return ("nobody",)


HOME = {
    "wagtailadmin_home": rows(),
    "wagtailadmin_error_test": open_(why="fails on purpose"),
    "admin/test404/": open_(),
    "admin/^.*/$": open_(why="the 404 of the admin"),
    "wagtailadmin_sprite": open_(),
    "wagtailadmin_login": open_(),
    "wagtailadmin_password_reset": open_(),
    "wagtailadmin_password_reset_done": open_(),
    "wagtailadmin_password_reset_confirm": open_(takes={"uidb64": "MQ", "token": "x-y"}),
    "wagtailadmin_password_reset_complete": open_(),
    "wagtailadmin_javascript_catalog": open_(),
    "wagtailadmin_account": self_(),
    "wagtailadmin_logout": self_(),
    "wagtailadmin_dismissibles": self_(),
    "wagtailadmin_block_preview": open_(),
}

EXPLORER = {
    "wagtailadmin_explore_root": rows(),
    "wagtailadmin_explore": object_({"parent_page_id": ".news.pk"}, reads=True),
    "wagtailadmin_explore_results": object_({"parent_page_id": ".news.pk"}, reads=True),
    "wagtailadmin_pages:search": rows(query={"q": ".marker"}),
    "wagtailadmin_pages:search_results": rows(query={"q": ".marker"}),
    "wagtailadmin_pages:type_use": rows(
        takes={"content_type_app_name": "sections", "content_type_model_name": "articlepage"}
    ),
    "wagtailadmin_pages:type_use_results": rows(
        takes={"content_type_app_name": "sections", "content_type_model_name": "articlepage"}
    ),
    "wagtailadmin_pages:choose_parent": rows(takes={"app_label": "sections", "model_name": "articlepage"}),
    "wagtail_bulk_action": object_(
        {"app_label": "wagtailcore", "model_name": "page", "action": "delete"},
        query={"id": ".draft.pk"},
        data={},
    ),
}

REVISION = PAGE | {"revision_id": ".revision.pk"}
STEP = PAGE | {"action_name": "reject", "task_state_id": ".task_state.pk"}
NEW_PAGE = {
    "content_type_app_name": "sections",
    "content_type_model_name": "articlepage",
    "parent_page_id": ".news.pk",
}
PAGES = {
    "wagtailadmin_pages:add": object_(NEW_PAGE, data={"title": "x"}),
    "wagtailadmin_pages:preview_on_add": object_(NEW_PAGE, data={"title": "x"}),
    "wagtailadmin_pages:add_subpage": object_({"parent_page_id": ".news.pk"}),
    "wagtailadmin_pages:usage": object_(PAGE),
    "wagtailadmin_pages:edit": object_(PAGE, data={"title": "x"}),
    "wagtailadmin_pages:preview_on_edit": object_(PAGE, data={"title": "x"}),
    "wagtailadmin_pages:view_draft": object_(PAGE, reads=True),
    "wagtailadmin_pages:delete": object_(PAGE, data={}),
    "wagtailadmin_pages:unpublish": object_({"page_id": ".live.pk"}, data={}),
    "wagtailadmin_pages:convert_alias": object_(PAGE, *none(), data={}),
    "wagtailadmin_pages:move": object_({"page_to_move_id": ".draft.pk"}),
    "wagtailadmin_pages:move_confirm": object_(
        {"page_to_move_id": ".draft.pk", "destination_id": ".home.pk"}, data={}
    ),
    "wagtailadmin_pages:set_page_position": object_({"page_to_move_id": ".draft.pk"}, data={"position": "0"}),
    "wagtailadmin_pages:copy": object_(
        PAGE,
        data={"new_title": "x", "new_slug": "x", "new_parent_page": ".news.pk"},
    ),
    "wagtailadmin_pages:workflow_action": object_(STEP, "editor", data={"comment": "x"}),
    "wagtailadmin_pages:collect_workflow_action_data": object_(STEP, "editor", data={"comment": "x"}),
    "wagtailadmin_pages:confirm_workflow_cancellation": object_(PAGE, data={}),
    "wagtailadmin_pages:workflow_preview": object_(PAGE | {"task_id": ".task_state.task_id"}, "editor"),
    "wagtailadmin_pages:set_privacy": object_(PAGE, data={"restriction_type": "login"}),
    "wagtailadmin_pages:lock": object_(PAGE, data={}),
    "wagtailadmin_pages:unlock": object_(PAGE, data={}),
    "wagtailadmin_pages:revisions_index": object_(PAGE, reads=True),
    "wagtailadmin_pages:revisions_view": object_(REVISION, reads=True),
    "wagtailadmin_pages:revisions_revert": object_(REVISION, data={"title": "x"}),
    "wagtailadmin_pages:revisions_unschedule": object_(REVISION, *none(), data={}),
    "wagtailadmin_pages:revisions_compare": object_(
        {"pk": ".draft.pk", "revision_id_a": ".revision.pk", "revision_id_b": "latest"}, reads=True
    ),
    "wagtailadmin_pages:workflow_history": object_(PAGE, reads=True),
    "wagtailadmin_pages:workflow_history_detail": object_(
        PAGE | {"workflow_state_id": ".workflow_state.pk"}, reads=True
    ),
    "wagtailadmin_pages:history": object_(PAGE, reads=True),
    "wagtailadmin_pages:history_results": object_(PAGE, reads=True),
}

SCOPED = {
    "scoped_choose_page": rows(),
    "scoped_choose_page_child": object_({"parent_page_id": ".news.pk"}, reads=True),
    "scoped_external_link": rows(
        data={"external-link-chooser-url": ".live.full_url", "external-link-chooser-link_text": ""}
    ),
    "scoped_tags": rows(query={"term": ".marker"}),
    "scoped_model_tags": rows(takes={"app_name": "taggit", "model_name": "tag"}, query={"term": ".marker"}),
    "scoped_workflow": rows(exports=True),
    "scoped_workflow_results": rows(),
    "scoped_workflow_tasks": rows(exports=True),
    "scoped_workflow_tasks_results": rows(),
    "scoped_site_history": rows(exports=True),
    "scoped_site_history_results": rows(),
    "scoped_images": rows(),
    "scoped_images_results": rows(query={"q": ".marker"}),
    "scoped_image_chooser": rows(),
    "scoped_documents": rows(),
    "scoped_documents_results": rows(query={"q": ".marker"}),
}

CHOOSERS = {
    "wagtailadmin_choose_page": rows(),
    "wagtailadmin_choose_page_child": object_({"parent_page_id": ".news.pk"}, reads=True),
    "wagtailadmin_choose_page_search": rows(query={"q": ".marker"}),
    "wagtailadmin_choose_page_chosen_multiple": rows(query={"id": ".draft.pk"}),
    "wagtailadmin_choose_page_external_link": rows(
        data={
            "external-link-chooser-url": ".live.full_url",
            "external-link-chooser-link_text": "",
        }
    ),
    "wagtailadmin_choose_page_email_link": open_(),
    "wagtailadmin_choose_page_phone_link": open_(),
    "wagtailadmin_choose_page_anchor_link": open_(),
    "wagtailadmin_tag_autocomplete": rows(query={"term": ".marker"}),
    "wagtailadmin_tag_model_autocomplete": rows(
        takes={"app_name": "taggit", "model_name": "tag"}, query={"term": ".marker"}
    ),
    "wagtailembeds:chooser": open_(),
    "wagtailembeds:chooser_upload": open_(),
}

IMAGE = {"image_id": ".image.pk"}
UPLOAD = {"uploaded_file_id": ".uploaded.pk"}
IMAGES = {
    "wagtailimages:index": rows(),
    "wagtailimages:index_results": rows(query={"q": ".marker"}),
    "wagtailimages:edit": object_(IMAGE, data={"title": "x", "collection": ".collection.pk"}),
    "wagtailimages:delete": object_(IMAGE, data={}),
    "wagtailimages:url_generator": object_(IMAGE, *none()),
    "wagtailimages:url_generator_output": object_(IMAGE, *none(), query={"filter_method": "original"}),
    "wagtailimages:preview": object_(IMAGE | {"filter_spec": "original"}),
    "wagtailimages:add": rows(data={"title": "x", "collection": ".collection.pk"}),
    "wagtailimages:image_usage": object_(IMAGE),
    "wagtailimages:add_multiple": rows(data={"title": "x", "collection": ".collection.pk"}),
    "wagtailimages:edit_multiple": object_(IMAGE, data={}),
    "wagtailimages:create_multiple_from_uploaded_image": object_(
        UPLOAD, "author", data={}, methods=("POST",)
    ),
    "wagtailimages:delete_multiple": object_(IMAGE, data={}),
    "wagtailimages:delete_upload_multiple": object_(UPLOAD, "author", data={}, methods=("POST",)),
    "wagtailimages_chooser:choose": rows(),
    "wagtailimages_chooser:choose_results": rows(query={"q": ".marker"}),
    "wagtailimages_chooser:chosen": object_({"pk": ".image.pk"}),
    "wagtailimages_chooser:chosen_multiple": rows(query={"id": ".image.pk"}),
    "wagtailimages_chooser:create": rows(data={"image-chooser-upload-collection": ".collection.pk"}),
    "wagtailimages_chooser:select_format": object_(IMAGE),
}

DOCUMENT = {"document_id": ".document.pk"}
DOCUMENTS = {
    "wagtaildocs:index": rows(),
    "wagtaildocs:index_results": rows(query={"q": ".marker"}),
    "wagtaildocs:add": rows(data={"title": "x", "collection": ".collection.pk"}),
    "wagtaildocs:edit": object_(DOCUMENT, data={"title": "x", "collection": ".collection.pk"}),
    "wagtaildocs:delete": object_(DOCUMENT, data={}),
    "wagtaildocs:add_multiple": rows(data={"title": "x", "collection": ".collection.pk"}),
    "wagtaildocs:edit_multiple": object_({"doc_id": ".document.pk"}, data={}),
    "wagtaildocs:create_multiple_from_uploaded_document": object_(
        UPLOAD, "author", data={}, methods=("POST",)
    ),
    "wagtaildocs:delete_multiple": object_({"doc_id": ".document.pk"}, data={}),
    "wagtaildocs:delete_upload_multiple": object_(UPLOAD, "author", data={}, methods=("POST",)),
    "wagtaildocs:document_usage": object_(DOCUMENT),
    "wagtaildocs_chooser:choose": rows(),
    "wagtaildocs_chooser:choose_results": rows(query={"q": ".marker"}),
    "wagtaildocs_chooser:chosen": object_({"pk": ".document.pk"}),
    "wagtaildocs_chooser:chosen_multiple": rows(query={"id": ".document.pk"}),
    "wagtaildocs_chooser:create": rows(data={"document-chooser-upload-collection": ".collection.pk"}),
}

API = {
    "wagtailadmin_api:pages:listing": rows(),
    "wagtailadmin_api:pages:find": rows(query={"html_path": "/"}),
    "wagtailadmin_api:pages:detail": object_({"pk": ".draft.pk"}, reads=True),
    "wagtailadmin_api:pages:action": object_({"pk": ".draft.pk", "action_name": "delete"}, data={}),
    "wagtailadmin_api:documents:listing": closed(),
    "wagtailadmin_api:documents:find": closed(),
    "wagtailadmin_api:documents:detail": closed({"pk": ".document.pk"}),
    "wagtailadmin_api:images:listing": closed(),
    "wagtailadmin_api:images:find": closed(),
    "wagtailadmin_api:images:detail": closed({"pk": ".image.pk"}),
    "wagtailadmin_editing_sessions:ping": object_(
        {
            "app_label": "sections",
            "model_name": "articlepage",
            "object_id": ".draft.pk",
            "session_id": ".session.pk",
        },
        data={},
    ),
    "wagtailadmin_editing_sessions:release": self_(takes={"session_id": ".session.pk"}, data={}),
}

REPORTS = {
    "wagtailadmin_reports:locked_pages": closed(),
    "wagtailadmin_reports:locked_pages_results": closed(),
    "wagtailadmin_reports:workflow": rows(exports=True),
    "wagtailadmin_reports:workflow_results": rows(),
    "wagtailadmin_reports:workflow_tasks": rows(exports=True),
    "wagtailadmin_reports:workflow_tasks_results": rows(),
    "wagtailadmin_reports:site_history": rows(exports=True),
    "wagtailadmin_reports:site_history_results": rows(query={"export": "csv"}),
    "wagtailadmin_reports:aging_pages": closed(),
    "wagtailadmin_reports:aging_pages_results": closed(),
    "wagtailadmin_reports:page_types_usage": closed(),
    "wagtailadmin_reports:page_types_usage_results": closed(),
}

PK_USER = {"pk": ".person.pk"}
PK_GROUP = {"pk": ".group.pk"}
PK_SITE = {"pk": ".site.pk"}
PK_LOCALE = {"pk": ".locale.pk"}
SETTING = {"app_name": "wagtailcore", "model_name": "site"}
ADMINISTRATION = {
    "wagtailadmin_collections:index": closed(),
    "wagtailadmin_collections:add": closed(data={"name": "x", "parent": ".collection.pk"}),
    "wagtailadmin_collections:edit": closed({"pk": ".collection.pk"}, data={"name": "x"}),
    "wagtailadmin_collections:delete": closed({"pk": ".collection.pk"}, data={}),
    "wagtailadmin_collections:set_privacy": closed(
        {"collection_id": ".collection.pk"}, data={"restriction_type": "login"}
    ),
    "wagtailadmin_workflows:index": closed(),
    "wagtailadmin_workflows:index_results": closed(),
    "wagtailadmin_workflows:add": closed(),
    "wagtailadmin_workflows:enable": closed({"pk": ".workflow.pk"}, data={}),
    "wagtailadmin_workflows:disable": closed({"pk": ".workflow.pk"}, data={}),
    "wagtailadmin_workflows:edit": closed({"pk": ".workflow.pk"}, data={"name": "x"}),
    "wagtailadmin_workflows:usage": closed({"pk": ".workflow.pk"}),
    "wagtailadmin_workflows:usage_results": closed({"pk": ".workflow.pk"}),
    "wagtailadmin_workflows:remove": closed({"page_pk": ".home.pk", "workflow_pk": ".workflow.pk"}, data={}),
    "wagtailadmin_workflows:add_task": closed({"app_label": "editorial", "model_name": "boardtask"}),
    "wagtailadmin_workflows:select_task_type": closed(),
    "wagtailadmin_workflows:task_index": closed(),
    "wagtailadmin_workflows:task_index_results": closed(),
    "wagtailadmin_workflows:edit_task": closed({"pk": ".task_state.task_id"}, data={"name": "x"}),
    "wagtailadmin_workflows:disable_task": closed({"pk": ".task_state.task_id"}, data={}),
    "wagtailadmin_workflows:enable_task": closed({"pk": ".task_state.task_id"}, data={}),
    "wagtailadmin_workflows:task_chooser": closed(),
    "wagtailadmin_workflows:task_chooser_results": closed(),
    "wagtailadmin_workflows:task_chooser_create": closed(),
    "wagtailadmin_workflows:task_chosen": closed({"task_id": ".task_state.task_id"}),
    "wagtailforms:index": closed(),
    "wagtailforms:index_results": closed(),
    "wagtailforms:list_submissions": closed(PAGE),
    "wagtailforms:list_submissions_results": closed(PAGE),
    "wagtailforms:delete_submissions": closed(PAGE, data={}),
    "wagtailredirects:index": closed(),
    "wagtailredirects:index_results": closed(query={"q": ".marker"}),
    "wagtailredirects:add": closed(data={"old_path": "/x", "site": ".site.pk", "redirect_link": "/"}),
    "wagtailredirects:edit": closed({"redirect_id": ".redirect.pk"}, data={"old_path": "/x"}),
    "wagtailredirects:delete": closed({"redirect_id": ".redirect.pk"}, data={}),
    "wagtailredirects:start_import": closed(),
    "wagtailredirects:process_import": closed(),
    "wagtailsettings:edit": closed(SETTING | PK_SITE),
    "wagtailsettings:preview_on_edit": closed(SETTING | PK_SITE),
    "wagtailsnippets:index": closed(),
    "wagtaillocales:index": closed(),
    "wagtaillocales:index_results": closed(),
    "wagtaillocales:add": closed(),
    "wagtaillocales:edit": closed(PK_LOCALE, data={}),
    "wagtaillocales:delete": closed(PK_LOCALE, data={}),
    "wagtaillocales:history": closed(PK_LOCALE),
    "wagtaillocales:history_results": closed(PK_LOCALE),
    "wagtaillocales:usage": closed(PK_LOCALE),
    "wagtaillocales:copy": closed(PK_LOCALE),
    "wagtailsites:index": closed(),
    "wagtailsites:index_results": closed(),
    "wagtailsites:add": closed(),
    "wagtailsites:edit": closed(PK_SITE, data={"hostname": "x"}),
    "wagtailsites:delete": closed(PK_SITE, data={}),
    "wagtailsites:history": closed(PK_SITE),
    "wagtailsites:history_results": closed(PK_SITE),
    "wagtailsites:usage": closed(PK_SITE),
    "wagtailsites:copy": closed(PK_SITE),
    "wagtailusers_users:index": closed(),
    "wagtailusers_users:index_results": closed(),
    "wagtailusers_users:add": closed(data={"username": "x"}),
    "wagtailusers_users:edit": closed(PK_USER, data={"username": "x"}),
    "wagtailusers_users:delete": closed(PK_USER, data={}),
    "wagtailusers_users:history": closed(PK_USER),
    "wagtailusers_users:history_results": closed(PK_USER),
    "wagtailusers_users:usage": closed(PK_USER),
    "wagtailusers_users:copy": closed(PK_USER),
    "wagtailusers_groups:index": closed(),
    "wagtailusers_groups:index_results": closed(),
    "wagtailusers_groups:add": closed(),
    "wagtailusers_groups:edit": closed(PK_GROUP, data={"name": "x"}),
    "wagtailusers_groups:delete": closed(PK_GROUP, data={}),
    "wagtailusers_groups:history": closed(PK_GROUP),
    "wagtailusers_groups:history_results": closed(PK_GROUP),
    "wagtailusers_groups:usage": closed(PK_GROUP),
}

TRANSLATION = {"translation_id": ".translation.pk"}
TRANSLATIONS = {
    "wagtail_localize:javascript_catalog": open_(),
    "wagtail_localize:submit_page_translation": closed(PAGE, data={"locales": "2"}),
    "wagtail_localize:submit_snippet_translation": closed(
        {"app_label": "network", "model_name": "institution", "pk": ".institution.pk"}, data={}
    ),
    "wagtail_localize:update_translations": closed(
        {"translation_source_id": ".translation.source_id"}, data={}
    ),
    "wagtail_localize:edit_string_translation": closed(
        TRANSLATION | {"string_segment_id": ".segment.pk"}, data={"value": "x"}
    ),
    "wagtail_localize:edit_override": closed(
        TRANSLATION | {"overridable_segment_id": ".segment.pk"}, data={"value": "x"}
    ),
    "wagtail_localize:download_pofile": closed(TRANSLATION),
    "wagtail_localize:upload_pofile": closed(TRANSLATION, data={}),
    "wagtail_localize:machine_translate": closed(TRANSLATION, data={}),
    "wagtail_localize:preview_translation": closed(TRANSLATION),
    "wagtail_localize:stop_translation": closed(TRANSLATION, data={}),
    "wagtail_localize:convert_to_alias": closed(PAGE, data={}),
    "wagtail_localize:translations_report": closed(),
    "wagtail_localize:translations_report_results": closed(),
    "wagtail_localize:snippets_api_listing": closed({"app_label": "network", "model_name": "institution"}),
    "wagtail_localize:snippets_api_detail": closed(
        {"app_label": "network", "model_name": "institution", "pk": ".institution.pk"}
    ),
}

INSTITUTION = {"pk": ".institution.pk"}
CONSULTATION = {"key": ".consultation.translation_key"}
IN_INSTITUTION = {"institution_id": ".institution.pk"}
REGULATION_KIND = {"institution_id": ".institution.pk", "kind": "email"}
OURS = {
    "editorial_mandates": rows(),
    "editorial_mandate_begin": object_(
        {"institution_id": ".institution.pk"},
        *none(),
        data={"role": "chief", "hours": "2", "reason": ""},
        reads=True,
    ),
    "editorial_mandate_end": object_({"pk": ".mandate.pk"}, *none(), data={}),
    "editorial_withdraw": object_({"page_id": ".live.pk"}, "chief", data={"reason": "x"}),
    "editorial_propose_withdrawal": object_(
        {"page_id": ".live.pk"}, "author", "editor", data={"reason": "x"}, why="The chief editor withdraws."
    ),
    "editorial_withdrawals": rows(),
    "editorial_withdrawal": object_(
        {"pk": ".proposal.pk"}, "chief", data={"decision": "refuse", "answer": "x"}
    ),
    "editorial_chain_index": self_(roles=frozenset({"chief"})),
    "editorial_chain": object_({"pk": ".institution.pk"}, "chief", data={"with_editor": "yes"}),
    "editorial_regulations": rows(),
    "editorial_regulations_site": object_({"institution_id": ".institution.pk"}, reads=True),
    "editorial_upkeep": object_({"institution_id": ".institution.pk"}, "chief", data={"contact": "x"}),
    "editorial_regulation_start": object_(REGULATION_KIND, "chief", data={}),
    "editorial_regulation_first": object_(REGULATION_KIND, reads=True),
    "editorial_regulation": object_({"pk": ".regulation.pk"}, data={"own-a": "x"}, reads=True),
    "editorial_regulation_preview": object_({"pk": ".regulation.pk"}, reads=True),
    "editorial_regulation_decide": object_({"pk": ".regulation.pk"}, data={"return": "1"}, reads=True),
    "editorial_regulation_act": object_({"pk": ".regulation.pk", "act": "recall"}, "chief", data={}),
    "editorial_publications_results": rows(),
    "editorial_reviews": rows(),
    "editorial_review": object_({"page_id": ".live.pk"}, data={}),
    "editorial_review_confirm": object_({"page_id": ".live.pk"}, "chief", data={}),
    "editorial_publications": rows(exports=True),
    "assessment_overview": rows(),
    "assessment_site": object_({"institution_id": ".institution.pk"}, reads=True),
    "assessment_members": object_({"institution_id": ".institution.pk"}, *none()),
    "assessment_letter": object_(
        {"institution_id": ".institution.pk"}, *none(), data={"text": "x"}, reads=True, administers=True
    ),
    "assessment_first_steps": object_({"institution_id": ".institution.pk"}, "chief", data={}),
    "assessment_settle": object_({"letter_id": "0"}, *none(), data={}),
    "privacy_register": rows("chief"),
    "privacy_register_members": rows(*none()),
    "privacy_register_site": object_(IN_INSTITUTION, "chief"),
    "privacy_activity_add": object_(IN_INSTITUTION, "chief", data={"name": "x"}),
    "privacy_activity": object_({"pk": ".activity.pk"}, "chief"),
    "privacy_activity_edit": object_({"pk": ".activity.pk"}, "chief", data={"name": "x"}),
    "privacy_activity_act": object_({"pk": ".activity.pk", "act": "recall"}, "chief", data={}),
    "privacy_officer_add": object_(
        IN_INSTITUTION,
        *none(),
        data={"decision": "x"},
        why="The head appoints; the chief where there is none.",
    ),
    "privacy_officer_end": object_({"pk": ".officer.pk"}, *none(), data={}),
    "privacy_record_add": object_(IN_INSTITUTION | {"kind": "processor"}, "chief", data={"name": "x"}),
    "privacy_record": object_({"kind": "processor", "pk": ".processor.pk"}, "chief", data={"name": "x"}),
    "privacy_record_end": object_({"kind": "processor", "pk": ".processor.pk"}, "chief", data={}),
    "privacy_notices": object_(IN_INSTITUTION, "chief", data={"full": "1"}),
    "privacy_notice_edit": object_({"pk": ".notice_draft.pk"}, "chief", data={"title": "x"}),
    "privacy_notice_act": object_({"pk": ".notice_draft.pk", "act": "recall"}, "chief", data={}),
    "privacy_requests": rows("chief"),
    "privacy_request_new": rows("chief", data={"kind": "view"}),
    "privacy_requests_members": rows(*none()),
    "privacy_request": object_({"uid": ".asked.uid"}, "chief", data={}),
    "privacy_revisions": rows("chief"),
    "privacy_revision_received": object_({"uid": ".revision.uid"}, "chief", data={"act": "open"}),
    "privacy_days:index": open_(why="the calendar of the country"),
    "privacy_days:index_results": open_(),
    "privacy_days:add": open_(),
    "privacy_days:edit": open_(takes={"pk": "1"}),
    "privacy_days:delete": open_(takes={"pk": "1"}),
    "privacy_days:history": open_(takes={"pk": "1"}),
    "privacy_days:history_results": open_(takes={"pk": "1"}),
    "privacy_days:usage": open_(takes={"pk": "1"}),
    "privacy_retention": rows("chief"),
    "privacy_retention_members": rows(*none()),
    "privacy_retention_site": object_(INSTITUTION, "chief"),
    "privacy_hold": object_(INSTITUTION, "chief", data={"reason": "x"}),
    "privacy_hold_lift": object_({"pk": ".hold.pk"}, "chief", data={}),
    "privacy_survey_close": object_({"pk": ".activity.pk"}, "chief", data={"days": "x"}),
    "privacy_survey_complete": object_({"pk": ".survey.pk"}, "chief", data={}),
    "privacy_totals": object_({"pk": ".totals.pk"}, "chief"),
    "privacy_package": object_({"pk": ".package.pk"}, "chief", data={}),
    "privacy_package_handed_over": object_({"pk": ".package.pk"}, "chief", data={}),
    "privacy_read": self_(),
    "privacy_inspection": rows("chief"),
    "privacy_inspection_members": rows(*none()),
    "privacy_inspection_site": object_(INSTITUTION, "chief", data={}),
    "privacy_assessment": object_({"pk": ".assessment.pk"}, "chief", data={}),
    "privacy_assessment_answer": object_({"pk": ".assessment.pk", "key": "a"}, "chief", data={}),
    "privacy_incidents": rows("chief"),
    "privacy_bodies": rows("chief"),
    "privacy_body": object_({"pk": ".body.pk"}, "chief", data={}),
    "privacy_body_add": object_({"institution": ".institution.pk"}, "chief", data={}),
    "privacy_incident_add": object_({"institution": ".institution.pk"}, "chief", data={}),
    "privacy_incident": object_({"pk": ".incident.pk"}, "chief"),
    "privacy_incident_edit": object_({"pk": ".incident.pk"}, "chief", data={}),
    "privacy_incident_report": object_({"pk": ".incident.pk"}, "chief", data={}),
    "privacy_incident_act": object_({"pk": ".incident.pk", "act": "note"}, "chief", data={}),
    "privacy_guard": rows("chief"),
    "privacy_guard_check": object_({"uid": ".guard_check.uid"}, "chief", data={"act": "refuse"}),
    "privacy_guard_lookup": object_({"uid": ".guard_check.uid"}, "chief", data={"title": "x"}),
    "privacy_audit": rows("chief"),
    "privacy_audit_results": rows("chief"),
    "privacy_audit_check": rows("chief", data={}),
    "privacy_audit_export": rows("chief"),
    "privacy_file": object_({"uid": ".sent_file.uid"}, "chief", data={"purpose": "handle"}),
    "feedback_desk": rows("chief"),
    "feedback_useful": rows(),
    "feedback_reopen": object_({"pk": ".flood.pk"}, "chief", data={}, methods=("POST",)),
    "feedback_export": rows("chief", data={"purpose": "x"}, methods=("POST",)),
    "feedback_case": object_({"uid": ".case.uid"}, "chief", data={}),
    "consultation_desk": rows("chief"),
    "consultation": object_(CONSULTATION, "chief"),
    "consultation_opinions": object_(CONSULTATION, "chief", data={"purpose": "x"}, methods=("POST",)),
    "consultation_group": object_(CONSULTATION | {"pk": ".opinion_group.pk"}, "chief", data={"topic": ""}),
    "consultation_paper": object_(CONSULTATION, "chief", data={}),
    "consultation_export": object_(CONSULTATION, "chief", data={"purpose": "x"}, methods=("POST",)),
    "consultation_result": object_(CONSULTATION, "chief", data={}, methods=("POST",)),
    "question_desk": rows("chief"),
    "question_topics": object_({"institution_id": ".institution.pk"}, "chief", data={}),
    "question_case": object_({"uid": ".question.uid"}, "chief", data={}),
    "board_forms": rows(),
    "board_form_new": rows(data={"ready": "x"}),
    "board_form_answers": object_(BUILT, "chief"),
    "board_form_export": object_(BUILT, "chief", data={}, methods=("POST",)),
    "board_form_totals": object_(BUILT, "chief", data={}, methods=("POST",)),
    "board_form_answer": object_(BUILT | {"uid": ".answer.uid"}, "chief", data={}),
    "network:institutions": rows("chief"),
    "network:institution": object_(INSTITUTION, "chief", data={"phone": "x"}, reads=True, administers=True),
    "network:close": object_(INSTITUTION, *none(), data={"reason": "x"}, reads=True, administers=True),
    "network:rename": object_(INSTITUTION, *none(), data={"name": "x"}, reads=True, administers=True),
    "network:merge": object_(INSTITUTION, *none(), data={"reason": "x"}, reads=True, administers=True),
    "network:move": object_(INSTITUTION, *none(), data={"reason": "x"}, reads=True, administers=True),
    "network:health": rows(*none()),
    "network:letters": rows("chief"),
    "network:jobs": rows(*none()),
    "network:upload": rows(*none()),
    "network:job": object_({"pk": ".job.pk"}, *none(), data={"action": "run"}),
    "network:job_columns": object_({"pk": ".job.pk"}, *none(), data={}),
    "network:job_status": object_({"pk": ".job.pk"}, *none()),
    "network:job_report": object_({"pk": ".job.pk"}, *none()),
}

PUBLIC = {
    "wagtaildocs_serve": public(
        {"0": ".document.pk", "1": ".document.filename"}, why="404: the tests have no file on a disk"
    ),
    "wagtaildocs_authenticate_with_password": open_(takes={"restriction_id": "1"}),
    "theme": public({"name": "x"}, why="404: no such theme"),
    "robots": public(),
    "invitation": open_(takes={"token": "x"}),
    "styleguide": open_(),
    "^media/(?P<path>.*)$": open_(
        takes={"path": "x"}, why="development only; the web server's in production"
    ),
    "search": public(query={"q": ".marker"}),
    "members": public(why="404: a school has no members"),
    "site_map": public(),
    "accessibility": public(),
    "news_feed": public({"kind": "rss"}),
    "consultation_feed": public({"kind": "rss"}),
    "consultation_calendar": public(),
    "sitemap_xml": public(),
    "privacy_notice": public(),
    "privacy_notice_version": public({"number": "1"}),
    "privacy_notice_changes": public({"number": "1"}, why="404: nothing came before the first version"),
    "privacy_notice_print": public({"number": "1"}),
    "privacy_notice_pdf": public({"number": "1"}),
    "privacy_notice_feed": public(),
    "privacy_forms": public(),
    "privacy_rights": public(),
    "privacy_lost_code": public(),
    "privacy_own_row": public({"uid": ".list_lookup.uid"}),
    "privacy_certificate": public({"serial": "XN-2222-2222-2222"}, why="404: no such certificate"),
    "privacy_revision": public(
        {"uid": "00000000-0000-4000-8000-000000000000", "token": "x"}, why="404: no such notice"
    ),
    "regulations": public(),
    "regulation": public({"slug": "thu-dien-tu"}, why="404: none is approved"),
    "regulation_version": public({"slug": "thu-dien-tu", "number": "1"}, why="404: none is approved"),
    "page_useful": public({"page_id": ".live.pk"}),
    "page_error": public({"page_id": ".live.pk"}),
    "feedback_status": public(),
    "poll_vote": public({"page_id": ".poll.pk"}),
    "poll_csv": public({"page_id": ".poll.pk"}, why="404: no result to see before the end"),
    "wagtail_serve": public({"0": ""}),
    "wagtailcore_authenticate_with_password": open_(takes={"page_view_restriction_id": "1", "page_id": "1"}),
    "wagtailcore_login": open_(),
}

PERSON = {"pk": ".chief.pk"}
ON_BOARD = PERSON | {"institution_pk": ".institution.pk"}
PEOPLE = {
    "editorial_people": rows("chief"),
    "editorial_people_invite": rows("chief"),
    "editorial_people_history": rows("chief"),
    "editorial_person": object_(PERSON, "chief", reads=True, administers=True),
    "editorial_person_act": object_(
        ON_BOARD | {"act": "suspend"}, "chief", data={"reason": "x"}, reads=True, administers=True
    ),
    "editorial_invitation_act": object_(
        {"pk": ".invitation.pk", "act": "withdraw"}, "chief", data={}, reads=True, administers=True
    ),
    "editorial_access_review": object_({"institution_pk": ".institution.pk"}, *none(), reads=True),
}

SIGN_IN = {
    "account_login": open_(),
    "account_logout": self_(),
    "account_inactive": open_(),
    "account_reset_password": open_(),
    "account_reset_password_done": open_(),
    "account_reset_password_from_key": open_(takes={"uidb36": "1", "key": "x-y"}),
    "account_reset_password_from_key_done": open_(),
    "account_change_password": self_(),
    "account_reauthenticate": self_(),
    "account_security": self_(),
    "account_end_other_sessions": self_(),
    "account_stay": self_(),
    "invitation_resume": self_(),
    "mfa_index": self_(),
    "mfa_authenticate": self_(),
    "mfa_reauthenticate": self_(),
    "mfa_reauthenticate_webauthn": self_(),
    "mfa_activate_totp": self_(),
    "mfa_deactivate_totp": self_(),
    "mfa_view_recovery_codes": self_(),
    "mfa_generate_recovery_codes": self_(),
    "mfa_list_webauthn": self_(),
    "mfa_add_webauthn": self_(),
    "mfa_edit_webauthn": self_(takes={"pk": "1"}),
    "mfa_remove_webauthn": self_(takes={"pk": "1"}),
    "admin/login/": open_(why="leads to the sign-in"),
    "admin/logout/": self_(why="leads to the sign-in"),
    "admin/password_reset/": open_(why="leads to the sign-in"),
    "admin/^password_reset/.+$": open_(why="leads to the sign-in"),
}

DOORS: dict[str, Door] = (
    HOME
    | SIGN_IN
    | PEOPLE
    | EXPLORER
    | PAGES
    | CHOOSERS
    | SCOPED
    | IMAGES
    | DOCUMENTS
    | API
    | REPORTS
    | ADMINISTRATION
    | TRANSLATIONS
    | OURS
    | PUBLIC
)
