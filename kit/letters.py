"""What a room says of a letter whose words a site may edit: the variables, by their Chinese names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Words = Mapping[str, Any]


@dataclass(frozen=True)
class Variable:
    """One variable: its name, an invented value for the preview, and where its words come from."""

    name: str
    sample: str
    words: Callable[[Words], str]
    required: bool = False

    @property
    def shown(self) -> str:
        """Return the variable as it is written in a text."""
        return f"{{{self.name}}}"
