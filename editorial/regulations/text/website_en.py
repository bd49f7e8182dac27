"""Regulation on the management, operation and use of the website: the English words (circular 37/2020, article 11.2)."""

from __future__ import annotations

from editorial.regulations.composing import Article, article
from editorial.regulations.facts import FactReader

HEAD, CHIEF, EDITOR = "The head", "The chief editor", "The editors"


def chapters(f: FactReader) -> dict[str, list[Article]]:
    """Key of the chapter → its articles."""
    return {
        "general": _general(f),
        "a": _contents(f),
        "b": _procedure(f),
        "c": _deadlines(f),
        "d": _responsibilities(f),
        "dd": _technical(f),
        "e": _regime(f),
        "privacy": _privacy(f),
        "final": _final(),
    }


def _general(f: FactReader) -> list[Article]:
    address = f" at {f['institution.site']}" if f["institution.site"] else ""
    return [
        article(
            "Scope",
            f"This regulation governs the management, operation and use of the website of {f['institution.name']}{address} (the "
            "Site).",
            "It binds the head, the board of editors, the units and the staff of the institution, and whoever provides or uses "
            "information on the Site.",
        ),
        article(
            "Principles",
            "The Site is the one official point of access of the institution on the network. What it publishes is official, "
            "adequate, accurate and timely.",
            "Publication complies with policy and law, with safety and cyber security, state secrets, intellectual property "
            "and the protection of personal information.",
            "Author and source stand on everything that is published, quoted or used again, with a link to the original where "
            "there is one.",
            "Nobody puts information onto the Site or takes it off otherwise than by the procedure of Chapter III.",
        ),
        article(
            "Who is responsible",
            f"{_titled(HEAD, f['institution.head'])} is answerable in law for what the Site publishes.",
            _board_sentence(f),
            _contact_sentence(f),
        ),
    ]


def _titled(role: str, name: str) -> str:
    return f"{role} ({name})" if name else role


def _board_sentence(f: FactReader) -> str:
    text = "The head forms the board of editors, whose members serve part-time"
    text += f"; chief editor: {f['board.chief']}" if f["board.chief"] else ", led by a chief editor"
    text += f"; editors: {f['board.editors']}" if f["board.editors"] else ""
    return (
        f"{text}. Authors are members of the staff whom the chief editor charges with writing and providing contents. The list "
        "in force is published in the section of the board."
    )


def _contact_sentence(f: FactReader) -> str | None:
    parts = [f["institution.address"], f["institution.phone"] and f"telephone {f['institution.phone']}"]
    listed = ", ".join(part for part in parts if part)
    return f"Address of the institution: {listed}." if listed else None


def _contents(f: FactReader) -> list[Article]:
    sections = f.lines("sections.list")
    return [
        article(
            "Contents",
            (
                "The Site has the following sections, required by circular 37/2020/TT-BGDĐT; they are not deleted, hidden or "
                "moved:",
                [f"{title};" for title in sections],
            )
            if sections
            else "The Site has all sections that circular 37/2020/TT-BGDĐT requires; they are not deleted or hidden.",
            "The board proposes further sections under article 10 of the circular where they are needed and can be kept up.",
        ),
        article(
            "Form",
            "Vietnamese texts use Unicode as TCVN 6909:2001 asks; documents carry number, symbol, date of issue and a file that "
            "can be downloaded.",
            "Pictures that carry meaning are described in words; contents can be read on a telephone.",
        ),
        article(
            "What is not published",
            (
                "It is forbidden to publish:",
                (
                    "state secrets and working secrets;",
                    "false or distorted information, or what offends the honour and dignity of others;",
                    "personal information of students, parents and staff without their consent or where the law forbids it;",
                    "what infringes copyright, and unlawful advertising.",
                ),
            ),
        ),
    ]


def _procedure(f: FactReader) -> list[Article]:
    return [
        article(
            "Receiving information",
            "Units and persons hand information to the board as a draft in the Site's administration or by official e-mail; "
            "what comes by e-mail is entered by an author.",
            "The author states author, source and terms of reuse before submission; the system accepts nothing without them.",
            _feedback_sentence(f),
        ),
        article("Appraisal, approval and publication", *_chain_clauses(f)),
        article(
            "Changing what is published",
            "Every change goes through the whole procedure again; the published version stays until the new one is approved.",
            "Errors that are found or reported are corrected as soon as they are confirmed.",
        ),
        article(
            "Withdrawal",
            f["chain.withdrawal"] + ".",
            "A withdrawal states its reason; reason, person and time are kept in the record of publications.",
        ),
        article(
            "Record",
            "For each publication and withdrawal the system keeps title, address, who wrote, appraised and approved, the "
            "times and "
            "the source. The record is kept and shown to competent inspectors.",
        ),
    ]


def _feedback_sentence(f: FactReader) -> str:
    information, complaints = f["institution.email"], f["institution.complaints_email"]
    through = f", by e-mail to {information}" if information else ""
    through += f", complaints to {complaints}" if complaints else ""
    return (
        f"Remarks, requests and complaints are received through the feedback section of the Site{through}; each has a reference "
        "code."
    )


def _chain_clauses(f: FactReader) -> list:
    steps = f.lines("chain.steps")
    heads = f.lines("sections.head")
    return [
        ("An article is published in this order:", [f"{step};" for step in steps]) if steps else None,
        f"These sections are published only with the head's own approval: {'; '.join(heads)}."
        if heads
        else None,
        "Nobody appraises or approves what they wrote, changed or submitted, the chief editor included; what is changed during "
        "review is reviewed again.",
        "What does not pass is returned to its author with the reason in writing.",
        f"{f['chain.escalation']}." if f["chain.escalation"] else None,
        "A date of publication and a date of expiry are part of what is approved.",
    ]


