"""Addresses of the public part and of sign-in."""

from __future__ import annotations

from tests.isolation.classes.doors import (
    open_,
    public,
    self_,
)

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
    "resource_search": public(query={"q": ".marker"}),
    "oai": public(query={"verb": "Identify"}),
    "resource_media": public(
        {"page_id": ".live.pk", "document_id": ".document.pk", "name": ".document.filename"},
        why="404: an article plays nothing",
    ),
    "resource_package": public(
        {"page_id": ".live.pk", "document_id": ".document.pk", "member": "x"},
        why="404: an article runs nothing",
    ),
    "members": public(why="404: a school has no members"),
    "site_map": public(),
    "accessibility": public(),
    "document_feed": public({"kind": "rss"}),
    "news_feed": public({"kind": "rss"}),
    "news_part_feed": public({"kind": "rss", "part": "tin"}),
    "calendar_ics": public(),
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
    "open_data_api": public(),
    "open_data_datasets": public(),
    "open_data_dataset": public({"name": "documents"}),
    "open_data_records": public({"name": "documents"}),
    "open_data_catalog": public(),
    "open_data_openapi": public(),
    "poll_csv": public({"page_id": ".poll.pk"}, why="404: no result to see before the end"),
    "wagtail_serve": public({"0": ""}),
    "wagtailcore_authenticate_with_password": open_(takes={"page_view_restriction_id": "1", "page_id": "1"}),
    "wagtailcore_login": open_(),
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
