"""Two authorities with their schools; every object that an address can name, for each; a word in all they own.

The marker is a word that no language has, so that any of it in an answer to somebody else is a leak.
"""

from __future__ import annotations

from django.test import Client

from editorial.services.board import board_member_add
from network.provisioning import ProvisioningRun
from tests.factories import home_of, make_institution, make_member
from tests.isolation.houses import House, Visitor, World
from tests.isolation.rooms.editorial import furnish_editorial, furnish_translations
from tests.isolation.rooms.enrolment import furnish_enrolment
from tests.isolation.rooms.feedback import furnish_feedback
from tests.isolation.rooms.privacy import furnish_privacy


def build_world() -> World:
    """A and B are schools of one authority, C is a school of another. B is of another kind than A: what their authority sends
    to schools of that kind is for B alone."""
    run = ProvisioningRun(send_invitations=False)
    north = make_institution("BAC", "Sở GD&ĐT Phương Bắc", run=run)
    south = make_institution("NAM", "Sở GD&ĐT Phương Nam", run=run)
    authority = furnish(House(north, "quivaro"))
    a, b, c = (
        furnish(
            House(
                make_institution(f"TR-{word}", f"Trường {word}", kind, parent, run=run),
                word,
            )
        )
        for word, kind, parent in (
            ("amdelo", "upper_secondary", north),
            ("bokuvex", "lower_secondary", north),
            ("cazhimu", "upper_secondary", south),
        )
    )
    both = make_member(a.institution, "editor")
    board_member_add(institution=b.institution, role="chief", user=both)
    school, other, far = (a, b, ("bokuvex", "cazhimu"))
    visitors = [
        Visitor("author", client_of(a, a.author), "author", school, other, far),
        Visitor("editor", client_of(a, a.editor), "editor", school, other, far),
        Visitor("chief", client_of(a, a.person), "chief", school, other, far),
        Visitor("authority", client_of(authority, authority.person), "chief", authority, c, ("cazhimu",)),
        Visitor("both", client_of(a, both), "editor", a, c, ("cazhimu",)),
        Visitor(
            "anonymous", Client(SERVER_NAME=a.site.hostname, raise_request_exception=False), "", a, b, far
        ),
    ]
    return World(a, b, c, authority, {visitor.name: visitor for visitor in visitors})


def client_of(house: House, user) -> Client:
    client = Client(SERVER_NAME=house.site.hostname, raise_request_exception=False)
    client.force_login(user)
    return client


def furnish(house: House) -> House:
    """Fill a house, with its word in every text."""
    word, institution, objects = house.marker, house.institution, house.objects
    objects |= {"site": institution.site, "collection": institution.collection, "home": home_of(institution)}
    for name, role in (("person", "chief"), ("editor", "editor"), ("author", "author"), ("head", "head")):
        objects[name] = make_member(
            institution,
            role,
            last_name=f"{role} {word}",
            email=f"{role}@{word}.edu.vn",
        )
    objects["chief"] = objects["person"]
    objects["group"] = objects["person"].groups.get()
    furnish_editorial(house)
    furnish_privacy(house)
    furnish_feedback(house)
    furnish_enrolment(house)
    furnish_translations(house)
    return house
