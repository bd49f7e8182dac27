from hypothesis import given
from hypothesis import strategies as st

from privacy.services.retention.counting import SMALLEST, counts_add, suppressed, table_of

FIELD = {"name": "meal", "label": "Bữa trưa", "options": [["yes", "Có"], ["no", "Không"]]}
MANY = {"name": "clubs", "label": "Câu lạc bộ", "options": [["chess", "Cờ vua"], ["song", "Hát"]]}


def counted(*answers, field=FIELD):
    counts = {}
    for answer in answers:
        counts_add(counts, {"fields": [field]}, {field["name"]: answer})
    return counts


@given(st.lists(st.integers(min_value=0, max_value=40), min_size=1, max_size=8))
def test_what_is_hidden_cannot_be_computed(found):
    shown = suppressed(found)
    hidden = [count for count, cell in zip(found, shown, strict=True) if cell is None]
    assert all(cell is None or cell >= SMALLEST for cell in shown)
    assert all(cell == count for count, cell in zip(found, shown, strict=True) if cell is not None)
    if hidden and len(hidden) < len(found):
        assert len(hidden) >= 2
        assert sum(hidden) >= SMALLEST


def test_a_small_cell_takes_the_next_one_with_it():
    assert suppressed([20, 3, 9]) == [20, None, None]
    assert suppressed([20, 2, 3, 9]) == [20, None, None, 9]
    assert suppressed([20, 0, 1, 9]) == [20, None, None, None]
    assert suppressed([20, 9, 7]) == [20, 9, 7]
    assert suppressed([50, 0]) == [None, None]


def test_what_was_written_is_never_counted():
    written = {"name": "why", "label": "Vì sao", "options": []}
    assert counted("con tôi ốm", field=written) == {"number": 1, "fields": {}}


def test_no_answer_and_yes_or_no_are_cells():
    counts = counted(*[True] * 6, *[False] * 7, *[None] * 8)
    number, [table] = table_of(counts, no_answer="Không trả lời")
    assert number == 21
    assert table["rows"] == [
        {"label": "Có", "count": 6},
        {"label": "Không", "count": 7},
        {"label": "Không trả lời", "count": 8},
    ]


def test_of_several_choices_those_who_did_not_choose_are_protected_too():
    counts = counted(*[["chess", "song"]] * 18, *[["chess"]] * 2, field=MANY)
    _number, [table] = table_of(counts)
    assert table["rows"] == [{"label": "Cờ vua", "count": None}, {"label": "Hát", "count": None}]


def test_of_few_people_not_even_the_number_is_shown():
    number, [table] = table_of(counted("yes", "yes", "no"))
    assert number is None
    assert {row["count"] for row in table["rows"]} == {None}


def test_a_value_that_is_no_choice_is_no_answer():
    number, [table] = table_of(counted(*["<script>"] * 9))
    assert (number, table["rows"][-1]) == (9, {"label": "–", "count": None})
