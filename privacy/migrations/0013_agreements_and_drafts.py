import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0012_cases_and_floods"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="announced_until",
            field=models.DateField(editable=False, null=True, verbose_name="announced on the site until"),
        ),
        migrations.AddField(
            model_name="notice",
            name="covers_members",
            field=models.BooleanField(
                default=False,
                help_text="Institutions below that have written no regulation of their own follow this one.",
                verbose_name="holds for the members too",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="is_addition",
            field=models.BooleanField(
                default=False,
                help_text="The text of the authority above holds here as well, in its newest version; this one comes after it.",
                verbose_name="adds to the regulation of the authority",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="submitted_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="handed in"),
        ),
        migrations.CreateModel(
            name="Processor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="As it stands on the signed paper.",
                        max_length=120,
                        verbose_name="number of the agreement",
                    ),
                ),
                ("signed_on", models.DateField(verbose_name="signed on")),
                (
                    "valid_to",
                    models.DateField(
                        help_text="A letter reminds you 60, 30 and 7 days before.", verbose_name="valid until"
                    ),
                ),
                (
                    "kept_at",
                    models.CharField(
                        blank=True,
                        help_text="For example: office, file 12.",
                        max_length=255,
                        verbose_name="where the signed paper is kept",
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ended on"),
                ),
                ("reminded_on", models.DateField(blank=True, editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=255, verbose_name="name in English")),
                (
                    "what_for",
                    models.CharField(max_length=500, verbose_name="what it does for the institution"),
                ),
                (
                    "what_for_en",
                    models.CharField(blank=True, max_length=500, verbose_name="what it does, in English"),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="Post, telephone or e-mail; no private one.",
                        max_length=255,
                        verbose_name="contact",
                    ),
                ),
                (
                    "commitments",
                    models.TextField(
                        help_text="Confidentiality, security, reports of incidents, return and erasure.",
                        verbose_name="what it commits itself to",
                    ),
                ),
                ("subprocessors", models.TextField(blank=True, verbose_name="whom it uses itself")),
                (
                    "leaves_country",
                    models.BooleanField(default=False, verbose_name="information leaves the country"),
                ),
                (
                    "activities",
                    models.ManyToManyField(
                        blank=True,
                        related_name="processors",
                        to="privacy.processingactivity",
                        verbose_name="processing activities",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="processors",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "outside processor",
                "verbose_name_plural": "outside processors",
                "ordering": ["valid_to", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__gte", models.F("signed_on"))),
                        name="processor_days_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TransferAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="As it stands on the signed paper.",
                        max_length=120,
                        verbose_name="number of the agreement",
                    ),
                ),
                ("signed_on", models.DateField(verbose_name="signed on")),
                (
                    "valid_to",
                    models.DateField(
                        help_text="A letter reminds you 60, 30 and 7 days before.", verbose_name="valid until"
                    ),
                ),
                (
                    "kept_at",
                    models.CharField(
                        blank=True,
                        help_text="For example: office, file 12.",
                        max_length=255,
                        verbose_name="where the signed paper is kept",
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ended on"),
                ),
                ("reminded_on", models.DateField(blank=True, editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("purpose", models.TextField(verbose_name="1. purpose of the transfer")),
                ("data_types", models.TextField(verbose_name="2. whose information, and which kinds")),
                ("term", models.TextField(verbose_name="3. how long the recipient uses it")),
                ("deletion", models.TextField(verbose_name="4. how and when the recipient erases it")),
                ("basis", models.TextField(verbose_name="5. legal basis of the transfer")),
                ("protection", models.TextField(verbose_name="6. how both sides protect it")),
                (
                    "responsibility",
                    models.TextField(
                        verbose_name="7. how both sides serve people's rights and answer for a breach"
                    ),
                ),
                (
                    "is_sensitive",
                    models.BooleanField(default=False, verbose_name="sensitive information is transferred"),
                ),
                (
                    "is_encrypted",
                    models.BooleanField(
                        default=False,
                        help_text="Required for sensitive information (decree 356/2025, article 7).",
                        verbose_name="it is encrypted or made anonymous before it is transferred",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transfer_agreements",
                        to="network.institution",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="privacy.recipient",
                        verbose_name="recipient",
                    ),
                ),
            ],
            options={
                "verbose_name": "transfer agreement",
                "verbose_name_plural": "transfer agreements",
                "ordering": ["valid_to", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__gte", models.F("signed_on"))),
                        name="transfer_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_sensitive", False), ("is_encrypted", True), _connector="OR"),
                        name="transfer_sensitive_encrypted",
                    ),
                ],
            },
        ),
    ]
