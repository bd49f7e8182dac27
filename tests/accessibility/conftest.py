"""The fixtures that the journeys use as well."""

from tests.support.journeys import addresses, shot, sign_in

__all__ = ["addresses", "shot", "sign_in"]
