"""Many bare cases at once, and a walk through the pages of their list."""

from datetime import timedelta
from typing import Any

from cases.models import Case, Involvement
from cases.sight.keeping import keep_reach
from law.vocabulary import Channel
from tests.cases.api.caller import Caller, numbers
from tests.cast import START, Cast


def many(cast: Cast, count: int, **changes: Any) -> list[Case]:
    """Bare cases of the bureau, three of them on each day, every fifth owing nothing."""
    last = Case.objects.count()
    cases = Case.objects.bulk_create(
        Case(
            district=cast.area,
            unit=cast.bureau,
            number=f"T{last + i:05d}",
            channel=Channel.LETTER,
            received_on=START + timedelta(days=i // 3),
            registered_on=START,
            registered_by=cast.clerk,
            subject=f"第{i}件",
            next_due_on=None if i % 5 == 0 else START + timedelta(days=i // 4),
            **changes,
        )
        for i in range(count)
    )
    Involvement.objects.bulk_create(Involvement(case=c, unit=cast.bureau, district=cast.area) for c in cases)
    keep_reach([case.pk for case in cases])
    return cases


def walked(caller: Caller, way: str, key: str = "", **query: Any) -> tuple[list[list[str]], str]:
    """Every page from a key on, in the order they came, and the opposite key of the last one."""
    pages, last = [], ""
    while True:
        said = caller.get("/cases/", **query, **({way: key} if key else {}))
        pages.append(numbers(said))
        last = said.json()["before" if way == "after" else "after"]
        key = said.json()[way]
        if not key:
            return pages, last
