"""What the rooms above the cases hang on every case of the leak scene."""

from collections.abc import Mapping
from typing import Any

from tests.cast import START, Cast
from tests.leak_assessment import assess_all
from tests.leak_insight import hang_hints
from tests.leak_ownership import plant_ownership
from tests.leak_reception import hang_reception
from tests.leak_relief import hang_assistance
from tests.leak_screening import hang_screening
from tests.leak_supervision import meeting_on
from tests.leak_table import PEOPLE
from tests.leak_visits import hang_visits
from tests.leak_warnings import warn_all


def hang_rooms(cast: Cast, planted: Mapping[str, Any]) -> None:
    """Hang the records of all rooms on these cases, by their letters; each has its case, open words, sealed words."""
    meeting_on([(each.case, [*each.words, *each.sealed]) for each in planted.values()], cast)
    plant_ownership(cast, dict(planted))
    told = {letter: (each.case, each.words + each.sealed) for letter, each in planted.items()}
    hang_visits(cast, told)
    hang_assistance(cast, told)
    hang_reception(cast, {letter: (case, PEOPLE[letter][0], words) for letter, (case, words) in told.items()})
    hang_screening(cast, {letter: case for letter, (case, _) in told.items()})
    assess_all(cast, told)
    warn_all(START)
    hang_hints(cast, told)
