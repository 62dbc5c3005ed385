"""我的承诺, those of one's unit, those to visit, and the figures of a month: each figure is a list that can be opened."""

from collections.abc import Callable
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.models import Promise
from cases.models.promise import UNDONE
from cases.places.conditions import at_places
from law.errors import Refused
from law.promises import Occasion, VisitResult
from law.vocabulary import Act
from law.words import Word
from organizations.authority import holdings, stands_at
from organizations.models import Staff
from organizations.roles import Right

BY_DUE_DATE = Order("due_on", descending=False, label="完成日期（急的在前）")
_SHOWN = ("case__unit", "unit", "promiser", "clock")
MOST_UNITS = 200


class Whose(Word):
    """Which of the promises a person looks at."""

    MINE = "mine", "我的承诺"
    UNIT = "unit", "本单位的承诺"
    VISIT = "visit", "待回访"


class PromiseFigure(Word):
    """What is counted of the promises of a month. The first day promised decides, whatever was changed later."""

    MADE = "made", "作出承诺"
    DUE = "due", "到期应兑现"
    IN_TIME = "in_time", "按期兑现"
    LATE = "late", "逾期兑现"
    NOT_KEPT = "not_kept", "到期未兑现"
    WITHDRAWN = "withdrawn", "到期已撤回"
    CHANGED = "changed", "改过期"
    VISITED = "visited", "已回访"
    REFUTED = "refuted", "回访发现没有兑现"


FORMULAS: dict[PromiseFigure, str] = {
    PromiseFigure.MADE: "承诺日期在本月的承诺个数",
    PromiseFigure.DUE: "最初承诺的完成日期在本月的承诺个数，随作废件终止的不计",
    PromiseFigure.IN_TIME: "到期应兑现的当中，兑现日期不晚于最初承诺的日期的",
    PromiseFigure.LATE: "到期应兑现的当中，兑现日期晚于最初承诺的日期的，改过期的也计入",
    PromiseFigure.NOT_KEPT: "到期应兑现的当中，还没有确认兑现、也没有撤回的",
    PromiseFigure.WITHDRAWN: "到期应兑现的当中，已经撤回的",
    PromiseFigure.CHANGED: "到期应兑现的当中，改过完成日期的",
    PromiseFigure.VISITED: "到期应兑现的当中，抽签回访过的",
    PromiseFigure.REFUTED: "到期应兑现的当中，其他单位回访发现没有兑现、只部分兑现的",
}
_OF_THE_DUE: dict[PromiseFigure, Q] = {
    PromiseFigure.DUE: Q(),
    PromiseFigure.IN_TIME: Q(kept_on__lte=F("first_due_on")),
    PromiseFigure.LATE: Q(kept_on__gt=F("first_due_on")),
    PromiseFigure.NOT_KEPT: Q(kept_on=None, withdrawn_on=None),
    PromiseFigure.WITHDRAWN: Q(withdrawn_on__isnull=False),
    PromiseFigure.CHANGED: ~Q(due_on=F("first_due_on")),
    PromiseFigure.VISITED: Q(visited_on__isnull=False),
    PromiseFigure.REFUTED: Q(visit_result__in=(VisitResult.NOT_KEPT, VisitResult.PARTLY)),
}


def promises_of(staff: Staff, whose: Whose) -> QuerySet[Promise]:
    """Return the promises that a person made, that his unit owes, or that he may visit; of cases that he sees."""
    rows = Promise.objects.readable_by(staff)
    if whose is Whose.MINE:
        return rows.filter(UNDONE, promiser=staff.pk)
    if whose is Whose.UNIT:
        return rows.filter(UNDONE, at_places(staff, Right.SEE))
    act, own = Act.RECORD_PROMISE_VISIT, Q(unit__in=stands_at(staff)) | Q(kept_by__in=staff.both)
    here = at_places(staff, act) | at_places(staff, act, "case__unit")
    return rows.filter(here, draw__isnull=False, visited_on=None).exclude(own).exclude(promiser__in=staff.both)


def figure_rows(
    staff: Staff, figure: PromiseFigure, month: date, occasion: Occasion | None = None
) -> QuerySet[Promise]:
    """Return the promises behind a figure of a month, of the units that a person sees for; of one occasion or of all."""
    rows = Promise.objects.readable_by(staff).filter(at_places(staff, Right.SEE))
    rows = rows.filter(occasion=occasion) if occasion else rows
    first, after = month_of(month)
    if figure is PromiseFigure.MADE:
        return rows.filter(promised_on__gte=first, promised_on__lt=after)
    return rows.filter(_OF_THE_DUE[figure], first_due_on__gte=first, first_due_on__lt=after, lapsed_on=None)


def figures_of_units(staff: Staff, month: date, occasion: Occasion | None = None) -> list[dict[str, object]]:
    """Return [{unit, figures}] of a month, a unit a line, in the order of the tree: two queries."""
    counted = {figure: Count("pk", filter=_OF_THE_DUE[figure]) for figure in _OF_THE_DUE}
    due = figure_rows(staff, PromiseFigure.DUE, month, occasion).order_by()
    made = figure_rows(staff, PromiseFigure.MADE, month, occasion).order_by()
    by = ("unit__path", "unit_id", "unit__name")
    found: dict[tuple[object, ...], dict[PromiseFigure, int]] = {}
    for row in made.values(*by).annotate(made=Count("pk"))[:MOST_UNITS]:
        found.setdefault(tuple(row[name] for name in by), {})[PromiseFigure.MADE] = row["made"]
    for row in due.values(*by).annotate(**{str(figure): each for figure, each in counted.items()})[:MOST_UNITS]:
        of_unit = found.setdefault(tuple(row[name] for name in by), {})
        of_unit.update({figure: row[str(figure)] for figure in counted})
    return [
        {"unit_id": key[1], "unit": key[2], "figures": {each: found[key].get(each, 0) for each in PromiseFigure}}
        for key in sorted(found, key=str)
    ]


def page_of_promises(rows: QuerySet[Promise], *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of promises, the soonest first. Raises Refused: key_broken, one_direction."""
    parts = rows.select_related(*_SHOWN).annotate(place=F("due_on"))
    return page_by(BY_DUE_DATE, parts, after=after, before=before, size=size)


def assert_reads_promises(staff: Staff) -> Staff:
    """Let in who reads cases or promises. Raises Refused not_permitted."""
    if any(holdings(staff, thing) for thing in (Right.SEE, Right.SEE_SEALED, Act.PROMISE)):
        return staff
    raise Refused("not_permitted", "您的角色不查看承诺。可在“权限一览”查看谁可以查看。")


def month_of(day: date) -> tuple[date, date]:
    """Return the first day of the month of a day, and of the next."""
    first = day.replace(day=1)
    return first, date(first.year + first.month // 12, first.month % 12 + 1, 1)


def counted_in_month(
    figure: PromiseFigure, occasion: Occasion | None = None
) -> Callable[[Staff, date], QuerySet[Promise]]:
    """Return what a report asks for: the rows of a figure for a person in the month of a day."""
    return lambda staff, on: figure_rows(staff, figure, on, occasion)
