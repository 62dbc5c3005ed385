"""Random histories through the real acts, refused ones among them, keep every invariant."""

from collections import Counter
from random import Random

import pytest

from cases.models import Document
from kit.rooms import doors
from law.vocabulary import Act, Letter
from tests.cases.invariants import Memory, check_all, check_case
from tests.cases.playing import Player
from tests.cast import Cast


def play(cast: Cast, seeds: range, acts: int) -> Counter[str]:
    """Play one case per seed, check it after every act, and everything at the end."""
    done: Counter[str] = Counter()
    for seed in seeds:
        player, memory = Player(cast, Random(seed)), Memory()
        for number in range(acts):
            if not player.step():
                continue
            try:
                check_case(player.case, memory)
            except AssertionError as fault:
                raise AssertionError(f"seed {seed}, act {number}: {fault}; {dict(player.done)}") from fault
        done += player.done
    check_all()
    return done


@pytest.mark.db_slow
def test_random_histories_keep_every_invariant(cast: Cast):
    done = play(cast, range(34, 40), 60)
    assert done["close"] > 0
    assert len([act for act in Act if done[act]]) > 20


@pytest.mark.long
def test_two_hundred_random_histories_keep_every_invariant(cast: Cast):
    done = play(cast, range(100, 300), 60)
    # Nobody is accused here, and the ends of long ways are rarely reached: each act has its row in the table test.
    missed = sorted(act for act in doors() if not done[act])
    assert len(missed) < len(doors()) // 3, missed
    assert Document.objects.filter(kind=Letter.CONCLUSION_REPORT).exists()
    assert done["wrong_state"] > 100
    assert done["himself"] > 20
