"""Which sketched texts may be like a text: one statement over the index of sketches; what comes of it is judged by the texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from django.db import connection, transaction

from insight.likeness import Grams, sketch_of
from insight.models import GramCount, TextSketch
from insight.models.sketches import EVERY_TEXT

# A gram that was never counted is rare: about as frequent as the rarest that are counted.
FEWEST_COUNTED = 32
MOST_FOUND = 80
# So many sketches are looked at: the rarest grams lead to fewer, but in texts that are all written alike.
_MOST_LED_TO, _MOST_LOOKED_AT = 1500, 3000
_FEWEST_ASKED = 4
_NEAREST = """
WITH asked AS (SELECT * FROM unnest(%(grams)s::int[], %(weights)s::float8[]) AS given(gram, weight))
SELECT found.key, sum(asked.weight) AS shared
  FROM (SELECT key, grams FROM insight_textsketch
         WHERE grams && %(rarest)s::int[] AND record = %(record)s
           AND (%(district)s::bigint IS NULL OR district_id = %(district)s)
         LIMIT %(looked_at)s) AS found
 CROSS JOIN LATERAL unnest(found.grams) AS held(gram)
  JOIN asked ON asked.gram = held.gram
 GROUP BY found.key ORDER BY shared DESC, found.key DESC LIMIT %(most)s
"""


@dataclass(frozen=True)
class _Asked:
    """The grams of a sketch, the rarest first, and what each weighs."""

    grams: Sequence[int]
    weights: Sequence[float]
    rarest: Sequence[int]


def like(record: str, grams: Grams, district: int | None, *, most: int = MOST_FOUND) -> list[int]:
    """Return the keys of the rows of a record whose sketches share most with a text, the likeliest first.

    ``district`` None: of all districts. Nobody's answer: whoever asks looks at them through his own reach. Two statements.
    """
    sketch = sketch_of(grams)
    if not sketch:
        return []
    asked = _asked(sketch, _counts(sketch))
    with transaction.atomic(), connection.cursor() as cursor:
        # Asked for a limit, PostgreSQL would rather walk the whole table.
        cursor.execute("SET LOCAL enable_seqscan TO off")
        cursor.execute(
            _NEAREST,
            {
                "grams": list(asked.grams),
                "weights": list(asked.weights),
                "rarest": list(asked.rarest),
                "record": record,
                "district": district,
                "looked_at": _MOST_LOOKED_AT,
                "most": most,
            },
        )
        found = [row[0] for row in cursor.fetchall()]
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
    return found


def forget(record: str, keys: Sequence[int]) -> None:
    """Forget the sketches of rows."""
    if keys:
        TextSketch.objects.filter(record=record, key__in=list(keys)).delete()


def _counts(sketch: Sequence[int]) -> dict[int, int]:
    return dict(GramCount.objects.filter(gram__in=[EVERY_TEXT, *sketch]).values_list("gram", "texts"))


def _asked(sketch: Sequence[int], counts: Mapping[int, int]) -> _Asked:
    every = counts.get(EVERY_TEXT, 0)
    how_often = {gram: max(counts.get(gram, 0), FEWEST_COUNTED) for gram in sketch}
    ordered = sorted(sketch, key=lambda gram: how_often[gram])
    rarest, led_to = list[int](), 0
    for gram in ordered:
        if led_to + how_often[gram] > _MOST_LED_TO and len(rarest) >= _FEWEST_ASKED:
            break
        rarest.append(gram)
        led_to += how_often[gram]
    return _Asked(ordered, [log(1 + max(every, 1) / how_often[gram]) for gram in ordered], rarest)
