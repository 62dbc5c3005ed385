"""What is refused, by its code."""

from collections.abc import Callable
from typing import Any

import pytest

from law.errors import Refused


def refusal(step: Callable[..., Any], *given: Any, **more: Any) -> str:
    """The code with which something is refused."""
    with pytest.raises(Refused) as refused:
        step(*given, **more)
    return refused.value.code
