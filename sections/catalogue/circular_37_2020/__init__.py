"""Circular 37/2020/TT-BGDĐT on e-mail and websites of education authorities and facilities, articles 3 to 12.

Ids follow ``W`` + article.clause.point. Freshness figures are ours unless a note names their source: the circular asks for
information that is "official, adequate, accurate and timely" (6.2) and leaves figures to the site's regulation (11.2c).
"""

from sections.catalogue.circular_37_2020 import authorities, facilities, general, other

CLAUSES = (*general.CLAUSES, *authorities.CLAUSES, *facilities.CLAUSES, *other.CLAUSES)
