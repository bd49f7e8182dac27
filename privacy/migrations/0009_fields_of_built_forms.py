from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("privacy", "0008_retention"),
    ]

    operations = [
        migrations.AddField(
            model_name="processingactivity",
            name="fields",
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
    ]
