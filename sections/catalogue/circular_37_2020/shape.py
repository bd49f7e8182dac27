"""The shape of the entries, and the circular itself.

Ids follow ``W`` + article.clause.point. Freshness figures are ours unless a note names their source: the circular asks for
information that is "official, adequate, accurate and timely" (6.2) and leaves figures to the site's regulation (11.2c).
"""

from datetime import date

from sections.catalogue.entries import (
    Answer,
    Bound,
    Clause,
    Freshness,
    NavGroup,
    Section,
    Source,
)

CIRCULAR = Source(
    number="37/2020/TT-BGDĐT",
    title_vi="Thông tư quy định về hoạt động và sử dụng thư điện tử và trang thông tin điện tử tại sở giáo dục và đào tạo, phòng "
    "giáo dục và đào tạo và các cơ sở giáo dục mầm non, giáo dục phổ thông và giáo dục thường xuyên",
    title_en="Circular on operation and use of e-mail and websites in education authorities and education facilities",
    valid_from=date(2020, 11, 20),
)


def section(
    key: str,
    titles: tuple[str, str],
    slugs: tuple[str, str],
    group: NavGroup,
    intros: tuple[str, str],
    days: int | None = None,
    english: bool = False,
) -> Section:
    return Section(
        key=key,
        title_vi=titles[0],
        title_en=titles[1],
        slug_vi=slugs[0],
        slug_en=slugs[1],
        group=group,
        intro_vi=intros[0],
        intro_en=intros[1],
        freshness=Freshness(days=days),
        english=english,
    )


def clause(
    id_: str,
    binds: Bound,
    summary: tuple[str, str],
    *sections: Section,
    required: bool = True,
    answered_by: str = "",
    record: str = "",
    platform: str = "",
    reference: str = "",
) -> Clause:
    """`reference` where the id cannot be written as the law does: ids are ASCII, point "đ" is "dd" in them."""
    answer = Answer.RECORD if record else Answer.PLATFORM if platform else Answer.SECTION
    return Clause(
        id=id_,
        source=CIRCULAR,
        reference=reference or id_.removeprefix("W"),
        binds=binds,
        required=required,
        answer=answer,
        summary_vi=summary[0],
        summary_en=summary[1],
        sections=sections,
        answered_by=answered_by,
        room=record or platform,
    )
