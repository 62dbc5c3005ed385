"""Early warnings: drawn each night by rules, answered by the town with a measure and a day."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, QuerySet, Sum

from cases.record.audiences import able
from kit.messages.queueing import queue_message
from kit.messages.words import Channel
from kit.verbs import Fact, Verb
from law.errors import Refused
from law.local_rules import working_days_after
from organizations.journal.noting import note
from organizations.models import Staff, Unit
from organizations.outbox.recipients import colleague
from organizations.reach_of_right import held_over
from organizations.record_messages import reason_of_record
from organizations.recording import Move, record_not_found, recording
from organizations.roles import Right
from organizations.settings_in_force import setting_on
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar
from screening.grid.settings import WARN_ANSWER_DAYS, WARN_DAYS, WARN_PEOPLE, WARN_REPORTS
from screening.models import Dispute, EarlyWarning
from screening.models.words import DisputeKind, WarningState
from screening.wording import assert_of_a_dispute

DRAWN = Verb(
    "screening.warned",
    "苗头预警",
    {"kind": Fact("类型", str, DisputeKind), "reports": Fact("件数"), "people": Fact("人数")},
)
ANSWERED = Verb("screening.warning_answered", "答复苗头预警", {"act_by": Fact("完成日期", date)})
VERBS = (DRAWN, ANSWERED)
WARNED = reason_of_record("screening.warned", "苗头预警", "screening.earlywarning")
ANSWER = Move(
    verb=ANSWERED,
    right=Right.CHECK_SCREENING,
    from_states=frozenset({WarningState.WAITING.value}),
    to_state=WarningState.ANSWERED,
)


def draw_warnings(day: date) -> int:
    """Warn the towns of what gathers at one place; each kind at a place once in the days looked at. Returns how many."""
    drawn = 0
    for district in Unit.objects.filter(kind=UnitKind.AREA).order_by("pk"):
        days = setting_on(WARN_DAYS.key, day, district)
        since = day - timedelta(days=days)
        for row in _gathered(district, since, day):
            known = EarlyWarning.objects.filter(village=row["found_at"], kind=row["kind"], drawn_on__gt=since)
            if not known.exists():
                drawn += _drawn(row, day)
    return drawn


def _gathered(district: Unit, since: date, day: date) -> list[dict[str, int]]:
    rows = Dispute.objects.filter(
        district=district, found_on__gt=since, found_on__lte=day, found_at__kind=UnitKind.VILLAGE
    )
    counted = rows.order_by().values("found_at", "kind").annotate(reports=Count("pk"), total=Sum("people"))
    people = setting_on(WARN_PEOPLE.key, day, district)
    reports = setting_on(WARN_REPORTS.key, day, district)
    return [row for row in counted if row["reports"] >= reports or row["total"] >= people]


def _drawn(row: dict[str, int], day: date) -> int:
    village = Unit.objects.select_related("parent").get(pk=row["found_at"])
    town = village.parent
    if town is None or town.kind != UnitKind.TOWN:
        return 0
    days = setting_on(WARN_ANSWER_DAYS.key, day, town.district_id)
    with transaction.atomic():
        made = EarlyWarning.objects.create(
            district_id=town.district_id,
            unit=town,
            state=WarningState.WAITING,
            village=village,
            kind=row["kind"],
            drawn_on=day,
            reports=row["reports"],
            people=row["total"],
            answer_by=working_days_after(day, days, working_calendar()),
        )
        note(DRAWN, at=town, about=made, kind=str(made.kind), reports=made.reports, people=made.people)
        _tell(made, town)
    return 1


def _tell(made: EarlyWarning, town: Unit) -> None:
    text = f"{made.village.short_name}{DisputeKind(made.kind).label}：{made.reports}起{made.people}人，请{made.answer_by:%m月%d日}前答复措施和日期。"
    for person in able(Right.CHECK_SCREENING, town):
        once = f"screening.warned:{made.pk}:{person.pk}"
        queue_message(
            Channel.PRODUCT, WARNED, colleague(person), text, url=made.get_absolute_url(), about=made.pk, once=once
        )


def answer_warning(
    row: EarlyWarning, *, measure: str, act_by: date, by: Staff, seen: int | None = None, on: date | None = None
) -> EarlyWarning:
    """Answer a warning with a measure and the day by which it is done. Raises Refused: due_past, about_people, judging, conditional."""
    with recording(ANSWER, row, by=by, seen=seen, on=on) as made:
        assert_of_a_dispute(measure)
        if act_by < made.on:
            raise Refused("due_past", f"完成日期{act_by}已经过了，最早是今天{made.on}。")
        found: EarlyWarning = made.record
        found.measure, found.act_by = measure.strip(), act_by
        found.answered_on, found.answered_by = made.on, by
        made.facts = {"act_by": act_by}
    return found


def to_answer(staff: Staff, _on: date) -> QuerySet[EarlyWarning]:
    """Return the warnings that a person's town has to answer."""
    return EarlyWarning.objects.readable_by(staff).filter(
        held_over(staff, Right.CHECK_SCREENING, "unit"), state=WarningState.WAITING
    )


def warning_of(staff: Staff, key: int) -> EarlyWarning:
    """Return a warning that a person may read. Raises Refused not_found."""
    rows = EarlyWarning.objects.readable_by(staff).select_related("unit", "village", "answered_by")
    found: EarlyWarning | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