def _deadlines(f: FactReader) -> list[Article]:
    rows = f.group("sections.days")
    return [
        article(
            "Providing information",
            "News, events and notices reach the board within 1 working day and are dealt with in "
            f"{f['upkeep.news_days'] or '2 working days'} from when the board has all it needs.",
            "Documents and disclosures are published within the time that the law sets for each, or else within 5 "
            "working days of "
            "signature.",
        ),
        article(
            "Updating and review",
            (
                "Each section is reviewed and updated, so that it is not older than this since its last change:",
                [f"{row};" for row in rows],
            )
            if rows
            else None,
            "Each section has a person who answers for it and a review date; when that has passed, the system reminds "
            "the person, "
            "then the chief editor and the authority above.",
        ),
        article(
            "Answering feedback",
            "The board passes remarks on within 2 working days and answers the sender at the latest "
            f"{f['upkeep.answer_days']} after receipt; complaints and denunciations follow their own law.",
        ),
    ]


def _responsibilities(f: FactReader) -> list[Article]:
    return [
        article(
            HEAD,
            "Answers for the whole of the Site; issues this regulation; forms the board; names the standing department and the "
            "technical contact.",
            "Provides people, money and conditions for stable and safe operation.",
            "Approves in person in the sections named in Chapter III." if f.lines("sections.head") else None,
            "Reviews the access of the members of the board twice a year.",
        ),
        article(
            _titled(CHIEF, f["board.chief"]),
            "Directs the board, approves publication and withdrawal, and answers for it to the head.",
            "Proposes to give, change and withdraw access; plans contents for the school year.",
        ),
        article(
            _titled(EDITOR, f["board.editors"]),
            "Appraise contents, form, author, source and the description of pictures before approval."
            if f["chain.editor"] in ("có", "yes")
            else "Edit texts and pictures as they are assigned; there is no step of appraisal of its own, whoever approves "
            "appraises.",
            "Gather information from the units and keep the sections in their charge within the deadlines of Chapter IV.",
        ),
        article(
            "Authors and units",
            "Provide information of their field in time and answer for its accuracy, origin and the right to use it.",
            "Complete what was returned; help to verify what is reported.",
        ),
    ]


def _technical(f: FactReader) -> list[Article]:
    provider, department, contact = (
        f["institution.provider"],
        f["upkeep.department"],
        f["upkeep.contact"],
    )
    plan = f.lines("upkeep.plan")
    return [
        article(
            "How the Site is run",
            f"Way of running: {f['institution.mode']}" + (f"; provider: {provider}." if provider else "."),
            "The provider answers for the technique as committed in writing, the protection of personal information "
            "included; the "
            "contents are the institution's own responsibility.",
        ),
        article(
            "Standing department and contact official",
            f"Standing department: {department}."
            if department
            else "The head names the standing department in writing.",
            f"Technical contact: {contact}."
            if contact
            else "The head names the technical contact in writing.",
            "Both work with the provider for stable and safe operation.",
        ),
        article(
            "Operation and information safety",
            (
                "Technical responsibility covers:",
                (
                    "domain name and certificates;",
                    "servers, updates, daily backups and trial restores;",
                    "giving and withdrawing accounts; an account idle for 45 days is disabled;",
                    "watching for, stopping and reporting incidents;",
                    "search, RSS, access from mobile devices and for people with disabilities.",
                ),
            ),
            "Accounts that approve or see personal information need a second factor. Everybody uses an account of their own.",
        ),
        article(
            "Upgrade and maintenance plan",
            ("The plan of the institution:", plan)
            if plan
            else "Upgrades and maintenance are part of the yearly plan of work.",
            f"The plan is reviewed before {f['upkeep.plan_review']}." if f["upkeep.plan_review"] else None,
            "Maintenance that interrupts the Site is announced at least 1 working day ahead.",
        ),
    ]


def _regime(f: FactReader) -> list[Article]:
    return [
        article(
            "Working regime",
            "Members serve part-time, as the chief editor assigns.",
            f"The board meets {f['upkeep.meetings']} to assess the Site and agree on plans, and whenever it is needed.",
            "Who is absent tells the chief editor, who names a substitute; the chief editor tells the head.",
        ),
        article(
            "Changes of membership",
            "Who leaves hands over sections and articles in their charge; access ends on the day of leaving.",
        ),
        article(
            "Entitlements, rewards, violations",
            "Members are trained; their time counts as work and is paid as the rules in force and the institution's own spending "
            "rules provide.",
            "Merit is rewarded; violations are dealt with by law.",
        ),
    ]


def _privacy(f: FactReader) -> list[Article]:
    notice = f["notice.version"]
    return [
        article(
            "Protection of personal information",
            f"The Site publishes {notice} at {f['notice.address']}, one click from every page."
            if notice
            else "The Site publishes its regulation on personal information, one click from every page.",
            "Forms collect only what the stated purpose needs, with consent to each purpose; what is sent is encrypted, "
            "each opening "
            "is logged, and it is deleted when its time is over.",
            "Pictures and names of students are published only with the consent that the law asks for; whoever appraises "
            "or approves "
            "checks it.",
        )
    ]


def _final() -> list[Article]:
    return [
        article(
            "Review and amendment",
            "The regulation is reviewed at least once a year, and when people, procedure, deadlines or contacts named in "
            "it change.",
            "Each amendment gets a version number, is approved by the head and published with what changed; earlier "
            "versions are kept.",
        ),
        article(
            "Implementation",
            "The board, the units, the staff and all whom it concerns comply with this regulation.",
            "Difficulties are reported to the board, for the head to decide.",
        ),
    ]
