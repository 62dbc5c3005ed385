"""The hotline of the demonstration and of a simulated district: its list of a day, and what the desk does about it."""

from datetime import date
from functools import partial
from random import Random

from cases.importing.intake import Intake
from cases.models import Case
from law.commission import Owed
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.simulated import World
from reception.models import Comparison, Difference, DifferenceState, Differs, Sender, SenderKind, SettledHow
from reception.reconciling.comparing import compare_list
from reception.reconciling.settling import link_theirs, settle
from reception.reconciling.their_lists import TheirLine, TheirList
from reception.senders.actions import add_sender

NAME = "云河区12345政务服务便民热线"
_HEADER = ("工单编号", "收到日期", "标题", "诉求内容", "办理状态")
_SAID = (
    ("路灯不亮", "村口的三盏路灯坏了半个月，晚上走路看不见，请派人修好。"),
    ("自来水停水", "小区三号楼停水两天，没有通知，请说明原因、尽快恢复。"),
    ("垃圾没有清运", "菜市场后门的垃圾三天没有清运，气味很大，请处理。"),
    ("公交站牌错误", "新改的公交线路站牌没有更换，老人坐错车，请更正。"),
)
_MOST_DEEDS = 3


def hotline(by: Staff, day: date) -> Sender:
    """Return the hotline of a desk, named the first time."""
    known: Sender | None = Sender.objects.select_related("unit").filter(unit=by.unit, source=NAME).first()
    return known or add_sender(name=NAME, kind=SenderKind.HOTLINE, owes=Owed.RESULT, by=by, on=day)


def list_of(day: date, count: int) -> TheirList:
    """Return what the hotline passed on on a day."""
    lines = [_line(day, number) for number in range(1, count + 1)]
    return TheirList(f"工单{day}.csv", _HEADER, {line.number: line for line in lines})


def show_comparison(case: Case, by: Staff, day: date, world: World) -> None:
    """Hold one list against ours, match one line with a case and explain another; registered is what the stories register."""
    world.attempt("compare", lambda: _compare(by, day, 4))
    rows = Difference.objects.filter(unit=by.unit, sender__source=NAME, state=DifferenceState.OPEN)
    found = list(rows.select_related("unit", "sender", "case").order_by("id")[:2])
    if len(found) == 2:
        first, second = found
        world.attempt("difference.link", lambda: link_theirs(first, number=case.number, by=by, on=day))
        said = "属公交公司经营事项，已电话告知热线。"
        world.attempt("difference.settle", lambda: settle(second, how=SettledHow.NOT_OURS, note=said, by=by, on=day))


def live_comparison(by: Staff, day: date, random: Random, world: World) -> int:
    """Hold the list of the day against ours, and settle some of what waits; returns how many deeds."""
    done = int(world.attempt("reception.compare", lambda: _compare(by, day, random.randint(0, 2) + 1)))
    rows = Difference.objects.filter(unit=by.unit, state=DifferenceState.OPEN).select_related("unit", "sender", "case")
    for row in rows.order_by("id")[:_MOST_DEEDS]:
        done += world.attempt("reception.settle", partial(_settle, row, by, day))
    return done


def _compare(by: Staff, day: date, count: int) -> Comparison:
    return compare_list(hotline(by, day), list_of(day, count), since=day, until=day, by=by, on=day)


def _settle(row: Difference, by: Staff, day: date) -> None:
    # A district of so many cases has so many: what the hotline adds goes to another body.
    if row.what == Differs.THEIRS_ONLY:
        settle(row, how=SettledHow.NOT_OURS, note="属供水公司经营事项，已电话告知热线。", by=by, on=day)
    else:
        settle(row, how=SettledHow.COUNTED_OTHERWISE, note="热线按派单日期计，我方按收到日期计。", by=by, on=day)


def _line(day: date, number: int) -> TheirLine:
    subject, content = _SAID[(day.toordinal() + number) % len(_SAID)]
    key = f"GD{day:%Y%m%d}{number:02}"
    petition = Intake(number, key, content, subject, day, day, channel=Channel.CALL)
    return TheirLine(key, "办理中", day, None, petition)
