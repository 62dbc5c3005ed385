"""Which way a matter goes, and which clocks bind it."""

import pytest

from law.paths import OwnRules, applies, outcomes_for, runs_sixty_days
from law.vocabulary import Duty, Kind, Outcome, Path

OTHER_PATHS = [path for path in Path if path is not Path.PETITION_PROCEDURE]


def test_sixty_days_bind_an_appeal_on_path_six_and_one_not_yet_determined():
    assert runs_sixty_days(Kind.APPEAL, Path.PETITION_PROCEDURE)
    assert runs_sixty_days(Kind.APPEAL, None)
    assert runs_sixty_days(None, None)


@pytest.mark.parametrize("path", OTHER_PATHS)
def test_sixty_days_bind_no_other_path(path: Path):
    assert not runs_sixty_days(Kind.APPEAL, path)


@pytest.mark.parametrize("kind", [Kind.SUGGESTION, Kind.ACCUSATION])
@pytest.mark.parametrize("path", [None, *Path])
def test_sixty_days_bind_no_suggestion_and_no_accusation(kind: Kind, path: Path | None):
    assert not runs_sixty_days(kind, path)


def test_a_leg_with_one_demand_on_path_six_has_the_clocks_of_path_six():
    mixed = [(Kind.SUGGESTION, None), (Kind.APPEAL, Path.PETITION_PROCEDURE)]
    assert applies(Duty.HANDLE_60D, mixed)
    assert applies(Duty.REEXAM_REQ_30D, mixed)
    assert not applies(Duty.HANDLE_60D, [(Kind.SUGGESTION, None), (Kind.APPEAL, Path.JUDICIAL)])


def test_notices_bind_everyone_but_organs_that_have_their_own_rules():
    accusation, lawsuit = [(Kind.ACCUSATION, None)], [(Kind.APPEAL, Path.JUDICIAL)]
    assert applies(Duty.NOTICE_REFERRED_15D, accusation)
    assert not applies(Duty.NOTICE_REFERRED_15D, accusation, own_rules=OwnRules.ACCUSATIONS)
    assert applies(Duty.NOTICE_REFERRED_15D, [*accusation, (Kind.APPEAL, None)], own_rules=OwnRules.ACCUSATIONS)
    assert applies(Duty.OBJECTION_5WD, accusation, own_rules=OwnRules.ACCUSATIONS)
    # Each for its own matters alone: courts and police for lawsuits, discipline inspection for accusations.
    assert not applies(Duty.NOTICE_DIRECT_15D, lawsuit, own_rules=OwnRules.LITIGATION)
    assert applies(Duty.NOTICE_DIRECT_15D, accusation, own_rules=OwnRules.LITIGATION)
    assert applies(Duty.NOTICE_DIRECT_15D, lawsuit, own_rules=OwnRules.ACCUSATIONS)


def test_every_conclusion_belongs_to_exactly_one_kind():
    # What shows no request is bound like an appeal.
    given = [outcome for kind in Kind if kind is not Kind.NONE for outcome in outcomes_for(kind)]
    assert sorted([*given, Outcome.SETTLED]) == sorted(Outcome), "an agreement is nobody's conclusion"
    assert outcomes_for(Kind.APPEAL) == (Outcome.SUPPORT, Outcome.EXPLAIN, Outcome.REJECT)
