"""What follows from a publication."""

from __future__ import annotations

from feedback.services.polls import poll_follow


def poll_published(sender, instance, **kwargs) -> None:
    """``page_published`` of a poll."""
    poll_follow(instance)
