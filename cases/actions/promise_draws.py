"""Which kept promises are visited: drawn once a month a district, with a seed that is kept, so that anybody can draw again."""

import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from django.db import transaction

from cases.models import Promise, PromiseDraw
from cases.openings.promises import VISIT_SHARE
from cases.record.verbs import PROMISES_DRAWN
from organizations.journal.noting import note
from organizations.models import Unit
from organizations.settings_in_force import setting_on

_BITS = 62


def draw_promises(on: date) -> int:
    """Draw of what was recorded as kept in the month before a day, in every district that has not drawn yet; how many.

    Cases that accuse are left out: what stands in them no other unit may know (Art. 30).
    """
    after = on.replace(day=1)
    month = (after - timedelta(days=1)).replace(day=1)
    rows = Promise.objects.filter(kept_recorded_on__gte=month, kept_recorded_on__lt=after, case__sealed=False)
    done = PromiseDraw.objects.filter(month=month).values("district")
    districts = rows.exclude(district=None).exclude(district__in=done).order_by("district_id")
    found = Unit.objects.filter(pk__in=districts.values("district")).order_by("pk")
    return sum(
        _draw(district, month, list(rows.filter(district=district).values_list("pk", flat=True)), on)
        for district in found
    )


def drawn_keys(keys: Sequence[int], *, seed: int, share: int) -> list[int]:
    """Return the keys that a seed draws of these: so many in a hundred, one at least of any."""
    known = sorted(keys)
    return sorted(Random(seed).sample(known, -(-len(known) * share // 100)))  # noqa: S311 (the seed is kept, and drawn by secrets)


def _draw(district: Unit, month: date, keys: Sequence[int], on: date) -> int:
    share, seed = setting_on(VISIT_SHARE.key, on, district), secrets.randbits(_BITS)
    with transaction.atomic():
        said = {"seed": seed, "share": share, "kept": len(keys), "drawn_on": on}
        row, made = PromiseDraw.objects.get_or_create(district=district, month=month, defaults=said)
        if not made:
            return 0
        chosen = drawn_keys(keys, seed=seed, share=share)
        Promise.objects.filter(pk__in=chosen).update(draw=row)
        note(PROMISES_DRAWN, at=district, month=month, kept=len(keys), drawn=len(chosen))
    return len(chosen)
