"""What supervisors and units do about orders on one day of a simulation, and what the demonstration shows of them."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kit.files import CheckedFile, check_files
from law.procedure import OPEN_LEG
from organizations.authority import may
from organizations.models import Grant, Staff, Unit
from organizations.roles import Right, Role
from organizations.simulated import World
from supervision.models import Finding, SupervisionOrder
from supervision.orders.finding import find_failures
from supervision.orders.making import supervise
from supervision.orders.people import signers
from supervision.orders.steps import check, close, reply
from supervision.words.orders import CheckResult, ExplainedHow, FindingState, OrderMethod, OrderSource, OrderState

_TEXT = "请查明没有按期办理的原因，尽快办结，并当面向信访人说明。"
_REPLY = "已经安排专人办理，办理情况已当面向信访人说明。"
_SHOWN = 4


def simulate(day: date, random: Random, world: World) -> int:
    """Let supervisors order about what was found, units reply, others check and close; returns how many deeds."""
    ordering, checking = world.holding(Role.SUPERVISOR), world.holding(Role.COORDINATOR)
    if not (ordering and checking):
        return 0
    found = Finding.objects.filter(state=FindingState.OPEN).order_by("pk")[:_SHOWN]
    done = sum(world.attempt("order", _order(each, ordering[0], day)) for each in found if random.random() < 0.3)
    for order in SupervisionOrder.objects.exclude(state=OrderState.CLOSED).order_by("pk")[: 4 * _SHOWN]:
        if random.random() < 0.25 and (deed := _next(order, world, checking[0], day)):
            done += world.attempt("order.step", deed)
    return done


def show(day: date) -> int:
    """Look for failures in the demonstration's district and order about a few, at several stages; once."""
    offices = Grant.objects.in_force(day).filter(role=Role.SUPERVISOR, staff__is_active=True)
    grant = offices.select_related("staff__unit").order_by("pk").first()
    if grant is None or SupervisionOrder.objects.exists():
        return 0
    made = find_failures(day)
    rows = Finding.objects.readable_by(grant.staff).filter(leg__state__in=OPEN_LEG).exclude(unit=grant.unit)
    for number, finding in enumerate(rows.order_by("unit", "pk")[:_SHOWN]):
        _order(finding, grant.staff, day)()
        order = SupervisionOrder.objects.latest("pk")
        if number and (head := _head(order.unit, day)):
            reply(order, by=head, text=_REPLY, on=day)
    return made


def _order(finding: Finding, by: Staff, day: date) -> Callable[[], object]:
    signer = Staff.objects.filter(pk__in=signers(by)).exclude(pk=by.pk).order_by("username").first() or by
    given: dict[str, Any] = {"source": OrderSource.OFFICE, "method": OrderMethod.LETTER, "text": _TEXT}
    until = day + timedelta(days=10)
    return lambda: supervise(
        finding.case_id,
        leg_id=finding.leg_id,
        by=by,
        finding=finding,
        reply_by=until,
        signed_by=signer,
        on=day,
        **given,
    )


def _next(order: SupervisionOrder, world: World, checker: Staff, day: date) -> Callable[[], object] | None:
    if order.state in (OrderState.ISSUED, OrderState.RECEIVED):
        heads = world.holding(Role.HEAD, order.unit)
        return (lambda: reply(order, by=heads[0], text=_REPLY, on=day)) if heads else None
    if order.state == OrderState.REPLIED:
        return lambda: check(order, by=checker, result=CheckResult.TRUE, text="已到场核查。", on=day)
    if order.state == OrderState.CHECKED:
        how = ExplainedHow.FACE
        return lambda: close(order, by=checker, explained_how=how, explained_on=day, uploads=[_talk()], on=day)
    return None


def _head(unit: Unit, day: date) -> Staff | None:
    grants = Grant.objects.in_force(day).filter(unit=unit, role=Role.HEAD, staff__is_active=True)
    people = (grant.staff for grant in grants.select_related("staff__unit").order_by("pk"))
    return next((person for person in people if may(person, Right.REPLY_ORDER, at=unit)), None)


def _talk() -> CheckedFile:
    """The record of a talk with the petitioner, as somebody types it up."""
    return check_files([SimpleUploadedFile("谈话记录.txt", "已当面说明办理情况，信访人签字。".encode())])[0]
