"""The matter of a case as one person may know it: its other cases within his reach, and which of them repeat each other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db.models import Prefetch, prefetch_related_objects

from cases.models import Case, HandOff, Leg, Party, Remedy
from cases.models.party import ASKING
from cases.places.matters import MATTER_IS_SHARED, of_the_same_people, others_of
from cases.reading.case_file import readable_state, readable_subject, shown_legs
from cases.reading.matter_case import MatterCase
from kit.sealed_fields import digests_of
from law.remedies import RemedyDecision, RemedyKind
from law.vocabulary import State
from organizations.models import Staff

# The page says where there are more.
MOST_OF_A_MATTER = 50


def others_of_the_matter(case: Case, by: Staff) -> list[MatterCase]:
    """Return the other cases of the matter within reach, the earliest first; no query where the case is the only one."""
    if not vars(case)[MATTER_IS_SHARED]:
        return []
    same = others_of(case.matter_id, case.pk).readable_by(by)
    found = list(same.select_related("unit").order_by("received_on", "id")[:MOST_OF_A_MATTER])
    if found:
        asked = HandOff.objects.read_under(same, by).select_related("to_unit")
        legs = Leg.objects.read_under(same, by).select_related("unit", "first_unit", "first_handler", "handler")
        reviews = Remedy.objects.read_under(same, by).filter(kind=RemedyKind.REVIEW, decided_on__isnull=False)
        final = reviews.exclude(decision=RemedyDecision.REMAND).select_related("document")
        with_hand_offs = legs.order_by("id").prefetch_related(Prefetch("hand_offs", asked))
        prefetch_related_objects(
            found, Prefetch("legs", with_hand_offs), Prefetch("remedies", final, to_attr="reviews")
        )
    return [_shown(each, by) for each in found]


def repeated(cases: Sequence[Case], by: Staff) -> frozenset[int]:
    """Return the keys of the cases that repeat: an earlier one of their matter, within reach, is of one of the same people.

    Agents repeat nothing: they speak for others. ``cases`` came with `with_matter_shared`; two queries, none where no
    case shares its matter.
    """
    shared = [case for case in cases if vars(case)[MATTER_IS_SHARED]]
    if not shared:
        return frozenset()
    people = Party.objects.readable_by(by).filter(case__in=[case.pk for case in shared], role__in=ASKING)
    mine: dict[int, list[Party]] = {case.pk: [] for case in shared}
    for party in people:
        mine[party.case_id].append(party)
    before = _asked_before(shared, [party for parties in mine.values() for party in parties], by)
    return frozenset(case.pk for case in shared if _repeats(case, mine[case.pk], before))


def _shown(case: Case, by: Staff) -> MatterCase:
    legs = shown_legs(by, case, list(case.legs.all()))
    reviewed = [each.document.number for each in vars(case)["reviews"] if each.document]
    return MatterCase(case, readable_subject(case), readable_state(case, legs), legs, reviewed)


class _Asked(NamedTuple):
    matter_id: int
    received_on: object
    case_id: int
    name_digest: str
    id_digest: str


def _asked_before(cases: Iterable[Case], people: Iterable[Party], by: Staff) -> list[_Asked]:
    """Return those of the matters of these cases who have the name, or the ID number, of one of these people."""
    rows = Party.objects.readable_by(by).filter(of_the_same_people(people), role__in=ASKING)
    rows = rows.filter(case__matter__in={case.matter_id for case in cases}).exclude(case__state=State.VOIDED)
    return [
        _Asked(*row)
        for row in rows.values_list(
            "case__matter_id", "case__received_on", "case_id", "name_digest", "id_digest"
        ).order_by()
    ]


def _repeats(case: Case, people: Iterable[Party], before: Iterable[_Asked]) -> bool:
    earlier = [
        each
        for each in before
        if each.matter_id == case.matter_id and (each.received_on, each.case_id) < (case.received_on, case.pk)
    ]
    return any(_is_one_of(person, earlier) for person in people) if earlier else False


def _is_one_of(person: Party, others: Iterable[_Asked]) -> bool:
    """Tell whether a person is one of these: by the ID number where both have one, by the name otherwise."""
    names = set(digests_of(person.name)) if person.name.strip() else set()
    ids = set(digests_of(person.id_number)) if person.id_number.strip() else set()
    return any(each.id_digest in ids if ids and each.id_digest else each.name_digest in names for each in others)
