"""Reading the journal as its auditor may: his district's entries and those above all districts, filtered, the newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.timezone import get_current_timezone

from kit.rooms import all_of
from kit.verbs import Verb
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import JournalEntry, Staff
from organizations.roles import Right
from organizations.vocabulary import ActorKind

PAGE_SIZE = 50


@dataclass(frozen=True)
class JournalPage:
    """Entries, the newest first, and the number to ask the next page with (None: there is none)."""

    entries: list[JournalEntry]
    older: int | None


def verbs() -> dict[str, Verb]:
    """Return every verb that the rooms of this house note, by its code."""
    return {verb.code: verb for verb in all_of("verbs")}


def readable_journal(staff: Staff) -> QuerySet[JournalEntry]:
    """Return the entries that an auditor reads. Raises Refused not_permitted."""
    held = holdings(staff, Right.READ_LOG)
    if not held:
        raise Refused("not_permitted", "日志由安全审计员查阅。可在“权限一览”查看谁可以查阅。")
    districts = {grant.unit.district_id for _, grant in held}
    rows = JournalEntry.objects.filter(Q(district_id__in=districts) | Q(district_id=None))
    return rows.select_related("by", "for_whom", "unit", "link")


def filtered(rows: QuerySet[JournalEntry], asked: Mapping[str, Any]) -> QuerySet[JournalEntry]:
    """Narrow entries down: ``verb``, ``who`` (part of a name, or a whole account), ``since`` and ``until`` (days), ``kind`` and ``key``."""
    if verb := asked.get("verb"):
        rows = rows.filter(verb=verb)
    if who := asked.get("who"):
        people = Staff.objects.filter(Q(username=who) | Q(name__contains=who)).values("pk")
        rows = rows.filter(Q(by__in=people) | Q(for_whom__in=people))
    if since := asked.get("since"):
        rows = rows.filter(at__gte=_midnight(since))
    if until := asked.get("until"):
        rows = rows.filter(at__lt=_midnight(until + timedelta(days=1)))
    if kind := asked.get("kind"):
        rows = rows.filter(kind=kind)
    if (key := asked.get("key")) is not None:
        rows = rows.filter(key=key)
    return rows


def page_of_entries(rows: QuerySet[JournalEntry], before: int | None = None) -> JournalPage:
    """Return one page of entries, those before an entry's number."""
    part = rows.filter(pk__lt=before) if before else rows
    found = list(part.order_by("-pk")[: PAGE_SIZE + 1])
    more = len(found) > PAGE_SIZE
    return JournalPage(found[:PAGE_SIZE], found[PAGE_SIZE - 1].pk if more else None)


def said(entry: JournalEntry, names: Mapping[int, str] | None = None) -> tuple[str, str]:
    """Return the words for an entry: what was done, and its facts in one line."""
    verb = verbs().get(entry.verb)
    return (verb.label, verb.said(entry.facts, names)) if verb else (entry.verb, "")


def actor_of(entry: JournalEntry) -> ActorKind:
    """Return who acted: an account, a party of a case himself, or the system."""
    verb = verbs().get(entry.verb)
    by_itself = ActorKind.PARTY if verb and verb.by_party() else ActorKind.SYSTEM
    return ActorKind.STAFF if entry.by_id else by_itself


def names_in(entries: list[JournalEntry]) -> dict[int, str]:
    """Return the names of the people whom the facts of entries point to."""
    known = verbs()
    keys = {key for entry in entries if entry.verb in known for key in known[entry.verb].people(entry.facts)}
    return dict(Staff.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}


def about_words(entry: JournalEntry) -> str:
    """Return what an entry is about as people read it: the word of its model and its number."""
    if not entry.kind:
        return ""
    try:
        return f"{apps.get_model(entry.kind)._meta.verbose_name}{entry.key}"
    except LookupError:
        return f"{entry.kind} {entry.key}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=get_current_timezone())
