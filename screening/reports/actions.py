"""Reporting a round: once per sending, late and corrected reports marked, nothing overwritten. All doors call these."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from law.errors import Refused
from organizations.authority import stands_at
from organizations.models import Staff, Unit
from organizations.recording import recording
from organizations.today import today
from organizations.vocabulary import UnitKind
from screening.models import Report, Round
from screening.models.words import ReportSource
from screening.reports.moves import CORRECT, REPORT
from screening.wording import assert_of_a_dispute


@dataclass(frozen=True)
class ReportInput:
    """What is reported: ``zero`` nothing happened; ``groups`` that reported by themselves, as {unit, nothing, phoned}.

    ``told_by``: who phoned, where somebody else enters it. ``sent_at``: the sender's clock.
    """

    zero: bool
    told_by: str = ""
    groups: Sequence[dict[str, Any]] = ()
    answers: dict[str, str] = field(default_factory=dict)
    sent_at: datetime | None = None
    source: ReportSource = ReportSource.PAGE


def report_round(
    round_: Round, unit: Unit, said: ReportInput, *, client_id: UUID, by: Staff, on: date | None = None
) -> Report:
    """Report a round for a unit; the same ``client_id`` twice is one report, another one corrects the first.

    Raises Refused: not_permitted, client_id_taken, told_by_missing, answers_missing, unit_closed, round_not_yours,
    round_not_begun, round_locked, reported_meanwhile, about_people, judging, conditional.
    """
    if known := known_report(client_id, unit, round_, by):
        return known
    on = on or today()
    proxy = is_proxy(unit, by)
    _assert_complete(round_, said, proxy=proxy)
    report = Report(
        unit=unit,
        round=round_,
        client_id=client_id,
        zero=said.zero,
        late=on > round_.due_on,
        reported_on=on,
        reported_by=by,
        proxy=proxy,
        told_by=said.told_by.strip(),
        sent_at=said.sent_at,
        source=said.source,
        groups=_groups(unit, said, on),
        answers=dict(said.answers),
    )
    try:
        with transaction.atomic():
            return _written(report, by, on)
    except IntegrityError as twice:
        if known := known_report(client_id, unit, round_, by):
            return known
        raise Refused("reported_meanwhile", "刚才有人报了这一期，请刷新后核对；要更正的再报一次。") from twice


def _written(report: Report, by: Staff, on: date) -> Report:
    # Who approves the grid at this moment waits, or is waited for.
    Round.objects.select_for_update().get(pk=report.round_id)
    before = Report.objects.select_for_update().filter(round=report.round, unit=report.unit, current=True).first()
    if before:
        Report.objects.filter(pk=before.pk).update(current=False)
        report.corrects = before
    with recording(CORRECT if before else REPORT, report, by=by, on=on) as made:
        made.facts = {"round": report.round_id, "zero": report.zero}
        if before is None:
            made.facts |= {"late": report.late, "source": report.source}
    return report


def known_report(client_id: UUID, unit: Unit, round_: Round, by: Staff) -> Report | None:
    """Return the report that the same sending has become already. Raises Refused client_id_taken: it is another one's."""
    found = Report.objects.filter(client_id=client_id).select_related("unit", "round").first()
    if found and (found.unit_id, found.round_id) != (unit.pk, round_.pk):
        raise Refused("client_id_taken", "这个编号（client_id）已经用在另一份报告上，请换一个新的编号再发送。")
    if found and not found.may_be_read_by(by):
        raise Refused("client_id_taken", "这个编号（client_id）已经用过，请换一个新的编号再发送。")
    return found


def _assert_complete(round_: Round, said: ReportInput, *, proxy: bool) -> None:
    if proxy and said.source is ReportSource.PAGE and not said.told_by.strip():
        raise Refused("told_by_missing", "替别的单位填报的，请写明是谁来电报告的。")
    asked = round_.theme.questions if round_.theme else []
    if lacking := [question for question in asked if not said.answers.get(question, "").strip()]:
        raise Refused("answers_missing", f"专项排查还要填：{'、'.join(lacking)}。")
    assert_of_a_dispute(*said.answers.values())


def is_proxy(unit: Unit, by: Staff) -> bool:
    """Tell whether a person enters for a unit that he does not belong to (代报)."""
    return unit.pk not in {each.pk for each in stands_at(by)}


def _groups(unit: Unit, said: ReportInput, on: date) -> list[dict[str, Any]]:
    """One tap of a village speaks for all its groups; what was named group by group is kept as it is."""
    if unit.kind != UnitKind.VILLAGE:
        return []
    own = {group.pk for group in groups_of(unit, on)}
    named = {each["unit"]: {**each} for each in said.groups if each["unit"] in own}
    rest = [{"unit": key, "nothing": True, "phoned": False} for key in own - set(named)] if said.zero else []
    return sorted([*named.values(), *rest], key=lambda each: int(each["unit"]))


def groups_of(village: Unit, on: date) -> list[Unit]:
    """Return the groups of a village that exist on a day."""
    return list(village.children.filter(kind=UnitKind.VILLAGE_GROUP).valid_on(on).order_by("path"))
