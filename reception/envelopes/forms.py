"""Forms of the opening register."""

from typing import Any

from django import forms

from cases.forms.base import day, line
from cases.forms.people import text_column
from cases.forms.rows import RowsField
from cases.forms.upload import FilesField
from cases.record_steps import RecordForm
from kit.day_field import DayField
from reception.envelopes.actions import MOST, EnvelopeInput
from reception.models import EnvelopeKind, NoPetition


def envelope_columns() -> dict[str, forms.Field]:
    """Return the columns of one envelope; nothing in them is required."""
    return {
        "kind": forms.ChoiceField(label="邮件种类", choices=EnvelopeKind.choices(), initial=EnvelopeKind.ORDINARY),
        "mail_number": text_column("挂号、快递号", 40),
        "sender": text_column("寄信人", 100),
        "sender_address": text_column("寄信地址", 200),
        "postmarked_on": DayField(label="邮戳日期", required=False),
    }


def envelope_row(**cleaned: Any) -> EnvelopeInput:
    """Build one envelope from its cleaned columns."""
    return EnvelopeInput(**{**cleaned, "kind": EnvelopeKind(cleaned["kind"])})


class OpenBatchForm(RecordForm):
    """拆封登记."""

    hint = "挂号信、快递和有寄信人的逐封填写；其余平信只填封数。登记后打印条码签，贴在信封上。"
    received_on = day("收到日期", required=True)
    plain = forms.IntegerField(
        label="另有平信", required=False, min_value=0, max_value=MOST, help_text="不逐封填写的平信有多少封。"
    )
    witness = line("在场人", required=False, most=60, help_text="拆封时在场的另一人。")
    envelopes = RowsField(envelope_columns(), envelope_row, label="逐封填写", required=False)

    def prepare(self) -> None:
        """What is opened came today unless somebody says otherwise."""
        if not self.is_bound:
            self.initial.setdefault("received_on", self.today)


class ScanEnvelopeForm(RecordForm):
    """附上扫描件."""

    uploads = FilesField(
        label="扫描件", required=True, help_text="PDF、JPG、PNG、HEIC，每个不超过20MB；登记来信时成为它的附件。"
    )


class SetAsideForm(RecordForm):
    """不作登记."""

    hint = "信封里有信访内容的，不论格式、署名，一律登记（条例第二十二条）；只有不是信访的才不作登记。"
    danger = True
    why = forms.ChoiceField(label="原因", choices=[("", "请选择"), *NoPetition.choices()])
    remark = line("说明", required=False, help_text="转给了谁、退到了哪里。不写人名、内容。")


class TakeBackForm(RecordForm):
    """恢复待登记."""
