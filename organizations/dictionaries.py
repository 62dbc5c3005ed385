"""Dictionaries: loading those that come with the program, adding and ending terms, and finding one while typing."""

import csv
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse

from law.errors import Refused
from organizations.actions import initials
from organizations.journal.noting import note
from organizations.journal.verbs import DICTIONARY_LOADED, TERM_ADDED, TERM_ENDED
from organizations.models import Dictionary, Staff, Term
from organizations.settings_in_force import assert_manager
from organizations.today import today

CONTENT = "content_category"
MOST = 20
MOST_LEVELS, _DIGITS = 3, 2
_DATA = Path(__file__).parent / "data"
# code: (name, file)
OWN = {CONTENT: ("内容分类", _DATA / "content_categories.csv")}


def load_dictionaries() -> dict[str, int]:
    """Load the dictionaries that come with the program and return how many terms each got; a second run adds none.

    What a site has added or ended stays: only terms whose code is unknown are added.
    """
    return {name: _load(code, name, path) for code, (name, path) in OWN.items()}


def _load(code: str, name: str, path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with transaction.atomic():
        dictionary, _ = Dictionary.objects.select_for_update().get_or_create(code=code, defaults={"name": name})
        known = {term.code: term for term in dictionary.terms.all()}
        added = 0
        for level in range(1, MOST_LEVELS + 1):
            fresh = [
                _term(dictionary, row["code"], row["label"], known.get(row["parent"]), sort)
                for sort, row in enumerate(rows, 1)
                if len(row["code"]) == level * _DIGITS and row["code"] not in known
            ]
            known |= {term.code: term for term in Term.objects.bulk_create(fresh)}
            added += len(fresh)
        if added:
            note(DICTIONARY_LOADED, about=dictionary, added=added)
    return added


def _term(dictionary: Dictionary, code: str, label: str, parent: Term | None, sort: int, **more: Any) -> Term:
    return Term(
        dictionary=dictionary,
        code=code,
        label=label,
        parent=parent,
        path=f"{parent.path}/{label}" if parent else label,
        level=parent.level + 1 if parent else 1,
        sort=sort,
        initials=initials(label),
        **more,
    )


def dictionaries_on(day: date) -> list[dict[str, Any]]:
    """Return [{code, name, terms, url}] with how many terms can be chosen on a day."""
    live = Q(terms__valid_from__lte=day) & (Q(terms__valid_to=None) | Q(terms__valid_to__gt=day))
    found = Dictionary.objects.annotate(number=Count("terms", filter=live)).order_by("code")
    return [
        {"code": each.code, "name": each.name, "terms": each.number, "url": reverse("dictionary", args=[each.code])}
        for each in found
    ]


def dictionary_named(code: str) -> Dictionary:
    """Return a dictionary by its code. Raises Refused not_found."""
    found = Dictionary.objects.filter(code=code.replace("\x00", "")).first()
    if found is None:
        raise Refused("not_found", "没有这部字典。")
    return found


def matching_terms(dictionary: str, words: str, on: date) -> "QuerySet[Term]":
    """Return the terms that can be chosen on a day and match words, the nearest first, then by their order."""
    words = words.replace("\x00", "").strip()[:40]
    low = words.lower()
    rows = Term.objects.of(dictionary).valid_on(on)
    if not words:
        return rows.order_by("sort", "code")
    wanted = Q(path__icontains=words) | Q(initials__contains=low) | Q(code__startswith=words)
    own = Q(label__istartswith=words) | Q(initials__startswith=low)
    near = Case(When(own, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.filter(wanted).order_by(near, "sort", "code")


def term_options(dictionary: str, words: str) -> list[dict[str, str]]:
    """Return at most 20 choices as the picker wants them, {id, name, path, note}; ``id`` is the code of the term."""
    return [option(term) for term in matching_terms(dictionary, words, today())[:MOST]]


def option(term: Term) -> dict[str, str]:
    """Return one choice as the picker wants it."""
    above = term.path.removesuffix(term.label).strip("/").replace("/", " / ")
    return {"id": term.code, "name": term.label, "path": above, "note": f"{'一二三'[term.level - 1]}级"}


def term_coded(dictionary: str, code: str, on: date) -> Term:
    """Return the term with a code that can be chosen on a day. Raises Refused term_unknown."""
    found = Term.objects.of(dictionary).valid_on(on).filter(code=code.replace("\x00", "")[:12]).first()
    if found is None:
        raise Refused("term_unknown", f"字典里没有代码为“{code[:12]}”的条目，或者它已经停用。")
    return found


def term_written(dictionary: str, text: str, on: date) -> Term | None:
    """Return the one term that a text names exactly: by its whole path, else by a label that only one term has."""
    if not text:
        return None
    rows = list(Term.objects.of(dictionary).valid_on(on).filter(Q(path=text) | Q(label=text)))
    found = [row for row in rows if row.path == text][:1] or rows
    return found[0] if len(found) == 1 else None


def add_term(dictionary: str, label: str, parent: str, *, valid_from: date, by: Staff, on: date) -> Term:
    """Add a term below another ("" for the top), from a day on; its code follows those beside it.

    Raises Refused: not_permitted, not_found, term_unknown, term_too_deep, term_taken, term_retroactive, terms_full.
    """
    assert_manager(by)
    if valid_from < on:
        raise Refused("term_retroactive", f"启用日期{valid_from}早于今天{on}。")
    label = label.strip()
    with transaction.atomic():
        held = Dictionary.objects.select_for_update().get(pk=dictionary_named(dictionary).pk)
        above = term_coded(dictionary, parent, valid_from) if parent else None
        if above and above.level == MOST_LEVELS:
            raise Refused("term_too_deep", f"“{above.path}”已是第三级，下面不能再分。")
        beside = Term.objects.filter(dictionary=held, parent=above)
        if beside.filter(label=label).filter(Q(valid_to=None) | Q(valid_to__gt=valid_from)).exists():
            raise Refused("term_taken", f"“{label}”已经有了。")
        term = _term(held, _next_code(beside, above), label, above, _next_sort(held, above), valid_from=valid_from)
        try:
            term.save(force_insert=True)
        except IntegrityError:
            raise Refused("term_taken", f"“{label}”已经有了。") from None
        note(TERM_ADDED, by=by, about=term, valid_from=valid_from)
    return term


def end_term(dictionary: str, code: str, *, valid_to: date, by: Staff, on: date) -> int:
    """End a term and all below it on a day, and return how many; what was registered under them keeps them.

    Raises Refused: not_permitted, not_found, term_unknown, term_retroactive.
    """
    assert_manager(by)
    if valid_to <= on - timedelta(days=1):
        raise Refused("term_retroactive", f"停用日期{valid_to}早于今天{on}。")
    with transaction.atomic():
        dictionary_named(dictionary)
        term = term_coded(dictionary, code, on)
        ended = Term.objects.below(term).filter(Q(valid_to=None) | Q(valid_to__gt=valid_to)).update(valid_to=valid_to)
        note(TERM_ENDED, by=by, about=term, valid_to=valid_to)
    return ended


def _next_code(beside: "QuerySet[Term]", above: Term | None) -> str:
    last = beside.order_by("-code").values_list("code", flat=True).first()
    number = int(last[-_DIGITS:]) + 1 if last else 1
    if number >= 10**_DIGITS:
        raise Refused("terms_full", "这一级的条目已满，请在别处新设。")
    return f"{above.code if above else ''}{number:0{_DIGITS}}"


def _next_sort(dictionary: Dictionary, above: Term | None) -> int:
    """Put a new term behind its last sister; terms of one sort come in the order of their codes."""
    rows: Iterable[int] = (
        Term.objects.filter(dictionary=dictionary, code__startswith=above.code if above else "")
        .order_by("-sort")
        .values_list("sort", flat=True)[:1]
    )
    return next(iter(rows), 0)
