"""An opinion that the petitioner has received: where re-examination and review begin."""

from datetime import timedelta

from law.vocabulary import State
from tests.cast import Cast
from tests.remedy_walks import receipt
from tests.walks import Walk, walk_to

DAY = timedelta(days=1)


def answered(cast: Cast) -> Walk:
    """An opinion that 老王 has received."""
    walk = walk_to(cast, State.ANSWERED)
    receipt(walk)
    return walk
