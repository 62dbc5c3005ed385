"""Playing a history of acts at random, forward ones drawn more often than others."""

from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from law.vocabulary import Act, Duty, Kind, Path
from tests.law.histories import History
from tests.law.history_records import Entry
from tests.law.history_weights import WEIGHTS

PACES = [timedelta(days=days) for days in (0, 0, 1, 2, 5, 12, 35)]


def play_random(history: History, acts: int) -> Iterator[None]:
    """Play up to so many acts, forward ones drawn more often than others."""
    for _ in range(acts):
        history.today += history.random.choice(PACES)
        possible = list(history.candidates())
        if not possible:
            return
        reached = list(accumulate([WEIGHTS[step.act] for step, _ in possible]))
        step, leg = possible[bisect(reached, history.random.random() * reached[-1])]
        history.play(step.act, leg)
        yield


def begin(seed: int) -> History:
    """Register a case with one to three demands, at a petition office or at another unit."""
    random = Random(seed)
    demands = [(random.choice(list(Kind)), random.choice((None, *Path))) for _ in range(random.randint(1, 3))]
    start = date(2022, 5, 1) + timedelta(days=random.randrange(1600))
    history = History(random, start, random.random() < 0.7, demands, waiting=set(range(len(demands))))
    first = Duty.DISPATCH_15D if history.office else Duty.NOTICE_DIRECT_15D
    entry = Entry(Act.REGISTER, start, None, None)
    history.log.append(entry)
    history.start(first, None, entry)
    return history
