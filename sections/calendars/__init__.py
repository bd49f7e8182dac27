"""The calendar of a site: when events happen, its months, its iCalendar files (RFC 5545)."""
