"""``manage.py institution close|rename|merge|move CODE``: reorganisations from the command line."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from network.models import Institution
from network.services.institutions import (
    institution_close,
    institution_merge,
    institution_move,
    institution_rename,
)


class Command(BaseCommand):
    help = "Close, rename, merge or move an institution; old addresses stay alive."

    def add_arguments(self, parser):
        parser.add_argument("--language", default="vi", choices=["vi", "en"], help="language of messages")
        actions = parser.add_subparsers(dest="action", required=True)
        close = actions.add_parser("close", help="close an institution; its site says so at every address")
        rename = actions.add_parser("rename", help="give an institution another name or host name")
        merge = actions.add_parser("merge", help="merge an institution into another")
        move = actions.add_parser("move", help="move an institution to another authority")
        for action in (close, rename, merge, move):
            action.add_argument("code", metavar="CODE")
        for action in (close, merge):
            action.add_argument("--reason", required=True, help="such as the number and date of the decision")
        rename.add_argument("--name", help="the new name")
        rename.add_argument("--short-name")
        rename.add_argument("--hostname", default="", help="the new host name; the old one redirects")
        merge.add_argument("--into", required=True, metavar="CODE")
        move.add_argument("--parent", required=True, metavar="CODE")

    def handle(self, *args, **options):
        with translation.override(options["language"]):
            try:
                institution = self._act(options)
            except ValidationError as error:
                raise CommandError(" ".join(error.messages), returncode=2) from error
        self.stdout.write(f"{institution.code}: {institution.get_status_display()}")

    def _act(self, options) -> Institution:
        institution = self._find(options["code"])
        match options["action"]:
            case "close":
                return institution_close(institution=institution, reason=options["reason"])
            case "rename":
                return institution_rename(
                    institution=institution,
                    name=options["name"] or institution.name,
                    short_name=options["short_name"],
                    hostname=options["hostname"],
                )
            case "merge":
                into = self._find(options["into"])
                return institution_merge(source=institution, into=into, reason=options["reason"])
            case _:
                return institution_move(institution=institution, new_parent=self._find(options["parent"]))

    def _find(self, code: str) -> Institution:
        found = Institution.objects.with_code(code).first()
        if found is None:
            text = _("There is no institution with the code “%(code)s”.")
            raise CommandError(text % {"code": code}, returncode=2)
        return found
