import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("privacy", "0019_regular_assessments"),
    ]

    operations = [
        migrations.AlterField(
            model_name="guardcheck",
            name="checked_at",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="read on"),
        ),
        migrations.AlterField(
            model_name="guardcheck",
            name="decided_at",
            field=models.DateTimeField(null=True, verbose_name="decided on"),
        ),
        migrations.AlterField(
            model_name="guardcheck",
            name="people",
            field=models.PositiveIntegerField(default=0, verbose_name="people listed"),
        ),
        migrations.AlterField(
            model_name="guarddecision",
            name="people",
            field=models.PositiveIntegerField(default=0, verbose_name="people listed"),
        ),
        migrations.AlterField(
            model_name="listlookup",
            name="is_open",
            field=models.BooleanField(default=True, verbose_name="look-up is open"),
        ),
        migrations.AlterField(
            model_name="listlookup",
            name="rows_count",
            field=models.PositiveIntegerField(default=0, verbose_name="number of rows"),
        ),
    ]
