"""Search of the case list: whichever way leads to the words, it finds the same cases in the same order."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from cases.lists import searching
from cases.lists.filters import CaseFilters
from cases.lists.paging import Page, page_of
from cases.models import Case, Involvement, TermCount
from cases.record.counting_terms import count_terms
from cases.sight.keeping import keep_reach
from cases.sight.terms import terms_of
from law.vocabulary import Channel, State
from organizations.models import Staff
from tests.cast import START, Cast
from tests.plans import plan_of, rows_read

DAY = START + timedelta(days=400)
READERS = ("clerk", "leader", "town_head", "village_head", "housing_head", "sealed_desk", "stranger")
PLACES = ("柳湾", "桃源", "青石", "白沙", "水渠", "渠道", "水")
RARE = "鲥鱼"
# How costly a walk is, how many rows it may look at, how many keys may be fetched, of numbers that begin so: as the
# counts say, or the opposite.
COST, WALKED, KEYS, BEGUN = searching.WALK_COST, searching.WALKED, searching.MOST_KEYS, searching.MOST_BEGUN
WAYS: dict[str, tuple[float, int, int, int]] = {
    "as counted": (COST, WALKED, KEYS, BEGUN),
    "by the index": (10**9, WALKED, KEYS, BEGUN),
    "walked from the day on which such numbers were received": (10**9, WALKED, KEYS, 3),
    "walked in vain, then by the index": (-1, 7, KEYS, BEGUN),
    "walked in vain, too many for the index": (-1, 7, 3, 3),
}


def stock(cast: Cast, count: int) -> list[Case]:
    """Bare cases with words, at several units, some sealed, some closed, some owing nothing."""
    rng = Random(7)
    cases = []
    for i in range(count):
        text = " ".join(["村民" if i % 3 == 0 else "业主", rng.choice(PLACES), RARE if i % 400 == 1 else ""])
        sealed = i % 11 == 0
        cases.append(
            Case(
                district=cast.area,
                unit=cast.bureau,
                number=f"990102F2026{i:07d}",
                external_number=f"外{i}" if i % 7 == 0 else "",
                channel=rng.choice([Channel.LETTER, Channel.VISIT]),
                received_on=START + timedelta(days=rng.randrange(300)),
                registered_on=START,
                state=State.CLOSED if i % 5 else State.REGISTERED,
                next_due_on=None if i % 5 else START + timedelta(days=rng.randrange(60)),
                sealed=sealed,
                desk_walled=sealed,
                subject=text,
                search_terms=terms_of(text),
            )
        )
    made = Case.objects.bulk_create(cases)
    passed = [
        (case, unit) for case in made for unit in {cast.bureau, rng.choice([cast.town, cast.village, cast.housing])}
    ]
    Involvement.objects.bulk_create(Involvement(case=c, unit=unit, district=cast.area) for c, unit in passed)
    keep_reach([case.pk for case in made])
    count_terms(DAY)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE cases_case, cases_reach, cases_termcount")
    return made


def searched(person: Staff, order: str, **query: str) -> Iterator[Page]:
    """The pages of a search, one after the other."""
    after = ""
    while True:
        yield (page := page_by(person, order, after=after, **query))
        if not (after := page.after):
            return


def page_by(person: Staff, order: str, *, after: str = "", before: str = "", **query: str) -> Page:
    """One page, as both doors ask for it."""
    data = QueryDict(mutable=True)
    data.update(query)
    staff = Staff.objects.get(pk=person.pk)
    filters = CaseFilters(data, queryset=Case.objects.visible_to(staff), staff=staff)
    assert filters.is_valid(), filters.errors

    def fetch(keys: list[int]) -> Any:
        return Case.objects.visible_to(staff).filter(pk__in=keys)

    return page_of(filters.ranges(), order, fetch, after=after, before=before, size=20, total=1000)


def means(case: Case, typed: str) -> bool:
    """Whether a search means a case, said without SQL."""
    number, tail = case.number.startswith(typed.upper()), len(typed) >= 4 and case.number.endswith(typed)
    if number or (tail and typed.isdecimal()) or case.external_number == typed:
        return True
    wanted, text = terms_of(typed), " ".join(case.search_terms)
    return bool(wanted) and all(
        term in text if len(term) == 1 and not term.isascii() else term in case.search_terms for term in wanted
    )


def expected(person: Staff, order: str, typed: str, **query: str) -> list[int]:
    """What a person should find, from all that he sees."""
    column = {"received": "received_on", "due": "next_due_on"}[order]
    seen = Case.objects.visible_to(Staff.objects.get(pk=person.pk)).with_sealed_open(person).filter(**query)
    found = [case for case in seen.exclude(**{column: None}) if means(case, typed)]
    if order == "due":
        # No leg here may be told of: what is due in a sealed case is for its readers.
        found = [case for case in found if case.sealed_open]
    return [c.pk for c in sorted(found, key=lambda c: (getattr(c, column), c.pk), reverse=order == "received")]


def queries(rng: Random, cases: list[Case]) -> list[str]:
    """Words rare and common, alone and together, characters, numbers and parts of them, and what is nowhere."""
    case = rng.choice(cases)
    common, place = rng.choice(["村民", "业主"]), rng.choice(PLACES)
    return [
        common,
        RARE,
        f"{RARE} {common}",
        f"村民 {place}",
        rng.choice("水渠鱼民柳"),
        f"渠 {common}",
        case.number,
        case.number[: rng.randrange(6, 18)].lower(),
        case.number[-rng.randrange(4, 9) :],
        case.number[-3:],
        rng.choice([each.external_number for each in cases if each.external_number]),
        "村民业主",
        "龘",
        "没有的词",
        "，",
    ]


@pytest.mark.parametrize("way", WAYS)
def test_a_search_finds_what_is_meant_whichever_way_it_goes(cast: Cast, way: str, monkeypatch: pytest.MonkeyPatch):
    for name, value in zip(("WALK_COST", "WALKED", "MOST_KEYS", "MOST_BEGUN"), WAYS[way], strict=True):
        monkeypatch.setattr(searching, name, value)
    cases, rng = stock(cast, 200), Random(way)
    for typed in queries(rng, cases):
        for name in rng.sample(READERS, 2):
            person, order = getattr(cast, name), rng.choice(["received", "received", "due"])
            pages = list(searched(person, order, q=typed))
            found = [case.pk for page in pages for case in page.rows]
            assert found == expected(person, order, typed), (name, order, typed)
            if len(pages) > 1:
                back = page_by(person, order, before=pages[1].before, q=typed)
                assert [case.pk for case in back.rows] == found[:20], (name, order, typed)
            if order == "received":
                assert told_truly(pages[0].counts[-1], len(found)), (name, typed, pages[0].counts)


def told_truly(count: str, real: int) -> bool:
    """A count is the number, or says that there are more."""
    return real >= int(count[:-1]) if count.endswith("+") else real == int(count)


def test_other_filters_narrow_a_search_besides(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    cases = stock(cast, 120)
    for cost in (-1, searching.WALK_COST, 10**9):
        monkeypatch.setattr(searching, "WALK_COST", cost)
        for typed in ("村民", RARE, "水", cases[5].number[:12]):
            for other in ({"channel": "visit"}, {"state": "registered", "historic": "false"}):
                found = [c.pk for p in searched(cast.clerk, "received", q=typed, **other) for c in p.rows]
                assert found == expected(cast.clerk, "received", typed, **{**other, "historic": False}), typed


def test_a_character_is_found_in_what_came_and_what_was_written_since_the_count(cast: Cast):
    first, second, *_ = cases = stock(cast, 60)
    assert {c.pk for c in page_by(cast.clerk, "received", q="鲥").rows} == {cases[1].pk}
    Case.objects.filter(pk=first.pk).update(search_terms=["龘龖"], last_act_on=DAY)
    count_terms(DAY + timedelta(days=1))
    assert first.pk in {c.pk for c in page_by(cast.clerk, "received", q="龖").rows}
    before = TermCount.objects.get(term="", sealed=False).cases
    assert count_terms(DAY + timedelta(days=1)) == 0, "no case is counted twice"
    assert TermCount.objects.get(term="", sealed=False).cases == before
    late = Case.objects.get(pk=second.pk)
    late.pk, late.number, late.search_terms = None, "990102F20260099999", ["麤毳"]
    late.registered_on = DAY
    late.save()
    Involvement.objects.create(case=late, unit=cast.bureau, district=cast.area)
    keep_reach([late.pk])
    assert {c.pk for c in page_by(cast.clerk, "received", q="毳").rows} == {late.pk}, "not counted yet"


def test_a_frequent_word_and_a_rare_one_are_found_without_reading_all(cast: Cast):
    """Of 2,500 cases a page looks at a few for a word in every third, and at those that hold it for a rare one."""
    stock(cast, 2500)
    for typed, words, most in (("村民", "held OR turn", 1500), (RARE, "::bigint[]", 400)):
        with CaptureQueriesContext(connection) as asked:
            page = page_by(cast.clerk, "received", q=typed)
        assert page.rows
        listing = [each["sql"] for each in asked if words in each["sql"]]
        assert len(listing) == 1, f"{typed}: {len(listing)}"
        places = listing[0].split("UNION ALL SELECT -1", 1)[1]
        assert rows_read(plan_of(f"SELECT -1{places}", None)) < most, typed
