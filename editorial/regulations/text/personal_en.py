"""Regulation on securing and protecting personal information, for the staff (circular 25/2010, articles 9, 10): English words."""

from __future__ import annotations

from editorial.regulations.composing import Article, article
from editorial.regulations.facts import FactReader


def chapters(f: FactReader) -> dict[str, list[Article]]:
    """Key of the chapter → its articles."""
    return {
        "general": _general(f),
        "handling": _handling(f),
        "measures": _measures(f),
        "supervision": _supervision(),
        "duties": _duties(f),
        "final": _final(),
    }


def _general(f: FactReader) -> list[Article]:
    notice = f["notice.version"]
    return [
        article(
            "Scope",
            "This regulation governs collecting, using, sharing, securing and protecting personal information on the website of "
            f"{f['institution.name']}.",
            "It binds the head, the board of editors, whoever handles such information, whoever runs the site, and the provider.",
            f"What readers are told stands in {notice}, at {f['notice.address']}." if notice else None,
        ),
        article(
            "Principles",
            "Only what a published purpose needs is collected, with consent or where the law provides; it is used for "
            "that purpose "
            "and kept for a limited time.",
            "No choice is made in advance; silence is no consent.",
            "Protection is required in design, operation and upgrades.",
        ),
    ]


def _handling(f: FactReader) -> list[Article]:
    purposes, recipients = f.lines("purposes.list"), f.lines("purposes.recipients")
    return [
        article(
            "Collection and use",
            ("The site collects personal information for these purposes:", [f"{row};" for row in purposes])
            if purposes
            else "The site collects no personal information in forms at present.",
            "It is opened only for a reason of work; each opening, correction and export is logged. It is not copied to private "
            "devices or mailboxes.",
        ),
        article(
            "Sharing",
            (
                "It is passed on only to these recipients, where the sender accepts it in a step of its own:",
                recipients,
            )
            if recipients
            else "It is passed on to nobody, unless a law requires it.",
            "Recipients are told of corrections and erasures.",
        ),
        article(
            "Rights",
            "Requests to see, correct, withdraw, erase or certify come with the reference code; receipt is confirmed "
            "within 2 working "
            "days and the request is settled in the published time.",
        ),
    ]


def _measures(f: FactReader) -> list[Article]:
    provider = f["institution.provider"]
    return [
        article(
            "Technical measures",
            (
                "The system applies:",
                (
                    "firewall, updates, and defence against unlawful access;",
                    "encryption in transit; encryption of what forms receive, with keys kept apart from the data;",
                    "an account for each person, a second factor for those who see personal information, a lock after repeated "
                    "failures;",
                    "daily backups and trial restores; logs without personal information.",
                ),
            ),
            f"The provider ({provider}) commits itself in writing to protect personal information."
            if provider
            else "A provider, if there is one, commits itself in writing to protect personal information.",
        ),
        article(
            "Storage and erasure",
            "When the time of a purpose is over, the system erases for good; what was collected for surveys and "
            "statistics is erased "
            "when the work is done.",
            "Proof of consent is kept as the law asks.",
        ),
        article(
            "Incidents",
            "Whoever notices a leak or loss tells the technical contact and the head at once; it is stopped, recorded "
            "and assessed.",
            "The head notifies the competent authority within 72 hours, and those affected as the law asks.",
        ),
    ]


def _supervision() -> list[Article]:
    return [
        article(
            "Inspection and assessment",
            (
                "Once a year, and whenever the site changes, the institution assesses:",
                (
                    "what is collected, for what, and who receives it;",
                    "use and risks of collecting, using and sharing;",
                    "the level of security and conformity with standards;",
                    "remedies.",
                ),
            ),
            "The result is written down, reported to the head and kept.",
        ),
        article(
            "Supervision",
            "Twice a year the head reviews who may see personal information, and the log; access that is not needed is "
            "withdrawn.",
        ),
    ]


def _duties(f: FactReader) -> list[Article]:
    contact = f["upkeep.contact"]
    return [
        article(
            "The head",
            "Answers for the protection of personal information, provides people and money, deals with violations.",
            "Makes this regulation known and has those who handle information trained.",
        ),
        article(
            "Those who handle information",
            "Know the law and this regulation, and keep silence during and after their duty.",
            "Let nothing be seen on screens, prints or in e-mail; destroy prints when the work is done.",
        ),
        article(
            "The technical contact",
            f"{contact} carries out the measures of Chapter III and reports incidents."
            if contact
            else "The person named carries out the measures of Chapter III and reports incidents.",
        ),
    ]


def _final() -> list[Article]:
    return [
        article(
            "Publication and force",
            "This regulation is published on the website, can be printed and has versions; changes are published with "
            "what changed.",
            "Violations are dealt with by law; difficulties are reported to the head.",
        )
    ]
