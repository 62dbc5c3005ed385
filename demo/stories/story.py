"""What a story is made of: the words of a petition and, demand by demand, what a good unit would answer."""

from dataclasses import dataclass
from enum import StrEnum

from law.vocabulary import Kind, Outcome, Path


class Setting(StrEnum):
    """Where a story can happen."""

    RURAL = "rural"
    URBAN = "urban"


TOWN = "town"  # the demand goes to the town in which the story happens


@dataclass(frozen=True)
class Ask:
    """One demand, the unit it goes to (a key of demo.district, or TOWN), and its answer."""

    to: str
    text: str
    facts: str
    opinion: str
    basis: str
    outcome: Outcome
    kind: Kind
    path: Path | None


@dataclass(frozen=True)
class Accused:
    """Whom an accusation names: ``at`` is "village", a key of demo.district, or "" for somebody outside."""

    name: str
    position: str
    at: str


@dataclass(frozen=True)
class Story:
    """A petition in words with {placeholders} for the places, names and numbers of a scene."""

    category: str
    setting: Setting
    subject: str
    content: str
    asks: tuple[Ask, ...]
    accused: Accused | None = None
    nameless: bool = False


def ask(
    to: str,
    text: str,
    facts: str,
    opinion: str,
    basis: str,
    outcome: Outcome = Outcome.SUPPORT,
    path: Path | None = Path.PETITION_PROCEDURE,
) -> Ask:
    """Return an appeal (申诉求决), on the petition procedure unless another way is named."""
    return Ask(to, text, facts, opinion, basis, outcome, Kind.APPEAL, path)


def suggest(to: str, text: str, facts: str, opinion: str, basis: str, outcome: Outcome = Outcome.ADOPTED) -> Ask:
    """Return a suggestion (建议意见)."""
    return Ask(to, text, facts, opinion, basis, outcome, Kind.SUGGESTION, None)


def accuse(text: str, facts: str, opinion: str, basis: str) -> Ask:
    """Return an accusation (检举控告); it goes to the discipline inspection."""
    return Ask("jiwei", text, facts, opinion, basis, Outcome.REPORTED_BACK, Kind.ACCUSATION, None)


def rural(category: str, subject: str, content: str, *asks: Ask) -> Story:
    """Return a story of a village."""
    return Story(category, Setting.RURAL, subject, content, asks)


def urban(category: str, subject: str, content: str, *asks: Ask) -> Story:
    """Return a story of a community in town."""
    return Story(category, Setting.URBAN, subject, content, asks)
