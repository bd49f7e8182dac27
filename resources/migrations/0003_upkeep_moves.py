from django.db import migrations

from editorial.migrations._upkeep import copy_upkeep


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0010_page_reviews"),
        ("resources", "0002_picture_words"),
    ]

    operations = [
        migrations.RunPython(copy_upkeep("resources"), migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="digitalresourcespage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="digitalresourcespage",
            name="review_on",
        ),
    ]
