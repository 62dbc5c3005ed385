"""Taking originals in with a receipt, and giving them back: both doors call these."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.actions.registration import desk_of
from law.errors import Refused
from organizations.models import Staff
from organizations.record_letters.issuing import issue_letter
from organizations.recording import Recorded, recording
from organizations.today import today
from reception.models import OriginalsReceipt
from reception.on_case import whole_case
from reception.originals.moves import GIVE_BACK, RECEIPT, TAKE


@dataclass(frozen=True)
class Item:
    """One line of the receipt."""

    name: str
    copies: int = 1
    remark: str = ""


def take_originals(
    case_id: int, *, items: Sequence[Item], by: Staff, handed_by: str = "", on: date | None = None
) -> OriginalsReceipt:
    """Take originals in for a case, and make the receipt that the petitioner takes home.

    Raises Refused: not_found, not_permitted, nothing_handed_in.
    """
    case = whole_case(by, case_id)
    if not items:
        raise Refused("nothing_handed_in", "请写明收了哪些原件，至少一份。")
    lines = [_line(number, item) for number, item in enumerate(items, 1)]
    said = {"items": "\n".join(lines), "handed_by": handed_by.strip()}
    row = OriginalsReceipt(unit=desk_of(by), case=case, taken_by=by, taken_on=on or today(), **said)
    with recording(TAKE, row, by=by, on=on) as made:
        made.facts = {"count": sum(item.copies for item in items)}
        issue_letter(made, RECEIPT, unit=made.record.unit)
    return originals_in(made)


def give_originals_back(
    receipt: OriginalsReceipt, *, returned_to: str, by: Staff, seen: int | None = None, on: date | None = None
) -> OriginalsReceipt:
    """Write down that originals went back, and who took them. Raises Refused as `recording`."""
    with recording(GIVE_BACK, receipt, by=by, seen=seen, on=on) as made:
        made.record.returned_to = returned_to.strip()
        made.record.returned_on, made.record.returned_by = made.on, by
    return originals_in(made)


def _line(number: int, item: Item) -> str:
    remark = f"，{item.remark.strip()}" if item.remark.strip() else ""
    return f"{number}. {item.name.strip()}（{item.copies}份{remark}）"


def originals_in(made: Recorded) -> OriginalsReceipt:
    """Return the receipt of a step that was taken."""
    found: OriginalsReceipt = made.record
    return found
