"""Every form of the house says what is wrong in plain Chinese, all of it at once, at its field, with the focus on the first."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from cases.doors.table import doors_on_a_case
from cases.forms.base import ActForm
from cases.forms.intake_page import IntakePageForm
from cases.forms.rows import RowsField
from kit.plain_forms import PlainForm, PlainWords
from tests.cast import Cast
from tests.sources import FLOORS, ROOT, handwritten, obey, place, templates

# What Django says in its own Chinese, and any sentence in English.
FRAMEWORK = re.compile("这个字段|有效的|确保|输入一个|不在可用的|该值|[A-Za-z]{3,}")
OURS = re.compile("YYYY|base64|JSON|Excel|csv|xlsx|pdf|PDF|zip|jpg|png", re.IGNORECASE)
NONSENSE = ("abc", "空\x00字符", "长" * 300_000, "9" * 40, "-1", "2026-02-30", "<b>", "⁣")


def test_every_form_of_the_house_is_plain():
    for floor in FLOORS:
        for path in (ROOT / floor).rglob("*.py"):
            if "migrations" not in path.parts and "Form" in path.read_text(encoding="utf-8"):
                import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    ours = [each for each in _below(forms.BaseForm) if each.__module__.split(".")[0] in FLOORS]
    assert len(ours) > 100
    assert [each.__name__ for each in ours if not issubclass(each, PlainWords)] == []


def test_no_day_is_asked_for_by_the_browsers_own_box():
    rough = re.compile(r"forms\.DateField\(|type=\"date\"|\"type\": \"date\"|datetime-local")
    files = [
        path for path in [*handwritten(), *templates()] if "tests" not in path.parts and path.name != "day_field.py"
    ]
    texts = [(path, path.read_text(encoding="utf-8")) for path in files]
    offences = [
        place(path, text[: hit.start()].count("\n") + 1) for path, text in texts for hit in rough.finditer(text)
    ]
    obey(offences, "use kit.day_field.DayField:")


def test_no_form_leaves_its_checking_to_the_browser():
    drawing = re.compile(r"components/(field|form_fields|unit_picker)\.html")
    rough = [
        place(path, text[: form.start()].count("\n") + 1)
        for path in templates()
        if (text := path.read_text(encoding="utf-8"))
        for form in re.finditer(r"<form\b(?:\{%.*?%\}|[^>{])*(?:\{[^%].*?\}[^>{]*)*>", text)
        if drawing.search(text[form.end() : text.find("</form>", form.end())]) and "novalidate" not in form.group()
    ]
    obey(rough, "the browser says one thing at a time, in its own language; write novalidate:")


@pytest.mark.django_db
def test_nothing_typed_gets_a_word_of_the_framework(cast: Cast):
    for form in _forms():
        for typed in ("", *NONSENSE):
            bound = _bound(form, typed, cast)
            said = [
                f"{form.__name__}.{name} {typed[:9]!r}: {words}"
                for name, every in bound.errors.items()
                for words in every
            ]
            assert not [each for each in said if FRAMEWORK.search(OURS.sub("", each.split(": ", 1)[1]))], said
            assert not [each for each in said if not each.endswith("。")], said


@pytest.mark.django_db
def test_everything_missing_is_said_at_once_and_the_first_has_the_focus(cast: Cast):
    form = _bound(IntakePageForm, "", cast)
    assert {"channel", "received_on", "content"} <= set(form.errors)
    page = str(form)
    assert page.count("autofocus") == str(form["channel"]).count("autofocus") > 0
    assert 'aria-describedby="id_received_on_error"' in page


def test_every_wrong_row_is_named_and_its_cell_marked():
    class Many(PlainForm):
        """Rows."""

        rows = RowsField(
            {"name": forms.CharField(label="姓名", max_length=3), "age": forms.IntegerField(label="年龄")}, dict
        )

    typed = QueryDict("rows-name=很长的名字&rows-age=5&rows-name=王&rows-age=x")
    form = Many(typed)
    assert form.errors["rows"] == ["第1行“姓名”：最多3字，现有5字。", "第2行“年龄”：请填整数。"]
    page = str(form["rows"])
    assert page.count('aria-invalid="true"') == 2
    assert page.count("autofocus") == 1


def _forms() -> Iterator[type[ActForm]]:
    seen = {door.form for door in doors_on_a_case().values()}
    yield from sorted(seen, key=lambda form: form.__name__)
    yield IntakePageForm


def _bound(form: type[Any], typed: str, cast: Cast) -> Any:
    data = QueryDict(mutable=True)
    for name, field in form.base_fields.items():
        names = [f"{name}-{column}" for column in field.columns] if isinstance(field, RowsField) else [name]
        for each in names:
            data[each] = typed
    return form(data, {}, by=cast.router)


def _below(base: type[Any]) -> Iterator[type[Any]]:
    for each in base.__subclasses__():
        yield each
        yield from _below(each)
