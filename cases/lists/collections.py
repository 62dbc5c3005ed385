"""人民建议征集 (Art. 29, para 3): made, edited and answered by the unit that asks; no act on any case."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Prefetch

from cases.actions.for_collections import ARTICLE
from cases.lists.case_rows import Line, lines_of, with_parts
from cases.models import Case, Collection, Demand
from cases.sight.out_of_reach import not_found
from law.errors import Refused
from law.vocabulary import Kind, Outcome
from organizations.authority import holdings, may, stands_at
from organizations.models import Staff
from organizations.roles import Right

MOST_SUGGESTIONS = 100
MOST_COLLECTIONS = 100


@dataclass(frozen=True)
class Suggested:
    """One suggestion of a collection, as far as a person may know of it."""

    line: Line
    outcomes: list[str]


def known_collections(staff: Staff) -> list[Collection]:
    """Return the collections of the districts where a person stands, the newest first."""
    districts = {unit.district_id for unit in stands_at(staff)}
    rows = Collection.objects.filter(district_id__in=districts).select_related("unit")
    return list(rows[:MOST_COLLECTIONS])


def collection_of(staff: Staff, key: int) -> Collection:
    """Return one collection of a person's district. Raises Refused not_found."""
    districts = {unit.district_id for unit in stands_at(staff)}
    found = Collection.objects.filter(pk=key, district_id__in=districts).select_related("unit").first()
    if found is None:
        raise not_found()
    return found


def public_collections(on: date) -> tuple[list[Collection], list[Collection]]:
    """Return what is collected now and the last results, for everybody: nothing of it names a petitioner."""
    rows = Collection.objects.select_related("unit")
    running = rows.filter(opens_on__lte=on, closes_on__gte=on).order_by("closes_on", "id")
    answered = rows.exclude(result_on=None).order_by("-result_on", "-id")
    return list(running[:MOST_COLLECTIONS]), list(answered[:20])


def collects(staff: Staff) -> bool:
    """Tell whether a person may make a collection at all."""
    return bool(holdings(staff, Right.COLLECT))


def may_change(staff: Staff, collection: Collection) -> bool:
    """Tell whether a person may edit this collection, or publish its result."""
    return may(staff, Right.COLLECT, at=collection.unit)


def make_collection(*, by: Staff, title: str, asks: str, opens_on: date, closes_on: date, on: date) -> Collection:
    """Publish a collection of the unit that the person stands for.

    Raises Refused: not_permitted, dates_unfit.
    """
    units = [grant.unit for _, grant in holdings(by, Right.COLLECT)]
    if not units:
        raise _not_permitted()
    _assert_days(opens_on, closes_on, on)
    return Collection.objects.create(
        district_id=units[0].district_id,
        unit=units[0],
        title=title.strip(),
        asks=asks.strip(),
        opens_on=opens_on,
        closes_on=closes_on,
        made_on=on,
        made_by=by,
    )


def change_collection(
    key: int, *, by: Staff, title: str, asks: str, opens_on: date, closes_on: date, on: date, seen: int | None = None
) -> Collection:
    """Edit a collection whose result is not published; its end never moves before a suggestion that it has.

    Raises Refused: not_found, not_permitted, changed_meanwhile, published_already, dates_unfit.
    """
    with transaction.atomic():
        found = _locked(key, by, seen)
        _assert_days(opens_on, closes_on, on, old=found)
        found.title, found.asks, found.opens_on, found.closes_on = (title.strip(), asks.strip(), opens_on, closes_on)
        found.save()
    return found


def publish_result(key: int, *, by: Staff, result: str, on: date, seen: int | None = None) -> Collection:
    """Publish what came of a collection once it is over; from then on it does not change.

    Raises Refused: not_found, not_permitted, changed_meanwhile, published_already, still_open, result_empty.
    """
    with transaction.atomic():
        found = _locked(key, by, seen)
        if found.closes_on >= on:
            raise Refused(
                "still_open",
                f"征集到{found.closes_on}才截止，截止之后才能公布结果；提前结束的，请先修改截止日期。",
                ARTICLE,
            )
        if not result.strip():
            raise Refused("result_empty", "请写明收到的建议怎样研究、采纳了哪些。", ARTICLE)
        found.result, found.result_on, found.result_by = result.strip(), on, by
        found.save()
    return found


def suggestions_of(collection: Collection, staff: Staff, on: date) -> tuple[list[Suggested], bool]:
    """Return the suggestions of a collection that a person may know of with their outcomes, and whether there are more."""
    known = Case.objects.visible_to(staff).filter(collection=collection)
    suggestions = Demand.objects.read_under(known, staff).filter(kind=Kind.SUGGESTION)
    suggested, seen = Prefetch("demands", suggestions.order_by("number")), with_parts(known, staff)
    rows = list(seen.prefetch_related(suggested).order_by("-received_on", "-id")[: MOST_SUGGESTIONS + 1])
    shown = rows[:MOST_SUGGESTIONS]
    lines = lines_of(shown, staff, on)
    found = [Suggested(line, _outcomes(case)) for line, case in zip(lines, shown, strict=True)]
    return found, len(rows) > MOST_SUGGESTIONS


def _outcomes(case: Case) -> list[str]:
    legs = {leg.pk for leg in case.legs.all()}
    return [
        f"第{demand.number}项：{Outcome(demand.outcome).label if demand.outcome else '尚未答复'}"
        for demand in case.demands.all()
        if demand.leg_id in legs or (demand.leg_id is None and case.sealed_open)
    ]


def _locked(key: int, by: Staff, seen: int | None) -> Collection:
    found = collection_of(by, key)
    if not may_change(by, found):
        raise _not_permitted()
    found = Collection.objects.select_for_update(of=("self",)).select_related("unit").get(pk=found.pk)
    if seen is not None and seen != found.version:
        raise Refused("changed_meanwhile", "您打开页面之后，别人修改了这次征集。请核对后再提交。")
    if found.result_on:
        raise Refused("published_already", f"征集结果已于{found.result_on}公布，不再修改。", ARTICLE)
    found.version += 1
    return found


def _not_permitted() -> Refused:
    return Refused(
        "not_permitted",
        "人民建议征集由单位负责人、协调员、工作调度员为本单位组织。可在“权限一览”查看谁可以办理。",
        ARTICLE,
    )


def _assert_days(opens_on: date, closes_on: date, on: date, old: Collection | None = None) -> None:
    if closes_on < opens_on:
        raise Refused("dates_unfit", f"截止日期{closes_on}早于开始日期{opens_on}，请核对。", ARTICLE)
    if old is None and closes_on < on:
        raise Refused("dates_unfit", f"截止日期{closes_on}早于今天{on}，没有人还能提出建议。", ARTICLE)
    if old is None:
        return
    days = list(old.cases.order_by("received_on").values_list("received_on", flat=True))
    if days and not (opens_on <= days[0] and days[-1] <= closes_on):
        raise Refused(
            "dates_unfit", f"已经收到{days[0]}至{days[-1]}的建议，征集时间{opens_on}至{closes_on}要包括它们。", ARTICLE
        )
