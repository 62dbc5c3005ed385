"""Drawing rows by lot, comparing each with its file, signing: 查账 and the check of quality (Art. 38, 40)."""

import secrets
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from django.db.models import Count, Q, QuerySet

from cases.models import Leg
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff, Unit
from organizations.recording import Move, record_not_found, recording
from organizations.roles import Right
from supervision.models import Finding, Sample, SampleRow
from supervision.orders import verbs
from supervision.orders.following_moves import of_another_unit
from supervision.orders.rates import Rate, rate_of
from supervision.words.orders import Defect, RowResult, SampleKind, SampleState

MOST_DRAWN = 100
ARTICLE = "第三十八条第二款"
_OF_KIND = {
    SampleKind.LEDGER: (RowResult.MATCHES, RowResult.DIFFERS),
    SampleKind.QUALITY: (RowResult.SOUND, RowResult.DEFECTIVE),
}
DRAW = Move(verb=verbs.DRAWN, right=Act.SUPERVISE, to_state=SampleState.DRAWN, opening=of_another_unit)
CHECK = Move(
    verb=verbs.ROW_CHECKED, right=Act.SUPERVISE, from_states=frozenset({SampleState.DRAWN}), opening=of_another_unit
)
SIGN = Move(
    verb=verbs.SAMPLE_SIGNED,
    right=Right.CHECK_ORDER,
    from_states=frozenset({SampleState.DRAWN}),
    to_state=SampleState.SIGNED,
    opening=of_another_unit,
)


def drawn_keys(keys: Sequence[int], size: int, seed: int) -> list[int]:
    """Return the keys that a seed draws of these, in the order of the draw: the same again at any time."""
    return Random(seed).sample(list(keys), min(size, len(keys)))  # noqa: S311 - the seed is kept so that all can repeat it


def draw(
    *,
    by: Staff,
    unit: Unit,
    kind: SampleKind,
    since: date,
    until: date,
    size: int,
    failure: str = "",
    seed: int | None = None,
    on: date | None = None,
) -> Sample:
    """Draw legs that a unit received in a period, by lot, of all or of those with a failure.

    Raises Refused: not_permitted, own_unit, period_unfit, nothing_to_draw.
    """
    if until < since:
        raise Refused("period_unfit", f"期间的止日{until}早于起日{since}。", ARTICLE)
    chosen = seed if seed is not None else secrets.randbelow(2**31)
    keys = _keys(by, unit, since, until, failure)
    sample = Sample(
        unit=unit,
        kind=SampleKind(kind),
        since=since,
        until=until,
        failure=failure,
        seed=chosen,
        population=len(keys),
        drawn_by=by,
        drawn_on=since,
    )
    with recording(DRAW, sample, by=by, on=on) as made:
        if not keys:
            raise Refused("nothing_to_draw", f"“{unit.name}”这段期间没有您能查看的件可抽。", ARTICLE)
        sample.drawn_on = made.on
        _write_rows(sample, drawn_keys(keys, min(size, MOST_DRAWN), chosen))
        made.facts = {"population": len(keys), "seed": chosen}
    return sample


def check_row(
    sample: Sample,
    place: int,
    *,
    by: Staff,
    result: RowResult,
    defects: Sequence[Defect] = (),
    note: str = "",
    on: date | None = None,
) -> SampleRow:
    """Write down what one row's file says. Raises Refused: not_found, not_permitted, wrong_state, result_unfit, note_missing."""
    with recording(CHECK, sample, by=by, on=on) as made:
        row = SampleRow.objects.readable_by(by).filter(sample=sample, place=place).first()
        if row is None:
            raise record_not_found()
        _assert_fits(SampleKind(sample.kind), RowResult(result), defects, note)
        row.result, row.defects, row.note = RowResult(result), [str(each) for each in defects], note.strip()
        row.checked_on, row.checked_by = made.on, by
        row.save()
        made.facts = {"place": place, "result": str(result)}
    return row


def sign(sample: Sample, *, by: Staff, note: str = "", seen: int | None = None, on: date | None = None) -> Sample:
    """Sign a sample of which every row was checked. Raises Refused: not_found, not_permitted, wrong_state, rows_left."""
    with recording(SIGN, sample, by=by, seen=seen, on=on) as made:
        left = SampleRow.objects.readable_by(by).filter(sample=sample, result="").count()
        if left:
            raise Refused("rows_left", f"还有{left}行没有核对，核对完才能签字。", ARTICLE)
        made.record.signed_on, made.record.signed_by, made.record.note = made.on, by, note.strip()
    found: Sample = made.record
    return found


def quality_of(staff: Staff, since: date, until: date) -> list[tuple[Unit, Rate]]:
    """Return the defect rate of each unit in the signed samples of a period with its interval: two queries."""
    samples = Sample.objects.readable_by(staff).filter(kind=SampleKind.QUALITY, state=SampleState.SIGNED)
    rows = SampleRow.objects.readable_by(staff).filter(sample__in=samples.filter(drawn_on__range=(since, until)))
    numbers: QuerySet[Any] = rows.order_by().values("sample__unit")
    numbers = numbers.annotate(bad=Count("pk", filter=Q(result=RowResult.DEFECTIVE)), all=Count("pk"))
    counted = {each["sample__unit"]: (each["bad"], each["all"]) for each in numbers}
    units = Unit.objects.filter(pk__in=counted).order_by("path")
    return [(unit, rate_of(*counted[unit.pk])) for unit in units]


def _keys(by: Staff, unit: Unit, since: date, until: date, failure: str) -> list[int]:
    rows = Leg.objects.readable_by(by).filter(unit=unit, received_on__range=(since, until))
    if failure:
        rows = rows.filter(pk__in=Finding.objects.readable_by(by).filter(failure=failure).values("leg"))
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _write_rows(sample: Sample, keys: Sequence[int]) -> None:
    cases = dict(Leg.objects.filter(pk__in=keys).values_list("pk", "case"))
    SampleRow.objects.bulk_create(
        SampleRow(sample=sample, place=place, leg_id=key, case_id=cases[key]) for place, key in enumerate(keys, 1)
    )


def _assert_fits(kind: SampleKind, result: RowResult, defects: Sequence[Defect], note: str) -> None:
    if result not in _OF_KIND[kind]:
        raise Refused(
            "result_unfit", f"{kind.label}的结果只能是{'、'.join(each.label for each in _OF_KIND[kind])}。", ARTICLE
        )
    if result == RowResult.DEFECTIVE and not defects:
        raise Refused("result_unfit", "有缺陷的，请选出是哪些缺陷。", ARTICLE)
    if result == RowResult.SOUND and defects:
        raise Refused("result_unfit", "选了缺陷，结果就不是“没有缺陷”。", ARTICLE)
    if result == RowResult.DIFFERS and not note.strip():
        raise Refused("note_missing", "账实不符的，请写明哪里不符。", ARTICLE)
