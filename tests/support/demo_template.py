"""Makes a built demonstration ready to be served in many copies: ``python -m tests.support.demo_template`` with its settings.
What each copy would do first, for minutes beside the tests, is done once: the tasks that wait, the timers that are due, the
list of addresses.
"""

from __future__ import annotations


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from tests.support.demo_pages import ADDRESSES, addresses_read

    (settings.DATA_DIR / ADDRESSES).write_text(addresses_read(), encoding="utf-8")
    call_command("run_timers", verbosity=0)
    call_command("db_worker", batch=True, interval=0, verbosity=0)


if __name__ == "__main__":
    main()
