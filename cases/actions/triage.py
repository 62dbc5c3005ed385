"""Triage 分级办理: simple at once, ordinary by limit, difficult upward; changeable while the case is open (Art. 22)."""

from datetime import date

from cases.actions.frame import performing
from cases.clocks import note_next_due, set_simple
from cases.models import Case
from cases.models.clock import RUNNING
from law.errors import Refused
from law.local_rules import SIMPLE_DAYS
from law.matters import Tier
from law.vocabulary import Act, Duty
from organizations.limits import legal_limits
from organizations.models import Staff

ARTICLE = "第二十二条第一款"


def triage(
    case_id: int, *, by: Staff, tier: Tier, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Say how much work a case is; with the simplified procedure on, a simple one runs its shorter clocks.

    No start moves: what turns out not to be simple is counted from the original start by the ordinary limit.
    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, tier_same, simple_unfit.
    """
    if not reason.strip():
        raise Refused("reason_missing", "请写明分级的理由。", ARTICLE)
    with performing(Act.TRIAGE, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        case, before = deed.case, Tier(deed.case.tier)
        if tier is before:
            raise Refused("tier_same", f"本件已经定为“{tier.label}”，不需要再定。", ARTICLE)
        if tier is Tier.SIMPLE and (case.sealed or case.urgent):
            raise Refused(
                "simple_unfit",
                "含检举控告或者标为重大紧急的信访件不能定为“马上办”，请定为“限时办”或者“提级办”。",
                ARTICLE,
            )
        case.tier = tier
        moved = _retime(case, deed.on)
        deed.facts = {"tier": str(tier), "tier_before": str(before), "clocks": moved}
    return case


def _retime(case: Case, on: date) -> list[int]:
    """Shorten or restore the running clocks that the simplified procedure touches; return the keys of those that moved.

    A shorter date that has passed already is not set: nobody is late by a decision of today.
    """
    limits, moved = legal_limits(), []
    for clock in case.clocks.filter(RUNNING, duty__in=list(SIMPLE_DAYS)).select_related("leg"):
        days = limits.of(clock.rule_version).local.simple.get(Duty(clock.duty)) if case.tier == Tier.SIMPLE else None
        old = clock.due_on
        set_simple(clock, None if clock.extended_days else days, on)
        if clock.due_on != old:
            moved.append(clock.pk)
    legs = list(case.legs.filter(clocks__in=moved).distinct())
    note_next_due(case, *legs)
    for leg in legs:
        leg.save(update_fields=["next_due_on"])
    return moved
