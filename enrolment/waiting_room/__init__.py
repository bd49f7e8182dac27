"""The waiting room for hours in which everybody comes at once (decision 0028)."""
