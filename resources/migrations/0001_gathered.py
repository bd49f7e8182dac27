import uuid

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import common.migration_operations


class Migration(migrations.Migration):
    replaces = [
        ("resources", "0001_initial"),
        ("resources", "0002_picture_words"),
        ("resources", "0003_upkeep_moves"),
        ("resources", "0001_tables"),
        ("resources", "0002_library"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("editorial", "0001_media"),
        ("network", "0001_gathered"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
                migrations.CreateModel(
                    name="CheckedLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("url", models.CharField(max_length=2000, verbose_name="address")),
                        ("host", models.CharField(max_length=255, verbose_name="host name")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "not checked yet"),
                                    ("fine", "reachable"),
                                    ("doubtful", "failed once, is tried again"),
                                    ("broken", "broken"),
                                    ("left", "not checked"),
                                ],
                                default="new",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "fault",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "none"),
                                    ("gone", "The page is gone (404 or 410)."),
                                    ("server", "The server answers with an error."),
                                    ("name", "The host name does not exist."),
                                    ("silent", "The server does not answer in time."),
                                    ("refused", "The server takes no connection."),
                                    ("secure", "The certificate of the server is not valid."),
                                    ("loop", "The address is passed on in a circle."),
                                    ("private", "The address leads into a private network."),
                                    ("robots", "The server asks programs not to open it."),
                                    ("closed", "The server opens it for people who sign in only."),
                                    ("address", "It is no address that a browser can open."),
                                ],
                                max_length=8,
                                verbose_name="reason",
                            ),
                        ),
                        ("status", models.PositiveSmallIntegerField(null=True)),
                        ("failures", models.PositiveSmallIntegerField(default=0)),
                        ("failed_since", models.DateTimeField(null=True)),
                        ("checked_at", models.DateTimeField(null=True, verbose_name="checked at")),
                        ("due_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "checked link",
                        "verbose_name_plural": "checked links",
                        "indexes": [
                            models.Index(fields=["due_at"], name="checked_link_due"),
                            models.Index(fields=["state"], name="checked_link_state"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "broken"), _negated=True),
                                    ("failures__gte", 2),
                                    _connector="OR",
                                ),
                                name="broken_link_failed_twice",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CollectionPage",
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
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "collection of resources",
                        "verbose_name_plural": "collections of resources",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="DigitalResourcesPage",
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
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
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
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "digital resources",
                        "verbose_name_plural": "digital resources",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ResourcePage",
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
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("lecture", "E-learning lecture"),
                                    ("textbook", "Digital textbook"),
                                    ("lesson-plan", "Lesson plan"),
                                    ("exercise", "Exercises and tests"),
                                    ("video", "Video"),
                                    ("audio", "Audio"),
                                    ("picture", "Pictures, maps, charts"),
                                    ("simulation", "Simulation, virtual experiment"),
                                    ("software", "Software"),
                                    ("data", "Data set"),
                                    ("reference", "Reference material"),
                                ],
                                help_text="For example e-learning lecture.",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("general", "All subjects, interdisciplinary"),
                                    ("early", "Early childhood education"),
                                    ("vietnamese", "Vietnamese language"),
                                    ("literature", "Literature"),
                                    ("maths", "Mathematics"),
                                    ("english", "English"),
                                    ("foreign", "Other foreign languages"),
                                    ("minority", "Languages of ethnic minorities"),
                                    ("ethics", "Ethics"),
                                    ("civics", "Civic education"),
                                    ("economics-law", "Economic and legal education"),
                                    ("nature-society", "Nature and society"),
                                    ("history-geography", "History and geography"),
                                    ("history", "History"),
                                    ("geography", "Geography"),
                                    ("science", "Science"),
                                    ("natural-science", "Natural science"),
                                    ("physics", "Physics"),
                                    ("chemistry", "Chemistry"),
                                    ("biology", "Biology"),
                                    ("informatics-technology", "Informatics and technology"),
                                    ("informatics", "Informatics"),
                                    ("technology", "Technology"),
                                    ("physical", "Physical education"),
                                    ("defence", "National defence and security education"),
                                    ("music", "Music"),
                                    ("art", "Fine arts"),
                                    ("experience", "Experiential and career activities"),
                                    ("local", "Local education"),
                                    ("digital", "Digital competence"),
                                    ("management", "Management and professional training"),
                                ],
                                help_text="For example Mathematics.",
                                max_length=24,
                                verbose_name="subject",
                            ),
                        ),
                        (
                            "grade_from",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "Early childhood"),
                                    (1, "1"),
                                    (2, "2"),
                                    (3, "3"),
                                    (4, "4"),
                                    (5, "5"),
                                    (6, "6"),
                                    (7, "7"),
                                    (8, "8"),
                                    (9, "9"),
                                    (10, "10"),
                                    (11, "11"),
                                    (12, "12"),
                                ],
                                help_text="Left empty: for no grade in particular.",
                                null=True,
                                verbose_name="from grade",
                            ),
                        ),
                        (
                            "grade_to",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "Early childhood"),
                                    (1, "1"),
                                    (2, "2"),
                                    (3, "3"),
                                    (4, "4"),
                                    (5, "5"),
                                    (6, "6"),
                                    (7, "7"),
                                    (8, "8"),
                                    (9, "9"),
                                    (10, "10"),
                                    (11, "11"),
                                    (12, "12"),
                                ],
                                help_text="Left empty: for one grade only.",
                                null=True,
                                verbose_name="to grade",
                            ),
                        ),
                        (
                            "curriculum_topic",
                            models.CharField(
                                blank=True,
                                help_text="As the curriculum calls it, for example “Numbers and algebra: fractions”.",
                                max_length=250,
                                verbose_name="topic in the curriculum",
                            ),
                        ),
                        (
                            "objective",
                            models.TextField(
                                help_text="What one can do afterwards, for example “Compare two fractions with different denominators”.",
                                max_length=1000,
                                verbose_name="objective",
                            ),
                        ),
                        (
                            "for_learners",
                            models.BooleanField(
                                default=True,
                                help_text="Pupils and students use it themselves.",
                                verbose_name="for learners",
                            ),
                        ),
                        (
                            "for_teachers",
                            models.BooleanField(
                                default=True,
                                help_text="For lessons, or for preparing them.",
                                verbose_name="for teachers",
                            ),
                        ),
                        (
                            "for_managers",
                            models.BooleanField(
                                default=False,
                                help_text="For leading a school or a subject group.",
                                verbose_name="for managers",
                            ),
                        ),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="About how long one works with it, for example 45.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(10000),
                                ],
                                verbose_name="minutes it takes",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("vi", "Vietnamese"),
                                    ("en", "English"),
                                    ("fr", "French"),
                                    ("zh", "Chinese"),
                                    ("ja", "Japanese"),
                                    ("ko", "Korean"),
                                    ("de", "German"),
                                    ("ru", "Russian"),
                                    ("bdq", "Bahnar"),
                                    ("cjm", "Cham"),
                                    ("rad", "Ede"),
                                    ("hmn", "Hmong"),
                                    ("jra", "Jarai"),
                                    ("km", "Khmer"),
                                    ("cmo", "Mnong"),
                                    ("tyz", "Tay"),
                                    ("blt", "Thai of Vietnam"),
                                    ("zxx", "Without words"),
                                ],
                                default="vi",
                                help_text="The language that is spoken or written in it.",
                                max_length=3,
                                verbose_name="language of the resource",
                            ),
                        ),
                        (
                            "licence",
                            models.CharField(
                                choices=[
                                    ("cc-by", "Creative Commons Attribution 4.0"),
                                    ("cc-by-sa", "Creative Commons Attribution-ShareAlike 4.0"),
                                    ("cc-by-nc", "Creative Commons Attribution-NonCommercial 4.0"),
                                    (
                                        "cc-by-nc-sa",
                                        "Creative Commons Attribution-NonCommercial-ShareAlike 4.0",
                                    ),
                                    ("cc-by-nd", "Creative Commons Attribution-NoDerivatives 4.0"),
                                    (
                                        "cc-by-nc-nd",
                                        "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0",
                                    ),
                                    ("cc0", "Creative Commons Zero: given to the public"),
                                    ("pdm", "In the public domain: the term of protection is over"),
                                    ("mit", "MIT licence (software)"),
                                    ("apache", "Apache licence 2.0 (software)"),
                                    ("gpl", "GNU General Public License 3 (software)"),
                                    (
                                        "school",
                                        "Free for teaching and learning in schools; not to be passed on elsewhere",
                                    ),
                                    (
                                        "permission",
                                        "All rights reserved: used with the permission of the author",
                                    ),
                                    ("other", "Another licence, linked here"),
                                ],
                                help_text="On what terms others may use it, for example Creative Commons Attribution 4.0.",
                                max_length=12,
                                verbose_name="licence",
                            ),
                        ),
                        (
                            "licence_url",
                            models.URLField(
                                blank=True,
                                help_text="Only where another licence holds.",
                                verbose_name="address of the licence",
                            ),
                        ),
                        (
                            "image",
                            models.ForeignKey(
                                blank=True,
                                help_text="What it looks like, for example the title page or a still of the video.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="preview",
                            ),
                        ),
                        (
                            "image_alt",
                            models.CharField(
                                blank=True,
                                help_text="For readers who cannot see it. Left empty: the picture's own description.",
                                max_length=250,
                                verbose_name="description of the preview",
                            ),
                        ),
                        (
                            "image_decorative",
                            models.BooleanField(
                                default=False,
                                help_text="It says nothing that the text does not say; screen readers pass over it.",
                                verbose_name="decorative preview",
                            ),
                        ),
                        (
                            "contents",
                            wagtail.fields.StreamField(
                                [("file", 2), ("link", 5), ("video", 10), ("audio", 14), ("package", 17)],
                                block_lookup={
                                    0: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {
                                            "help_text": "For example a PDF, an EPUB book, slides or a ZIP of materials. Size and type are shown by themselves.",
                                            "label": "File",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "For example “Worksheets, pages 1–12”. Left empty: the title of the file.",
                                            "label": "Title",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    2: ("wagtail.blocks.StructBlock", [[("document", 0), ("title", 1)]], {}),
                                    3: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "help_text": "For example https://phet.colorado.edu/vi/. Videos of known services are shown in the page when the reader asks for it.",
                                            "label": "Address",
                                            "max_length": 500,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What is found there, for example “Forces and motion: a simulation”.",
                                            "label": "Title",
                                            "max_length": 200,
                                        },
                                    ),
                                    5: ("wagtail.blocks.StructBlock", [[("url", 3), ("title", 4)]], {}),
                                    6: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {
                                            "help_text": "A file that ends in .mp4 or .webm, up to 50 MB.",
                                            "label": "Video",
                                        },
                                    ),
                                    7: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "For example “Lesson 3: photosynthesis”.",
                                            "label": "Title",
                                            "max_length": 200,
                                        },
                                    ),
                                    8: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {
                                            "help_text": "A file that ends in .vtt: what is spoken, with times. Most programs for subtitles save it.",
                                            "label": "Captions",
                                            "required": False,
                                        },
                                    ),
                                    9: (
                                        "wagtail.blocks.TextBlock",
                                        (),
                                        {
                                            "help_text": "The words of the video and what one has to see in it; needed where there are no captions.",
                                            "label": "What is said and shown",
                                            "required": False,
                                            "rows": 5,
                                        },
                                    ),
                                    10: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 6), ("title", 7), ("captions", 8), ("transcript", 9)]],
                                        {},
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {
                                            "help_text": "A file that ends in .mp3 or .m4a, up to 50 MB.",
                                            "label": "Audio",
                                        },
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "For example “Listening 2: at the market”.",
                                            "label": "Title",
                                            "max_length": 200,
                                        },
                                    ),
                                    13: (
                                        "wagtail.blocks.TextBlock",
                                        (),
                                        {
                                            "help_text": "The words, for those who cannot hear them.",
                                            "label": "What is said",
                                            "required": False,
                                            "rows": 5,
                                        },
                                    ),
                                    14: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12), ("transcript", 13)]],
                                        {},
                                    ),
                                    15: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {
                                            "help_text": "A lecture as the authoring program exports it: SCORM 1.2 or 2004, HTML with index.html, or H5P. SCORM and HTML run in the page, shut off from the rest of the site; H5P is offered for download.",
                                            "label": "Package",
                                        },
                                    ),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "For example “Interactive lecture: fractions”.",
                                            "label": "Title",
                                            "max_length": 200,
                                        },
                                    ),
                                    17: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 15), ("title", 16)]],
                                        {},
                                    ),
                                },
                                verbose_name="parts of the resource",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "digital resource",
                        "verbose_name_plural": "digital resources",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("grade_from__isnull", True),
                                    ("grade_to__isnull", True),
                                    ("grade_to__gte", models.F("grade_from")),
                                    _connector="OR",
                                ),
                                name="resource_grades_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("grade_from__isnull", True), ("grade_from__lte", 12), _connector="OR"
                                    ),
                                    models.Q(
                                        ("grade_to__isnull", True), ("grade_to__lte", 12), _connector="OR"
                                    ),
                                ),
                                name="resource_grades_exist",
                            ),
                        ],
                        "indexes": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ResourceRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="resource_records",
                                to="network.institution",
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("translation_key", models.UUIDField()),
                        ("locale", models.CharField(max_length=12)),
                        ("is_deleted", models.BooleanField(default=False)),
                        ("changed_at", models.DateTimeField()),
                        ("digest", models.CharField(default="", max_length=64)),
                        ("title", models.CharField(blank=True, max_length=255)),
                        ("path", models.CharField(blank=True, max_length=1000)),
                        ("folded", models.TextField(blank=True)),
                        ("kind", models.CharField(max_length=12)),
                        ("subject", models.CharField(max_length=24)),
                        ("grade_from", models.PositiveSmallIntegerField(null=True)),
                        ("grade_to", models.PositiveSmallIntegerField(null=True)),
                        ("licence", models.CharField(blank=True, max_length=12)),
                        ("language", models.CharField(blank=True, max_length=3)),
                        ("issued_on", models.DateField(null=True)),
                    ],
                    options={
                        "verbose_name": "record of a resource",
                        "verbose_name_plural": "records of resources",
                        "indexes": [
                            models.Index(fields=["changed_at", "id"], name="resource_record_changed"),
                            models.Index(fields=["institution", "changed_at"], name="resource_record_site"),
                            models.Index(fields=["subject", "kind"], name="resource_record_subject"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("translation_key", "locale"), name="resource_record_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CollectionEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="resources.collectionpage",
                            ),
                        ),
                        (
                            "resource",
                            models.ForeignKey(
                                help_text="One of the resources of your site.",
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="resources.resourcepage",
                                verbose_name="resource",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="What it is for in this collection, for example “Homework for week 2”.",
                                max_length=200,
                                verbose_name="note",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "resource in a collection",
                        "verbose_name_plural": "resources in collections",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="LinkPlace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="places",
                                to="resources.checkedlink",
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        ("is_accepted", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "place of a link",
                        "verbose_name_plural": "places of links",
                        "indexes": [
                            models.Index(fields=["institution", "is_accepted"], name="link_place_institution")
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("link", "page"), name="link_place_unique")
                        ],
                    },
                ),
            ],
        ),
    ]
