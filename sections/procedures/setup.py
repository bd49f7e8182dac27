"""What this part adds when the application starts."""

from sections.procedures import exchange, views


def connect() -> None:
    views.connect()
    exchange.register()
