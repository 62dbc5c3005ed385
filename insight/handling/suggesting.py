"""How a petition may be handled, put together from words, past cases and place; of an accusation no unit (Art. 30)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cases.models import Case
from insight.handling.by_cases import kinds_before, past_of, paths_before, tiers_before, units_before
from insight.handling.by_units import unit_of_place, units_by_words
from insight.handling.by_words import kinds_by_words, paths_by_words, tiers_by_words
from insight.handling.suggestion import Suggestion, merged
from insight.models import HintKind
from law.vocabulary import Kind
from organizations.models import Staff, Term, Unit

FEWEST_CHARACTERS = 8


@dataclass(frozen=True)
class Asked:
    """What is known of a petition: its words, cases like it that this person sees, its category and place."""

    text: str
    alike: Sequence[int] = ()
    term: Term | None = None
    place: Unit | None = None
    case: int | None = None


@dataclass(frozen=True)
class Handling:
    """What may be chosen, by what is to be chosen; the likeliest first."""

    by_kind: dict[HintKind, list[Suggestion]] = field(default_factory=dict)

    def first(self) -> list[tuple[HintKind, Suggestion]]:
        """Return what stands first of each."""
        return [(kind, found[0]) for kind, found in self.by_kind.items() if found]


def suggested_kinds(staff: Staff, asked: Asked) -> Handling:
    """Return kinds and paths for what is being typed: a handful of statements."""
    if len(asked.text.strip()) < FEWEST_CHARACTERS:
        return Handling()
    past = past_of(staff, _open_ones(asked.alike), asked.term, asked.place, besides=asked.case)
    kinds = merged([*kinds_by_words(asked.text), *kinds_before(past)])
    paths = merged([*paths_by_words(asked.text), *paths_before(past)])
    # Of what accuses somebody or proposes something no path of Art. 31 is asked.
    accuses = any(each.code == Kind.ACCUSATION for each in kinds)
    return Handling({HintKind.KIND: kinds, HintKind.PATH: [] if accuses else paths})


def suggested_handling(staff: Staff, asked: Asked) -> Handling:
    """Return kinds, paths, units and tiers for a case that waits at the desk: a dozen statements at most."""
    found = suggested_kinds(staff, asked)
    if any(each.code == Kind.ACCUSATION for each in found.by_kind.get(HintKind.KIND, ())):
        return found
    past = past_of(staff, _open_ones(asked.alike), asked.term, asked.place, besides=asked.case)
    units = merged([*units_by_words(staff, asked.text), *unit_of_place(asked.place), *units_before(past)])
    tiers = merged([*tiers_by_words(asked.text), *tiers_before(past)])
    return Handling({**found.by_kind, HintKind.UNIT: units, HintKind.TIER: tiers})


def _open_ones(keys: Sequence[int]) -> list[int]:
    """Of a sealed case nothing is counted, whoever may read it."""
    if not keys:
        return []
    return list(Case.objects.filter(pk__in=keys, sealed=False).order_by().values_list("pk", flat=True))
