"""The form of a petitioner's rating."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, words
from law.ratings import Rated, RatingWay, Score

_ASKED = [("", "请选择")]


class RateForm(ActForm):
    """满意度评价."""

    rated = forms.ChoiceField(label="评价对象", choices=[*_ASKED, *Rated.choices()])
    score = forms.ChoiceField(label="信访人的评价", choices=[*_ASKED, *Score.choices()])
    way = forms.ChoiceField(
        label="评价方式", choices=[*_ASKED, *((w.value, w.label) for w in RatingWay if w is not RatingWay.PORTAL)]
    )
    words = words("信访人的话", required=False, rows=2, most=500, help_text="照原话记；不写对信访人的看法。")
    hint = (
        "由信访人自己评：不代评、不劝评，不许好处，也不施压。不愿评的不登记，不算评价。"
        "一个环节评一次，登记后不能更改；被评价的单位看不到单件评价。"
    )

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        typed = super().arguments()
        return {**typed, "rated": Rated(typed["rated"]), "score": Score(typed["score"]), "way": RatingWay(typed["way"])}
