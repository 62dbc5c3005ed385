"""The worker's pass over what was imported: nobody saw a hint while it came in, so that repeats are looked for afterwards."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Q

from cases.forms.intake_page import SOURCE
from cases.models import Case, Event
from cases.reading.open_texts import CASE, FIELDS, words_of
from insight.likeness import grams_of
from insight.models import FoundRepeat, FoundState, Indexed
from insight.repeats.finding import like
from insight.repeats.judging import judged
from law.vocabulary import Act, State
from organizations.models import FeedPosition
from organizations.today import today

# The row of `Indexed` that says up to which place of the feed was looked.
_PLACE, _SKETCHED = 2, 1
AT_A_TIME, MOST_SLICES = 300, 20
_MOST_OTHERS = 3


def find_repeats(*, slices: int | None = MOST_SLICES) -> int:
    """Look for what repeats among the cases that were imported since the last time; returns how many pairs are new.

    Never before the index has them: only up to where texts are sketched. Safe twice and safe late.
    """
    Indexed.objects.get_or_create(pk=_PLACE)
    found = done = 0
    while (slices is None or done < slices) and (step := _slice()) is not None:
        found, done = found + step, done + 1
    return found


def look_from_now() -> None:
    """Begin with what comes next: what is here already is not looked through."""
    sketched = Indexed.objects.filter(pk=_SKETCHED).values_list("position", flat=True).first() or 0
    Indexed.objects.update_or_create(pk=_PLACE, defaults={"position": sketched})


def follow_found() -> int:
    """Note which pairs are of one matter by now, and forget those of what became sealed; returns of how many."""
    FoundRepeat.objects.filter(Q(case__sealed=True) | Q(other__sealed=True)).delete()
    same = FoundRepeat.objects.filter(state=FoundState.OPEN, case__matter=F("other__matter")).values("pk")
    return FoundRepeat.objects.filter(pk__in=same).update(
        state=FoundState.JOINED, decided_on=today(), version=F("version") + 1
    )


def _slice() -> int | None:
    with transaction.atomic():
        place = Indexed.objects.select_for_update().get(pk=_PLACE)
        sketched = Indexed.objects.filter(pk=_SKETCHED).values_list("position", flat=True).first() or 0
        rows = FeedPosition.objects.filter(position__gt=place.position, position__lte=sketched)
        told = list(rows.order_by("position")[:AT_A_TIME])
        if not told:
            return None
        pairs = [pair for case in _imported(told) for pair in _repeats_of(case)]
        FoundRepeat.objects.bulk_create(pairs, ignore_conflicts=True)
        Indexed.objects.filter(pk=_PLACE).update(position=told[-1].position)
    return len(pairs)


def _imported(told: Iterable[FeedPosition]) -> Iterable[Case]:
    """Return the cases that these lines tell of as new, of those that nobody typed here."""
    events = Event.objects.filter(pk__in=[row.key for row in told if row.kind == "event"], act=Act.REGISTER)
    rows = Case.objects.filter(pk__in=events.values("case"), sealed=False, historic=False)
    return rows.exclude(source__in=("", SOURCE)).exclude(state=State.VOIDED).order_by("pk")


def _repeats_of(case: Case) -> list[FoundRepeat]:
    words = "\n".join(getattr(case, name) for name in FIELDS)
    grams = grams_of(words)
    keys = Case.objects.filter(pk__in=like(CASE, grams, case.district_id), historic=False)
    keys = keys.exclude(Q(pk=case.pk) | Q(matter=case.matter_id) | Q(state=State.VOIDED))
    texts = words_of(list(keys.order_by().values_list("pk", flat=True)))
    near = sorted(judged(words, grams, texts).items(), key=lambda pair: (-pair[1].closeness, pair[0]))
    return [_row(case, key, each.closeness) for key, each in near[:_MOST_OTHERS]]


def _row(case: Case, other: int, closeness: float) -> FoundRepeat:
    return FoundRepeat(
        district_id=case.district_id,
        unit_id=case.unit_id,
        state=FoundState.OPEN,
        case=case,
        other_id=other,
        closeness=closeness,
        found_on=today(),
    )
