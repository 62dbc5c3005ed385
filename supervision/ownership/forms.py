"""Forms of ownership sheets: what is typed becomes types here, both doors take it; nothing is preset that a person decides."""

from typing import Any

from django import forms

from cases.forms.base import day, line, words
from cases.forms.upload import FilesField
from kit.plain_forms import PlainForm
from law.words import Word
from organizations.models import Staff
from supervision.models import OwnershipSheet, PlanStep
from supervision.models.ownership_words import GuaranteeKind, LimitReason, ProgressKind, Satisfaction

_NAME = "姓名；同名的填账号。"
_DATE = "{}。不写即不变。"


def _choice(label: str, kind: type[Word]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", "请选择"), *kind.choices()])


def _files(label: str = "附件") -> FilesField:
    return FilesField(label=label)


class MakeForm(PlainForm):
    """确定包案：六项，其余自动带出."""

    number = line("信访件编号", most=40)
    leader = line("包案领导", most=40, help_text=_NAME)
    procedure = line("程序推进人", most=40, help_text=f"盯程序和期限。{_NAME}")
    coordination = line("调查处理协调人", most=40, help_text=f"协调有关单位。{_NAME}")
    settlement = line("实质解决责任人", most=40, help_text=f"解决问题本身。{_NAME}")
    until = day("时限", required=True, help_text="到这一天化解、销号。")


class SheetForm(PlainForm):
    """A form of one step: `arguments` are the keyword arguments of its action."""

    words_of: dict[str, type[Word]] = {}
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sheet: OwnershipSheet, by: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet, self.by = sheet, by
        self.fields["seen"].initial = sheet.version
        self.prepare()

    def prepare(self) -> None:
        """Fill choices from the sheet at hand."""

    def arguments(self) -> dict[str, Any]:
        """Return what was typed, what was left out left to the defaults of the action."""
        typed = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        return {name: self.words_of[name](value) if name in self.words_of else value for name, value in typed.items()}


class BareForm(SheetForm):
    """Nothing to fill in."""


class ProgressForm(SheetForm):
    """登记进展."""

    words_of = {"kind": ProgressKind}
    kind = _choice("方式", ProgressKind)
    text = words("做了什么", rows=3, most=2000, help_text="写办的事和信访人的意见；不写住址、行踪。")
    on = day("哪一天", help_text="不写即今天。")
    next_what = line("下一步", required=False, help_text="答应办的、要办的。")
    next_on = day("下一步的日期")
    papers = _files("材料、照片")


class SchemeForm(SheetForm):
    """化解方案."""

    scheme = words("化解方案", rows=6, most=5000, help_text="责任单位、措施、资金来源、帮扶措施。")


class GuaranteeForm(SheetForm):
    """五包."""

    words_of = {"kind": GuaranteeKind}
    kind = _choice("哪一包", GuaranteeKind)
    requirement = line("要求", required=False, help_text="不写即不变。")
    due_on = day("时限", help_text=_DATE.format("由谁办到哪天"))
    person = line("责任人", required=False, most=40, help_text="包案领导或者三个责任人之一。不写即不变。")
    done_on = day("完成日期", help_text="办完了才写。")


class AddStepForm(SheetForm):
    """增加化解步骤."""

    what = line("步骤")
    due_on = day("时限", required=True)
    person = line("责任人", required=False, most=40, help_text="不写即本人。")


class _OneStepForm(SheetForm):
    step = forms.TypedChoiceField(label="步骤", coerce=int, choices=[])

    def prepare(self) -> None:
        """Offer the steps that are open."""
        rows = PlanStep.objects.readable_by(self.by).filter(sheet=self.sheet, done_on=None)
        field: Any = self.fields["step"]
        field.choices = [("", "请选择"), *((row.pk, f"{row.what}（{row.due_on}）") for row in rows)]


class FinishStepForm(_OneStepForm):
    """完成步骤."""


class MoveStepForm(_OneStepForm):
    """步骤改期."""

    due_on = day("新的时限", required=True)
    reason = line("原因")


class LimitForm(SheetForm):
    """变更时限."""

    words_of = {"kind": LimitReason}
    until = day("新的时限", required=True)
    kind = _choice("原因", LimitReason)
    reason = line("说明")


class HandOverForm(SheetForm):
    """交接."""

    leader = line("新的包案领导", most=40, help_text=_NAME)
    reason = line("原因", help_text="例如：职务调整。原包案领导仍计入统计。")


class PeopleForm(SheetForm):
    """调整三个责任人."""

    procedure = line("程序推进人", most=40, help_text=_NAME)
    coordination = line("调查处理协调人", most=40, help_text=_NAME)
    settlement = line("实质解决责任人", most=40, help_text=_NAME)


class ResultForm(SheetForm):
    """登记结果."""

    concluded_on = day("办结日期", help_text=_DATE.format("按程序作出了答复"))
    resolved_on = day("化解日期", help_text=_DATE.format("问题实际解决了"))
    settled_on = day(
        "息访日期", help_text=_DATE.format("信访人本人书面声明不再就此事信访，要附声明；不得作为办事的条件")
    )
    opinion = words("信访人意见", required=False, rows=3, most=1000)
    papers = _files("材料")


class VisitForm(SheetForm):
    """回访."""

    words_of = {"said": Satisfaction}
    said = _choice("信访人评价", Satisfaction)
    text = words("回访情况", rows=3, most=2000, help_text="事先与信访人约好；问了什么、还缺什么。")
    on = day("回访日期", help_text="不写即今天。")
    papers = _files()


class WithdrawForm(SheetForm):
    """撤销包案."""

    reason = line("原因", help_text="例如：登记错了、信访件已作废。")


class SendBackForm(SheetForm):
    """退回继续包案."""

    reason = line("还要办什么")
