"""The author of a picture was written beside it on each page; now the picture itself says it, wherever it is shown.

A credit is carried over to a picture of which nothing else was known: the copy of the old pictures named their institution as
author and source.
"""

from django.db import migrations
from django.db.models import F


def credits_of(page):
    if getattr(page, "image_credit", "") and page.image_id:
        yield page.image_id, page.image_credit
    for block in page.body.raw_data:
        if block["type"] == "figure" and block["value"].get("credit") and block["value"].get("image"):
            yield block["value"]["image"], block["value"]["credit"]


def forwards(apps, editor) -> None:
    images = apps.get_model("editorial", "SiteImage").objects
    for model in apps.get_app_config("sections").get_models():
        if not hasattr(model, "body"):
            continue
        for page in model.objects.iterator():
            for pk, credit in credits_of(page):
                images.filter(pk=pk, author_name=F("source_name")).update(author_name=credit[:160])


class Migration(migrations.Migration):
    dependencies = [("sections", "0002_own_media_models"), ("editorial", "0004_copy_pictures_and_files")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
