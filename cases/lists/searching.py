"""Looking for words in a list: what is rare is found by its index, what is frequent by walking the list until the page is full.

An index of words knows no order: a word that stands in every third case would bring a third of all cases to be sorted
for one page. A walk would look at every case for a word that stands in none. How many cases hold a word is counted
beforehand; where the counts are wrong, a walk stops after so many rows and the index is asked after all
(docs/decisions/0045).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, transaction
from django.db.models import BooleanField, Count, ExpressionWrapper, Max, Min, Q, QuerySet, Sum, Value
from django.db.models.functions import Right
from django.db.models.lookups import Exact

from cases.models import Case, TermCount, TermsCounted
from cases.places.work_rows import among_keys
from cases.sight.ranges import Range
from cases.sight.terms import terms_of
from cases.sight.words import Words, holds_character

# A case looked at on a walk costs as much as so many found by the index.
WALK_COST = 2
# More keys than these are not fetched; then the walk has more to find, too. Of numbers that begin so fewer.
MOST_KEYS, MOST_BEGUN = 20_000, 4_000
# Of so many numbers it is looked up when their cases were received; more lie everywhere.
MOST_DATED = 70_000
# A walk stops after so many rows: for the page, for its count.
WALKED, COUNTED = 5000, 1000


@dataclass(frozen=True)
class Way:
    """One way to the cases of some ranges; ``walked``: rows looked at for a page, ``counted``: for its count; 0: all."""

    ranges: Sequence[Range]
    walked: int = 0
    counted: int = 0


def ways(ranges: Sequence[Range], size: int) -> Iterator[Way]:
    """Return how a page of these ranges may be found: the next where a walk stopped too early; without words one way."""
    words = ranges[0].words if ranges else None
    if words is None:
        yield Way(ranges)
        return
    if _rare(words, size):
        begun, others = _keys(words, MOST_BEGUN)
        if (keys := _together((begun, others))) is not None:
            yield _by_keys(ranges, keys)
            return
        if others is not None:
            ranges = _narrowed(ranges, _received_with(words, others))
    held = ExpressionWrapper(words.held(), output_field=BooleanField())
    yield Way([replace(each, rows=each.rows.annotate(held=held)) for each in ranges], WALKED, COUNTED)
    keys = _together(_keys_by_index(words))
    yield Way(_narrowed(ranges, words.held())) if keys is None else _by_keys(ranges, keys)


def _by_keys(ranges: Sequence[Range], keys: Collection[int]) -> Way:
    return Way(_narrowed(ranges, among_keys(keys, "by_case") if keys else Q(pk__in=())))


def _narrowed(ranges: Sequence[Range], wanted: Q) -> list[Range]:
    return [replace(each, rows=each.rows.filter(wanted)) for each in ranges]


def _rare(words: Words, size: int) -> bool:
    """Tell whether the index finds the cases sooner than a walk fills a page; what was never counted is rare.

    The terms of one word meet as often as the rarest stands, several words as if they knew nothing of each other.
    """
    here = Sum("cases", filter=Q(district__in=words.districts) if words.districts else Q())
    known = (
        _known(words).filter(term__in=[*words.terms, ""]).values_list("term").annotate(every=Sum("cases"), here=here)
    )
    found = {term: (every, held or 0) for term, every, held in known}
    every, cases = found.get("", (0, 0))
    if not cases:
        # No term is known by which an index could find a character.
        return not words.characters
    found |= {one: _of_character(words, one, here) for one in words.characters}
    several = [[found.get(term, (0, 0)) for term in terms_of(word)] for word in words.typed.split()]
    hits = every * prod(min(each[0] for each in word) / every for word in several if word)
    share = prod(min(each[1] for each in word) / cases for word in several if word)
    return not any(several) or hits * share <= WALK_COST * size


def _of_character(words: Words, character: str, here: Sum) -> tuple[int, int]:
    sums = _known(words).filter(_with(character)).aggregate(every=Sum("cases"), here=here)
    # Inside of a text it ends one bigram and begins the next.
    return (sums["every"] or 0) // 2, (sums["here"] or 0) // 2


def _keys(words: Words, most_begun: int = MOST_KEYS) -> tuple[set[int] | None, set[int] | None]:
    """Return the keys of the cases whose number begins so, and of the others that are meant, seen or not.

    None where they are too many. Who reads on asks the rule.
    """
    parts = [(each, most_begun) for each in words.number_begins()]
    begins = len(parts)
    parts += [(each, MOST_KEYS) for each in (*words.number_is(), *_texts(words))]
    written = [_indexed(wanted, most) for wanted, most in parts]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(sql for sql, _ in written), [each for _, given in written for each in given])
        lists = [keys for (keys,) in cursor.fetchall()]
    found = [set(keys) if len(keys) <= most else None for keys, (_, most) in zip(lists, parts, strict=True)]
    return _together(found[:begins]), _together(found[begins:])


def _together(found: Sequence[set[int] | None]) -> set[int] | None:
    known = [each for each in found if each is not None]
    return set().union(*known) if len(known) == len(found) else None


def _keys_by_index(words: Words) -> tuple[set[int] | None, set[int] | None]:
    """Return the same where frequent words seldom meet: PostgreSQL expects many and would read the whole table."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan TO off")
        found = _keys(words)
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
    return found


def _received_with(words: Words, others: Collection[int]) -> Q:
    """Return the days on which the cases were received whose number begins so: there the walk begins, and ends."""
    begun = Case.objects.filter(*words.number_begins()).order_by().values("received_on")[: MOST_DATED + 1]
    days = begun.aggregate(first=Min("received_on"), last=Max("received_on"), many=Count("*"))
    if days["many"] > MOST_DATED:
        return Q()
    within = Q(by_received_on__range=(days["first"], days["last"]))
    return within | among_keys(others, "by_case") if others else within


def _texts(words: Words) -> list[Q]:
    """Return the conditions of the text as an index knows them: a character by all terms that hold it."""
    wanted = Q(sealed=True) if words.sealed else Q()
    if words.terms:
        wanted &= Q(search_terms__contains=words.terms)
    for one in words.characters:
        terms = ArraySubquery(_known(words).filter(_with(one)).values("term"))
        wanted &= Q(search_terms__overlap=terms) | Q(pk__gt=_counted_up_to()) & holds_character(one)
    return [wanted] if words.terms or words.characters else []


def _known(words: Words) -> QuerySet[TermCount]:
    """Return what was counted of the cases among which this person searches."""
    return TermCount.objects.filter(sealed=True) if words.sealed else TermCount.objects.all()


def _counted_up_to() -> int:
    return TermsCounted.objects.values_list("up_to", flat=True).first() or 0


def _with(character: str) -> Q:
    return Q(term__startswith=character) | Q(Exact(Right("term", Value(1)), character))


def _indexed(wanted: Q, most: int) -> tuple[str, tuple[Any, ...]]:
    """Return the keys, one more than there may be, as a statement that is planned as if all were wanted."""
    sql, given = Case.objects.filter(wanted).order_by().values("pk").query.sql_with_params()
    held = f"WITH held (id) AS MATERIALIZED ({sql}) SELECT id FROM held LIMIT {most + 1}"  # noqa: S608
    return f"(SELECT ARRAY({held}))", tuple(given)
