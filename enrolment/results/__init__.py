"""Results of examinations: taken in, sealed, looked up by whoever sat them, kept as totals (W8.11)."""
