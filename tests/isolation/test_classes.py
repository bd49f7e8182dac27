"""No address without a class: whoever adds one says who may open it."""

from tests.isolation.addresses import addresses
from tests.isolation.classes import DOORS, Kind

HOW = (
    "{address} is new. Say in tests/isolation/classes/ what it takes and who may open it; the head of that file asks "
    "the three questions. The table in tests/isolation/test_table.py then tries it as everybody."
)


def test_every_address_of_the_installation_has_a_class():
    missing = [HOW.format(address=address) for address in addresses() if address.name not in DOORS]
    assert not missing, "\n".join(missing)


def test_no_class_stands_for_an_address_that_is_gone():
    names = {address.name for address in addresses()}
    assert not [name for name in DOORS if name not in names]


def test_every_parameter_of_an_object_is_named():
    wrong = [
        str(address)
        for address in addresses()
        if (door := DOORS.get(address.name)) and door.kind in (Kind.OBJECT, Kind.CLOSED)
        if set(address.parameters) - set(door.takes) - {"mode"}
    ]
    assert not wrong
