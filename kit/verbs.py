"""The verbs of the journal: what may be noted beside the acts on cases, and which facts each may carry."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law.words import Word

# Codes, numbers and dates; a name, a phone number or a sentence does not fit.
_CODE = re.compile(r"(?:[A-Za-z_][\w.:/-]{0,59}|\d{1,3}y|)", re.ASCII)


@dataclass(frozen=True)
class Fact:
    """One fact of a verb: its Chinese word, its type (int, bool, date, str for a code, list), and what its codes mean.

    ``named``: gives the words where the rooms of this house have them, asked when it is read; a code whose room is gone
    stays a code. ``free``: a number in words of the house's own making, like that of a letter. ``person``: the key of a member of staff.
    ``party``: the key of the party of a case who did it himself.
    """

    label: str
    kind: type = int
    words: type[Word] | Mapping[str, str] = field(default_factory=dict)
    named: Callable[[], Mapping[str, str]] | None = None
    free: bool = False
    person: bool = False
    party: bool = False

    def stored(self, value: Any) -> Any:
        """Return a value as it is stored. Raises ValueError: not of this type, or not a code."""
        if value is None:
            return None
        fits = isinstance(value, self.kind) and (self.kind is bool or not isinstance(value, bool))
        if not fits or (self.kind is str and not self.free and not _CODE.fullmatch(value)):
            raise ValueError(f"{self.label}: {value!r} is no {self.kind.__name__}")
        return value.isoformat() if isinstance(value, date) else str(value) if self.kind is str else value

    def assert_holds(self, stored: Any) -> None:
        """Check a value as it is stored: a day as text. Raises ValueError."""
        # An empty text stands for a day that is not there.
        if self.kind is date and isinstance(stored, str):
            self.stored(date.fromisoformat(stored) if stored else None)
        else:
            self.stored(stored)

    def said(self, value: Any, names: Mapping[int, str] | None = None) -> str:
        """Return a stored value as people read it; ``names``: of the people that facts point to."""
        if value is None:
            return ""
        if self.person:
            return (names or {}).get(value, str(value))
        if self.kind is bool:
            return "是" if value else "否"
        words = self.named() if self.named else self.words
        if isinstance(words, Mapping):
            return words.get(value, str(value))
        return next((word.label for word in words if word.value == value), str(value))


@dataclass(frozen=True)
class Verb:
    """One kind of entry: its code, its word, and the facts that it may carry.

    No fact is free text, so that nothing personal can get into a journal that nobody may change.
    """

    code: str
    label: str
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def stored(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Return facts as they are stored. Raises ValueError where one is not declared or not of its type."""
        if unknown := sorted(set(facts) - set(self.facts)):
            raise ValueError(f"{self.code} has no fact {unknown}; it has {sorted(self.facts)}")
        return {name: self.facts[name].stored(value) for name, value in facts.items()}

    def people(self, facts: Mapping[str, Any]) -> set[int]:
        """Return the keys of the people that stored facts point to."""
        return {value for name, value in facts.items() if name in self.facts and self.facts[name].person and value}

    def by_party(self) -> bool:
        """Tell whether entries of this verb are of what a party of a case did."""
        return any(fact.party for fact in self.facts.values())

    def said(self, facts: Mapping[str, Any], names: Mapping[int, str] | None = None) -> str:
        """Return stored facts as one line: 角色：单位负责人；人员：周岚."""
        told = (
            (self.facts[name].label, self.facts[name].said(value, names))
            for name, value in facts.items()
            if name in self.facts
        )
        return "；".join(f"{label}：{words}" for label, words in told if words)
