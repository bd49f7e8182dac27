"""Applications for admission: the form, its receipt and its status, changes, paper (W8.4c, W9.4)."""
