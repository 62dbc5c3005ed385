"""Which pages a reader opens: the same for all readers, with the filters, tabs and tiles that his own pages offer him."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from benchmarks.stack import Started
from benchmarks.visitors import Visitor

_LINK = re.compile(r'href="([^"]+)"')
_TABS = re.compile(r'<nav class="x-tabs".*?</nav>', re.DOTALL)
_TILES = re.compile(r'<a class="x-stat[^"]*" href="([^"]+)"')
_SELECT = re.compile(r'<select[^>]* name="(\w+)".*?</select>', re.DOTALL)
_OPTION = re.compile(r'<option value="([^"]+)"')
_NEXT = re.compile(r'rel="next" href="[^"]*?after=([^"&]+)')
_CASE = re.compile(r'"/cases/(\d+)/"')
_ROOM = re.compile(r'href="/((?:supervision|reception|insight)/[^"?#]*)"')
_IN_JSON = re.compile(r'"(?:case_)?id":\s*(\d+),\s*"number"')
# Which values of a filter are tried, or how many; of those not named, the first.
_TRIED: dict[str, tuple[str, ...] | int] = {
    "state": ("registered", "in_handling", "archived"),
    "kind": ("appeal", "suggestion", "accusation"),
    "due": 9,
    "owed": 2,
}
_NOT_ASKED = {"order", "waiting"}
_FOR = {"unit": "", "place": "place"}


@dataclass(frozen=True)
class Page:
    """One page by the name it has in the tables; ``form``: it is sent this instead of being opened."""

    name: str
    address: str
    form: dict[str, str] | None = None


@dataclass(frozen=True)
class Facts:
    """What a data folder holds that pages are asked for."""

    cases: int
    middle_day: str
    words: dict[str, str]
    picked: dict[str, str]


def facts_of(started: Started) -> Facts:
    """Look into the tables: a day in the middle, words that many, some and few cases hold, the end of a number."""
    (cases, middle), *_ = started.ask(
        "SELECT count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY received_on) FROM cases_case"
    )
    common = [row[0] for row in started.ask(_COMMON)]
    (number, rare), *_ = started.ask(_RARE)
    words = {
        "common word": str(common[0]),
        "two words": f"{common[1]} {common[2]}",
        "rare word of four characters": str(rare),
        "one character": str(common[0])[:1],
        "number tail": str(number)[-6:],
        "beginning of a number": str(number)[:-2],
        "nothing found": "龘靐齉爩",
    }
    picked = {name: str(row[0]) for name, sql in _PICKED.items() for row in started.ask(sql)}
    return Facts(int(str(cases)), str(middle), words, picked)


_COMMON = """
SELECT term FROM (
    SELECT unnest(search_terms) AS term FROM (SELECT search_terms FROM cases_case ORDER BY id DESC LIMIT 5000) AS newest
) AS terms WHERE term ~ '^[一-龥]{2}$' GROUP BY term ORDER BY count(*) DESC, term LIMIT 3
"""
# The unit, the category, the town or village that most cases have.
_PICKED = {
    "unit": "SELECT unit_id FROM cases_leg GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    "category_code": "SELECT t.code FROM cases_case c JOIN organizations_term t ON t.id = c.category_term_id "
    "GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    "place": "SELECT division_id FROM cases_case WHERE division_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
}
# Four characters of the case in the middle, all of them Chinese.
_RARE = """
SELECT number, substring(content FROM '[一-龥]{4}(?=[^一-龥])') FROM cases_case
WHERE content ~ '[一-龥]{4}[^一-龥]' AND NOT historic AND NOT sealed
AND id >= (SELECT (min(id) + max(id)) / 2 FROM cases_case) ORDER BY id LIMIT 1
"""


def pages_of(visitor: Visitor, facts: Facts, started: Started) -> Iterator[Page]:
    """Return the pages of a reader, the plainest first."""
    desk, listed, clocks = (visitor.get(address).text for address in ("/", "/cases/", "/clocks/"))
    yield Page("desk", "/")
    yield Page("list", "/cases/")
    middle = visitor.get(f"/cases/?{urlencode({'received_to': facts.middle_day})}").text
    if deep := _NEXT.search(middle):
        yield Page("list, in the middle", f"/cases/?after={deep[1]}")
    yield Page("list, oldest first", "/cases/?order=oldest")
    yield Page("list, by deadline", "/cases/?order=due")
    yield from _links("tab", "/cases/", _tabs(listed))
    yield from _links("tile", "/cases/", _TILES.findall(desk))
    yield from _filters("filter", "/cases/", listed)
    yield from _words(facts)
    yield from _searches(facts)
    yield from _cases(middle + listed + desk, started)
    yield Page("clocks", "/clocks/")
    if deep := _NEXT.search(clocks):
        yield Page("clocks, next page", f"/clocks/?after={deep[1]}")
    yield from _filters("clock filter", "/clocks/", clocks)
    yield Page("promises", "/promises/?whose=unit")
    yield Page("promises by month", "/promises/figures/")
    for address in dict.fromkeys(_ROOM.findall(desk)):
        # A page of registration sends whoever opens it on to a form of his own.
        if not address.endswith("/new/"):
            yield Page(address.replace("/", " ", 1), f"/{address}")
    yield from _others()


def programs_pages(visitor: Visitor, facts: Facts, started: Started) -> Iterator[Page]:
    """Return what a program reads."""
    listed = visitor.get("/api/v1/cases/").text
    for order in ("received", "due"):
        yield Page(f"API list, {order}", f"/api/v1/cases/?order={order}")
    yield Page("API list, 200 rows", "/api/v1/cases/?size=200")
    yield Page("API list, common word", f"/api/v1/cases/?{urlencode({'q': facts.words['common word']})}")
    yield Page("API clocks", "/api/v1/clocks/")
    yield Page("API promises", "/api/v1/promises/?whose=unit")
    for name in ("ownership", "orders", "tasks", "warnings", "visits"):
        yield Page(f"API supervision, {name}", f"/api/v1/supervision/{name}/")
    for name in ("envelopes", "call-backs", "differences", "senders"):
        yield Page(f"API reception, {name}", f"/api/v1/reception/{name}/")
    yield Page("API insight, imported", "/api/v1/insight/imported/")
    yield Page("API urgent day", "/api/v1/urgent/")
    for name, key in _small_and_busy(cases_on(listed), started):
        yield Page(f"API case, {name}", f"/api/v1/cases/{key}/")


def cases_on(text: str) -> list[int]:
    """Return the keys of the cases that a page, or a program's answer, shows."""
    return sorted({int(key) for key in _CASE.findall(text) or _IN_JSON.findall(text)})


