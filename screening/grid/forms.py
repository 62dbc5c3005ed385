"""The forms of the grid's topics."""

from cases.forms.base import day, words
from cases.record_steps import RecordForm, Step
from screening.grid import warning


class AnswerWarningForm(RecordForm):
    """答复苗头预警."""

    measure = words("措施", rows=3, most=500, help_text="对这些矛盾纠纷做什么；不写对人的措施。")
    act_by = day("完成日期", required=True)


WARNING_STEPS: dict[str, Step] = {
    "answer": Step("答复", AnswerWarningForm, warning.answer_warning, warning.ANSWER, "已答复。")
}
