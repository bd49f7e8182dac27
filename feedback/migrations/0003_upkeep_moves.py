from django.db import migrations

from editorial.migrations._upkeep import copy_upkeep


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0010_page_reviews"),
        ("feedback", "0002_picture_words"),
    ]

    operations = [
        migrations.RunPython(copy_upkeep("feedback"), migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="consultationspage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="consultationspage",
            name="review_on",
        ),
        migrations.RemoveField(
            model_name="feedbackpage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="feedbackpage",
            name="review_on",
        ),
        migrations.RemoveField(
            model_name="pollspage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="pollspage",
            name="review_on",
        ),
        migrations.RemoveField(
            model_name="questionspage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="questionspage",
            name="review_on",
        ),
    ]
