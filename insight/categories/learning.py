"""Learning the categories of a district from its own cases, every week, in the worker; nothing of a sealed case."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db import transaction

from cases.models import Case
from cases.reading.open_texts import FIELDS
from insight.categories.evaluating import Labelled, tried
from insight.categories.training import Learned, learn
from insight.likeness import number_of
from insight.models import CategoryModel, GramWeight
from insight.settings import LEARN_FROM_CASES, LEARN_LEAST_ACCURACY
from law.vocabulary import State
from organizations.models import Unit
from organizations.settings_in_force import setting_on
from organizations.vocabulary import Level, UnitKind

# The newest: what was called so ten years ago may be called otherwise now.
MOST_CASES = 30_000
# A gram that fewer cases hold would tell of one petition.
FEWEST_CASES_OF_A_GRAM = 3
# The second level of the dictionary where there is enough to learn it from, else the first.
_FINE, _COARSE = 4, 2
_FEWEST_FINE, _FEWEST_COARSE = 30, 10
_HELD_BACK = 5
_WRITTEN_AT_ONCE = 5000


def learn_categories(day: date) -> int:
    """Learn the categories of every district that has enough cases; returns of how many districts."""
    areas = Unit.objects.filter(kind=UnitKind.AREA, level=Level.DISTRICT)
    return sum(learn_district(area, day) is not None for area in areas.order_by("pk"))


def learn_district(area: Unit, day: date) -> CategoryModel | None:
    """Learn the categories of one district, try the model on a fifth that it has not seen, and keep the newest alone.

    None where too few cases have a category, or all have the same one. The same matter is never on both sides.
    """
    rows = _coded(_confirmed(area))
    fewest = setting_on(LEARN_FROM_CASES.key, day, area)
    if len(rows) < fewest or len({row.label for row in rows}) < 2:
        return None
    seen, unseen = _apart(rows)
    if not unseen or len({row.label for row in seen}) < 2:
        return None
    measured = tried(seen, unseen)
    model = learn(
        [row.text for row in rows], [row.label for row in rows], fewest_texts=min(FEWEST_CASES_OF_A_GRAM, len(rows))
    )
    good = measured["accuracy"] * 100 >= setting_on(LEARN_LEAST_ACCURACY.key, day, area)
    with transaction.atomic():
        CategoryModel.objects.filter(district=area).delete()
        made = CategoryModel.objects.create(
            district=area,
            learned_on=day,
            cases=len(rows),
            codes=model.labels,
            biases=model.biases,
            accuracy=measured["accuracy"],
            macro_f1=measured["macro_f1"],
            ready=good,
        )
        _write(made, model)
    return made


def _confirmed(area: Unit) -> list[Labelled]:
    """Return the texts of the cases whose category a person chose, with its code; cases of a matter are one group."""
    rows = Case.objects.filter(district=area, sealed=False, category_term__isnull=False).exclude(state=State.VOIDED)
    found = rows.order_by("-received_on", "-id").values_list("category_term__code", "matter", "number", *FIELDS)[
        :MOST_CASES
    ]
    return [Labelled("\n".join(words), code, str(matter or number)) for code, matter, number, *words in found]


def _coded(rows: Sequence[Labelled]) -> list[Labelled]:
    """Return the texts with the level of their code of which there are enough; what is too seldom is left out."""
    fine = Counter(row.label[:_FINE] for row in rows if len(row.label) >= _FINE)
    coarse = Counter(row.label[:_COARSE] for row in rows)
    found = []
    for row in rows:
        code, above = row.label[:_FINE], row.label[:_COARSE]
        if fine[code] >= _FEWEST_FINE:
            found.append(Labelled(row.text, code, row.group))
        elif coarse[above] >= _FEWEST_COARSE:
            found.append(Labelled(row.text, above, row.group))
    return found


def _apart(rows: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    back = {row.group for row in rows if number_of(row.group) % _HELD_BACK == 0}
    return [row for row in rows if row.group not in back], [row for row in rows if row.group in back]


def _write(made: CategoryModel, model: Learned) -> None:
    GramWeight.objects.bulk_create(
        (
            GramWeight(model=made, gram=gram, rarity=weighed.rarity, weights=list(weighed.weights))
            for gram, weighed in model.weighed().items()
        ),
        batch_size=_WRITTEN_AT_ONCE,
    )
