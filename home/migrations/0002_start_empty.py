"""Wagtail's own first migration makes a welcome page and a default site; an installation starts with neither, and with both
languages."""

from django.db import migrations


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


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("sections", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(start_empty, migrations.RunPython.noop)]
