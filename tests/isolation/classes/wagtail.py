"""Addresses of Wagtail's admin, and ours that stand in their place."""

from __future__ import annotations

from tests.isolation.classes.doors import (
    PAGE,
    closed,
    none,
    object_,
    open_,
    rows,
    self_,
)

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
