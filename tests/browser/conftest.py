"""The journeys' fixtures."""

from tests.support.journeys import addresses, phone, shot, sign_in

__all__ = ["addresses", "phone", "shot", "sign_in"]
