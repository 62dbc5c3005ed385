"""What the demonstration shows of assessments: the towns' one published, the departments' one with an objection."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from organizations.models import Grant, Staff, Unit
from organizations.roles import Right, Role, roles_with
from supervision.assessing.deciding import answer, commend, fix, object_to, publish
from supervision.assessing.making import add_item, draw_up, score
from supervision.models import AssessmentItem, AssessmentResult, AssessmentScheme
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula, PublishedTo

_BACK = timedelta(days=30)
_WEIGHT = 5
_TITLES = {AssessedGroup.TOWNS: "乡镇街道信访工作考核", AssessedGroup.DEPARTMENTS: "部门信访工作考核"}


def show_assessment(day: date) -> int:
    """Make both once, at the office that has a supervisor, with the people that it takes; returns how many were made."""
    makers, deciders = _people(Role.SUPERVISOR, day), _people(Role.LEADER, day)
    if AssessmentScheme.objects.exists() or not (makers and deciders):
        return 0
    by, decider = makers[0], deciders[0]
    _published(_fixed(by, AssessedGroup.TOWNS, day - _BACK), decider, day)
    _objected(_fixed(by, AssessedGroup.DEPARTMENTS, day), day)
    return AssessmentScheme.objects.count()


def _people(role: Role, day: date) -> Sequence[Staff]:
    held = Grant.objects.in_force(day).filter(role=role, staff__is_active=True, unit__district__isnull=False)
    return [grant.staff for grant in held.select_related("staff__unit").order_by("pk")[:1]]


def _fixed(by: Staff, group: AssessedGroup, on: date) -> AssessmentScheme:
    scheme = draw_up(by=by, title=f"{on.year}年度{_TITLES[group]}", year=on.year, group=group, on=on)
    asked: dict[str, Any] = {"title": "业务培训", "duty": AssessedDuty.QUALITY, "evidence": "培训通知和签到表"}
    add_item(scheme, by=by, weight=_WEIGHT, on=on, **asked)
    item = scheme.items.get(formula="")
    for result in scheme.results.select_related("unit"):
        score(result, by=by, item=item, points=Decimal(_WEIGHT - 1), saw="签到表有两次，缺一次", on=on)
    return fix(scheme, by=by, on=on)


def _published(scheme: AssessmentScheme, by: Staff, day: date) -> None:
    item = scheme.items.get(formula=Formula.NOTICES_IN_TIME)
    if result := _object(scheme, item, day - _BACK):
        answer(result, by=by, item=item, upheld=False, said="核对了告知书和寄出日期，记录无误", on=day)
    publish(scheme, by=by, published_to=PublishedTo.ALL, on=day)
    first = scheme.results.order_by("pk").first()
    if first:
        commend(first, by=by, reason="书面告知、督办反馈按时", number=f"演示〔{day.year}〕1号", on=day)


def _objected(scheme: AssessmentScheme, day: date) -> None:
    _object(scheme, scheme.items.get(formula=Formula.CLOCKS_IN_TIME), day)


def _object(scheme: AssessmentScheme, item: AssessmentItem, on: date) -> AssessmentResult | None:
    """Let the first unit that has somebody for it object."""
    roles = [role.value for role in roles_with(Right.OBJECT_ASSESSMENT)]
    units = Unit.objects.filter(pk__in=scheme.results.values("unit"))
    held = Grant.objects.in_force(on).filter(unit__in=units, role__in=roles, staff__is_active=True)
    grant = held.select_related("staff__unit").order_by("pk").first()
    if grant is None:
        return None
    result: AssessmentResult = scheme.results.select_related("scheme__unit", "unit").get(unit=grant.unit_id)
    return object_to(result, by=grant.staff, item=item, text="有一件已经按时寄出，请核对挂号信收据。", on=on)
