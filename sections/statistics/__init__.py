"""Statistics (W8.8, W9.9): what is counted, how it is entered and checked, added up over the tree, shown and handed out.

A school enters the figures of a school year once, as a page that goes through the chain; on publication they are kept a
second time as one row an institution and year (``StatisticsRecord``), from which every authority above adds up.
"""
