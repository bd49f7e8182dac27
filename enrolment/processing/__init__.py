"""How applications are checked and decided: queue, evidence, second person, scores, rooms, lists of participants (W9.4, W9.8)."""
