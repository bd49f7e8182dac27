"""Campaigns and notices of admission as readers and boards see them (W9.8)."""
