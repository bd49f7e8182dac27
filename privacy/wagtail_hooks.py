from wagtail import hooks

from privacy.audit import hooks as audit_hooks
from privacy.guard import hooks as guard_hooks
from privacy.inspection import hooks as inspection_hooks
from privacy.menu import menu_item
from privacy.register import hooks as register_hooks
from privacy.retention import hooks as retention_hooks
from privacy.rights import hooks as rights_hooks

PARTS = (audit_hooks, register_hooks, rights_hooks, retention_hooks, inspection_hooks, guard_hooks)
"""Modules whose hooks Wagtail finds by this import."""


@hooks.register("register_admin_menu_item")
def register_menu_item():
    return menu_item()
