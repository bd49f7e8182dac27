"""The words of the regulations, one module for each kind and language. They are data that a head signs, not messages."""
