"""A batch of readable rows into the database: all their records in one transaction, a handful of statements."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from cases.actions.external_numbers import is_same, stored
from cases.actions.from_above import commission_row, facts_of_commission
from cases.actions.new_case import case_numbers
from cases.actions.parties import party_row
from cases.importing.desk import Desk
from cases.importing.intake import Intake, Mode, fingerprint_of
from cases.models import (
    Case,
    Clock,
    Demand,
    Event,
    EventText,
    ImportRun,
    Involvement,
    Matter,
    Party,
    Respondent,
    SuperiorCommission,
)
from cases.openings.paths import owes_notice
from cases.record.chain import commitment, digest
from cases.record.dictionary_links import link_range
from cases.record.search_terms import terms_for
from cases.sight.keeping import keep_reach
from law.procedure import steps_of
from law.vocabulary import Act, Kind, State
from organizations.today import now
from organizations.vocabulary import UnitKind

_ATTEMPTS = 3


@dataclass(frozen=True)
class Target:
    """Where a run's cases go: the desk they are registered at, the run they belong to, the day of the import."""

    desk: Desk
    run: ImportRun
    on: date

    @property
    def history(self) -> bool:
        """Tell whether the cases are finished ones: archived, without clocks."""
        return self.run.mode == Mode.HISTORY


@dataclass(frozen=True)
class Sorted:
    """The rows of a batch: new ones, and those whose number this desk knows from the same source with other content."""

    new: list[Intake]
    changed: list[Intake]


def sort_rows(intakes: Sequence[Intake], target: Target) -> Sorted:
    """Tell new rows and changed ones from those that say what an earlier run has brought already."""
    numbers = [intake.external_number for intake in intakes]
    here = Case.objects.filter(source=target.run.source, external_number__in=numbers, unit=target.desk.unit)
    known: dict[str, list[Case]] = {}
    for case in here.only("external_number", "external_digest", "content"):
        known.setdefault(case.external_number, []).append(case)
    new = [intake for intake in intakes if intake.external_number not in known]
    changed = [
        intake
        for intake in intakes
        if intake.external_number in known
        and not any(is_same(case, fingerprint_of(intake), intake.content) for case in known[intake.external_number])
    ]
    return Sorted(new, changed)


def write_batch(intakes: Sequence[Intake], target: Target) -> Sorted:
    """Write the cases that are not known yet and return which they were.

    Where another run brings the same rows at the same moment, what it has committed is known the second time.
    """
    for attempt in range(_ATTEMPTS):
        try:
            with transaction.atomic():
                found = sort_rows(intakes, target)
                _write(found.new, target)
                # Counted with its rows: whatever kills the run, its number of new cases is exact.
                ImportRun.objects.filter(pk=target.run.pk).update(new=F("new") + len(found.new))
                return found
        except IntegrityError:
            if attempt + 1 == _ATTEMPTS:
                raise
    raise AssertionError("the last attempt returns or raises")


def _write(intakes: Sequence[Intake], target: Target) -> None:
    if not intakes:
        return
    unit = target.desk.unit
    district = unit.district_id
    matters = Matter.objects.bulk_create(Matter(district_id=district, subject=intake.subject) for intake in intakes)
    numbers = case_numbers(unit, [(intake.channel, intake.received_on) for intake in intakes])
    cases = [_case(*parts, target) for parts in zip(intakes, matters, numbers, strict=True)]
    demands = [_demand(case, intake, target) for case, intake in zip(cases, intakes, strict=True)]
    for case, demand in zip(cases, demands, strict=True):
        case.search_terms = terms_for(case, [demand])
    duty, pairs = target.desk.duty, [] if target.history else list(zip(cases, demands, strict=True))
    clocks = [target.desk.clock(case) for case, demand in pairs if owes_notice(duty, unit, [demand])]
    above = [(case, intake.from_above) for case, intake in zip(cases, intakes, strict=True) if intake.from_above]
    clocks += [] if target.history else [target.desk.report_clock(*pair) for pair in above]
    for clock in clocks:
        if clock.due_on:
            clock.case.next_due_on = min(clock.due_on, clock.case.next_due_on or clock.due_on)
    Case.objects.bulk_create(cases)
    Demand.objects.bulk_create(demands)
    Involvement.objects.bulk_create(Involvement(district_id=district, case=case, unit=unit) for case in cases)
    parties = [party_row(case, intake.party) for case, intake in zip(cases, intakes, strict=True) if intake.party]
    Party.objects.bulk_create(parties)
    _write_respondents(demands, intakes, target.desk)
    Clock.objects.bulk_create(clocks)
    SuperiorCommission.objects.bulk_create(commission_row(*pair) for pair in above)
    _write_events(cases, intakes, target)
    keys = [case.pk for case in cases]
    keep_reach(keys)
    link_range(min(keys) - 1, max(keys))


