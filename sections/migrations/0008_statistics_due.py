from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sections", "0007_document_relations"),
    ]

    operations = [
        migrations.AddField(
            model_name="statisticsrollup",
            name="due_since",
            field=models.DateTimeField(db_index=True, null=True),
        ),
    ]
