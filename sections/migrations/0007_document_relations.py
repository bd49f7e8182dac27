import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_emergency"),
        ("sections", "0006_units_heads_and_records"),
    ]

    operations = [
        migrations.CreateModel(
            name="FileText",
            fields=[
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="text_of_file",
                        serialize=False,
                        to="editorial.sitedocument",
                    ),
                ),
                ("digest", models.CharField(blank=True, max_length=40)),
                ("text", models.TextField(blank=True)),
                ("problem", models.CharField(blank=True, max_length=10)),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "text of a file",
                "verbose_name_plural": "texts of files",
            },
        ),
        migrations.AddField(
            model_name="documentpage",
            name="signer_name",
            field=models.CharField(
                blank=True,
                help_text="For example Nguyễn Văn A.",
                max_length=120,
                verbose_name="signed by (name)",
            ),
        ),
        migrations.AlterField(
            model_name="documentpage",
            name="document_type",
            field=models.CharField(
                blank=True,
                help_text="For example Công văn, Quyết định. Left empty: as the number and symbol says (QĐ: Quyết định).",
                max_length=60,
                verbose_name="type",
            ),
        ),
        migrations.AlterField(
            model_name="documentpage",
            name="effective_on",
            field=models.DateField(
                blank=True,
                help_text="For example 20/10/2025. Left empty: from the day of issue.",
                null=True,
                verbose_name="effective from",
            ),
        ),
        migrations.AlterField(
            model_name="documentpage",
            name="expires_on",
            field=models.DateField(
                blank=True,
                help_text="Only where the document itself names a day, for example 31/12/2026. What another document replaces or repeals is entered there.",
                null=True,
                verbose_name="no longer effective from",
            ),
        ),
        migrations.AlterField(
            model_name="documentpage",
            name="field",
            field=models.CharField(
                blank=True,
                help_text="What it is about, for example Tuyển sinh. Fields that were used before are offered.",
                max_length=80,
                verbose_name="field",
            ),
        ),
        migrations.AlterField(
            model_name="documentpage",
            name="issued_on",
            field=models.DateField(
                help_text="The day in its head, for example 05/09/2025.", verbose_name="issued on"
            ),
        ),
        migrations.AlterField(
            model_name="documentpage",
            name="issuer",
            field=models.CharField(
                help_text="For example Bộ Giáo dục và Đào tạo.", max_length=200, verbose_name="issuer"
            ),
        ),
        migrations.AlterField(
            model_name="documentpage",
            name="signer_title",
            field=models.CharField(
                blank=True,
                help_text="For example KT. Giám đốc, Phó Giám đốc.",
                max_length=120,
                verbose_name="signed by (title)",
            ),
        ),
        migrations.CreateModel(
            name="DocumentRelation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("amends", "Amends"),
                            ("replaces", "Replaces"),
                            ("repeals", "Repeals"),
                            ("corrects", "Corrects"),
                            ("guides", "Guides the application of"),
                            ("based_on", "Is based on"),
                        ],
                        default="replaces",
                        max_length=8,
                        verbose_name="this document",
                    ),
                ),
                (
                    "target_number",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="For example 36/2017/TT-BGDĐT.",
                        max_length=80,
                        verbose_name="or its number and symbol",
                    ),
                ),
                (
                    "target_issued_on",
                    models.DateField(
                        blank=True,
                        help_text="For example 05/01/2024; needed where the number has no year.",
                        null=True,
                        verbose_name="issued on",
                    ),
                ),
                (
                    "is_partial",
                    models.BooleanField(
                        default=False,
                        help_text="Only some of its articles are replaced or repealed.",
                        verbose_name="in part",
                    ),
                ),
                (
                    "extent",
                    models.CharField(
                        blank=True,
                        help_text="For example khoản 2 Điều 5, Điều 7.",
                        max_length=200,
                        verbose_name="which parts",
                    ),
                ),
                (
                    "from_on",
                    models.DateField(
                        blank=True,
                        help_text="Left empty: from the day on which this document takes effect.",
                        null=True,
                        verbose_name="from",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations",
                        to="sections.documentpage",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        blank=True,
                        help_text="Choose it, or name it beside.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="sections.documentpage",
                        verbose_name="document of this site",
                    ),
                ),
            ],
            options={
                "verbose_name": "relation of documents",
                "verbose_name_plural": "relations of documents",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
