"""The anchor of a day: one digest over the first events of all cases that a district registered on it, and the way up from one.

From the next day on whoever holds a receipt can check that his registration is in what was published, and nobody can
put one in or take one out afterwards. Leaves are the digests of the events, in their order; a pair makes one SM3.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import get_current_timezone, localtime

from cases.models import Event, Party
from kit.verbs import Fact, Verb
from organizations.journal.noting import note
from organizations.models import Unit
from organizations.today import today
from organizations.vocabulary import Level, UnitKind
from reception.models import DayAnchor
from vault.digests import sm3

ANCHORED = Verb("portal.anchored", "公布当日登记锚定", {"day": Fact("日期", date), "number": Fact("登记件数")})
MOST_DAYS = 400


def make_anchors() -> int:
    """Anchor every day of every district that is over and has none yet, and return how many; safe twice and safe late."""
    made = 0
    for district in Unit.objects.filter(kind=UnitKind.AREA, level=Level.DISTRICT):
        last = DayAnchor.objects.filter(district=district).aggregate(last=Max("day"))["last"]
        for day in _days_after(last, district):
            made += _anchor(district, day)
    return made


def inclusion_of(party: Party) -> dict[str, Any]:
    """Return {digest, day, root, steps} of his own registration; no root before the next day."""
    first = Event.objects.for_its_holder().filter(case=party.case_id, sequence=1).first()
    if first is None:
        return {}
    day = localtime(first.at).date()
    found = {"digest": first.digest, "day": day, "root": "", "steps": []}
    anchor = DayAnchor.objects.filter(district=first.district_id, day=day).first()
    leaves = leaves_of(anchor) if anchor else []
    if anchor and first.digest in leaves and root_of(leaves) == anchor.root:
        found |= {"root": anchor.root, "number": anchor.number, "steps": way_up(leaves, first.digest)}
    return found


def leaves_of(anchor: DayAnchor) -> list[str]:
    """Return the digests that an anchor is made of."""
    return _leaves(anchor.district_id, anchor.day)[: anchor.number]


def root_of(leaves: Sequence[str]) -> str:
    """Return the one digest over leaves; an odd one goes up alone."""
    level = list(leaves)
    while len(level) > 1:
        level = [_pair(*level[at : at + 2]) for at in range(0, len(level), 2)]
    return level[0] if level else ""


def way_up(leaves: Sequence[str], leaf: str) -> list[dict[str, str]]:
    """Return the neighbours that a leaf is joined with on its way to the root: {side, digest}."""
    level, place, steps = list(leaves), list(leaves).index(leaf), []
    while len(level) > 1:
        beside = place ^ 1
        if beside < len(level):
            steps.append({"side": "右" if beside > place else "左", "digest": level[beside]})
        level, place = [_pair(*level[at : at + 2]) for at in range(0, len(level), 2)], place // 2
    return steps


def _pair(left: str, right: str = "") -> str:
    return sm3(f"{left}{right}".encode()) if right else left


def _days_after(last: date | None, district: Unit) -> list[date]:
    yesterday = today() - timedelta(days=1)
    if last is None:
        first = Event.objects.for_everybody().filter(district=district, sequence=1).order_by("at").first()
        last = localtime(first.at).date() - timedelta(days=1) if first else yesterday
    last = max(last, yesterday - timedelta(days=MOST_DAYS))
    return [last + timedelta(days=more) for more in range(1, (yesterday - last).days + 1)]


def _anchor(district: Unit, day: date) -> int:
    leaves = _leaves(district.pk, day)
    with transaction.atomic():
        # A day without registrations is published too: nobody can say later that there was one.
        _, new = DayAnchor.objects.get_or_create(
            district=district, day=day, defaults={"root": root_of(leaves), "number": len(leaves)}
        )
        if new:
            note(ANCHORED, at=district, day=day, number=len(leaves))
    return int(new)


def _leaves(district: int, day: date) -> list[str]:
    start = datetime.combine(day, time(), tzinfo=get_current_timezone())
    rows = Event.objects.for_everybody().filter(
        district=district, sequence=1, at__gte=start, at__lt=start + timedelta(days=1)
    )
    return list(rows.order_by("id").values_list("digest", flat=True))
