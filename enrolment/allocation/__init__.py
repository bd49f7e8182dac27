"""Assignment of places: lots, order of the wishes, deferred acceptance, waiting lists (W9.4)."""
