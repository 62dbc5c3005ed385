"""What is said beside a file to be imported."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.importing.intake import Mode
from kit.day_field import DayField
from kit.plain_forms import PlainForm
from organizations.models import Unit
from organizations.today import today

MOST_BYTES = 50 * 1024 * 1024


class ImportForm(PlainForm):
    """文件、导入为、登记单位、没有日期的行."""

    file = forms.FileField(
        label="文件",
        max_length=100,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.gz,.xlsx"}),
        help_text=f"csv、csv.gz或者xlsx，不超过{MOST_BYTES >> 20}MB；文件名作为来源名称，同一来源请用同一个文件名",
    )
    mode = forms.ChoiceField(
        label="导入为", choices=Mode.choices(), help_text="历史件：已归档，不起期限；在办件：期限按原日期起算"
    )
    unit = forms.ModelChoiceField(label="登记单位", queryset=Unit.objects.none(), empty_label=None)
    default_date = DayField(label="没有日期的行按这一天登记", required=False)

    def __init__(self, *args: Any, desks: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        unit.queryset = desks
        unit.label_from_instance = lambda row: row.name

    def clean_file(self) -> Any:
        """Refuse a file beyond the limit."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(f"文件有{file.size >> 20}MB，最多{MOST_BYTES >> 20}MB，请拆成几个文件。")
        return file

    def clean_default_date(self) -> Any:
        """Refuse a day that lies ahead."""
        day = self.cleaned_data["default_date"]
        if day and day > today():
            raise ValidationError("日期不能晚于今天。")
        return day

    def arguments(self) -> dict[str, Any]:
        """Return what a job keeps of it: codes, keys and dates."""
        typed = self.cleaned_data
        day = typed["default_date"]
        return {"mode": str(typed["mode"]), "unit": typed["unit"].pk, "default_date": day.isoformat() if day else ""}
