"""The matter of a case as one person may know it: its other cases within his reach, and which of them repeat each other."""

from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from cases.models import Case, HandOff, Leg, Party, Remedy
from cases.models.party import ASKING
from cases.places.matters import MATTER_IS_SHARED, keep_others_seen, of_the_same_people, others_of
from cases.reading.case_file import readable_state, readable_subject, shown_legs
from cases.reading.matter_case import MatterCase
from kit.at_once import Written, ask_at_once
from kit.prefetching import hand_out
from kit.sealed_fields import digests_of
from law.remedies import RemedyDecision, RemedyKind
from law.vocabulary import State
from organizations.models import Staff

MOST_OF_A_MATTER = 50


def matter_of(case: Case, by: Staff) -> tuple[list[MatterCase], bool]:
    """Return the other cases of a matter within reach, the earliest first, and whether this one repeats one of them.

    ``case`` was read with its parties and `with_matter_shared`: two queries, none where it is the only one.
    """
    same = others_of(case.matter_id, case.pk).readable_by(by).select_related("unit").order_by("received_on", "id")
    found = list(same[:MOST_OF_A_MATTER]) if vars(case)[MATTER_IS_SHARED] else []
    keep_others_seen(case, found)
    if not found:
        return [], False
    keys, people = [each.pk for each in found], _asking(case)
    legs, hand_offs, reviews, before = ask_at_once(
        [
            Written(_legs(keys, by)),
            Written(HandOff.objects.readable_by(by).filter(case__in=keys).select_related("to_unit")),
            Written(_reviews(keys, by)),
            Written(_asked_before([case], people, by)),
        ],
        case.pk,
    )
    hand_out(hand_offs, legs, "hand_offs")
    hand_out(legs, found, "legs")
    return [_shown(each, reviews, by) for each in found], _repeats(case, people, before)


def repeated(cases: Sequence[Case], by: Staff) -> frozenset[int]:
    """Return the keys of the cases that repeat: an earlier one of their matter, within reach, is of one of the same people.

    Agents repeat nothing: they speak for others. ``cases`` came with `with_matter_shared`; two queries, none where no
    case shares its matter.
    """
    shared = [case for case in cases if vars(case)[MATTER_IS_SHARED]]
    if not shared:
        return frozenset()
    parties = Party.objects.read_under(Case.objects.visible_to(by), by)
    prefetch_related_objects(shared, Prefetch("parties", parties))
    before = list(_asked_before(shared, [party for case in shared for party in _asking(case)], by))
    return frozenset(case.pk for case in shared if _repeats(case, _asking(case), before))


def _legs(keys: Sequence[int], by: Staff) -> "QuerySet[Leg]":
    rows = Leg.objects.readable_by(by).filter(case__in=keys).order_by("id")
    return rows.select_related("unit", "first_unit", "first_handler")


def _reviews(keys: Sequence[int], by: Staff) -> "QuerySet[Remedy]":
    """The reviews that stand: after them nothing more is due (Art. 36, para 3)."""
    rows = Remedy.objects.readable_by(by).filter(case__in=keys, kind=RemedyKind.REVIEW, decided_on__isnull=False)
    return rows.exclude(decision=RemedyDecision.REMAND).select_related("document")


def _shown(case: Case, reviews: Iterable[Remedy], by: Staff) -> MatterCase:
    legs = shown_legs(by, case, list(case.legs.all()))
    reviewed = [each.document.number for each in reviews if each.case_id == case.pk and each.document]
    return MatterCase(case, readable_subject(case), readable_state(case, legs), legs, reviewed)


def _asking(case: Case) -> list[Party]:
    return [party for party in case.parties.all() if party.role in ASKING]


def _asked_before(cases: Iterable[Case], people: Iterable[Party], by: Staff) -> "QuerySet[Party]":
    """Those of the matters of these cases who have the name, or the ID number, of one of these people."""
    rows = Party.objects.readable_by(by).filter(of_the_same_people(people), role__in=ASKING)
    rows = rows.filter(case__matter__in={case.matter_id for case in cases}).exclude(case__state=State.VOIDED)
    return rows.select_related("case").order_by()


def _repeats(case: Case, people: Iterable[Party], before: Iterable[Party]) -> bool:
    earlier = [
        each
        for each in before
        if each.case.matter_id == case.matter_id and (each.case.received_on, each.case_id) < (case.received_on, case.pk)
    ]
    return any(_is_one_of(person, earlier) for person in people)


def _is_one_of(person: Party, others: Sequence[Party]) -> bool:
    """Tell whether a person is one of these: by the ID number where both have one, by the name otherwise."""
    names = set(digests_of(person.name)) if others and person.name.strip() else set()
    ids = set(digests_of(person.id_number)) if others and person.id_number.strip() else set()
    return any(each.id_digest in ids if ids and each.id_digest else each.name_digest in names for each in others)
