"""Which public collections of proposals a suggestion may answer at registration (Art. 29, para 3)."""

from collections.abc import Sequence
from datetime import date, timedelta

from cases.actions.inputs import DemandInput
from cases.models import Collection
from law.errors import Refused
from law.vocabulary import Kind
from organizations.models import Staff, Unit

ARTICLE = "第二十九条第三款"
# What was posted before the end may be registered a little after it.
_LATE_DAYS = 60


def answerable(staff: Staff, on: date) -> list[Collection]:
    """Return the collections of the person's district that something received lately may answer."""
    since = on - timedelta(days=_LATE_DAYS)
    rows = Collection.objects.filter(district_id=staff.unit.district_id, opens_on__lte=on, closes_on__gte=since)
    return list(rows.order_by("closes_on", "id")[:50])


def assert_collecting(key: int, desk: Unit, received_on: date, demands: Sequence[DemandInput]) -> None:
    """Refuse a collection that was not open on the day of receipt, or for what is no suggestion; without it all goes.

    Raises Refused collection_unfit.
    """
    found = Collection.objects.filter(pk=key, district_id=desk.district_id).first()
    if found is None:
        raise Refused("collection_unfit", "没有这次征集，请不选征集，照常登记。", ARTICLE)
    if not found.opens_on <= received_on <= found.closes_on:
        raise Refused(
            "collection_unfit",
            f"“{found.title}”的征集时间是{found.opens_on}至{found.closes_on}，收到日期{received_on}不在其中。请不选征集，照常登记。",
            ARTICLE,
        )
    if not any(demand.kind == Kind.SUGGESTION for demand in demands):
        raise Refused("collection_unfit", "只有建议意见可以响应征集。请把诉求类别改为建议意见，或者不选征集。", ARTICLE)
