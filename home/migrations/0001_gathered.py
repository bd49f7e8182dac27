import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import common.migration_operations


class Migration(migrations.Migration):
    replaces = [("home", "0001_initial"), ("home", "0001_tables")]

    initial = True

    dependencies = [
        ("auth", "__first__"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
                migrations.CreateModel(
                    name="AuthorityHomePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        (
                            "tagline",
                            models.CharField(
                                blank=True,
                                help_text="One line below the name.",
                                max_length=200,
                                verbose_name="motto",
                            ),
                        ),
                        ("welcome", wagtail.fields.RichTextField(blank=True, verbose_name="welcome")),
                    ],
                    options={
                        "verbose_name": "home page of an authority",
                        "verbose_name_plural": "home pages of authorities",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="FacilityHomePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        (
                            "tagline",
                            models.CharField(
                                blank=True,
                                help_text="One line below the name.",
                                max_length=200,
                                verbose_name="motto",
                            ),
                        ),
                        ("welcome", wagtail.fields.RichTextField(blank=True, verbose_name="welcome")),
                    ],
                    options={
                        "verbose_name": "home page of a facility",
                        "verbose_name_plural": "home pages of facilities",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
            ],
        ),
    ]
