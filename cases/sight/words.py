"""What was typed into the search, and which cases it means: by number, or by words of their open text."""

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Reverse
from django.db.models.lookups import Contains, StartsWith

from cases.sight.reach import Sight
from cases.sight.terms import is_character, terms_of

# Fewer last digits of a number mean nothing: a year, a house, a sum.
LEAST_TAIL = 4


@dataclass(frozen=True)
class Words:
    """Words as they were typed; ``districts`` of who searches, ``sealed``: he reads nothing but sealed cases."""

    typed: str
    districts: tuple[int, ...] = ()
    sealed: bool = False

    @classmethod
    def of(cls, typed: str, sight: Sight) -> "Words":
        """Return what a person who sees so far has typed."""
        districts = tuple(sorted({*sight.districts, *sight.whole, *sight.sealed_desks}))
        return cls(typed, districts, bool(sight.sealed_desks) and not (sight.own or sight.below or sight.whole))

    @property
    def terms(self) -> list[str]:
        """Return the terms that a text must hold as they are."""
        return [term for term in terms_of(self.typed) if not is_character(term)]

    @property
    def characters(self) -> list[str]:
        """Return the characters that stood alone: a text holds them inside of its terms."""
        return [term for term in terms_of(self.typed) if is_character(term)]

    def number_begins(self) -> list[Q]:
        """Return that the words begin a number of ours; nothing where none begins so."""
        return [Q(number__startswith=self.typed.upper())] if self.typed.isascii() else []

    def number_is(self) -> list[Q]:
        """Return that the words are a number of another system, or the last digits of one of ours; few have them."""
        found = [~Q(external_number="") & Q(external_number=self.typed)]
        if self.typed.isascii() and self.typed.isdecimal() and len(self.typed) >= LEAST_TAIL:
            found.append(Q(StartsWith(Reverse("number"), self.typed[::-1])))
        return found

    def in_text(self) -> Q | None:
        """Return that the open text of a case at hand holds all of the words; None where there are no words."""
        found = [Q(search_terms__contains=self.terms)] if self.terms else []
        found += [holds_character(each) for each in self.characters]
        return reduce(and_, found) if found else None

    def held(self) -> Q:
        """Return that a case at hand is meant."""
        text = self.in_text()
        return reduce(or_, [*self.number_begins(), *self.number_is(), *([] if text is None else [text])])


def holds_character(character: str) -> Q:
    """Return that some search term of a case at hand holds a character; no index knows it."""
    text = Func(F("search_terms"), Value(" "), function="array_to_string", output_field=TextField())
    return Q(Contains(text, character))
