"""The editor's form of a procedure, in the order in which a board has the facts at hand."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel

FACTS = [
    FieldPanel("summary"),
    FieldRowPanel([FieldPanel("code"), FieldPanel("field")]),
    FieldRowPanel([FieldPanel("levels"), FieldPanel("audiences")]),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("time_limit"), FieldPanel("sets")]),
            FieldPanel("result"),
            FieldPanel("is_free"),
            FieldPanel("fees"),
        ],
        heading=_("How long, how much, what for"),
    ),
]
APPLICATION = [
    FieldPanel("steps"),
    FieldPanel("components"),
    MultiFieldPanel(
        [
            FieldPanel("recipient"),
            FieldRowPanel([FieldPanel("recipient_address"), FieldPanel("recipient_hours")]),
            HelpPanel(
                content=_(
                    "The circular asks for the name of the person who handles applications. "
                    "Give the telephone and e-mail of the office, no private ones."
                )
            ),
            FieldPanel("handlers"),
        ],
        heading=_("Who receives and handles applications"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("online_level"), FieldPanel("online_url")]), FieldPanel("channels")],
        heading=_("Online, at the office, by post"),
    ),
]
LEGAL = [
    FieldPanel("requirements"),
    FieldPanel("legal_basis"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("authority"), FieldPanel("competent_body")]),
            FieldRowPanel([FieldPanel("delegated_body"), FieldPanel("coordinating_body")]),
        ],
        heading=_("Bodies"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("change"), FieldPanel("decision")]),
            FieldRowPanel([FieldPanel("decided_on"), FieldPanel("effective_on")]),
            FieldRowPanel(
                [FieldPanel("repealed_on"), FieldPanel("repeal_decision"), FieldPanel("replaced_by_code")]
            ),
            FieldPanel("changes"),
        ],
        heading=_("Decisions: in force, amended, repealed"),
    ),
    MultiFieldPanel(
        [FieldPanel("full_name"), FieldPanel("category"), FieldPanel("body")],
        heading=_("Further details"),
        classname="collapsed",
    ),
]
