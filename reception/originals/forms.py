"""Forms of originals."""

from typing import Any

from django import forms

from cases.forms.base import line
from cases.forms.people import text_column
from cases.forms.rows import RowsField
from cases.record_steps import RecordForm, Step
from reception.originals.actions import Item, give_originals_back
from reception.originals.moves import GIVE_BACK


def item_columns() -> dict[str, forms.Field]:
    """Return the columns of one original."""
    return {
        "name": forms.CharField(label="材料名称", max_length=100),
        "copies": forms.IntegerField(label="份数", min_value=1, max_value=999),
        "remark": text_column("备注", 100),
    }


def item_row(**cleaned: Any) -> Item:
    """Build one original from its cleaned columns."""
    return Item(**cleaned)


class TakeOriginalsForm(RecordForm):
    """收下原件材料."""

    hint = "能复印的尽量复印后当面退还；必须留下原件的逐份填写，打印材料收据交递交人。"
    items = RowsField(item_columns(), item_row, label="原件清单", required=True)
    handed_by = line("递交人", required=False, most=60)


class GiveBackForm(RecordForm):
    """退还原件材料."""

    returned_to = line("领取人", most=60, help_text="请领取人在材料收据上签名。")


STEPS: dict[str, Step] = {
    "give-back": Step("退还原件材料", GiveBackForm, give_originals_back, GIVE_BACK, "已登记退还。")
}
