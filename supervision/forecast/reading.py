"""What is forecast today, by unit and clock by clock, within a person's reach."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.roles import Right
from supervision.models import ClockForecast
from supervision.models.forecasts import HORIZONS, TODAY, Stage

BY_DUE_DATE = Order("due_on", descending=False, label="到期日（急的在前）")
# From here on a miss is more likely than not.
LIKELY = 0.5
MOST_UNITS = 200
_LONG = 18


@dataclass(frozen=True)
class UnitForecast:
    """What a unit's clocks due within so many days come to: how many, the sum of their probabilities, how many likely."""

    unit: Unit
    clocks: int
    expected: float
    likely: int


def assert_reads(staff: Staff) -> None:
    """Let in who supervises units. Raises Refused not_permitted."""
    if not holdings(staff, Right.FORECAST):
        raise Refused("not_permitted", "您的角色不查看超期预测。可在“权限一览”查看谁可以查看。")


def horizon_of(text: str) -> int:
    """Return one of the horizons that an address names. Raises Refused horizon_unknown."""
    if text not in {str(each) for each in HORIZONS}:
        raise Refused("horizon_unknown", f"只预测{'、'.join(map(str, HORIZONS))}日内到期的期限。")
    return int(text)


def forecasts(staff: Staff, on: date, days: int) -> QuerySet[Any]:
    """Return today's forecasts of the clocks that fall due within so many days."""
    due = Q(due_on__gte=on, due_on__lte=on + timedelta(days=days))
    return ClockForecast.objects.readable_by(staff).filter(due, horizon=TODAY)


def by_unit(staff: Staff, on: date, days: int) -> list[UnitForecast]:
    """Return what is forecast of each unit, those with the most expected misses first."""
    rows = forecasts(staff, on, days).order_by().values("unit")
    summed = rows.annotate(
        clocks=Count("pk"), expected=Sum("probability"), likely=Count("pk", filter=Q(probability__gte=LIKELY))
    ).order_by("-expected", "unit")[:MOST_UNITS]
    found = list(summed)
    units = Unit.objects.in_bulk([row["unit"] for row in found])
    return [UnitForecast(units[row["unit"]], row["clocks"], row["expected"], row["likely"]) for row in found]


def page_of_forecasts(rows: QuerySet[Any], *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of forecasts, the soonest first, each with its case and unit. Raises Refused: key_broken."""
    parts = rows.select_related("clock__case", "unit", "leg__handler").annotate(place=F("due_on"))
    return page_by(BY_DUE_DATE, parts, after=after, before=before, size=size)


def why(row: ClockForecast) -> str:
    """Say in one sentence where a probability comes from."""
    stage = Stage(row.stage).label
    step = f"已用时间{row.spent}%以上、{stage}" if row.spent else f"刚开始、{stage}"
    own = (
        f"本单位过去同样情况的{row.unit_past}件里超期{row.unit_missed}件"
        if row.unit_past
        else "本单位过去没有同样情况的件"
    )
    area = (
        f"全区{row.district_past}件里超期{row.district_missed}件"
        if row.district_past
        else "全区也没有，按这类期限的总体情况"
    )
    return f"{step}：{own}，{area}；本单位的件少，就多看全区。"


def made_on(staff: Staff) -> date | None:
    """Return the day of the last forecast within a person's reach; None where there is none."""
    rows = ClockForecast.objects.readable_by(staff).filter(horizon=TODAY)
    return rows.order_by("-due_on").values_list("made_on", flat=True).first()


def unit_in(staff: Staff, text: str) -> Unit | None:
    """Return the unit that an address names, of a person's district; None where it names none. Raises Refused not_found."""
    if not text:
        return None
    named = text.isascii() and text.isdecimal() and len(text) < _LONG
    found = Unit.objects.filter(pk=text, district_id=staff.unit.district_id).first() if named else None
    if found is None:
        raise Refused("not_found", "没有这个单位，或者不在您的查看范围内。")
    return found
