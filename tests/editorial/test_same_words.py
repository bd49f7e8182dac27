"""Whether two versions read the same: what a form changes by itself is no change by a person (W11.1)."""

import pytest

from editorial.models.four_eyes import same_words


@pytest.mark.parametrize(
    ("stored", "sent"),
    [
        ("<p>Một</p>\n<p>Hai</p>", '<p data-block-key="a1">Một</p><p data-block-key="b2">Hai</p>'),
        ("<p>&quot;Một&quot;</p>", '<p>"Một"</p>'),
        ([{"value": {"who": None, "shown": None}}], [{"value": {"who": "", "shown": False}}]),
        (
            '[{"value": {"who": null, "text": "<p>a</p>"}}]',
            '[{"value": {"who": "", "text": "<p data-block-key=\\"a1\\">a</p>"}}]',
        ),
    ],
)
def test_what_a_form_writes_by_itself_is_no_change(stored, sent):
    assert same_words({"body": stored, "path": "0001"}, {"body": sent, "path": "0002"})


@pytest.mark.parametrize(
    ("stored", "sent"),
    [
        ('[{"value": null}]', '[{"value": 1}]'),
        ("<p>Một</p>", "<p>Hai</p>"),
        ([{"value": None}], [{"value": True}]),
        (0, None),
        ("", "Văn phòng"),
    ],
)
def test_what_a_person_writes_is_one(stored, sent):
    assert not same_words({"body": stored}, {"body": sent})
