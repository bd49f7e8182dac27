"""Public disclosure and guidance (W8.5, W9.7): what is to be made public is data with a source and a validity, a report is a
page that goes through the chain, and what was posted when is kept as one row an institution, item and period
(``DisclosureRecord``), from which boards and authorities see what is late or missing."""
