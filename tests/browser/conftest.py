"""The journeys' fixtures."""

from tests.support.journeys import addresses, shot, sign_in

__all__ = ["addresses", "shot", "sign_in"]
