"""The last line of the tree's rules: triggers for the statements that send no signal.

``QuerySet.update``, ``bulk_update`` and SQL by hand write to the table of pages without asking anybody. The triggers
refuse them for the page of a required section: taking it off the site, a date of expiry, another address. They are
put in place after each ``migrate``, because SQLite loses the triggers of a table whose columns change.

Not covered: statements that rewrite tree paths, or delete rows, by hand.
"""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS, connections

from sections.lifting import is_lifted

TABLES = {"sections_sectionslot", "wagtailcore_page"}

POSTGRESQL = (
    """
    CREATE OR REPLACE FUNCTION edusite_required_section() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE found_key text;
    BEGIN
        IF current_setting('edusite.changing_tree', true) = 'on' THEN RETURN NEW; END IF;
        SELECT key INTO found_key FROM sections_sectionslot WHERE translation_key = OLD.translation_key;
        IF FOUND THEN
            RAISE EXCEPTION 'The page of a required section stays published and at its address (%).', found_key
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    "DROP TRIGGER IF EXISTS edusite_required_section ON wagtailcore_page",
    """
    CREATE TRIGGER edusite_required_section
    BEFORE UPDATE OF live, expire_at, slug, translation_key, locale_id ON wagtailcore_page FOR EACH ROW
    WHEN ((OLD.live AND NOT NEW.live)
        OR (NEW.expire_at IS NOT NULL AND NEW.expire_at IS DISTINCT FROM OLD.expire_at)
        OR NEW.slug <> OLD.slug OR NEW.translation_key <> OLD.translation_key OR NEW.locale_id <> OLD.locale_id)
    EXECUTE FUNCTION edusite_required_section()
    """,
)
SQLITE = (
    "DROP TRIGGER IF EXISTS edusite_required_section",
    """
    CREATE TRIGGER edusite_required_section
    BEFORE UPDATE OF live, expire_at, slug, translation_key, locale_id ON wagtailcore_page FOR EACH ROW
    WHEN ((OLD.live AND NOT NEW.live)
        OR (NEW.expire_at IS NOT NULL AND NEW.expire_at IS NOT OLD.expire_at)
        OR NEW.slug <> OLD.slug OR NEW.translation_key <> OLD.translation_key OR NEW.locale_id <> OLD.locale_id)
        AND EXISTS (SELECT 1 FROM sections_sectionslot WHERE translation_key = OLD.translation_key)
        AND NOT edusite_changing_tree()
    BEGIN
        SELECT RAISE(ABORT, 'The page of a required section stays published and at its address.');
    END
    """,
)
STATEMENTS = {"postgresql": POSTGRESQL, "sqlite": SQLITE}


def install(sender=None, using: str = DEFAULT_DB_ALIAS, **kwargs) -> None:
    """``post_migrate`` of this package. Answers at once where the tables are not there (``migrate sections zero``)."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if tables >= TABLES:
            for statement in STATEMENTS.get(connection.vendor, ()):
                cursor.execute(statement)


def teach_sqlite(sender, connection, **kwargs) -> None:
    """``connection_created``: SQLite has no session settings, so its trigger asks this process."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("edusite_changing_tree", 0, lambda: int(is_lifted()))
