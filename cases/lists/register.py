"""信访登记台账: one line a registered case, in the words its reader may have; petitioners are masked, always."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from cases.forms.ledger import RegisterForm, period_words
from cases.lists.case_rows import nearest, shown_state, with_parts
from cases.models import Case, Clock, Demand, Document, Leg, Party, Service
from cases.models.party import ASKING
from cases.reading.case_file import SEALED_SUBJECT, readable_subject, reads_whole, shown_legs
from cases.reading.matter import repeated
from cases.sight.querysets import CaseQuerySet
from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.masking import mask_name
from kit.rooms import source_words
from law.answers import ANSWERS
from law.matters import Cause, petition_marks
from law.paths import TO_INFORM
from law.vocabulary import Channel, Kind, Movement, State
from organizations.models import Staff
from organizations.roles import Right

_SENT = (Movement.REFER, Movement.COMMISSION)
# Keys asked for at once when a file is fetched.
_AT_ONCE = 5000


@dataclass(frozen=True)
class RegisterLine:
    """A case as the register shows it to one reader: ``legs`` are those that he may know of."""

    case: Case
    legs: list[Leg]
    whole: bool
    again: bool
    state: str
    due_on: date | None

    @property
    def opened(self) -> bool:
        """Tell whether what belongs to the sealed whole may be shown: place, category."""
        return self.case.sealed_open

    @property
    def answers(self) -> list[Document]:
        """Return the opinions, the latest last."""
        return list(self.case.documents.all()) if self.whole else []


def register_rows(staff: Staff, asked: Mapping[str, Any]) -> CaseQuerySet[Case]:
    """Return the cases of a register with the parts that its lines need, all of them through the one rule."""
    rows = Case.objects.visible_to(staff)
    if not asked.get("historic"):
        rows = rows.filter(historic=False)
    if asked.get("since"):
        rows = rows.filter(received_on__gte=asked["since"])
    if asked.get("until"):
        rows = rows.filter(received_on__lte=asked["until"])
    if asked.get("channel"):
        rows = rows.filter(channel=asked["channel"])
    served = Service.objects.read_under(rows, staff)
    answers = Document.objects.read_under(rows, staff).filter(kind__in=ANSWERS)
    told = Clock.objects.read_under(rows, staff).filter(duty__in=TO_INFORM).exclude(met_on=None)
    return with_parts(rows, staff).prefetch_related(
        Prefetch("parties", Party.objects.read_under(rows, staff)),
        Prefetch("demands", Demand.objects.read_under(rows, staff)),
        Prefetch("clocks", told.order_by("met_on"), to_attr="told"),
        Prefetch("documents", answers.prefetch_related(Prefetch("services", served)).order_by("issued_on", "id")),
    )


def register_lines(rows: Sequence[Case], staff: Staff, on: date) -> list[RegisterLine]:
    """Return the lines of cases fetched by `register_rows`, each with whether it repeats an earlier one of its matter."""
    again = repeated(rows, staff)
    return [_line(case, staff, on, again=case.pk in again) for case in rows]


def _line(case: Case, staff: Staff, on: date, *, again: bool) -> RegisterLine:
    legs = list(case.legs.all())
    whole = reads_whole(staff, case, legs)
    shown = shown_legs(staff, case, legs)
    due = nearest(case, legs, on) if whole else None
    return RegisterLine(case, shown, whole, again, shown_state(case, shown)["label"], due["due_on"] if due else None)


def holds(rows: Sequence[Case]) -> dict[str, list[int]]:
    """Return what a file shows of these cases: those whose sealed part it may hold, and the others."""
    found: dict[str, list[int]] = {"open": [], "closed": []}
    for case in rows:
        found["open" if case.sealed_open else "closed"].append(case.pk)
    return found


def within(staff: Staff, held: Mapping[str, Any]) -> bool:
    """Tell whether a person may still read all that a file shows: every case, and the sealed parts that it holds."""
    seen = Case.objects.readable_by(staff)
    opened, closed = held.get("open", []), held.get("closed", [])
    return all_within(seen.filter(Q(sealed_open=True)), opened) and all_within(seen, closed)


def all_within(rows: QuerySet[Any], keys: Sequence[int]) -> bool:
    """Tell whether all of these keys are among rows, asked in chunks."""
    chunks = (keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE))
    return all(rows.filter(pk__in=chunk).count() == len(set(chunk)) for chunk in chunks)


def _petitioner(line: RegisterLine) -> str:
    if line.case.anonymous:
        return "匿名"
    names = [party.name for party in line.case.parties.all() if party.role in ASKING and party.name]
    more = f"等{line.case.petitioner_count}人" if line.case.petitioner_count > 1 else ""
    return f"{mask_name(names[0])}{more}" if names else more


def _marks(line: RegisterLine) -> str:
    """初次/重复; that several sign it stands beside their names."""
    return petition_marks(repeated=line.again, petitioners=line.case.petitioner_count)[0].label


def _visitors(line: RegisterLine) -> str:
    """Visits are counted in batches and people, all else in letters: those have no entry here."""
    return f"1批{line.case.petitioner_count}人次" if line.case.channel == Channel.VISIT else ""


def _demands(line: RegisterLine) -> list[Demand]:
    keys = {leg.pk for leg in line.legs}
    return [demand for demand in line.case.demands.all() if line.whole or demand.leg_id in keys]


def _what(line: RegisterLine) -> str:
    texts = [d.text if line.opened else d.extract or SEALED_SUBJECT for d in _demands(line)]
    told = "；".join(f"{number}.{text.rstrip('。；')}" for number, text in enumerate(texts, 1))
    subject = readable_subject(line.case)
    return f"{subject.rstrip('。')}。诉求：{told}" if told else subject


def _kinds(line: RegisterLine) -> str:
    return _joined(Kind(demand.kind).label for demand in _demands(line))


def _sent_on(line: RegisterLine) -> date | None:
    days = [h.sent_on for leg in line.legs for h in leg.hand_offs.all() if h.movement in _SENT]
    return min(days, default=None)


def _told_on(line: RegisterLine) -> date | None:
    keys = {None, *(leg.pk for leg in line.legs)}
    days: list[date] = [clock.met_on for clock in vars(line.case)["told"] if clock.leg_id in keys]
    return min(days, default=None) if line.whole else None


def _answered(line: RegisterLine) -> str:
    return "；".join(f"{answer.issued_on.isoformat()} {answer.number}" for answer in line.answers)


def _served_on(line: RegisterLine) -> date | None:
    days = [each.received_on for answer in line.answers for each in answer.services.all() if each.received_on]
    return max(days, default=None)


def _joined(words: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(word for word in words if word))


def _units(line: RegisterLine) -> str:
    return _joined(leg.unit.short_name for leg in line.legs if leg.state != State.RETURNED)


def _handlers(line: RegisterLine) -> str:
    return _joined(leg.handler.name for leg in line.legs if leg.handler)


def _causes(line: RegisterLine) -> str:
    return (
        _joined(Cause(demand.cause).label for demand in line.case.demands.all() if demand.cause) if line.whole else ""
    )


TEXT, DATE, CODE = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.CODE
REGISTER = Ledger(
    code="registrations",
    heading="信访登记台账",
    # The list opens to whoever reads cases at all; who keeps the sealed ones reads only those.
    needs=(Right.SEE, Right.SEE_SEALED),
    form=RegisterForm,
    rows=register_rows,
    order="received_on",
    holds=holds,
    within=within,
    period=period_words,
    lines=register_lines,
    note="按信访件登记，一件一行；转给几个单位的，转交、告知取最早的日期，送达取最晚的日期。产生原因由承办人答复时选定，几项诉求的并列。",
    columns=(
        Column("编号", lambda line: line.case.number, CODE, 24),
        Column("收到日期", lambda line: line.case.received_on, DATE, 12),
        Column("形式", lambda line: line.case.get_channel_display(), TEXT, 9),
        Column("来源", lambda line: source_words(line.case.source), TEXT, 12),
        Column("信访人（遮名）", _petitioner, TEXT, 12),
        Column("批次/人次", _visitors, TEXT, 11),
        Column("属地", lambda line: line.case.location if line.opened else "", TEXT, 16),
        Column("初次/重复", _marks, TEXT, 8),
        Column("事由诉求", _what, TEXT, 40),
        Column("类别", _kinds, TEXT, 10),
        Column("内容分类", lambda line: line.case.category if line.opened else "", TEXT, 14),
        Column("办理方式", lambda line: _joined(Movement(leg.movement).label for leg in line.legs), TEXT, 10),
        Column("责任单位", _units, TEXT, 14),
        Column("承办人", _handlers, TEXT, 10),
        Column("转交日", _sent_on, DATE, 12),
        Column("受理告知日", _told_on, DATE, 12),
        Column("到期日", lambda line: line.due_on, DATE, 12),
        Column("答复日文号", _answered, CODE, 24),
        Column("送达日", _served_on, DATE, 12),
        Column("状态", lambda line: line.state, TEXT, 11),
        Column("产生原因", _causes, TEXT, 11),
    ),
)
