from django.db import migrations

from editorial.migrations._upkeep import copy_upkeep


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0010_page_reviews"),
        ("home", "0003_stock_rows"),
    ]

    operations = [
        migrations.RunPython(copy_upkeep("home"), migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="authorityhomepage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="authorityhomepage",
            name="review_on",
        ),
        migrations.RemoveField(
            model_name="facilityhomepage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="facilityhomepage",
            name="review_on",
        ),
    ]
