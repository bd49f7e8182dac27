import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_emergency"),
        ("network", "0001_tables"),
        ("sections", "0002_statistics_figures"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AlbumPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "is_republished",
                    models.BooleanField(default=False, verbose_name="published elsewhere before"),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        help_text="Required for what was published elsewhere.",
                        verbose_name="link to the source",
                    ),
                ),
                (
                    "reuse_terms",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("quote", "Free to quote with the source named"),
                            ("cc-by", "Creative Commons Attribution 4.0"),
                            ("cc-by-nc", "Creative Commons Attribution-NonCommercial 4.0"),
                            ("permission", "Only with permission of the source"),
                            ("state", "Official text of a state agency"),
                        ],
                        help_text="Required for what was published elsewhere. Left empty for your own: free to quote with the source named.",
                        max_length=12,
                        verbose_name="terms of reuse",
                    ),
                ),
                (
                    "author_name",
                    models.CharField(
                        help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                        max_length=160,
                        verbose_name="author",
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        help_text="Where the text comes from. For your own text, the name of your institution.",
                        max_length=200,
                        verbose_name="source",
                    ),
                ),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="One or two sentences, shown in lists and feeds.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("paragraph", 1),
                            ("figure", 6),
                            ("quote", 9),
                            ("table", 10),
                            ("file", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("common.blocks.HeadingBlock", (), {}),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "description": "Paragraphs, lists and links",
                                    "features": [
                                        "bold",
                                        "italic",
                                        "ol",
                                        "ul",
                                        "link",
                                        "document-link",
                                        "superscript",
                                        "subscript",
                                    ],
                                    "icon": "pilcrow",
                                    "label": "Text",
                                    "template": "blocks/paragraph.html",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                    "label": "Description for those who cannot see it",
                                    "max_length": 250,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                    "label": "Decorative picture",
                                    "required": False,
                                },
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                {},
                            ),
                            7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 160, "required": False},
                            ),
                            9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                            10: (
                                "wagtail.contrib.table_block.blocks.TableBlock",
                                (),
                                {
                                    "description": "Rows and columns with a header",
                                    "icon": "table",
                                    "label": "Table",
                                    "template": "blocks/table.html",
                                },
                            ),
                            11: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "File"}),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200, "required": False},
                            ),
                            13: ("wagtail.blocks.StructBlock", [[("document", 11), ("title", 12)]], {}),
                        },
                        verbose_name="text",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo album",
                "verbose_name_plural": "photo albums",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="AlertPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "is_republished",
                    models.BooleanField(default=False, verbose_name="published elsewhere before"),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        help_text="Required for what was published elsewhere.",
                        verbose_name="link to the source",
                    ),
                ),
                (
                    "reuse_terms",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("quote", "Free to quote with the source named"),
                            ("cc-by", "Creative Commons Attribution 4.0"),
                            ("cc-by-nc", "Creative Commons Attribution-NonCommercial 4.0"),
                            ("permission", "Only with permission of the source"),
                            ("state", "Official text of a state agency"),
                        ],
                        help_text="Required for what was published elsewhere. Left empty for your own: free to quote with the source named.",
                        max_length=12,
                        verbose_name="terms of reuse",
                    ),
                ),
                (
                    "author_name",
                    models.CharField(
                        help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                        max_length=160,
                        verbose_name="author",
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        help_text="Where the text comes from. For your own text, the name of your institution.",
                        max_length=200,
                        verbose_name="source",
                    ),
                ),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="One or two sentences, shown in lists and feeds.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("paragraph", 1),
                            ("figure", 6),
                            ("quote", 9),
                            ("table", 10),
                            ("file", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("common.blocks.HeadingBlock", (), {}),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "description": "Paragraphs, lists and links",
                                    "features": [
                                        "bold",
                                        "italic",
                                        "ol",
                                        "ul",
                                        "link",
                                        "document-link",
                                        "superscript",
                                        "subscript",
                                    ],
                                    "icon": "pilcrow",
                                    "label": "Text",
                                    "template": "blocks/paragraph.html",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                    "label": "Description for those who cannot see it",
                                    "max_length": 250,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                    "label": "Decorative picture",
                                    "required": False,
                                },
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                {},
                            ),
                            7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 160, "required": False},
                            ),
                            9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                            10: (
                                "wagtail.contrib.table_block.blocks.TableBlock",
                                (),
                                {
                                    "description": "Rows and columns with a header",
                                    "icon": "table",
                                    "label": "Table",
                                    "template": "blocks/table.html",
                                },
                            ),
                            11: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "File"}),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200, "required": False},
                            ),
                            13: ("wagtail.blocks.StructBlock", [[("document", 11), ("title", 12)]], {}),
                        },
                        verbose_name="text",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("info", "Information"),
                            ("attention", "Attention"),
                            ("warning", "Warning"),
                            ("urgent", "Urgent"),
                        ],
                        default="info",
                        help_text="Urgent is for danger to people, for example a flood on the way to school.",
                        max_length=10,
                        verbose_name="level",
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("site", "This site"), ("members", "This site and those of all members")],
                        default="site",
                        help_text="An authority may speak on its members' sites; they cannot remove it.",
                        max_length=8,
                        verbose_name="where it is shown",
                    ),
                ),
                (
                    "shown_from",
                    models.DateTimeField(
                        blank=True,
                        help_text="Left empty: from its publication. For example 2026-09-04 06:00.",
                        null=True,
                        verbose_name="shown from",
                    ),
                ),
                (
                    "shown_until",
                    models.DateTimeField(
                        db_index=True,
                        help_text="It goes by itself. For example 2026-09-05 18:00.",
                        verbose_name="shown until",
                    ),
                ),
            ],
            options={
                "verbose_name": "announcement on every page",
                "verbose_name_plural": "announcements on every page",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="PressItemPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "is_republished",
                    models.BooleanField(default=False, verbose_name="published elsewhere before"),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        help_text="Required for what was published elsewhere.",
                        verbose_name="link to the source",
                    ),
                ),
                (
                    "reuse_terms",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("quote", "Free to quote with the source named"),
                            ("cc-by", "Creative Commons Attribution 4.0"),
                            ("cc-by-nc", "Creative Commons Attribution-NonCommercial 4.0"),
                            ("permission", "Only with permission of the source"),
                            ("state", "Official text of a state agency"),
                        ],
                        help_text="Required for what was published elsewhere. Left empty for your own: free to quote with the source named.",
                        max_length=12,
                        verbose_name="terms of reuse",
                    ),
                ),
                (
                    "author_name",
                    models.CharField(
                        help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                        max_length=160,
                        verbose_name="author",
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        help_text="Where the text comes from. For your own text, the name of your institution.",
                        max_length=200,
                        verbose_name="source",
                    ),
                ),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="One or two sentences, shown in lists and feeds.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("paragraph", 1),
                            ("figure", 6),
                            ("quote", 9),
                            ("table", 10),
                            ("file", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("common.blocks.HeadingBlock", (), {}),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "description": "Paragraphs, lists and links",
                                    "features": [
                                        "bold",
                                        "italic",
                                        "ol",
                                        "ul",
                                        "link",
                                        "document-link",
                                        "superscript",
                                        "subscript",
                                    ],
                                    "icon": "pilcrow",
                                    "label": "Text",
                                    "template": "blocks/paragraph.html",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                    "label": "Description for those who cannot see it",
                                    "max_length": 250,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                    "label": "Decorative picture",
                                    "required": False,
                                },
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                {},
                            ),
                            7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 160, "required": False},
                            ),
                            9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                            10: (
                                "wagtail.contrib.table_block.blocks.TableBlock",
                                (),
                                {
                                    "description": "Rows and columns with a header",
                                    "icon": "table",
                                    "label": "Table",
                                    "template": "blocks/table.html",
                                },
                            ),
                            11: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "File"}),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200, "required": False},
                            ),
                            13: ("wagtail.blocks.StructBlock", [[("document", 11), ("title", 12)]], {}),
                        },
                        verbose_name="text",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("notice", "Press notice"),
                            ("interview", "Interview"),
                            ("statement", "Official statement"),
                        ],
                        default="notice",
                        help_text="An official statement answers a question of public concern, for example rumours about an examination.",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "speaker",
                    models.CharField(
                        blank=True,
                        help_text="Name as signed, for example “Nguyễn Thị Hoà”.",
                        max_length=160,
                        verbose_name="who speaks",
                    ),
                ),
                (
                    "speaker_title",
                    models.CharField(
                        blank=True,
                        help_text="For example “Giám đốc Sở”.",
                        max_length=160,
                        verbose_name="title",
                    ),
                ),
                (
                    "outlet",
                    models.CharField(
                        blank=True,
                        help_text="For an interview, for example “Báo Hoa Sơn”.",
                        max_length=160,
                        verbose_name="newspaper or broadcaster",
                    ),
                ),
                (
                    "outlet_url",
                    models.URLField(
                        blank=True,
                        help_text="For example https://baohoason.vn/phong-van.",
                        verbose_name="link to the interview",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="Office, e-mail and telephone of the institution, for example “Văn phòng, bao-chi@…”.",
                        max_length=200,
                        verbose_name="contact for the press",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry for the press",
                "verbose_name_plural": "entries for the press",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="all_day",
            field=models.BooleanField(
                default=False,
                help_text="The hours are not shown, for example for a holiday.",
                verbose_name="whole days",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="formerly_at",
            field=models.DateTimeField(
                blank=True,
                help_text="Left empty for an event that moved: the time that was published before.",
                null=True,
                verbose_name="was to begin",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="link",
            field=models.URLField(
                blank=True,
                help_text="For example https://hop.hoason.edu.vn/ptdt.",
                verbose_name="link to take part online",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="organiser",
            field=models.CharField(
                blank=True, help_text="For example “Tổ Ngữ văn”.", max_length=200, verbose_name="organiser"
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="repeat_until",
            field=models.DateField(
                blank=True,
                help_text="For example 2027-05-31.",
                null=True,
                verbose_name="last day of the repetition",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="repeats",
            field=models.CharField(
                blank=True,
                choices=[
                    ("daily", "Every day"),
                    ("weekly", "Every week"),
                    ("biweekly", "Every two weeks"),
                    ("monthly", "Every month, on the same day"),
                    ("yearly", "Every year"),
                ],
                default="",
                help_text="For example every week for the flag ceremony.",
                max_length=10,
                verbose_name="is repeated",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "Takes place as planned"),
                    ("moved", "Moved to another time or place"),
                    ("cancelled", "Cancelled"),
                ],
                default="planned",
                help_text="Do not withdraw an event that is cancelled: mark it, so that everybody learns of it.",
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="state_note",
            field=models.CharField(
                blank=True,
                help_text="For example “Hoãn vì mưa bão; lịch mới báo trước ba ngày”.",
                max_length=250,
                verbose_name="why, and what now",
            ),
        ),
        migrations.AlterField(
            model_name="articlepage",
            name="image",
            field=models.ForeignKey(
                blank=True,
                help_text="Choose one or upload a new one, for example a photo of the ceremony.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="editorial.siteimage",
                verbose_name="picture",
            ),
        ),
        migrations.AlterField(
            model_name="articlepage",
            name="kind",
            field=models.CharField(
                choices=[("news", "News"), ("notice", "Notice")],
                default="news",
                help_text="A notice tells readers to do or to know something by a day, for example “Lịch nghỉ Tết”.",
                max_length=8,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="articlepage",
            name="topic",
            field=models.CharField(
                blank=True,
                help_text="Choose one that the site has or write a new one, for example “Chuyển đổi số”.",
                max_length=80,
                verbose_name="topic",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="audience",
            field=models.CharField(
                blank=True,
                help_text="For example “Cha mẹ học sinh khối 6”.",
                max_length=200,
                verbose_name="for whom",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="ends_at",
            field=models.DateTimeField(
                blank=True,
                help_text="For an event of several days its last day, for example 2026-09-07 11:00.",
                null=True,
                verbose_name="ends",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="place",
            field=models.CharField(
                blank=True,
                help_text="For example “Hội trường A, tầng 2”.",
                max_length=200,
                verbose_name="place",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="starts_at",
            field=models.DateTimeField(
                help_text="For example 2026-09-05 07:00; for a whole day the day is enough.",
                verbose_name="begins",
            ),
        ),
        migrations.CreateModel(
            name="AlbumPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows here. Left empty: the picture's own description.",
                        max_length=250,
                        verbose_name="description for those who cannot see it",
                    ),
                ),
                (
                    "caption",
                    models.CharField(
                        blank=True,
                        help_text="For example “Đội kéo co khối 8 trước giờ thi”.",
                        max_length=250,
                        verbose_name="caption",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="editorial.siteimage",
                        verbose_name="picture",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="sections.albumpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture of an album",
                "verbose_name_plural": "pictures of an album",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="editorial.sitedocument",
                        verbose_name="file",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="sections.articlepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of an article",
                "verbose_name_plural": "files of an article",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleOffer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "direction",
                    models.CharField(
                        choices=[("down", "To the members"), ("up", "To the authority")],
                        max_length=4,
                        verbose_name="direction",
                    ),
                ),
                ("types", models.JSONField(blank=True, default=list, verbose_name="kinds of institution")),
                (
                    "duty",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Nothing: they may take it over"),
                            ("read", "Read it and say so"),
                            ("publish", "Publish it on their site"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="what the members have to do",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="message to the boards")),
                ("offered_name", models.CharField(blank=True, max_length=310)),
                (
                    "offered_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="offered at"),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="article_offers",
                        to="network.institution",
                        verbose_name="offered by",
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="offered by",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="offers",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="article",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposed_articles",
                        to="network.institution",
                        verbose_name="authority",
                    ),
                ),
            ],
            options={
                "verbose_name": "offered article",
                "verbose_name_plural": "offered articles",
                "ordering": ["-offered_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="EventSkip",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("day", models.DateField(help_text="For example 2026-09-02.", verbose_name="day")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="skips",
                        to="sections.eventpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "day left out",
                "verbose_name_plural": "days left out",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfferAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read at")),
                ("read_name", models.CharField(blank=True, max_length=310)),
                ("declined_at", models.DateTimeField(blank=True, null=True, verbose_name="declined at")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="taken over at")),
                ("taken_name", models.CharField(blank=True, max_length=310)),
                ("source_changed_at", models.DateTimeField(blank=True, null=True, verbose_name="version of")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offer_answers",
                        to="network.institution",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="sections.articleoffer",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="own article",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="read by",
                    ),
                ),
                (
                    "source_version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="version",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken over by",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to an offer",
                "verbose_name_plural": "answers to offers",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="articlepage",
            name="taken_from",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="articles",
                to="sections.offeranswer",
                verbose_name="taken over from",
            ),
        ),
        migrations.AddIndex(
            model_name="articleoffer",
            index=models.Index(fields=["institution", "direction", "-offered_at"], name="offer_institution"),
        ),
        migrations.AddConstraint(
            model_name="articleoffer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("page", "direction"), name="offer_open_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="articleoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("direction", "down"), ("receiver", None)),
                    models.Q(("direction", "up"), ("receiver__isnull", False)),
                    _connector="OR",
                ),
                name="offer_receiver",
            ),
        ),
        migrations.AddConstraint(
            model_name="articleoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_on", None), ("duty", "")),
                    models.Q(
                        models.Q(("duty", ""), _negated=True),
                        ("direction", "down"),
                        ("due_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="offer_duty_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="offeranswer",
            constraint=models.UniqueConstraint(fields=("offer", "institution"), name="offer_answered_once"),
        ),
    ]
