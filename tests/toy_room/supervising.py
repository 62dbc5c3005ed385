"""The act of the toy room, and what may be asked about it."""

from datetime import date
from random import Random
from typing import Any

from django.db.models import QuerySet

from cases.actions.frame import performing
from cases.forms.base import ActForm, words
from cases.models import Case, Event, Leg
from cases.places.spot import Spot
from cases.reading.case_file import CaseFile
from kit.day_field import DayField
from kit.rooms import setting
from law.errors import Refused
from law.procedure import OPEN_LEG
from law.vocabulary import Act
from organizations.models import Staff
from organizations.roles import Role
from organizations.simulated import World


class SuperviseForm(ActForm):
    """督办."""

    hint = "督办不停止任何期限。"
    text = words("督办要求")
    report_by = DayField(label="反馈日期", required=False)


def supervise(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    text: str,
    report_by: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Supervise a leg (Art. 40). Raises Refused: not_found, not_permitted, wrong_state, supervised_enough."""
    with performing(Act.SUPERVISE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        deed.facts = {"report_by": report_by.isoformat() if report_by else None}
    return deed.case


def supervisable(spot: Spot) -> Refused | None:
    """Not more often than the site has set. Codes: supervised_enough."""
    most = setting("TOY_MOST")
    done = sum(event.act == Act.SUPERVISE and event.leg_id == spot.leg.pk for event in spot.case.events.all())
    return Refused("supervised_enough", f"本环节已经督办{done}次，最多{most}次。", "第四十条") if done >= most else None


def supervised(staff: Staff, _on: date) -> QuerySet[Case]:
    """Return the cases within reach that were supervised."""
    return Case.objects.visible_to(staff).filter(events__act=Act.SUPERVISE).distinct()


def read_supervision(file: CaseFile, _staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return what the panel on the case page shows; None where nobody supervised."""
    found = [event for event in file.events if event.act == Act.SUPERVISE]
    return {"count": len(found)} if found else None


def supervision_lines(file: CaseFile, _staff: Staff) -> list[dict[str, Any]]:
    """Return a line of the timeline for each day that a supervised unit has to report by."""
    return [
        {"act": "督办反馈日期", "on": date.fromisoformat(event.facts["report_by"]), "icon": "flag", "text": ""}
        for event in file.events
        if event.act == Act.SUPERVISE and event.facts.get("report_by")
    ]


def supervision_notices(staff: Staff, on: date) -> list[dict[str, Any]]:
    """Return a line on the desk while something supervised is within reach."""
    count = supervised(staff, on).count()
    return [{"text": f"督办中的信访件{count}件", "url": "/toy/"}] if count else []


def count_supervised() -> int:
    """Return how often anything was supervised: what the nightly task of the room counts."""
    return Event.objects.filter(act=Act.SUPERVISE).count()


def supervise_one(_day: date, random: Random, world: World) -> int:
    """Let the supervisor of a simulated district press one leg that is open; returns how many."""
    [by, *_], legs = world.holding(Role.SUPERVISOR), list(Leg.objects.filter(state__in=OPEN_LEG).order_by("pk"))
    if not legs:
        return 0
    leg = random.choice(legs)
    return int(world.attempt(Act.SUPERVISE, lambda: supervise(leg.case_id, leg_id=leg.pk, by=by, text="请加快办理")))
