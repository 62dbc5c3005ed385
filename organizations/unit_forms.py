"""Forms of a unit's own page: its letterhead, and its posts."""

from typing import Any

from django import forms

from kit.day_field import DayField
from kit.plain_forms import PlainForm
from organizations.models import Unit, UnitPost
from organizations.models.posts import Post
from organizations.today import today

_HELP = {
    "legal_name": "印在文书上的名称，例如：某某镇人民政府、某某街道办事处；不填的用“全称”。",
    "seal_line": "成文日期上面的署名；不填的用机关全称。",
    "contact_person": "不填的，文书写信访专干。",
}


class LetterheadForm(PlainForm):
    """The columns of a unit's letterhead that a person keeps, as they are."""

    def __init__(self, unit: Unit, columns: tuple[str, ...], data: Any = None) -> None:
        super().__init__(data, auto_id="id_letterhead_%s")
        for name in columns:
            column: Any = Unit._meta.get_field(name)
            self.fields[name] = forms.CharField(
                label=str(column.verbose_name),
                max_length=column.max_length,
                required=False,
                initial=getattr(unit, name),
                help_text=_HELP.get(name, ""),
            )


class PostForm(PlainForm):
    """登记岗位."""

    post = forms.ChoiceField(label="岗位", choices=Post.choices())
    name = forms.CharField(label="姓名", max_length=40)
    position = forms.CharField(label="职务", max_length=40, required=False)
    phone = forms.CharField(label="联系电话", max_length=40, required=False)
    account = forms.CharField(label="账号", max_length=40, required=False, help_text="有账号的填写。")
    from_day = DayField(label="起", initial=today)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="id_post_%s")

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `fill_post`."""
        return {**self.cleaned_data, "post": Post(self.cleaned_data["post"])}


class PostEndForm(PlainForm):
    """结束任职."""

    to_day = DayField(label="任职到", initial=today)

    def __init__(self, held: UnitPost | None = None, data: Any = None) -> None:
        super().__init__(data, auto_id=f"id_end_{held.pk}_%s" if held else False)
