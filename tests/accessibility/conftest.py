"""The fixtures that the journeys use as well."""

from tests.support.journeys import addresses, browser_context_args, entered, shot, sign_in

__all__ = ["addresses", "browser_context_args", "entered", "shot", "sign_in"]
