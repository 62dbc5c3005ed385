"""The files of the house as a test reads them: which there are, where a line stands, and failing with the places."""

import ast
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
FLOORS = tuple(SETUP["importlinter"]["root_packages"])


def python_files() -> list[Path]:
    """Every Python file of the product, migrations too, tests not."""
    return sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))


def handwritten() -> list[Path]:
    """Every Python file that a person reads from top to bottom."""
    tests = sorted((ROOT / "tests").rglob("*.py"))
    return [path for path in [*python_files(), *tests] if path.parent.name != "migrations"]


def templates() -> list[Path]:
    """Every page and fragment."""
    return sorted([*(ROOT / "templates").rglob("*.html"), *(p for f in FLOORS for p in (ROOT / f).rglob("*.html"))])


@cache
def tree(path: Path) -> ast.Module:
    """The file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, line: int) -> str:
    """file:line, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{line}"


def lines_of(path: Path) -> int:
    """The number of lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def obey(offences: list[str], advice: str) -> None:
    """Fail with the places and with what to do."""
    assert not offences, advice + "\n  " + "\n  ".join(offences)
