"""The refusal that an act ends in, to look at its code, words and article."""

from typing import Any

import pytest

from law.errors import Refused
from law.vocabulary import Act
from tests.walks import Walk


def refused_on_leg(walk: Walk, act: Act, by: Any, **given: Any) -> Refused:
    """What an act on the leg is refused with."""
    with pytest.raises(Refused) as said:
        walk.on_leg(act, by, **given)
    return said.value


def refused(call: Any, *given: Any, **named: Any) -> Refused:
    """What a call is refused with."""
    with pytest.raises(Refused) as caught:
        call(*given, **named)
    return caught.value