def _tabs(text: str) -> list[str]:
    nav = _TABS.search(text)
    return _LINK.findall(nav[0]) if nav else []


def _links(kind: str, base: str, links: list[str]) -> Iterator[Page]:
    for link in dict.fromkeys(html.unescape(each) for each in links):
        query = link.partition("?")[2]
        if query and (link.startswith(("?", base))):
            yield Page(f"{kind}: {query}", f"{base}?{query}")


def _filters(kind: str, base: str, text: str) -> Iterator[Page]:
    """Return a page for some values of each choice that the form offers."""
    for select in _SELECT.finditer(text):
        name = select[1]
        offered, tried = [] if name in _NOT_ASKED else _OPTION.findall(select[0]), _TRIED.get(name, 1)
        values = offered[:tried] if isinstance(tried, int) else [each for each in tried if each in offered]
        for value in values:
            yield Page(f"{kind}: {name}={value}", f"{base}?{urlencode({name: value})}")


def _words(facts: Facts) -> Iterator[Page]:
    """Return the filters that are typed or picked, and the pickers themselves."""
    typed = {"received_from": facts.middle_day, "received_to": facts.middle_day, "category": "城乡", "urgent": "true"}
    for name, value in typed.items():
        yield Page(f"filter: {name}", f"/cases/?{urlencode({name: value})}")
    for name, value in facts.picked.items():
        yield Page(f"filter: {name}", f"/cases/?{urlencode({name: value})}")
    for name, words in (("unit", "局"), ("place", "镇")):
        yield Page(f"type-ahead, {name}", f"/units/options?{urlencode({'q': words, 'for': _FOR[name]})}")
    yield Page("type-ahead, category_code", f"/terms/options?{urlencode({'q': '土地'})}")
    both = urlencode({"state": "in_handling", "received_from": facts.middle_day, "q": facts.words["common word"]})
    yield Page("filter: three at once", f"/cases/?{both}")


def _searches(facts: Facts) -> Iterator[Page]:
    for name, words in facts.words.items():
        yield Page(f"search, {name}", f"/cases/?{urlencode({'q': words})}")


def _cases(text: str, started: Started) -> Iterator[Page]:
    for name, key in _small_and_busy(cases_on(text), started):
        yield Page(f"case, {name}", f"/cases/{key}/")
        yield Page(f"alike, {name}", f"/insight/cases/{key}/alike/")
        yield Page(f"handling, {name}", f"/insight/cases/{key}/handling/")


def _small_and_busy(keys: list[int], started: Started) -> Iterator[tuple[str, int]]:
    """Return, of some cases, the one with the fewest and the one with the most events."""
    counted = "SELECT case_id FROM cases_event WHERE case_id = ANY(%s) GROUP BY case_id ORDER BY count(*), case_id"
    found = [int(str(row[0])) for row in started.ask(counted, keys)] if keys else []
    if found:
        yield from (("small", found[0]), ("busy", found[-1]))


def _others() -> Iterator[Page]:
    yield Page("urgent day", "/urgent/")
    yield Page("look-up", "/look-up/")
    for name, person in (("a common name", "张伟"), ("nobody", "欧阳无此人")):
        yield Page(f"look-up, {name}", "/look-up/", {"name": person, "reason": "基准测量"})
