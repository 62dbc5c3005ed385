"""A day typed into a form: read where it can be, refused where not, never dropped and never today instead."""

from datetime import date

import pytest

from kit.day_field import DAY_FORM, DayField
from kit.plain_forms import PlainForm

DAY = date(2026, 11, 30)


class Asked(PlainForm):
    """When."""

    on = DayField(label="日期", required=False)


@pytest.mark.parametrize(
    "typed",
    ["2026-11-30", "2026/11/30", "2026.11.30", "20261130", "2026年11月30日", "２０２６－１１－３０", " 2026-11-30 "],
)
def test_a_day_is_read_however_it_is_written(typed: str):
    form = Asked({"on": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == DAY


@pytest.mark.parametrize(
    "typed", ["昨天", "2026-13-01", "2026-02-30", "26-11-30", "11-30", "2026-11", "0000-01-01", "2026113"]
)
def test_what_is_no_day_is_refused_with_the_form_and_stays_in_the_box(typed: str):
    form = Asked({"on": typed})
    assert not form.is_valid()
    [said] = form.errors["on"]
    assert said.endswith(DAY_FORM)
    assert f'value="{typed}"' in str(form["on"])
    assert 'type="date"' not in str(form["on"])


def test_an_empty_box_is_no_day():
    for typed in ("", "   "):
        form = Asked({"on": typed})
        assert form.is_valid()
        assert form.cleaned_data["on"] is None