def _case(intake: Intake, matter: Matter, number: str, target: Target) -> Case:
    unit, accusing = target.desk.unit, intake.kind is Kind.ACCUSATION
    accused = target.desk.unit_called(intake.respondent) if accusing and intake.respondent else None
    office = unit.kind == UnitKind.PETITION_OFFICE
    return Case(
        district_id=unit.district_id,
        unit=unit,
        number=number,
        matter=matter,
        channel=intake.channel,
        received_on=intake.received_on,
        registered_on=intake.registered_on,
        subject=intake.subject,
        content=intake.content,
        location=intake.location,
        category=intake.category,
        anonymous=intake.anonymous,
        petitioner_count=intake.petitioner_count,
        historic=target.history,
        source=target.run.source,
        external_number=intake.external_number,
        external_digest=stored(fingerprint_of(intake)),
        sealed=accusing,
        desk_walled=accused in unit.line,
        unlinked=accusing and accused is None and not office,
        state=State.ARCHIVED if target.history else State.REGISTERED,
        last_act_on=max(intake.received_on, intake.registered_on),
        version=1,
    )


def _demand(case: Case, intake: Intake, target: Target) -> Demand:
    """A finished case keeps its reply as the demand's opinion; an open one is still to be answered by us."""
    answered = {"opinion": intake.reply, "answered_on": intake.answered_on} if target.history else {}
    return Demand(case=case, number=1, kind=intake.kind, text=intake.content, **answered)


def _write_respondents(demands: Sequence[Demand], intakes: Sequence[Intake], desk: Desk) -> None:
    pairs = [
        (
            demand,
            Respondent(
                case=demand.case,
                name=intake.respondent,
                unit_id=desk.unit_called(intake.respondent),
                accused=intake.kind is Kind.ACCUSATION,
            ),
        )
        for demand, intake in zip(demands, intakes, strict=True)
        if intake.respondent
    ]
    Respondent.objects.bulk_create(respondent for _, respondent in pairs)
    through = Respondent.demands.through
    through.objects.bulk_create(through(respondent=respondent, demand=demand) for demand, respondent in pairs)


def _write_events(cases: Sequence[Case], intakes: Sequence[Intake], target: Target) -> None:
    texts = [EventText(text=_words(intake, target), salt=secrets.token_hex(16)) for intake in intakes]
    events = [_event(*parts, target) for parts in zip(cases, intakes, texts, strict=True)]
    Event.objects.bulk_create(events)
    for event, text in zip(events, texts, strict=True):
        text.event = event
    EventText.objects.bulk_create(texts)


def _event(case: Case, intake: Intake, text: EventText, target: Target) -> Event:
    facts = {
        "number": case.number,
        "received_on": case.received_on.isoformat(),
        "channel": str(case.channel),
        "import_run": target.run.pk,
        "source": case.source,
        "external_number": case.external_number,
        "mode": target.run.mode,
        "imported_on": target.on.isoformat(),
        **intake.facts,
        **(facts_of_commission(intake.from_above) if intake.from_above else {}),
    }
    event = Event(
        district_id=case.district_id,
        case=case,
        sequence=1,
        act=Act.REGISTER,
        unit=target.desk.unit,
        on=max(intake.received_on, intake.registered_on),
        at=now(),
        to_state=case.state,
        article=steps_of(Act.REGISTER)[0].article,
        facts=facts,
        commitment=commitment(text.salt, text.text),
    )
    event.digest = digest(event)
    return event


def _words(intake: Intake, target: Target) -> str:
    """The petition, and below it what the other system knew and no field of ours holds."""
    notes = list(intake.notes)
    if intake.reply and not target.history:
        when = f"（{intake.answered_on}）" if intake.answered_on else ""
        notes.append(f"原系统答复{when}：{intake.reply}")
    return "\n".join([intake.content, "", "【原系统记载】", *notes]) if notes else intake.content
