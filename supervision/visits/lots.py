"""Drawing a lot of visits, and drawing it again to see that it was drawn so."""

import secrets
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError

from cases.models import Leg
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import JournalEntry, Staff, Unit
from organizations.recording import Move, recording
from organizations.roles import Right
from organizations.today import today
from supervision.models import FollowUpVisit, LotPool, VisitLot
from supervision.models.visit_words import VisitRule, VisitState
from supervision.visits.drawing import digest_of_pool, drawn
from supervision.visits.pools import Asked, pool_of
from supervision.visits.verbs import LOT_DRAWN

DRAW = Move(verb=LOT_DRAWN, right=Right.ARRANGE_VISITS, to_state="drawn")
MOST_DRAWN = 200


def draw_lot(
    *,
    by: Staff,
    rule: VisitRule,
    size: int,
    since: date | None = None,
    until: date | None = None,
    of_unit: Unit | None = None,
    seed: str = "",
    on: date | None = None,
) -> VisitLot:
    """Draw at most ``size`` legs that fit a rule, each to be visited; fewer where fewer fit.

    ``seed`` is chosen by the machine; only a simulation, which must come out the same twice, brings its own.
    Raises Refused: not_permitted, period_missing, pool_empty, pool_too_big, size_unfit, drawn_meanwhile.
    """
    on, unit = on or today(), _unit_of(by)
    if not 1 <= size <= MOST_DRAWN:
        raise Refused("size_unfit", f"一次抽取1至{MOST_DRAWN}件。")
    pool = pool_of(by, Asked(rule, on, unit.district_id, since, until, of_unit))
    lot = VisitLot(
        unit=unit,
        rule=rule,
        since=since,
        until=until,
        of_unit=of_unit,
        size=size,
        seed=seed or secrets.token_hex(8),
        fitting=len(pool),
        drawn_on=on,
        drawn_by=by,
    )
    try:
        with recording(DRAW, lot, by=by, on=on) as made:
            LotPool.objects.create(lot=lot, legs=pool)
            chosen = drawn(lot.seed, pool, size)
            _make_visits(lot, chosen, by)
            made.facts = {
                "rule": rule,
                "pool": len(pool),
                "drawn": len(chosen),
                "seed": lot.seed,
                "digest": digest_of_pool(pool),
            }
    except IntegrityError as twice:
        raise Refused("drawn_meanwhile", "另一人刚抽取了其中的件，请再抽取一次。") from twice
    return lot


def _unit_of(by: Staff) -> Unit:
    held = holdings(by, Right.ARRANGE_VISITS)
    if not held:
        raise Refused("not_permitted", "您的角色不抽取回访。可在“权限一览”查看谁可以抽取。")
    return held[0][1].unit


def _make_visits(lot: VisitLot, chosen: list[int], by: Staff) -> None:
    legs = {leg.pk: leg for leg in Leg.objects.readable_by(by).filter(pk__in=chosen)}
    FollowUpVisit.objects.bulk_create(
        FollowUpVisit(
            district=lot.district,
            unit=lot.unit,
            state=VisitState.DRAWN,
            lot=lot,
            leg=legs[key],
            case_id=legs[key].case_id,
            answered=legs[key].answered_on is not None,
            drawn_on=lot.drawn_on,
        )
        for key in chosen
    )


@dataclass(frozen=True)
class Redrawn:
    """A lot drawn again: is the pool that of the journal, are the visits those that the seed gives; ``unseen``: how many
    of them this person may no longer see, a case being sealed since or kept from him.
    """

    pool_stands: bool
    visits_stand: bool
    drawn: int
    unseen: int

    @property
    def stands(self) -> bool:
        """Tell whether everything is as it was drawn."""
        return self.pool_stands and self.visits_stand


def draw_again(lot: VisitLot, staff: Staff) -> Redrawn:
    """Draw a lot again from its seed and its pool, and compare it with the journal and with the visits that were made."""
    entry = JournalEntry.objects.filter(kind=lot._meta.label_lower, key=lot.pk, verb=LOT_DRAWN.code).first()
    facts = entry.facts if entry else {}
    pool = LotPool.objects.get(lot=lot).legs
    chosen = set(drawn(lot.seed, pool, lot.size))
    seen = set(FollowUpVisit.objects.readable_by(staff).filter(lot=lot).values_list("leg", flat=True))
    known = {"seed": lot.seed, "digest": digest_of_pool(pool), "drawn": len(chosen), "rule": str(lot.rule)}
    pool_stands = all(facts.get(name) == value for name, value in known.items())
    return Redrawn(pool_stands, seen <= chosen, len(chosen), len(chosen - seen))
