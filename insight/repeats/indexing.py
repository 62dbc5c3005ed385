"""Sketching the texts of the rooms as the feed tells of them, and counting which grams are frequent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db import connection, transaction

from insight.likeness import grams_of, sketch_of
from insight.models import Indexed, TextSketch
from insight.models.sketches import EVERY_TEXT
from insight.repeats.finding import FEWEST_COUNTED, forget
from kit.rooms import all_of
from kit.texts import OpenText
from organizations.models import FeedPosition

AT_A_TIME = 2000
# What one run of the task takes on; the rest waits a minute.
MOST_SLICES = 50
# Frequent grams are frequent in every part: so many sketches tell which.
_COUNTED = 60_000
_COUNT = """
WITH share AS (SELECT greatest(1, count(*) / %(counted)s) AS each, count(*) AS texts FROM insight_textsketch)
INSERT INTO insight_gramcount (gram, texts)
SELECT gram, count(*) * min(share.each) FROM insight_textsketch, share, unnest(grams) AS held(gram)
 WHERE insight_textsketch.id %% share.each = 0 AND gram <> %(every)s
 GROUP BY gram HAVING count(*) * min(share.each) > %(fewest)s
 UNION ALL SELECT %(every)s, texts FROM share
"""


def index_texts(*, slices: int | None = MOST_SLICES) -> int:
    """Sketch what the feed tells of since the last time, slice by slice; returns how many rows were looked at.

    ``slices``: at most so many, None for all. Safe twice and safe late: a slice is committed with the place up to which it goes, and a row is sketched as it is now.
    """
    Indexed.objects.get_or_create(pk=1)
    looked = done = 0
    while (slices is None or done < slices) and (step := _slice(AT_A_TIME)) is not None:
        looked, done = looked + step, done + 1
    return looked


def sketch_rows(record: str, texts: Mapping[int, OpenText | None]) -> None:
    """Write the sketches of rows anew, and forget those of rows whose words are for few (None)."""
    rows = [
        TextSketch(record=record, key=key, district_id=text.district, grams=sketch_of(grams_of(text.words)))
        for key, text in texts.items()
        if text is not None
    ]
    TextSketch.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["record", "key"], update_fields=["district", "grams"]
    )
    forget(record, [key for key, text in texts.items() if text is None])


def count_grams() -> None:
    """Count anew in how many sketches each frequent gram stands; the task of every night."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM insight_gramcount")
        cursor.execute(_COUNT, {"counted": _COUNTED, "every": EVERY_TEXT, "fewest": FEWEST_COUNTED})


def _slice(size: int) -> int | None:
    with transaction.atomic():
        known = Indexed.objects.select_for_update().get(pk=1)
        rows = list(FeedPosition.objects.filter(position__gt=known.position).order_by("position")[:size])
        if not rows:
            return None
        told = _by_kind(rows)
        looked = 0
        for text in all_of("texts"):
            if text.told is not None:
                changed = text.told(told)
                sketch_rows(text.record, changed)
                looked += len(changed)
        known.position = rows[-1].position
        Indexed.objects.filter(pk=1).update(position=known.position)
    return looked


def _by_kind(rows: Iterable[FeedPosition]) -> dict[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        found[row.kind].append(row.key)
    return dict(found)
