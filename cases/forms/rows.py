"""Repeated rows in one form: parallel inputs on a page, a list of objects through the API."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from kit.plain_forms import say_plainly

MOST_ROWS = 60
SPARE_ROWS = 3


class RowsWidget(forms.Widget):
    """Reads ``name-column`` lists from a page, or a list of mappings from a program."""

    template_name = "components/rows.html"
    use_fieldset = True

    def __init__(self, columns: Mapping[str, forms.Field]) -> None:
        super().__init__()
        self.columns = columns
        # (row, column) of what is wrong: a form sets it on the widget of its own.
        self.wrong: frozenset[tuple[int, str]] = frozenset()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return a list of {column: value}; rows that are empty in every column are left out."""
        if not isinstance(data, QueryDict):
            return data.get(name)
        lists = {column: data.getlist(f"{name}-{column}") for column in self.columns}
        length = max((len(values) for values in lists.values()), default=0)
        rows = [{c: values[i] if i < len(values) else "" for c, values in lists.items()} for i in range(length)]
        return [row for row in rows if any(self._typed(column, value) for column, value in row.items())]

    def _typed(self, column: str, value: str) -> bool:
        """A chosen option is no content: only what was typed makes a row."""
        return bool(value.strip()) and not isinstance(self.columns[column], forms.ChoiceField)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Rows may always be left out."""
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give the template the rows typed so far, spare empty ones, and the pattern of a new one, as drawn cells."""
        context = super().get_context(name, value, attrs)
        typed = value if isinstance(value, list) else []
        spare = max(1, SPARE_ROWS - len(typed))
        given = context["widget"]["attrs"]
        context["widget"] |= {
            "rows": [self._cells(name, str(i), row, self._faults(i, given)) for i, row in enumerate(typed)],
            "spares": [self._cells(name, str(i), {}) for i in range(len(typed), len(typed) + spare)],
            "pattern": self._cells(name, "__prefix__", {}),
            "most": MOST_ROWS,
        }
        return context

    def _faults(self, row: int, given: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Return what marks the cells of a row that are wrong; the first of all has the focus if the rows have it."""
        first = min(self.wrong, default=None)
        said = {"aria-invalid": "true", "aria-describedby": f"{given.get('id', '')}_error"}
        return {
            column: {**said, "autofocus": bool(given.get("autofocus")) and (number, column) == first}
            for number, column in self.wrong
            if number == row
        }

    def _cells(
        self, name: str, number: str, row: Mapping[str, Any], faults: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """Draw one row: every column under the same name, told apart by the row's number in its id."""
        cells = []
        for column, field in self.columns.items():
            key = f"id_{name}-{number}-{column}"
            value = row.get(column, field.initial)
            cells.append(
                {
                    "label": field.label,
                    "id": key,
                    "long": isinstance(field.widget, forms.Textarea),
                    "drawn": field.widget.render(
                        f"{name}-{column}",
                        value,
                        {**field.widget_attrs(field.widget), "id": key, **(faults or {}).get(column, {})},
                    ),
                }
            )
        return cells


class RowsField(forms.Field):
    """A list of typed rows: each column cleaned by its own field, each row built by ``build``."""

    widget: RowsWidget

    def __init__(self, columns: Mapping[str, forms.Field], build: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(widget=RowsWidget(columns), **kwargs)
        self.columns = columns
        self.build = build
        for column in columns.values():
            say_plainly(column)

    def to_python(self, value: Any) -> list[Any]:
        """Clean every row. Raises ValidationError naming every row and column that is wrong."""
        if value in (None, ""):
            return []
        if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
            raise ValidationError("应为若干行，每行是一组字段。", code="invalid")
        if len(value) > MOST_ROWS:
            raise ValidationError(f"最多{MOST_ROWS}行，现有{len(value)}行。", code="too_many")
        rows: list[dict[str, Any]] = []
        faults: dict[tuple[int, str], str] = {}
        for place, row in enumerate(value):
            rows.append(self._row(place, row, faults))
        self.widget.wrong = frozenset(faults)
        if faults:
            raise ValidationError([ValidationError(words, code="row") for words in faults.values()])
        return [self.build(**row) for row in rows]

    def _row(self, place: int, row: Mapping[str, Any], faults: dict[tuple[int, str], str]) -> dict[str, Any]:
        """Return the cleaned columns of a row, and note what is wrong with the others."""
        unknown = sorted(set(row) - set(self.columns))
        if unknown:
            raise ValidationError(f"第{place + 1}行有不认识的字段：{'、'.join(map(str, unknown))}。", code="unknown")
        cleaned: dict[str, Any] = {}
        for column, field in self.columns.items():
            try:
                cleaned[column] = field.clean(row.get(column, field.initial if field.initial is not None else ""))
            except ValidationError as error:
                faults[place, column] = f"第{place + 1}行“{field.label}”：{' '.join(error.messages)}"
        return cleaned
