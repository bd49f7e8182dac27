"""The journeys' fixtures, and the longest of them first: where several processes share the files, none waits for the last one."""

import pytest

from tests.support.journeys import addresses, browser_context_args, entered, phone, shot, sign_in

__all__ = ["addresses", "browser_context_args", "entered", "phone", "shot", "sign_in"]

LONGEST = (
    "test_reader.py",
    "test_admin_policy.py",
    "test_approval.py",
    "test_participation.py",
    "test_admission_desk.py",
    "test_desk.py",
    "test_applying.py",
    "test_news.py",
    "test_required_sections.py",
    "test_waiting_room.py",
    "test_introduction.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(LONGEST)))
