"""Filing a dispute: once per sending, with a grade by rules; an accusation goes to the sealed desk and is not kept here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from kit.files import CheckedFile
from law.errors import Refused
from law.local_rules import working_days_after
from law.matters import Tier
from organizations.closed_units import assert_open
from organizations.models import Staff, Unit
from organizations.record_files import store_record_files
from organizations.recording import recording
from organizations.settings_in_force import setting_on
from organizations.today import today
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar
from screening.disputes.moves import FILE
from screening.disputes.settings import GRAVE_PEOPLE, LARGER_PEOPLE, PASS_ON_DAYS, TIER_DAYS
from screening.disputes.severity import Measured, graded
from screening.models import Dispute, Round
from screening.models.words import DisputeKind, DisputeSource, ReportSource, RoundState, Settler
from screening.reports.actions import ReportInput, is_proxy, report_round
from screening.reports.locks import lock_of
from screening.reports.reading import current_report
from screening.wording import assert_of_a_dispute

_BESIDE = "随矛盾纠纷登记"


@dataclass(frozen=True, kw_only=True)
class DisputeInput:
    """What is told of a dispute. ``names`` only where the work needs them; ``tier``: how it is to be worked on."""

    kind: DisputeKind
    source: DisputeSource
    people: int
    facts: str
    tier: Tier
    households: int = 0
    group: Unit | None = None
    spot: str = ""
    names: str = ""
    hurt: bool = False
    at_risk: bool = False
    measures: str = ""
    help_needed: str = ""
    repeat_of: Dispute | None = None
    photos: Sequence[CheckedFile] = ()


def file_dispute(
    unit: Unit,
    said: DisputeInput,
    *,
    client_id: UUID,
    by: Staff,
    round_: Round | None = None,
    found_on: date | None = None,
    source: ReportSource = ReportSource.PAGE,
    on: date | None = None,
) -> Dispute:
    """File a dispute found at a unit; it stands in the round that is running, unless that one is locked already.

    The same ``client_id`` twice is one dispute. ``found_on``: a day before, of a sheet that comes later. Raises Refused: not_permitted, client_id_taken, unit_closed,
    group_unfit, facts_missing, about_people, judging, conditional, files_not_stored.
    """
    if known := known_dispute(client_id, unit, by):
        return known
    on = on or today()
    assert_open(unit, on)
    _assert_fit(unit, said)
    try:
        with transaction.atomic():
            row = _filed(unit, said, client_id, by, _round_for(unit, round_, on), found_on or on, on)
            _stand_in_the_report(row, by, source, on)
            return row
    except IntegrityError:
        if known := known_dispute(client_id, unit, by):
            return known
        raise


def _filed(
    unit: Unit, said: DisputeInput, client_id: UUID, by: Staff, round_: Round | None, found_on: date, on: date
) -> Dispute:
    grade, reasons = graded(_measured(unit, said, on))
    row = Dispute(
        unit=unit,
        found_at=unit,
        client_id=client_id,
        round=round_,
        found_on=found_on,
        found_by=by,
        due_on=first_due(unit, said.tier, found_on),
        settler=settler_of(unit, said.tier),
        grade=grade,
        reasons=reasons,
        **_columns(said),
    )
    with recording(FILE, row, by=by, on=on) as made:
        made.record.number = _number(unit, on, row.pk)
        store_record_files(row, said.photos, by=by)
        made.facts = {"kind": said.kind, "people": said.people, "grade": grade, "tier": said.tier}
        made.facts["late"] = bool(round_ and on > round_.due_on)
    return row


def _columns(said: DisputeInput) -> dict[str, Any]:
    names = ("kind", "source", "people", "tier", "households", "group", "hurt", "at_risk", "repeat_of")
    words = ("facts", "spot", "names", "measures", "help_needed")
    return {name: getattr(said, name) for name in names} | {name: getattr(said, name).strip() for name in words}


def _measured(unit: Unit, said: DisputeInput, on: date) -> Measured:
    return Measured(
        kind=said.kind,
        people=said.people,
        households=said.households,
        hurt=said.hurt,
        at_risk=said.at_risk,
        again=said.repeat_of is not None,
        larger=setting_on(LARGER_PEOPLE.key, on, unit.district_id),
        grave=setting_on(GRAVE_PEOPLE.key, on, unit.district_id),
    )


def first_due(unit: Unit, tier: Tier, found_on: date) -> date:
    """Return when a dispute is due where it was found: what is to be handed up, within so many working days."""
    if tier is Tier.DIFFICULT:
        days = setting_on(PASS_ON_DAYS.key, found_on, unit.district_id)
        return working_days_after(found_on, days, working_calendar())
    return due_of(unit, tier, found_on)


def due_of(unit: Unit, tier: Tier, found_on: date) -> date:
    """Return by when a dispute of a tier has a result."""
    return found_on + timedelta(days=setting_on(TIER_DAYS[tier].key, found_on, unit.district_id))


def settler_of(unit: Unit, tier: Tier) -> Settler:
    """Return who can settle a dispute: the level of the unit that has it, the one above where it is to be handed up."""
    levels = list(Settler)
    here = {UnitKind.VILLAGE: 0, UnitKind.VILLAGE_GROUP: 0, UnitKind.TOWN: 1}.get(UnitKind(unit.kind), 2)
    return levels[min(here + (tier is Tier.DIFFICULT), 2)]


def _number(unit: Unit, on: date, key: int) -> str:
    code = (unit.district.code if unit.district else "") or "0" * 6
    return f"{code[:6]}PC{on:%Y%m%d}{key:06d}"


def _round_for(unit: Unit, asked: Round | None, on: date) -> Round | None:
    """The round asked for, else the newest that is running for the unit; what is locked takes nothing more in."""
    rows = Round.objects.filter(district=unit.district_id, theme=None, state=RoundState.OPEN, first_day__lte=on)
    running = [round_ for round_ in rows.order_by("-first_day", "-pk") if unit.kind in round_.kinds]
    wanted = ([asked] if asked and asked.district_id == unit.district_id and unit.kind in asked.kinds else []) + running
    return next((round_ for round_ in wanted if lock_of(round_, unit.parent_id) is None), None)


def _stand_in_the_report(row: Dispute, by: Staff, source: ReportSource, on: date) -> None:
    """A unit that filed a dispute has reported; what said "nothing" before is corrected, and stays."""
    unit, round_ = row.found_at, row.round
    if round_ is None:
        return
    before = current_report(unit, round_)
    asks = round_.theme is not None and bool(round_.theme.questions)
    if (before and not before.zero) or asks or not round_.expects(unit):
        return
    said = ReportInput(zero=False, told_by=_BESIDE if is_proxy(unit, by) else "", source=source)
    report_round(round_, unit, said, client_id=row.client_id, by=by, on=on)


def known_dispute(client_id: UUID, unit: Unit, by: Staff) -> Dispute | None:
    """Return the dispute that the same sending has become already. Raises Refused client_id_taken: it is another one's."""
    found = Dispute.objects.filter(client_id=client_id).select_related("unit", "found_at").first()
    if found and (found.found_at_id != unit.pk or not found.may_be_read_by(by)):
        raise Refused("client_id_taken", "这个编号（client_id）已经用过，请换一个新的编号再发送。")
    return found


def _assert_fit(unit: Unit, said: DisputeInput) -> None:
    if not said.facts.strip():
        raise Refused("facts_missing", "请写明主要情况：为什么事、在哪里、现在怎么样，一两句话即可。")
    if said.group and said.group.pk != unit.pk and said.group.parent_id != unit.pk:
        raise Refused("group_unfit", f"“{said.group.name}”不在“{unit.name}”，请重新选择组。")
    assert_of_a_dispute(said.facts, said.measures, said.help_needed, said.spot, said.names)
