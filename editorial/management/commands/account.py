from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from network.services.accounts import account_enable, second_factor_remove, sessions_end


class Command(BaseCommand):
    help = "Opens an account that was closed, or takes away a lost second factor. For the operators of the server."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("--open", action="store_true", help="open a closed account")
        parser.add_argument("--reset-factor", action="store_true", help="take away the second factor")
        parser.add_argument("--end-sessions", action="store_true", help="sign out everywhere")

    def handle(self, *args, username: str, **options):
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError("There is no account of that user name.")
        if options["open"]:
            self.stdout.write("opened" if account_enable(user=user) else "was open")
        if options["reset_factor"]:
            self.stdout.write("factor removed" if second_factor_remove(user=user) else "had no factor")
        if options["end_sessions"]:
            self.stdout.write(f"{sessions_end(user=user)} sessions ended")
