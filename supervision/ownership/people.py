"""Members of staff named by name or account, and what they need to own a case or to answer for a part of it."""

from django.db.models import Q

from cases.models import Case
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.roles import Right

_SHOWN = 40


def person_named(text: str, district: int | None) -> Staff:
    """Return the one active member of a district's staff of this name or account.

    Raises Refused: person_unknown, person_ambiguous.
    """
    words = text.strip()[:_SHOWN]
    rows = Staff.objects.filter(is_active=True, unit__district=district).select_related("unit")
    found = list(rows.filter(username=words)[:1]) or list(rows.filter(name=words).order_by("pk")[:6])
    if not found:
        raise Refused("person_unknown", f"本区没有在岗人员“{words}”，请填写姓名或者账号。")
    if len(found) > 1:
        where = "、".join(f"{each.unit.short_name}（账号{each.username}）" for each in found)
        raise Refused("person_ambiguous", f"有{len(found)}名“{words}”：{where}。请填写账号。")
    return found[0]


def leads_at(leader: Staff) -> Unit:
    """Return the unit where a person leads. Raises Refused no_leader."""
    held = holdings(leader, Right.OWN_CASES)
    if not held:
        raise Refused("no_leader", f"“{leader.name}”没有领导或者单位负责人的角色，不能包案。")
    return held[0][1].unit


def assert_fit(case: Case, leader: Staff, three: list[Staff]) -> None:
    """Refuse who cannot own a case or read it whole. Raises Refused: three_people, no_right, case_not_seen."""
    if len({each.pk for each in three}) < len(three):
        raise Refused("three_people", "程序推进、调查处理协调、实质解决由三个不同的人负责。")
    for each in three:
        if not holdings(each, Right.WORK_OWNED):
            raise Refused("no_right", f"“{each.name}”的角色不能登记包案工作。可在“权限一览”查看谁可以登记。")
    for each in {person.pk: person for person in (leader, *three)}.values():
        seen = Case.objects.readable_by(each).filter(Q(sealed_open=True), pk=case.pk)
        if not seen.exists():
            raise Refused(
                "case_not_seen",
                f"“{each.name}”不能查看本件，不能负责本件；请换人，或者先给予“临时查阅”（用途：领导包案）。",
            )
