"""Which way a matter goes (Art. 29-31), which conclusions it may have, and which clocks bind it."""

from collections.abc import Iterable

from law.vocabulary import Duty, Kind, Outcome, Path
from law.words import Word

KindAndPath = tuple[Kind | None, Path | None]


class OwnRules(Word):
    """Of what an organ gives notice by its own rules, not in the fifteen days (Art. 23, para 4)."""

    LITIGATION = "litigation", "政法部门处理的涉及诉讼权利救济事项"
    ACCUSATIONS = "accusations", "纪检监察机关处理的检举控告事项"


_OUTCOMES: dict[Kind, tuple[Outcome, ...]] = {
    Kind.APPEAL: (Outcome.SUPPORT, Outcome.EXPLAIN, Outcome.REJECT),
    Kind.SUGGESTION: (Outcome.ADOPTED, Outcome.PARTLY_ADOPTED, Outcome.NOT_ADOPTED),
    Kind.ACCUSATION: (Outcome.REPORTED_BACK,),
}
_OUTCOMES[Kind.NONE] = _OUTCOMES[Kind.APPEAL]
# Only an opinion under Art. 31 item 6 has 60 days, re-examination and review.
_PATH_SIX_ONLY = frozenset(
    {
        Duty.HANDLE_60D,
        Duty.EXTEND_30D,
        Duty.REEXAM_REQ_30D,
        Duty.REEXAM_30D,
        Duty.REVIEW_REQ_30D,
        Duty.REVIEW_30D,
        Duty.REMAND_LIMIT,
    }
)
# The duties to inform: of who came directly, at the counter or in writing, and of what was sent on (Art. 23).
TOLD_DIRECTLY = (Duty.NOTICE_DIRECT_SPOT, Duty.NOTICE_DIRECT_15D)
TO_INFORM = (*TOLD_DIRECTLY, Duty.NOTICE_REFERRED_15D)


def runs_sixty_days(kind: Kind | None, path: Path | None) -> bool:
    """Tell whether the 60 days of Art. 34 bind a demand: an appeal on path six.

    What is not yet determined, kind or path, is treated as path six: that protects the petitioner.
    """
    return kind in (None, Kind.NONE, Kind.APPEAL) and path in (None, Path.PETITION_PROCEDURE)


def asks_for_a_duty(kind: Kind | None, path: Path | None) -> bool:
    """Tell whether a demand asks an organ to perform its own duty, which it performs or answers (Art. 31, item five)."""
    return kind in (None, Kind.NONE, Kind.APPEAL) and path is Path.STATUTORY_DUTY


def outcomes_for(kind: Kind) -> tuple[Outcome, ...]:
    """Return the conclusions a demand of this kind may have (Art. 29, 30, 32)."""
    return _OUTCOMES[kind]


def applies(duty: Duty, kinds_and_paths: Iterable[KindAndPath], *, own_rules: OwnRules | None = None) -> bool:
    """Tell whether a duty binds a leg that answers demands of these kinds and paths.

    ``own_rules``: of what the unit gives notice by its own rules (Art. 23, para 4): political and legal organs (court,
    procuratorate, public security, judicial administration) of litigation matters, discipline inspection of accusations.
    """
    demands = tuple(kinds_and_paths)
    if duty in _PATH_SIX_ONLY:
        return any(runs_sixty_days(kind, path) for kind, path in demands)
    if duty is Duty.PATH5_2M:
        return any(asks_for_a_duty(kind, path) for kind, path in demands)
    if duty in TO_INFORM and own_rules and demands:
        return not all(_by_own_rules(own_rules, kind, path) for kind, path in demands)
    return True


def _by_own_rules(own_rules: OwnRules, kind: Kind | None, path: Path | None) -> bool:
    return kind is Kind.ACCUSATION if own_rules is OwnRules.ACCUSATIONS else path is Path.JUDICIAL
