"""Documents (W8.3, W9.3): numbers and types as administrative documents have them, status from relations, texts of files."""
