"""Lists of other bodies for tests, as a hotline exports them."""

from typing import Any

from cases.models import Case
from law.commission import Owed
from organizations.today import today
from reception.models import Comparison, Difference, Differs, Sender, SenderKind
from reception.reconciling.comparing import compare_list
from reception.reconciling.their_lists import TheirList, read_their_list
from reception.senders.actions import add_sender
from tests.cast import START, Cast

HEAD = "工单编号,收到日期,标题,诉求内容,联系人,联系电话,要求反馈日期,办理状态"
LAMP = "GD1,2026-03-02,路灯不亮,村口的路灯坏了两个月。,老王,13800001234,2026-03-20,办理中"
WATER = "GD2,2026-03-03,停水,三组停水四天。,老李,13900001234,,办理中"


def hotline(cast: Cast, **more: Any) -> Sender:
    """The hotline of the district, as the bureau knows it; it wants the result of each."""
    given: dict[str, Any] = {"name": "云河区12345热线", "kind": SenderKind.HOTLINE, "owes": Owed.RESULT, **more}
    return add_sender(by=cast.router, on=START, **given)


def listed(*lines: str, head: str = HEAD, sender: Sender | None = None) -> TheirList:
    """A list of these lines, read."""
    text = "\n".join([head, *lines])
    columns, name = (sender.columns, sender.name) if sender else ({}, "")
    return read_their_list("清单.csv", text.encode("gb18030"), columns, today(), sender=name)


def compared(cast: Cast, sender: Sender, *lines: str, head: str = HEAD) -> Comparison:
    """A list held against ours by the router, of the whole of March."""
    given = listed(*lines, head=head, sender=sender)
    return compare_list(sender, given, since=START, until=today(), by=cast.router)


def differing(number: str, what: Differs = Differs.THEIRS_ONLY) -> Difference:
    """The one difference of a number."""
    found: Difference = Difference.objects.select_related("unit", "sender", "case").get(number=number, what=what)
    return found


def only_case() -> Case:
    """The one case there is."""
    return Case.objects.get()
