"""What looks wrong about a number: said in words, and nothing is ever held up by it."""

from datetime import date

import pytest

from kit.id_cards import id_card_doubt, phone_doubt

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    "number", ["", "11010519491231002X", "11010519491231002x", "110105 19491231 002X", "440524188001010014"[:0]]
)
def test_an_empty_or_right_number_raises_no_doubt(number: str):
    assert id_card_doubt(number, DAY) == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("110105194912310021", "校验码"),
        ("110105194913310021", "出生日期不存在"),
        ("11010520991231002X", "不合常理"),
        ("110105491231002", "应为18位，现在是15位"),
        ("A1010519491231002X", "不该有的字符"),
        ("１１０１０５１９４９１２３１００２X", "不该有的字符"),
    ],
)
def test_a_wrong_number_is_doubted_for_its_own_reason(number: str, said: str):
    assert said in id_card_doubt(number, DAY)


def test_telephone_numbers_are_doubted_only_when_they_cannot_be_one():
    for right in ("", "13800001234", "+86 138-0000-1234", "0991-2345678", "2345678"):
        assert phone_doubt(right) == "", right
    assert "不像手机号" in phone_doubt("1380000123")
