"""The forms of this package as ``privacy`` knows it, with what a new site starts with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from feedback.forms import CONTACT, HANDLE, FeedbackForm
from feedback.forms.consultations import COLLECT, REACH, OpinionForm, SenderForm
from feedback.forms.questions import ANSWER, CALL, PUBLISH, AskForm
from feedback.models import CONSULTATION, FEEDBACK, QUESTION
from feedback.services import answer_open, case_open, question_open
from feedback.services.cases import case_follow
from feedback.services.consultation_answers import answer_follow
from network.models import Institution
from privacy.choices import RecipientKind, RetentionStart
from privacy.registry import FormKind, PurposeTemplate, RecipientTemplate

KEPT_DAYS = 365
AFTER_RESULT_DAYS = 180
"""Answers to a consultation go half a year after its result is published."""
AUTHORITY = "authority"


def _authority_above(institution: Institution) -> Institution | None:
    return institution.parent


feedback_kind = FormKind(
    code=FEEDBACK,
    label=_("Feedback"),
    reference_prefix="GY",
    name="Phản ánh, kiến nghị, góp ý",
    name_en="Feedback and complaints",
    description="Tiếp nhận và giải quyết phản ánh, kiến nghị, khiếu nại, góp ý, câu hỏi gửi qua trang thông tin điện tử.",
    description_en="Receiving and settling reports, petitions, complaints and questions sent through the website.",
    subjects="Cha mẹ học sinh, người học, nhà giáo và người dân",
    subjects_en="Parents, learners, teachers and citizens",
    questions=(FeedbackForm,),
    purposes=(
        PurposeTemplate(
            code=HANDLE,
            text="tiếp nhận, xem xét và giải quyết nội dung phản ánh, kiến nghị, khiếu nại, góp ý, câu hỏi",
            text_en="receiving, examining and settling your report, petition, complaint or question",
            retention_days=KEPT_DAYS,
            recipients=(AUTHORITY,),
        ),
        PurposeTemplate(
            code=CONTACT,
            text="liên hệ với người gửi để hỏi thêm hoặc thông báo kết quả",
            text_en="contacting the sender to ask for details or to tell the result",
            retention_days=KEPT_DAYS,
            is_optional=True,
        ),
    ),
    recipients=(
        RecipientTemplate(
            code=AUTHORITY,
            kind=RecipientKind.AUTHORITY,
            what_for="Chuyển cho cơ quan quản lý cấp trên để cùng xử lý.",
            what_for_en="Passed on to the authority above so that both can handle it.",
            target=_authority_above,
        ),
    ),
    received=case_open,
    changed=case_follow,
    most_an_hour=120,
)

consultation_kind = FormKind(
    code=CONSULTATION,
    label=_("Consultations"),
    reference_prefix="YK",
    name="Lấy ý kiến góp ý",
    name_en="Consultations",
    description="Tiếp nhận, tổng hợp, tiếp thu và giải trình ý kiến góp ý của tổ chức và cá nhân đối với dự thảo, chủ trương.",
    description_en="Receiving and summing up opinions on drafts and plans, and replying to them.",
    subjects="Cha mẹ học sinh, người học, nhà giáo, tổ chức và người dân góp ý",
    subjects_en="Parents, learners, teachers, organisations and citizens who comment",
    questions=(OpinionForm, SenderForm),
    purposes=(
        PurposeTemplate(
            code=COLLECT,
            text="tổng hợp, nghiên cứu, tiếp thu và giải trình ý kiến góp ý",
            text_en="summing up, considering and replying to the opinions that were sent in",
            retention_days=AFTER_RESULT_DAYS,
            retention_starts=RetentionStart.CLOSE,
            recipients=(AUTHORITY,),
        ),
        PurposeTemplate(
            code=REACH,
            text="liên hệ với người góp ý để làm rõ ý kiến",
            text_en="contacting the sender to ask what an opinion means",
            retention_days=AFTER_RESULT_DAYS,
            retention_starts=RetentionStart.CLOSE,
            is_optional=True,
        ),
    ),
    recipients=(
        RecipientTemplate(
            code=AUTHORITY,
            kind=RecipientKind.AUTHORITY,
            what_for="Chuyển cho cơ quan quản lý cấp trên khi nội dung góp ý thuộc thẩm quyền của cơ quan đó.",
            what_for_en="Passed on to the authority above where an opinion is a matter for it to decide.",
            target=_authority_above,
        ),
    ),
    received=answer_open,
    changed=answer_follow,
)

question_kind = FormKind(
    code=QUESTION,
    label=_("Questions and answers"),
    reference_prefix="HD",
    name="Hỏi – đáp",
    name_en="Questions and answers",
    description=(
        "Tiếp nhận, phân công trả lời câu hỏi; công khai câu hỏi và câu trả lời đã lược bỏ thông tin cá nhân "
        "khi người hỏi đồng ý."
    ),
    description_en=(
        "Receiving, routing and answering questions; publishing them without personal information where the "
        "sender agrees."
    ),
    subjects="Nhà giáo, người học, cha mẹ học sinh và người dân đặt câu hỏi",
    subjects_en="Teachers, learners, parents and citizens who ask",
    questions=(AskForm,),
    purposes=(
        PurposeTemplate(
            code=ANSWER,
            text="tiếp nhận, phân công và trả lời câu hỏi",
            text_en="receiving, routing and answering your question",
            retention_days=KEPT_DAYS,
            retention_starts=RetentionStart.CLOSE,
        ),
        PurposeTemplate(
            code=PUBLISH,
            text=(
                "công khai câu hỏi và câu trả lời trên trang thông tin điện tử sau khi người khác đã lược bỏ mọi "
                "thông tin về người hỏi"
            ),
            text_en=(
                "publishing question and answer on the website after another person has removed all that tells "
                "who asked"
            ),
            retention_days=KEPT_DAYS,
            retention_starts=RetentionStart.CLOSE,
            is_optional=True,
            is_publication=True,
        ),
        PurposeTemplate(
            code=CALL,
            text="liên hệ với người hỏi để làm rõ câu hỏi",
            text_en="contacting you to ask what the question means",
            retention_days=KEPT_DAYS,
            retention_starts=RetentionStart.CLOSE,
            is_optional=True,
        ),
    ),
    received=question_open,
)
