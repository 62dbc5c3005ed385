"""What a reform would move, and what it cannot: counts alone, for officers who see no case."""

from dataclasses import dataclass
from datetime import date

from cases.models import Case, Clock, Draft, HandOff, Leg, Remedy, Respondent
from cases.models.clock import RUNNING
from cases.models.leg import ASKED_MOVEMENTS, OPEN_STATES
from cases.sight.shelves import ENDED
from organizations.models import Grant, Staff, Unit
from organizations.models.mandate import Mandate
from organizations.reforms import successor_unfit


@dataclass(frozen=True)
class Moving:
    """How many of a kind go over."""

    label: str
    count: int


@dataclass(frozen=True)
class ReformPreview:
    """What goes over on the day, and what cannot, in sentences."""

    moving: tuple[Moving, ...]
    cannot: tuple[str, ...]


def preview_of_reform(unit: Unit, successor: Unit, effective: date) -> ReformPreview:
    """Return what would go over as things are today. Raises Refused as `successor_unfit`."""
    if refusal := successor_unfit(unit, successor, effective):
        raise refusal
    counts = {**_work(unit), **_people(unit, effective)}
    return ReformPreview(
        tuple(Moving(label, count) for label, count in counts.items()), tuple(_cannot(unit, successor))
    )


def _work(unit: Unit) -> dict[str, int]:
    legs = Leg.objects.for_the_wall().filter(unit=unit, state__in=OPEN_STATES)
    asked = HandOff.objects.for_the_wall().filter(to_unit=unit, movement__in=ASKED_MOVEMENTS, replied_on=None)
    return {
        "在办环节": legs.count(),
        "作为登记单位的未结信访件": Case.objects.for_the_auditor().filter(unit=unit).exclude(state__in=ENDED).count(),
        "正在走的期限": Clock.objects.for_the_wall().filter(RUNNING, unit=unit).count(),
        "等候回复的征求意见、协办、请示": asked.count(),
        "未作出的复查复核": Remedy.objects.for_the_wall().filter(unit=unit, decided_on=None, refused_on=None).count(),
    }


def _people(unit: Unit, effective: date) -> dict[str, int]:
    return {
        "账号": Staff.objects.filter(unit=unit).count(),
        "角色授权": Grant.objects.in_force(effective).filter(unit=unit).count(),
        "代办": Mandate.objects.filter(person__unit=unit, ended_on=None, to_day__gte=effective).count(),
        "草稿": Draft.objects.filter(staff__unit=unit).count(),
        "下级单位": Unit.objects.valid_on(effective).filter(parent=unit).count(),
    }


def _cannot(unit: Unit, successor: Unit) -> list[str]:
    told = "依照第三十条不能由承接单位办理，到期后通知分办单位撤回另行转送；最好在此之前改送。"
    lines = [
        f"{count}个环节在“{at.name}”的信访件检举控告“{accused.name}”，{told}"
        for at, accused in ((unit, successor), (successor, unit))
        if (count := _walled(at, accused))
    ]
    return [*lines, "已经制作的文书保留原名称和文号；已经归档的信访件不改责任单位，承接单位可以查阅。"]


def _walled(at: Unit, accused: Unit) -> int:
    """Count the open legs at a unit of cases that accuse another, or one over that one."""
    naming = Respondent.objects.for_the_wall().filter(accused=True, unit__in=accused.line)
    return Leg.objects.for_the_wall().filter(unit=at, state__in=OPEN_STATES, case__in=naming.values("case")).count()
