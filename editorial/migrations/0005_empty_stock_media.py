"""Empties Wagtail's own tables of pictures and files, whose rows ``0004`` has copied. The files stay where they are."""

from django.core.management.color import no_style
from django.db import migrations

PAIRS = (
    (("wagtailimages", "Rendition"), ("editorial", "SiteImageRendition")),
    (("wagtailimages", "Image"), ("editorial", "SiteImage")),
    (("wagtaildocs", "Document"), ("editorial", "SiteDocument")),
)


def forwards(apps, editor) -> None:
    for stock, _own in PAIRS:
        # Without signals: the copies show the same files.
        model = apps.get_model(*stock)
        model.objects.all()._raw_delete(editor.connection.alias)


def backwards(apps, editor) -> None:
    """What the old tables have no column for is lost."""
    quote = editor.quote_name
    with editor.connection.cursor() as cursor:
        for stock, own in reversed(PAIRS):
            old, new = apps.get_model(*stock), apps.get_model(*own)
            columns = ", ".join(quote(field.column) for field in old._meta.local_concrete_fields)
            cursor.execute(
                f"INSERT INTO {quote(old._meta.db_table)} ({columns}) SELECT {columns} FROM {quote(new._meta.db_table)}"  # noqa: S608
            )
            for statement in editor.connection.ops.sequence_reset_sql(no_style(), [old]):
                cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_copy_pictures_and_files"),
        ("network", "0003_own_picture_model"),
        ("sections", "0002_own_media_models"),
    ]

    operations = [migrations.RunPython(forwards, backwards)]
