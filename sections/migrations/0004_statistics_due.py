from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sections", "0003_news_events_press_offers"),
    ]

    operations = [
        migrations.AddField(
            model_name="statisticsrollup",
            name="due_since",
            field=models.DateTimeField(db_index=True, null=True),
        ),
    ]
