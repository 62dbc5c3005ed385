"""Which of our cases the lines of a list mean, and where they say otherwise: of what whoever compares may read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cases.actions.external_numbers import is_stored
from cases.models import Case, SuperiorCommission
from cases.places.whole_cases import whole_to
from law.steps.step import DONE_BELOW
from law.vocabulary import State
from organizations.models import Staff
from reception.models import Differs, PassedOn, PassedOnState, Sender
from reception.reconciling.kept_lines import kept, told
from reception.reconciling.their_lists import TheirLine

# How other systems say that something is finished, where the sender's own words are not given.
DONE_WORDS = ("已办结", "办结", "已完成", "完成", "已答复", "已回复", "已结案", "结案", "已归档", "归档", "已反馈")
_DONE = (*DONE_BELOW, State.ARCHIVED)
DONE, OPEN = "已办结", "未办结"


@dataclass(frozen=True)
class Found:
    """A difference as a list shows it; ``case`` None: we have none that this person may know."""

    what: Differs
    number: str
    case: int | None = None
    theirs: str = ""
    ours: str = ""
    row: str = ""


@dataclass(frozen=True)
class Ours:
    """A case of ours as a list is held against it; ``told``: the digest of what its sender last said."""

    case: Case
    number: str
    told: str
    report_by: date | None
    whole: bool


def ours_of(sender: Sender, by: Staff, numbers: Iterable[str]) -> dict[str, Ours]:
    """Return what these numbers of a sender stand for, of the cases that a person sees: a handful of statements.

    What is out of his sight is to him as if it were not there (Art. 30).
    """
    wanted = list(numbers)
    linked = _linked(sender).filter(number__in=wanted)
    rows = {row.number: row for row in linked.order_by("id") if row.case_id}
    seen = Case.objects.visible_to(by)
    keys = Q(pk__in=[row.case_id for row in rows.values()])
    named = Q(source=sender.source, external_number__in=wanted, unit=sender.unit)
    cases = {case.pk: case for case in seen.filter(keys | named).exclude(state=State.VOIDED)}
    found = {case.external_number: (case, "") for case in cases.values() if case.source == sender.source}
    found |= {number: (cases[row.case_id], row.told) for number, row in rows.items() if row.case_id in cases}
    return _with_days({number: pair for number, pair in found.items() if number in set(wanted)}, by)


def ours_between(sender: Sender, by: Staff, since: date, until: date) -> dict[str, Case]:
    """Return our cases of a sender that arrived in these days, by its number, of those that a person reads whole."""
    whole = whole_to(by).filter(received_on__range=(since, until), unit=sender.unit).exclude(state=State.VOIDED)
    linked = _linked(sender).filter(case__in=whole.order_by().values("pk")).select_related("case")
    found = {row.number: row.case for row in linked}
    named = whole.filter(source=sender.source).exclude(external_number="")
    return {**{case.external_number: case for case in named}, **found}


def differences(line: TheirLine, ours: Ours | None, words: Sequence[str]) -> list[Found]:
    """Return where a line says otherwise than we do; of a case that is not read whole, nothing."""
    row = kept(line.petition, line.report_by) if line.petition else ""
    if ours is None:
        return [Found(Differs.THEIRS_ONLY, line.number, theirs=line.status, row=row)]
    return [*_apart(line, ours, words), *_otherwise(line, ours, row)] if ours.whole else []


def done_words(sender: Sender) -> Sequence[str]:
    """Return the words by which a sender says that something is finished."""
    return [word for word in sender.done_words.split("\n") if word] or DONE_WORDS


def our_state(case: Case) -> str:
    """Return whether a case is finished, as a list of another body would say it."""
    return DONE if case.state in _DONE else OPEN


def _apart(line: TheirLine, ours: Ours, words: Sequence[str]) -> list[Found]:
    case, found = ours.case, list[tuple[Differs, str, str]]()
    if line.status and (DONE if line.status in words else OPEN) != our_state(case):
        found.append((Differs.STATE, line.status, State(case.state).label))
    if line.received_on and line.received_on != case.received_on:
        found.append((Differs.RECEIVED_ON, str(line.received_on), str(case.received_on)))
    if line.report_by and line.report_by != ours.report_by:
        found.append((Differs.REPORT_BY, str(line.report_by), str(ours.report_by or "没有登记")))
    return [Found(what, line.number, case.pk, theirs, own) for what, theirs, own in found]


def _otherwise(line: TheirLine, ours: Ours, row: str) -> list[Found]:
    """What the sender itself said before, and says otherwise now; not where we worded it otherwise."""
    if line.petition is None or is_stored(ours.told, told(line.petition)) is not False:
        return []
    return [Found(Differs.CONTENT, line.number, ours.case.pk, row=row)]


def _linked(sender: Sender) -> "QuerySet[PassedOn]":
    return PassedOn.objects.filter(sender=sender, state=PassedOnState.LINKED)


def _with_days(found: Mapping[str, tuple[Case, str]], by: Staff) -> dict[str, Ours]:
    keys = [case.pk for case, _ in found.values()]
    whole = set(whole_to(by).filter(pk__in=keys).order_by().values_list("pk", flat=True))
    rows = SuperiorCommission.objects.filter(case__in=whole).order_by("id").values_list("case", "report_by")
    days = dict(rows)
    return {
        number: Ours(case, number, kept_digest, days.get(case.pk), case.pk in whole)
        for number, (case, kept_digest) in found.items()
    }
