"""English as a job of the board (W8.15): which pages need it, what is missing or outdated, translation side by side, and the
approval chain for each language. Wagtail Localize takes pages apart and keeps the strings; nothing of it publishes."""
