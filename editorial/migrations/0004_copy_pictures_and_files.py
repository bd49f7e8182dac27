"""Carries the pictures and files of Wagtail's own models over to ours, under the same ids and at the same places on disk,
so that texts, versions and addresses that name them stay true. ``0005`` empties the old tables once nothing points there.
"""

from django.core.management.color import no_style
from django.db import migrations
from django.db.models import Q

COPIES = (
    # from, to, columns that the old table lacks
    (
        ("wagtailimages", "Image"),
        ("editorial", "SiteImage"),
        {
            "author_name": "",
            "source_name": "",
            "is_republished": False,
            "source_url": "",
            "reuse_terms": "",
            "is_decorative": False,
            "people_shown": "",
        },
    ),
    (("wagtailimages", "Rendition"), ("editorial", "SiteImageRendition"), {}),
    (
        ("wagtaildocs", "Document"),
        ("editorial", "SiteDocument"),
        {"author_name": "", "source_name": "", "is_republished": False, "source_url": "", "reuse_terms": ""},
    ),
)
KIND_IS_KEPT_IN = (
    ("taggit", "TaggedItem", "content_type"),
    ("wagtailcore", "ReferenceIndex", "base_content_type"),
    ("wagtailcore", "ReferenceIndex", "content_type"),
    ("wagtailcore", "ReferenceIndex", "to_content_type"),
    ("wagtailcore", "ModelLogEntry", "content_type"),
    ("wagtailcore", "UploadedFile", "for_content_type"),
    ("wagtailsearch", "IndexEntry", "content_type"),
)
"""Rows that name a picture or file by its kind and id: tags, uses, history, uploads, the search index."""


def copy_rows(apps, editor, source, target, extra) -> None:
    """All rows in one statement. The dates stay, which the ORM would write anew."""
    quote = editor.quote_name
    old, new = apps.get_model(*source), apps.get_model(*target)
    shared = [field.column for field in old._meta.local_concrete_fields]
    into = ", ".join(quote(name) for name in [*shared, *extra])
    values = ", ".join([*(quote(name) for name in shared), *("%s" for _name in extra)])
    with editor.connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(new._meta.db_table)} ({into}) SELECT {values} FROM {quote(old._meta.db_table)}",  # noqa: S608
            list(extra.values()),
        )
        for statement in editor.connection.ops.sequence_reset_sql(no_style(), [new]):
            cursor.execute(statement)


def move_kind(apps, source, target) -> None:
    kinds = apps.get_model("contenttypes", "ContentType").objects
    old = kinds.filter(app_label=source[0], model=source[1].lower()).first()
    if old is None:
        return
    new, _created = kinds.get_or_create(app_label=target[0], model=target[1].lower())
    for app, model, field in KIND_IS_KEPT_IN:
        rows = apps.get_model(app, model).objects.filter(**{field: old})
        rows.update(**{field: new})


def name_the_owner(apps) -> None:
    """What an institution uploaded before anybody was asked is said to be the institution's own."""
    owners = dict(
        apps.get_model("network", "Institution")
        .objects.exclude(collection=None)
        .values_list("collection_id", "name")
    )
    for model in (apps.get_model("editorial", "SiteImage"), apps.get_model("editorial", "SiteDocument")):
        blank = Q(author_name="") & Q(source_name="")
        for pk in model.objects.filter(blank).values_list("collection_id", flat=True).distinct():
            if name := owners.get(pk):
                model.objects.filter(blank, collection_id=pk).update(
                    author_name=name[:160], source_name=name[:200]
                )


def forwards(apps, editor) -> None:
    for source, target, extra in COPIES:
        copy_rows(apps, editor, source, target, extra)
        move_kind(apps, source, target)
    name_the_owner(apps)


def backwards(apps, editor) -> None:
    """``0005`` has filled the old tables again; the rows that name a kind follow."""
    for source, target, _extra in COPIES:
        move_kind(apps, target, source)


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_pictures_and_files"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("network", "0001_initial"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(forwards, backwards)]
