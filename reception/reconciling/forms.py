"""Forms of comparisons and differences; no answer is chosen beforehand."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.base import day, line, words
from cases.forms.upload import FilesField
from cases.record_steps import RecordForm, Step
from kit.files import CheckedFile
from reception.models import SettledHow
from reception.reconciling import moves, settling

_EXPLAINED = (SettledHow.TOLD_THEM, SettledHow.COUNTED_OTHERWISE, SettledHow.NOT_OURS)


class CompareForm(RecordForm):
    """对账."""

    hint = "导出对方系统的清单，照原样上传；按编号比对，先只列出不一致，什么也不登记。再次上传只更新不一致。"
    file = FilesField(label="对方的清单", accept=".csv,.txt,.xlsx", required=True, help_text="csv或者xlsx，一次一个。")
    since = day(
        "清单起日", required=True, help_text="清单包含哪些天收到的件；这些天里我方有、清单上没有的，列为“我有他无”。"
    )
    until = day("清单止日", required=True)

    def clean_file(self) -> CheckedFile:
        """Take one list. Raises ValidationError for several."""
        files: list[CheckedFile] = self.cleaned_data["file"]
        if len(files) > 1:
            raise ValidationError("一次只比对一个清单。")
        return files[0]

    def clean(self) -> dict[str, Any]:
        """Refuse a list that ends before it begins."""
        typed = super().clean() or {}
        if typed.get("since") and typed.get("until") and typed["until"] < typed["since"]:
            self.add_error("until", f"止日{typed['until']}早于起日{typed['since']}。")
        return typed


class ExportForm(RecordForm):
    """按对方的列导出."""

    hint = "我方从这个渠道收到的件，按对方清单的列的顺序，最后一列是我方编号；信访人和内容不导出。"
    since = day("收到日期从", required=True)
    until = day("到", required=True)


class RegisterForm(RecordForm):
    """登记."""

    hint = "按对方清单上的内容登记，不用重新录入；登记后可以更正。对方写明上报日期的，起上报期限。"


class LinkForm(RecordForm):
    """对应我方信访件."""

    hint = "我方已经从别的渠道登记过同一件的，写我方编号。只是同一事项、对方另转来一次的，请登记后并入同一事项。"
    number = line("我方信访件编号", most=40)


class TakeForm(RecordForm):
    """按对方更正."""

    hint = "内容按更正登记办理，原值保留；上报日期按“登记上级变更”办理，另一人核准后才变。"


class SettleForm(RecordForm):
    """核对后说明."""

    how = forms.ChoiceField(
        label="怎样处理", choices=[("", "请选择"), *((each.value, each.label) for each in _EXPLAINED)]
    )
    note = words("说明", rows=2, most=1000, help_text="告知了对方谁、依据是什么；不写信访人的姓名。")

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `settle`."""
        typed = super().arguments()
        return {**typed, "how": SettledHow(typed["how"])}


_NOT_NOW = ("not_theirs_only", "no_words", "not_takeable")
STEPS: dict[str, Step] = {
    "register": Step("登记", RegisterForm, settling.register_theirs, moves.REGISTER, "已登记。", hides=_NOT_NOW),
    "link": Step("对应我方信访件", LinkForm, settling.link_theirs, moves.LINK, "已对应。", hides=_NOT_NOW),
    "take": Step("按对方更正", TakeForm, settling.take_theirs, moves.TAKE, "已更正。", hides=_NOT_NOW),
    "settle": Step("核对后说明", SettleForm, settling.settle, moves.SETTLE, "已记下，对方再有变化时重新列出。"),
}
