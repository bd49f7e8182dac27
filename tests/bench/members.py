"""Puts a full board on each institution and work on each desk, in bulk: `python -m tests.bench.members`.

Five people an institution (author, two editors, chief editor, head), one draft and one article that waits for appraisal.
Prints one JSON object with the numbers. A second run completes what is missing.
"""

from __future__ import annotations

import json
import os

import django

WAITING = "Bài chờ thẩm định để đo tốc độ"
PEOPLE = ("author", "editor", "editor", "chief", "head")


def main() -> dict[str, int]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")
    django.setup()
    from django.contrib.auth.models import Group, User

    from editorial.models import BoardGroup

    groups = list(BoardGroup.objects.select_related("institution").order_by("institution_id"))
    have = set(User.objects.values_list("username", flat=True))
    by_board = {(group.institution.code, group.role): group.group_id for group in groups}
    codes = dict.fromkeys(group.institution.code for group in groups)
    wanted = [(code, role, number) for code in codes for number, role in enumerate(PEOPLE)]
    new = [row for row in wanted if _username(*row) not in have]
    # An unusable password: nobody signs in here, and hashing 20,000 of them would be the whole run.
    User.objects.bulk_create(
        [
            User(
                username=_username(*row),
                email=f"{_username(*row)}@example.edu.vn",
                first_name="Người",
                last_name=f"{row[0]} {row[2]}",
                password="!",
            )
            for row in new
        ],
        batch_size=2000,
    )
    ids = dict(User.objects.values_list("username", "pk"))
    User.groups.through.objects.bulk_create(
        [User.groups.through(user_id=ids[_username(*row)], group_id=by_board[row[0], row[1]]) for row in new],
        batch_size=2000,
    )
    waiting = _articles(list(codes), ids)
    return {
        "institutions": len(codes),
        "people": len(ids),
        "groups": Group.objects.count(),
        "waiting": waiting,
    }


def _username(code: str, role: str, number: int) -> str:
    return f"{code.lower()}.{role}{number}"


def _articles(codes: list[str], ids: dict[str, int]) -> int:
    """A draft and a submitted article for each institution, through the models' own ways."""
    from django.contrib.auth.models import User
    from wagtail.models import Workflow

    from network.models import Institution
    from sections.models import ArticlePage, NewsIndexPage
    from tests.factories import section_of

    writers = set(ArticlePage.objects.filter(title=WAITING).values_list("owner_id", flat=True))
    codes = [code for code in codes if ids[_username(code, "author", 0)] not in writers]
    workflow = Workflow.objects.get(workflow_tasks__task__boardtask__role="editor")
    for institution in Institution.objects.filter(code__in=codes).order_by("path").iterator():
        news = section_of(institution, NewsIndexPage)
        author = User(pk=ids[_username(institution.code, "author", 0)], is_active=True)
        for title in ("Bản nháp đo tốc độ", WAITING):
            page = ArticlePage(
                title=title,
                summary="Bài viết thử.",
                author_name="Tổ Thử nghiệm",
                source_name=institution.name,
                live=False,
                owner_id=author.pk,
            )
            news.add_child(instance=page)
            page.save_revision(user=User.objects.get(pk=author.pk))
        workflow.start(page, User.objects.get(pk=author.pk))
    return len(codes)


if __name__ == "__main__":
    print(json.dumps(main()))
