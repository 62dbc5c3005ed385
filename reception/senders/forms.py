"""Forms of senders; nothing is preset that the list of a sender says itself."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.base import line, words
from cases.forms.upload import FilesField
from cases.record_steps import RecordForm, Step
from law.commission import Owed
from law.errors import Refused
from reception.models import Sender, SenderKind
from reception.senders import actions, moves

_MAP_HELP = (
    '对方清单的表头系统认不出时才上传：JSON文件，写明我方栏目和对方表头，如 {"external_number": "工单号", "content": "诉求描述", '
    '"superior_report_by": "办理时限"}。收到日期请对应转办、派单的日期。'
)
_DONE_HELP = "对方的“状态”一列里哪些说法表示已经办结，一行一个；不填按通常的说法（已办结、已答复、已结案等）。"
_OWES_HELP = "每件都要求回告、上报的选；不选，只有写明上报日期的件才起上报期限。"


class _Reads(RecordForm):
    """How the lists of a sender are read."""

    owes = forms.ChoiceField(
        label="要求上报的内容", choices=[("", "不要求"), *Owed.choices()], required=False, help_text=_OWES_HELP
    )
    columns = FilesField(label="列对应文件", accept=".json,.txt", help_text=_MAP_HELP)
    done_words = words("办结的说法", required=False, rows=3, most=500, help_text=_DONE_HELP)

    def clean_columns(self) -> dict[str, list[str]] | None:
        """Read the map file. Raises ValidationError with the words of the refusal."""
        files = self.cleaned_data["columns"]
        if len(files) > 1:
            raise ValidationError("只上传一个列对应文件。")
        try:
            return actions.columns_in(files[0]) if files else None
        except Refused as refused:
            raise ValidationError(refused.message, code=refused.code) from refused

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action."""
        typed = super().arguments()
        owes = typed.pop("owes", "")
        return {**typed, "owes": Owed(owes) if owes else None}


class SenderForm(_Reads):
    """建立来件渠道."""

    hint = "上级信访部门、领导信箱、12345热线、人大、法院等，各建一个；名称即信访件的来源。"
    field_order = ("name", "kind", "owes", "columns", "done_words")
    name = line("名称", most=60, help_text="写全称，例如：云河市信访局、云河区12345政务服务便民热线。")
    kind = forms.ChoiceField(label="种类", choices=[("", "请选择"), *SenderKind.choices()])

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `add_sender`."""
        typed = super().arguments()
        return {**typed, "kind": SenderKind(typed["kind"])}


class MapForm(_Reads):
    """更改列对应."""

    hint = "不上传文件，列对应不变。"

    def __init__(self, *args: Any, sender: Sender, **kwargs: Any) -> None:
        self.sender = sender
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Begin with what is set."""
        self.initial.update(owes=self.sender.owes, done_words=self.sender.done_words)

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `change_map`; what a program leaves out stays."""
        typed = super().arguments()
        if "owes" not in self.data:
            typed["owes"] = Owed(self.sender.owes) if self.sender.owes else None
        if "done_words" not in self.data:
            typed["done_words"] = self.sender.done_words
        return typed


class CloseForm(RecordForm):
    """停用来件渠道."""

    danger = True
    hint = "停用后不再登记它的来件、不再对账；已经登记的不变，可以恢复。"


class ReopenForm(RecordForm):
    """恢复来件渠道."""


def _sender(row: Sender) -> dict[str, Any]:
    return {"sender": row}


STEPS: dict[str, Step] = {
    "map": Step("更改列对应", MapForm, actions.change_map, moves.MAP, "已更改，下一次对账按新的读取。", given=_sender),
    "close": Step("停用", CloseForm, actions.close_sender, moves.CLOSE, "已停用。"),
    "reopen": Step("恢复使用", ReopenForm, actions.reopen_sender, moves.REOPEN, "已恢复。"),
}
