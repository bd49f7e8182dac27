"""Lists as ministries and departments have published them since 2016, with invented candidates: byte-order marks, lost zeros,
two programmes, subjects twice, another way to write each thing (W8.11)."""

import pytest

from enrolment.choices import ResultWork
from enrolment.models import ExaminationPage, ExamSubject
from enrolment.results.services.imports import import_create, import_map
from tests.enrolment.making import csv_of, make_exam, make_officers, worked

MINISTRY = (
    "SBD,TinhId,TOAN,VAN,NGOAI_NGU,LI,HOA,SINH,SU,DIA,GIAO_DUC_CONG_DAN,TIN_HOC,CN_CONG_NGHIEP,CN_NONG_NGHIEP,GDKT_PL,TONGDIEM",
    "01000001,1,6.5,8.25,6.75,3.85,-1,-1,-1,-1,-1,-1,-1,-1,-1,25.35",
    "01000002,1,-1,7.25,-1,-1,-1,-1,0,0.00,8.5,-1,-1,-1,-1,15.75",
    "1000003,1,5.25,8,-1,-1,-1,-1,-1,-1,-1,9,-1,-1,7.25,29.5",
)
TWICE = (
    "SBD,TinhId,DM1,DM2,DM3,MA_MON_NGOAI_NGU,TOAN,VAN,NGOAI_NGU,TONGDIEM",
    "11000001,11,3,7.75,-1,,3,7.75,-1,10.75",
    "11000002,11,3.5,3.75,8,N1,3.5,3.75,8,15.25",
)
GRADE_10 = ('"sbd","van","ngoaingu","toan"', "1,6,5,0.5", '2,"7,25",vắng,4.25', "3,,V,0.00")


def loaded(exam, user, rows, mark: bytes):
    job = import_create(file=csv_of(*rows[1:], header=rows[0], mark=mark), exam=exam, user=user)
    import_map(job=job, columns=job.columns, user=user, draws_codes=True)
    worked(job, user, ResultWork.CHECK)
    assert (job.wrong, job.faults, job.error) == (0, [], "")
    worked(job, user, ResultWork.LOAD)
    return {
        code: found
        for code, found in job.version.totals["subjects"].items()
        if found["taken"] or found["absent"]
    }


@pytest.fixture
def exam(department):
    return make_exam(department)


@pytest.fixture
def editor(department):
    return make_officers(department)[0]


def test_the_ministrys_list_has_both_programmes_and_a_mark_at_its_beginning(exam, editor):
    totals = loaded(exam, editor, MINISTRY, b"\xef\xbb\xbf")
    assert {code: found["taken"] for code, found in totals.items()} == {
        "toan": 2, "van": 3, "ngoai_ngu": 1, "li": 1, "su": 1, "dia": 1, "gdcd": 1, "tin_hoc": 1, "gdkt_pl": 1
    }  # fmt: skip
    assert totals["su"]["scores"] == totals["dia"]["scores"] == {"0": 1}


def test_of_columns_that_stand_twice_those_with_known_names_count(exam, editor):
    totals = loaded(exam, editor, TWICE, b"")
    assert {code: found["scores"] for code, found in totals.items()} == {
        "toan": {"3": 1, "3.5": 1},
        "van": {"3.75": 1, "7.75": 1},
        "ngoai_ngu": {"8": 1},
    }


def test_a_department_has_subjects_of_its_own_and_other_words(exam, editor):
    for code, name, headings in (
        ("toan", "Toán", ""),
        ("van", "Ngữ văn", ""),
        ("ngoai_ngu", "Ngoại ngữ", "ngoaingu"),
    ):
        ExamSubject.objects.create(page=exam, code=code, name=name, headings=headings, step="0.25")
    exam = ExaminationPage.objects.get(pk=exam.pk)
    totals = loaded(exam, editor, GRADE_10, b"")
    assert totals["van"] == {"taken": 2, "absent": 0, "scores": {"6": 1, "7.25": 1}}
    assert totals["ngoai_ngu"] == {"taken": 1, "absent": 2, "scores": {"5": 1}}
    assert totals["toan"]["scores"] == {"0": 1, "0.5": 1, "4.25": 1}
