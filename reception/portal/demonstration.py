"""What the demonstration and a simulation show of the portal: a petition filed online on a simulated day, the guide, what is published."""

from datetime import date
from uuid import UUID, uuid5

from cases.actions.inputs import PartyInput
from law.vocabulary import Kind, Path
from organizations.dictionaries import CONTENT
from organizations.models import Staff, Term, Unit
from organizations.roles import Role
from organizations.simulated import World
from organizations.vocabulary import DEPARTMENTS
from reception.models import GuideRow, Matters
from reception.portal.filing import Petition, desks, file_petition
from reception.portal.guide import keep_row
from reception.portal.publishing import publish

_SPACE = UUID("6f1d1c5e-5f5b-4b1e-9a49-0d4f3c1f7a10")
_HOURS = "工作日上午九时至十二时、下午二时至五时，信访接待大厅；领导接访日见接待大厅公告。"


def show_portal(day: date, clerk: Staff, world: World) -> None:
    """Make it once in the district of a clerk. No case: the demonstration has its 300."""
    head = Staff.objects.filter(grants__role=Role.HEAD, grants__unit=clerk.unit, is_active=True).order_by("pk").first()
    if head:
        world.attempt(
            "portal.publish", lambda: publish(by=head, unit=clerk.unit, matter=Matters.HOURS, text=_HOURS, on=day)
        )
    world.attempt("portal.guide", lambda: _guide(day, world.area))


def file_online(day: date, district: Unit) -> None:
    """File one petition of a day at the district's office, by nobody in particular."""
    desk = next((unit for unit in desks(day) if unit.district_id == district.pk), None)
    if desk is None:
        return
    people = [PartyInput("章示例", address="云河区示例路8号")]
    text = "小区门口的路灯坏了半个月，晚上看不清路，请派人修理。"
    file_petition(
        Petition(desk, uuid5(_SPACE, f"online {day} {district.pk}"), text, Kind.APPEAL, people), limited=False
    )


def _guide(day: date, district: Unit) -> None:
    manager = Staff.objects.filter(grants__role=Role.SYSTEM_ADMIN, unit__district=district, is_active=True).first()
    units = Unit.objects.valid_on(day).filter(district=district, kind__in=DEPARTMENTS).order_by("path")
    terms = Term.objects.of(CONTENT).valid_on(day).filter(level=1).order_by("code")
    if manager is None or GuideRow.objects.filter(district=district).exists():
        return
    for term, unit in zip(terms, units, strict=False):
        keep_row(
            by=manager, category=term.code, unit=unit, path=Path.STATUTORY_DUTY, papers="身份证件\n有关材料", on=day
        )
