"""Files that come in from outside: what they really are, and how their bytes are kept sealed."""
