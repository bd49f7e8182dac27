"""The last step of a form that very many send at once."""

from urllib.parse import urlencode

from tests.privacy.sender import Sender


def last(sender: Sender, **answers) -> Sender:
    return sender.to_sharing(**answers)


def post(sender: Sender, data: dict, **headers: str):
    """As a browser sends a form without files."""
    return sender.client.post(
        sender.path,
        urlencode(data),
        content_type="application/x-www-form-urlencoded",
        headers={"host": sender.host} | headers,
    )


def send(sender: Sender, share: str = "no") -> Sender:
    data = sender.hidden() | dict.fromkeys(sender.share_names(), share)
    return sender._take(post(sender, data))
