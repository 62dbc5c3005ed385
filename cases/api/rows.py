"""A case in the list of a program, as far as the caller may know it; and what became of one of several cases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rest_framework import serializers

from cases.clocks import NOT_OWED
from cases.models import Case, Clock, Leg
from cases.reading.case_file import CaseFile, readable_subject, reads_whole
from cases.reading.glance import Glance
from cases.reading.matter import repeated
from law.errors import Refused
from law.matters import PetitionMark, Tier, petition_marks
from law.procedure import case_state
from law.vocabulary import Channel, State
from law.words import Word
from organizations.models import Staff


def word(words: type[Word], **more: Any) -> serializers.ChoiceField:
    """Return a field that holds one of the house's words."""
    return serializers.ChoiceField(choices=words.choices(), **more)


def marks_field() -> serializers.ListField:
    """Return the field of the marks of a petition, as far as the caller's reach tells them."""
    return serializers.ListField(child=word(PetitionMark), help_text="初次、重复、联名；重复与否只看您能查看的件")


@dataclass(frozen=True)
class Seen:
    """A case as far as the caller may know it; of a sealed one only what the legs he may see tell."""

    case: Case
    subject: str
    state: str
    next_due_on: date | None
    category: str
    category_code: str
    place: int | None
    marks: tuple[PetitionMark, ...] = ()


def seen_rows(cases: Sequence[Case], staff: Staff) -> list[Seen]:
    """Return the cases of a list, fetched by `cases.lists.case_rows.with_parts`."""
    again = repeated(cases, staff)
    return [replace(_seen_row(case, staff), marks=_marks(case, again=case.pk in again)) for case in cases]


def _seen_row(case: Case, staff: Staff) -> Seen:
    legs = list(case.legs.all())
    opened, whole = case.sealed_open, reads_whole(staff, case, legs)
    return _seen(case, legs, case.clocks.all(), opened=opened, whole=whole)


def _marks(case: Case, *, again: bool) -> tuple[PetitionMark, ...]:
    return petition_marks(repeated=again, petitioners=case.petitioner_count)


def seen_file(file: CaseFile) -> Seen:
    """Return the line of a file."""
    return _seen(file.case, file.legs, file.clocks, opened=file.sealed_open, whole=file.whole)


def seen_at_a_glance(glance: Glance) -> Seen:
    """Return the line of a case at a glance."""
    return _seen(glance.case, glance.legs, glance.clocks, opened=glance.sealed_open, whole=glance.whole)


def _seen(case: Case, legs: list[Leg], clocks: Iterable[Clock], *, opened: bool, whole: bool) -> Seen:
    keys = {leg.pk if leg else None for leg in [*legs, *([None] if opened else [])]}
    due = [c.due_on for c in clocks if c.running and c.duty not in NOT_OWED and c.due_on and c.leg_id in keys]
    shown = case.state if opened or not legs else case_state([State(leg.state) for leg in legs], undispatched=False)
    due_on = min(due, default=None) if whole else None
    term = case.category_term if opened else None
    category, place = (case.category, case.division_id) if opened else ("", None)
    return Seen(case, readable_subject(case), shown, due_on, category, term.code if term else "", place)


class CaseLine(serializers.Serializer[Any]):
    """One case in a list."""

    id = serializers.IntegerField(source="case.id")
    number = serializers.CharField(source="case.number")
    subject = serializers.CharField(help_text="事由；含检举控告且无权查看的显示为已密封")
    channel = word(Channel, source="case.channel")
    received_on = serializers.DateField(source="case.received_on")
    registered_on = serializers.DateField(source="case.registered_on")
    state = word(State, help_text="含检举控告且无权查看的，只反映您可以看到的环节")
    unit = serializers.CharField(source="case.unit.name", help_text="登记单位")
    category = serializers.CharField(allow_blank=True)
    category_code = serializers.CharField(allow_blank=True, help_text="内容分类在字典里的代码")
    place = serializers.IntegerField(allow_null=True, help_text="问题属地：单位编号")
    petitioner_count = serializers.IntegerField(source="case.petitioner_count")
    urgent = serializers.BooleanField(source="case.urgent")
    tier = word(Tier, source="case.tier", help_text="分级办理")
    historic = serializers.BooleanField(source="case.historic")
    next_due_on = serializers.DateField(allow_null=True, help_text="最近期限")
    source = serializers.CharField(source="case.source", allow_blank=True)  # type: ignore[assignment]
    external_number = serializers.CharField(source="case.external_number", allow_blank=True)
    version = serializers.IntegerField(source="case.version", help_text="作为对本件整体办理时的 seen")


class ListedCase(CaseLine):
    """One case of the list, with what it is beside the others of its matter."""

    marks = marks_field()


class CasePage(serializers.Serializer[Any]):
    """One page of the list; `after` and `before` are the keys of the neighbouring pages, "" where there is none."""

    results = ListedCase(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


def outcome(refused: Refused | None) -> dict[str, str]:
    """Return what became of one of several things done together: empty where it was done, else the code and why not."""
    return {"code": refused.code if refused else "", "message": refused.message if refused else ""}
