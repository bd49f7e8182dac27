"""News, notices, events and press as lists that go in and out (W8.2, W9.2, W10.4)."""
