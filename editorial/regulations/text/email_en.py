"""Regulation on the management, operation and use of e-mail: the English words (circular 37/2020, article 4.4)."""

from __future__ import annotations

from editorial.regulations.composing import Article, article
from editorial.regulations.facts import FactReader


def chapters(f: FactReader) -> dict[str, list[Article]]:
    """Key of the chapter → its articles."""
    return {
        "general": _general(f),
        "a": _provision(f),
        "b": _use(),
        "c": _daily(f),
        "d": _accounts(),
        "final": _final(),
    }


def _general(f: FactReader) -> list[Article]:
    information, complaints = f["institution.email"], f["institution.complaints_email"]
    listed = [f"information: {information}"] if information else []
    listed += [f"complaints: {complaints}"] if complaints else []
    return [
        article(
            "Scope",
            f"This regulation governs the management, operation and use of the official e-mail of {f['institution.name']}.",
            "It binds the units and all staff who have an account of the institution.",
        ),
        article(
            "Principles",
            "Official e-mail is the means of exchanging information in operation; private mailboxes are not used for work.",
            f"The public addresses stand on the website: {'; '.join(listed)}."
            if listed
            else "The addresses for information and complaints stand on the website.",
            "State secrets are neither sent nor kept in e-mail; personal information is sent only to those who need it.",
        ),
    ]


def _provision(f: FactReader) -> list[Article]:
    domain, service, contact = f["upkeep.mail_domain"], f["upkeep.mail_service"], f["upkeep.mail_contact"]
    return [
        article(
            "Accounts",
            "The head provides each unit and each member of the staff with an account, free of charge.",
            f"Accounts use the domain {domain}." if domain else None,
            "A person's account is named after the person, a unit's after the unit.",
            "An account is given within 3 working days of the request, and withdrawn on the day on which its holder leaves.",
        ),
        article(
            "Administration",
            f"Contact official for e-mail: {contact}."
            if contact
            else "The head names the contact official for e-mail in writing.",
            f"The service is provided by {service}." if service else None,
            "The contact official gives, locks and withdraws accounts, resets passwords, keeps groups and the directory, "
            "and works "
            "with the provider against spam and malware.",
        ),
    ]


def _use() -> list[Article]:
    return [
        article(
            "What e-mail is for",
            (
                "E-mail is used to send and receive:",
                (
                    "schedules, invitations, notices, papers of meetings;",
                    "documents for information, report or comment, with or instead of paper where they are signed digitally;",
                    "reports, figures and files among units and with the authority above;",
                    "answers to those who write to the public addresses.",
                ),
            ),
            "A document sent by e-mail replaces paper only where the law on electronic transactions and records gives it "
            "that force.",
        ),
        article(
            "Form",
            "A letter has a subject that says what it is about and a signature with name, title, unit and telephone; "
            "Vietnamese is "
            "written with diacritics in Unicode.",
            "A letter to many outside the institution does not reveal the addresses of the others.",
        ),
    ]


def _daily(f: FactReader) -> list[Article]:
    hours = f["institution.opening_hours"]
    return [
        article(
            "Looking into the mailbox",
            "Everybody looks into the mailbox at least twice each working day, in the morning and after noon"
            + (f" (working hours: {hours})." if hours else "."),
            "The records office watches the institution's mailbox during working hours and passes letters on in the same "
            "half-day.",
        ),
        article(
            "Dealing with letters",
            "A letter that gives a task is confirmed on the working day and done by its date, or within 3 working days "
            "where it names "
            "none.",
            f"Letters to the public addresses are answered at the latest {f['upkeep.answer_days']} after receipt; complaints and "
            "denunciations follow their own law.",
            "Who is absent sets an automatic answer and names a substitute.",
        ),
    ]


def _accounts() -> list[Article]:
    return [
        article(
            "Institution and units",
            "The head of a unit answers for its mailbox, names who watches it, and has the password changed when that "
            "person changes.",
            "The institution keeps a directory of accounts: requested, given, suspended.",
        ),
        article(
            "Users",
            "Keep passwords secret and strong, use a second factor where there is one, and lend the account to nobody.",
            "Answer for what the account sends; open no suspicious file or link; report a suspected leak or fraud at once.",
            "Keep letters as the rules on records ask; no private use, advertising or spam.",
        ),
    ]


def _final() -> list[Article]:
    return [
        article(
            "Implementation",
            "Units and staff comply with this regulation; violations are dealt with by the rules.",
            "It is reviewed at least once a year and when addresses, contacts or the provider change; each amendment is "
            "numbered and "
            "published with what changed.",
        )
    ]
