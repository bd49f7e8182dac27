"""For the migrations of the packages with pages: what their pages said of upkeep moves into its own table."""

from django.db.models import Q

SITE_PATH = 8
"""Characters of a page's path that name the home page of its site."""


def copy_upkeep(app_label):
    def copy(apps, schema_editor):
        reviews = apps.get_model("editorial", "PageReview").objects
        for model in apps.get_app_config(app_label).get_models():
            fields = {field.name for field in model._meta.get_fields()}
            if {"responsible", "review_on", "translation_key"} <= fields:
                pages = model.objects.filter(Q(responsible__isnull=False) | Q(review_on__isnull=False))
                columns = pages.order_by("-locale__language_code").values_list(
                    "path", "translation_key", "responsible_id", "review_on"
                )
                institutions = _institutions(apps, {row[0][:SITE_PATH] for row in columns})
                rows = [
                    reviews.model(
                        translation_key=key,
                        institution_id=institutions[path[:SITE_PATH]],
                        responsible_id=responsible,
                        review_on=day,
                    )
                    for path, key, responsible, day in columns
                    if path[:SITE_PATH] in institutions
                ]
                reviews.bulk_create(rows, ignore_conflicts=True, batch_size=500)

    return copy


def _institutions(apps, paths):
    homes = apps.get_model("wagtailcore", "Page").objects.filter(path__in=paths)
    keys = dict(homes.values_list("path", "translation_key"))
    rows = apps.get_model("network", "Institution").objects.filter(home_key__in=set(keys.values()))
    by_key = dict(rows.values_list("home_key", "pk"))
    return {path: by_key[key] for path, key in keys.items() if key in by_key}
