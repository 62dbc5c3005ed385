"""Orders, findings and what follows from them on every leg of the leak scene, with the words planted in its case."""

from datetime import timedelta
from typing import Any

from cases.models import Case
from supervision.models import (
    Advice,
    ConferenceDecision,
    Finding,
    Lead,
    Measure,
    OrderAccount,
    Sample,
    SampleRow,
    SupervisionOrder,
)
from supervision.words.orders import (
    AdviceKind,
    Failure,
    FindingState,
    MeasureKind,
    OrderMethod,
    OrderSource,
    OrderState,
    SampleKind,
)
from tests.cast import START, Cast


def plant_orders(cast: Cast, case: Case, open_words: tuple[str, ...], sealed: tuple[str, ...]) -> None:
    """Hang one of each on every leg of a case: on one that held an accusation with the sealed words."""
    for leg in case.legs.select_related("unit"):
        word = (sealed or open_words)[0] if leg.held_accusation else (open_words or sealed)[0]
        here: dict[str, Any] = {"district_id": leg.district_id, "unit": leg.unit}
        Finding.objects.create(
            **here,
            state=FindingState.OPEN,
            case=case,
            leg=leg,
            failure=Failure.IDLE,
            key=leg.pk,
            missed_on=START,
            found_on=START,
            reason=word,
        )
        _ordered(cast, case, leg, word, here)


def _ordered(cast: Cast, case: Case, leg: Any, word: str, here: dict[str, Any]) -> None:
    made: dict[str, Any] = {"made_by": cast.supervisor, "made_on": START}
    order = SupervisionOrder.objects.create(
        **here,
        **made,
        state=OrderState.REPLIED,
        case=case,
        leg=leg,
        number=f"督{case.number}-{leg.pk}",
        failure=Failure.EVASION,
        source=OrderSource.OFFICE,
        method=OrderMethod.LETTER,
        text=word,
        reply=word,
        reply_by=START + timedelta(days=10),
        issued_by_unit=cast.bureau,
        signed_by=cast.bureau_head,
    )
    decision = ConferenceDecision.objects.get_or_create(
        district_id=leg.district_id,
        number="云联席〔2026〕1号",
        defaults={"unit": leg.unit, "state": "done", "held_on": START, "recorded_by": cast.supervisor},
    )[0]
    told: dict[str, Any] = {**here, "order": order, "text": word, "state": "open"}
    Measure.objects.create(**told, decision=decision, kind=MeasureKind.TALK, made_by=cast.supervisor)
    Advice.objects.create(**told, **made, kind=AdviceKind.WORK, addressee=word, number=f"建{order.pk}")
    sample = Sample.objects.create(
        **here,
        state="signed",
        kind=SampleKind.LEDGER,
        since=START,
        until=START,
        seed=1,
        population=1,
        drawn_on=START,
        drawn_by=cast.supervisor,
    )
    SampleRow.objects.create(sample=sample, place=1, case=case, leg=leg, note=word)
    OrderAccount.objects.create(**told, due_on=START, called_by=cast.supervisor)
    Lead.objects.create(**told, body=word, handed_on=START, handed_by=cast.supervisor)


def order_keys(case: Case) -> dict[str, Any]:
    """The keys that the addresses of orders ask for; 0 where there is nothing."""
    found: dict[str, Any] = {
        "order_id": SupervisionOrder.objects.filter(case=case).first(),
        "finding_id": Finding.objects.filter(case=case).first(),
        "decision_id": ConferenceDecision.objects.first(),
        "following_id": Measure.objects.filter(order__case=case).first(),
    }
    rows = SampleRow.objects.filter(case=case)
    found["sample_id"] = rows[0].sample if rows else None
    keys = {name: row.pk if row else 0 for name, row in found.items()}
    return {**keys, "step": "check", "kind": "measures", "inspection_id": 0}
