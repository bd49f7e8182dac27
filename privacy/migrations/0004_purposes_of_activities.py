import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("privacy", "0003_activities_of_forms")]

    operations = [
        migrations.AlterField(
            model_name="purpose",
            name="activity",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="purposes",
                to="privacy.processingactivity",
                verbose_name="processing activity",
            ),
        ),
    ]
