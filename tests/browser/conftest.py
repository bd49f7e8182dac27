"""The journeys' fixtures."""

from tests.support.journeys import addresses, browser_context_args, entered, phone, shot, sign_in

__all__ = ["addresses", "browser_context_args", "entered", "phone", "shot", "sign_in"]
