"""Articles that boards offer one another: down to the members, up to the authority (W8.2, W9.2, W11.1)."""
