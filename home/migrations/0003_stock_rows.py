"""Rows that Wagtail's own migrations make with English names: the two roots get Vietnamese ones, and the groups and the
workflow that the boards never use are taken out where nobody does use them."""

from django.db import migrations

ROOT_PAGE, ROOT_COLLECTION = "Toàn hệ thống", "Bộ sưu tập chung"


def speak_vietnamese(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    Collection = apps.get_model("wagtailcore", "Collection")
    Group = apps.get_model("auth", "Group")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    Task = apps.get_model("wagtailcore", "Task")
    Page.objects.filter(depth=1, title="Root").update(title=ROOT_PAGE, draft_title=ROOT_PAGE)
    Collection.objects.filter(depth=1, name="Root").update(name=ROOT_COLLECTION)
    stock = Workflow.objects.filter(name="Moderators approval", workflow_states__isnull=True)
    stock.delete()
    tasks = Task.objects.filter(
        name="Moderators approval", task_states__isnull=True, workflow_tasks__isnull=True
    )
    tasks.delete()
    Group.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()


def speak_english(apps, schema_editor):
    apps.get_model("wagtailcore", "Page").objects.filter(depth=1).update(title="Root", draft_title="Root")
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).update(name="Root")


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_start_empty"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(speak_vietnamese, speak_english)]
