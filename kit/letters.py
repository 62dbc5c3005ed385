"""The words of letters: variables by their Chinese names, and the letters that rooms make of their records."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Words = Mapping[str, Any]
_NAMED = re.compile(r"\{([^{}\n]{1,40})\}")


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


@dataclass(frozen=True)
class RecordPaper:
    """A letter that a room makes of its records.

    ``code``: of the room's own, like "toy_room.reminder"; ``word``: the 文种代字 in its number, of no other letter;
    ``template``: a text whose {variables} are these; ``article``: of the law, for what must not be left empty.
    """

    code: str
    title: str
    word: str
    template: str
    variables: tuple[Variable, ...]
    article: str = ""

    def __post_init__(self) -> None:
        """Keep its numbers apart from those of the letters of the procedure, whose codes have no point."""
        if "." not in self.code:
            raise ValueError(f"the code of a letter of records begins with its room and a point: {self.code}")


def names_in(body: str) -> list[str]:
    """Return the variables that a text names, in order, each once."""
    return list(dict.fromkeys(found.strip() for found in _NAMED.findall(body)))


def fill(body: str, values: Mapping[str, str]) -> str:
    """Return a text with every variable replaced; a line of which nothing is left goes."""
    lines = []
    for line in body.replace("\r\n", "\n").split("\n"):
        said = _NAMED.sub(lambda found: values[found[1].strip()], line)
        if said.strip() or not line.strip():
            lines.append(said)
    return "\n".join(lines).strip()
