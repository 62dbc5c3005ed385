"""The forms of themed screenings."""

from typing import Any

from django import forms

from cases.forms.base import day, line, words
from cases.record_steps import RecordForm, Step
from organizations.today import today
from organizations.vocabulary import UnitKind
from screening.models import REPORTING, Theme
from screening.rounds import themes


class ThemeForm(RecordForm):
    """拟定专项排查."""

    title = line("主题", most=60, help_text="例如：农民工工资、汛期水利；只写事。")
    kinds = forms.MultipleChoiceField(
        label="由哪些单位填报",
        choices=[(kind.value, kind.label) for kind in REPORTING],
        widget=forms.CheckboxSelectMultiple,
    )
    from_day = day("开始日期", required=True)
    to_day = day("结束日期", required=True)
    why = line("依据")
    questions = words(
        "增加的填报项", required=False, rows=3, most=500, help_text="每行一项，最多5项；系统里已经有的不能再问。"
    )
    hint = "发布以前会算出基层要花多少时间。"

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `draw_up_theme`."""
        typed = {name: value for name, value in super().arguments().items() if name != "seen"}
        asked = [each.strip() for each in typed.get("questions", "").splitlines() if each.strip()]
        return {**typed, "kinds": [UnitKind(kind) for kind in typed["kinds"]], "questions": asked}


class PublishForm(RecordForm):
    """发布专项排查."""

    minutes = forms.IntegerField(label="我看到了：基层合计用时（分钟）", min_value=0)

    def __init__(self, *args: Any, theme: Theme | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if theme:
            self.hint = themes.burden_of_theme(theme, today()).said


def _the_theme(theme: Theme) -> dict[str, Any]:
    return {"theme": theme}


THEME_STEPS: dict[str, Step] = {
    "publish": Step(
        "发布", PublishForm, themes.publish_theme, themes.PUBLISH, "已发布，到开始日期自动开期。", given=_the_theme
    )
}
