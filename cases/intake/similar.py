"""Cases in hand that may be the same matter as what is being typed, with the reason for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from cases.lists.case_rows import Line, lines_of, with_parts
from cases.models import Case, Party
from cases.reading.open_texts import CASE
from cases.sight.predicate import sealed_open
from cases.sight.querysets import CaseQuerySet
from cases.sight.terms import terms_of
from kit.rooms import finder_of_alike
from kit.sealed_fields import digests_of
from kit.settings import Setting
from law.vocabulary import State
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right
from organizations.settings_in_force import setting_on

MOST_SIMILAR = 5
MOST_PEOPLE = 10
MOST_WORDS = 60
_LOOKED_AT = 300
# A shorter text has too little to be compared as a whole.
_FEWEST_COMPARED = 20
# Few cases are sealed, and nothing of them is kept to find them by: the newest are read through.
_SEALED_READ = 100
_SHARE, _LEAST_SHARED = 0.5, 3
# Every petition says these; they tell nothing about what it is about.
_COMMON = frozenset(terms_of("反映 问题 要求 希望 我们 信访 诉求 情况 有关 解决 处理 请求 领导 政府 关于 没有"))


def _reach(days: int, day: date) -> list[str]:
    """Say how far back a number of days looks."""
    return [
        f"登记时按内容提示的相似件，往前查到{day - timedelta(days=days):%Y年%m月%d日}；同一信访人的件不受这个天数限制。"
    ]


SIMILAR_DAYS = Setting(
    "SIMILAR_DAYS",
    730,
    "登记时往前查找相似件的天数",
    help="只影响登记页面上的提示，不影响登记和办理。",
    unit="天",
    least=30,
    most=3650,
    preview=_reach,
)


@dataclass(frozen=True)
class Person:
    """What was typed of one person."""

    name: str = ""
    phone: str = ""
    id_number: str = ""


@dataclass(frozen=True)
class Similar:
    """A case in hand and why it is shown; the reason repeats only what was typed. ``elsewhere``: who else registered it."""

    line: Line
    why: str
    elsewhere: str = ""


def similar_cases(
    staff: Staff, people: Sequence[Person], words: str, on: date, *, to: Case | None = None
) -> list[Similar]:
    """Return at most five cases within reach: the same person (name and phone, or ID number), or the same words.

    ``to``: a case that is registered already; itself and what is of its matter is left out.
    """
    others = _in_hand(staff) if to is None else _in_hand(staff).exclude(Q(pk=to.pk) | Q(matter=to.matter_id))
    reasons = {**_by_text(staff, others, words, on), **_by_people(others, people)}
    keys = sorted(reasons, key=lambda key: (reasons[key][0], -key))[:MOST_SIMILAR]
    rows = list(with_parts(Case.objects.visible_to(staff).filter(pk__in=keys), staff))
    lines = sorted(lines_of(rows, staff, on), key=lambda line: keys.index(line.id))
    elsewhere = {case.pk: case.unit.short_name for case in rows if case.unit_id != staff.unit_id}
    return [Similar(line, reasons[line.id][1], elsewhere.get(line.id, "")) for line in lines]


def _by_people(others: CaseQuerySet[Case], people: Sequence[Person]) -> dict[int, tuple[float, str]]:
    wanted = Q()
    for person in people[:MOST_PEOPLE]:
        if person.name.strip() and person.phone.strip():
            wanted |= Q(name_digest__in=digests_of(person.name), phone_digest__in=digests_of(person.phone))
        if person.id_number.strip():
            wanted |= Q(id_digest__in=digests_of(person.id_number))
    if not wanted:
        return {}
    same = Exists(Party.objects.filter(wanted, case=OuterRef("pk")))
    rows = others.filter(same).order_by("-received_on", "-id").values_list("pk", flat=True)
    return dict.fromkeys(rows[:MOST_SIMILAR], (0.0, "信访人相同：姓名和电话，或者证件号码一致"))


def _by_text(staff: Staff, others: CaseQuerySet[Case], words: str, on: date) -> dict[int, tuple[float, str]]:
    """Return the cases of the same words: by the terms of the first line, and by the whole text where a room compares texts."""
    district, finder = staff.unit.district_id, finder_of_alike()
    since = on - timedelta(days=setting_on(SIMILAR_DAYS.key, on, district))
    recent = others.filter(received_on__gte=since)
    by_terms = _by_terms(recent, words.split("\n", 1)[0][:MOST_WORDS])
    if finder is None or len(words) < _FEWEST_COMPARED:
        return by_terms
    found = finder(CASE, words, recent.filter(sealed=False), district, _sealed_ones(staff, recent))
    by_text = {
        key: (1 - each.closeness, f"内容相近（{each.closeness:.0%}）：{'、'.join(each.passages)}")
        for key, each in found.items()
    }
    return {**by_terms, **by_text}


def _sealed_ones(staff: Staff, recent: CaseQuerySet[Case]) -> CaseQuerySet[Case] | None:
    """Return the newest sealed cases that are open to a person; None for who keeps none."""
    if not holdings(staff, Right.SEE_SEALED):
        return None
    opened = recent.filter(sealed_open(staff), sealed=True)
    return opened.order_by("-received_on", "-id")[:_SEALED_READ]


def _by_terms(recent: CaseQuerySet[Case], words: str) -> dict[int, tuple[float, str]]:
    terms = set(terms_of(words)) - _COMMON
    if len(terms) < _LEAST_SHARED:
        return {}
    recent = recent.filter(search_terms__overlap=sorted(terms))
    found: dict[int, tuple[float, str]] = {}
    for key, held in recent.order_by("-received_on", "-id").values_list("pk", "search_terms")[:_LOOKED_AT]:
        shared = terms.intersection(held)
        if len(shared) >= _LEAST_SHARED and len(shared) >= _SHARE * len(terms):
            found[key] = (2 - len(shared) / len(terms), f"内容相近：{shared_words(words, shared)}")
    return found


def shared_words(words: str, shared: set[str]) -> str:
    """Return the parts of what was typed that also stand in the other case, as people read them."""
    marked = [False] * len(words)
    lowered = words.lower()
    for term in shared:
        at = lowered.find(term)
        while at >= 0:
            marked[at : at + len(term)] = [True] * len(term)
            at = lowered.find(term, at + 1)
    text = "".join(ch if hit else " " for ch, hit in zip(words, marked, strict=True))
    return "、".join(dict.fromkeys(text.split()))


def _in_hand(staff: Staff) -> CaseQuerySet[Case]:
    return Case.objects.visible_to(staff).filter(historic=False).exclude(state=State.VOIDED)
