"""A new case written at once (Art. 22): number, people, demands, the desk's clock, the first event, what follows it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, F, Func, Value

from cases.actions.frame import involve
from cases.actions.from_above import commission_row, facts_of_commission, report_clock
from cases.actions.inputs import DemandInput, FromAbove, PartyInput, RespondentInput
from cases.actions.parties import demand_rows, party_row, write_respondents
from cases.clocks import clock_row, note_next_due
from cases.models import Case, Clock, Demand, Event, EventText, Matter, Party, SuperiorCommission
from cases.openings.paths import owes_notice
from cases.places.wall import refresh_wall
from cases.record.chain import event_after
from cases.record.follow_ups import follow_up_of
from cases.record.search_terms import index_case, terms_for
from cases.record.verbs import PARTY_ACTED
from kit.together import NextKey, Together
from law.calendar import Calendar
from law.procedure import case_state, steps_of
from law.vocabulary import Act, Channel, Duty, Kind
from organizations.journal.noting import note
from organizations.limits import Limits
from organizations.mandates import note_entered
from organizations.models import Staff, Unit
from organizations.rules_in_force import rules_beside, rules_of
from organizations.vocabulary import UnitKind

_CHANNEL_LETTERS = {Channel.LETTER: "X", Channel.VISIT: "F", Channel.ONLINE: "W", Channel.CALL: "D", Channel.FAX: "C"}
_SEQUENCE = "cases_case_number_seq"


@dataclass(frozen=True)
class NewRows:
    """What was written with a new case, for who answers with it; ``named``: does it name a respondent?"""

    demands: list[Demand]
    clocks: list[Clock]
    named: bool = False
    commissions: Sequence[SuperiorCommission] = ()
    parties: Sequence[Party] = ()


def write_new_case(
    case: Case,
    standing: Unit,
    parties: Sequence[PartyInput],
    demands: Sequence[DemandInput],
    from_above: FromAbove | None = None,
) -> None:
    """Write a registration as it stands at its end, in one statement: the case with its people and demands, the units
    that have it, the desk's clock from the day of receipt, the first event, the follow-up.
    """
    said = _keys_and_rules(case.unit, himself=case.registered_by is None)
    case.pk, case.matter = said["case"], Matter(pk=said["matter"], district_id=case.district_id, subject=case.subject)
    case.number = case_number(
        case.unit.code or said["place"] or "", Channel(case.channel), case.received_on, said["serial"]
    )
    rows = demand_rows(case, demands)
    case.sealed = any(row.kind == Kind.ACCUSATION for row in rows)
    case.search_terms = terms_for(case, rows)
    clocks = _clocks(case, rows, from_above, *rules_of(said))
    commissions = [commission_row(case, from_above)] if from_above else []
    note_next_due(case, running=clocks)
    case.state, case.version, case.last_act_on = case_state((), undispatched=True), 1, case.registered_on
    people = [party_row(case, each) for each in parties]
    if case.registered_by is None:
        people[0].pk = said["person"]
    event, words = _first_event(case, case.registered_by or people[0], said["event"], from_above)
    together = Together()
    together.insert(case.matter, case, *people, *rows, *clocks, *commissions, event, *words)
    together.insert(follow_up_of(event))
    involve(case, case.unit, standing, together=together)
    together.write()
    note_entered(case.registered_by, case.registered_on)
    if case.registered_by is None:
        note(PARTY_ACTED, at=case.unit, about=case, party=people[0].pk, act=Act.REGISTER)
    case.new_rows, case.matter_is_shared = NewRows(rows, clocks, commissions=commissions, parties=people), False


def _keys_and_rules(desk: Unit, *, himself: bool) -> dict[str, Any]:
    """Return what a registration must know before it can be written at once: its keys and number, calendar and limits.

    ``himself``: the first of the people acts, and the chain names his key.
    """
    serial = Func(Value(_SEQUENCE), function="nextval", output_field=BigIntegerField())
    keys = {"matter": NextKey(Matter), "case": NextKey(Case), "event": NextKey(Event)}
    keys |= {"person": NextKey(Party)} if himself else {}
    asked = (
        Unit.objects.filter(pk=desk.pk)
        .order_by()
        .values(serial=serial, **keys, **rules_beside(), place=F("district__code"))
    )
    return dict(asked.get())


def build_wall(case: Case, respondents: Sequence[RespondentInput]) -> None:
    """Write whom a registration complains of, and close it to them (Art. 30)."""
    case.new_rows = replace(case.new_rows, named=True)
    write_respondents(case, respondents)
    refresh_wall(case)
    index_case(case)
    case.save(update_fields=["sealed", "desk_walled", "unlinked", "registrar_named", "search_terms"])


def _clocks(
    case: Case, demands: list[Demand], from_above: FromAbove | None, calendar: Calendar, limits: Limits
) -> list[Clock]:
    office = case.unit.kind == UnitKind.PETITION_OFFICE
    first = Duty.DISPATCH_15D if office else Duty.NOTICE_DIRECT_15D
    owed = [(first, case.received_on)] if owes_notice(first, case.unit, demands) else []
    owed += [(Duty.URGENT_REPORT, case.registered_on)] if case.urgent else []
    common: dict[str, Any] = {"leg": None, "unit": case.unit, "calendar": calendar, "limits": limits}
    above = [report_clock(case, from_above, calendar=calendar, limits=limits)] if from_above else []
    return [clock_row(duty, case, starts_on=day, **common) for duty, day in owed] + above


def _first_event(
    case: Case, by: Staff | Party, key: int, from_above: FromAbove | None
) -> tuple[Event, list[EventText]]:
    facts: dict[str, str | None] = {"number": case.number, "channel": str(case.channel)}
    facts["received_on"] = case.received_on.isoformat()
    facts |= facts_of_commission(from_above) if from_above else {}
    return event_after(
        None,
        case,
        Act.REGISTER,
        by=by,
        unit=case.unit,
        on=case.registered_on,
        to_state=case.state,
        article=steps_of(Act.REGISTER)[0].article,
        facts=facts,
        text=case.content,
        key=key,
    )


def case_numbers(desk: Unit, cases: Sequence[tuple[Channel, date]]) -> list[str]:
    """Return one number for each channel and day of receipt, in order, with one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s) FROM generate_series(1, %s)", [_SEQUENCE, len(cases)])
        serials = [row[0] for row in cursor.fetchall()]
    code = desk.code or (desk.district.code if desk.district else "")
    return [case_number(code, channel, on, serial) for (channel, on), serial in zip(cases, serials, strict=True)]


def case_number(code: str, channel: Channel, received_on: date, serial: int) -> str:
    """Return 区划6 + 渠道1 + yyyymmdd + a number from one sequence that never starts again."""
    return f"{(code or '0' * 12)[:6]}{_CHANNEL_LETTERS[Channel(channel)]}{received_on:%Y%m%d}{serial:05d}"
