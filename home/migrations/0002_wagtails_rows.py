"""Rows that Wagtail's own migrations make: its welcome page and default site go (an installation starts with neither, and with
both languages), the two roots get Vietnamese names, and groups and a workflow that the boards never use are taken out where
nobody does use them."""

from django.db import migrations

ROOT_PAGE, ROOT_COLLECTION = "Toàn hệ thống", "Bộ sưu tập chung"


def start_empty(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    if Site.objects.filter(is_default_site=True, hostname="localhost", root_page__slug="home").exists():
        Site.objects.all().delete()
        Page.objects.filter(depth=2, slug="home").delete()
        Page.objects.filter(depth=1).update(numchild=0)
    Locale.objects.update_or_create(language_code="vi")
    Locale.objects.get_or_create(language_code="en")


def speak_vietnamese(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    Collection = apps.get_model("wagtailcore", "Collection")
    Group = apps.get_model("auth", "Group")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    Task = apps.get_model("wagtailcore", "Task")
    Page.objects.filter(depth=1, title="Root").update(title=ROOT_PAGE, draft_title=ROOT_PAGE)
    Collection.objects.filter(depth=1, name="Root").update(name=ROOT_COLLECTION)
    Workflow.objects.filter(name="Moderators approval", workflow_states__isnull=True).delete()
    Task.objects.filter(
        name="Moderators approval", task_states__isnull=True, workflow_tasks__isnull=True
    ).delete()
    Group.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()


def speak_english(apps, schema_editor):
    apps.get_model("wagtailcore", "Page").objects.filter(depth=1).update(title="Root", draft_title="Root")
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).update(name="Root")


class Migration(migrations.Migration):
    replaces = [
        ("home", "0002_start_empty"),
        ("home", "0003_stock_rows"),
        ("home", "0004_upkeep_moves"),
        ("home", "0002_stock_rows"),
    ]

    dependencies = [
        ("home", "0001_gathered"),
        ("sections", "0001_gathered"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.RunPython(start_empty, migrations.RunPython.noop),
        migrations.RunPython(speak_vietnamese, speak_english),
    ]
