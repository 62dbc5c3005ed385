"""What a PDF says, read by a program that did not make it."""

import shutil
import subprocess
from pathlib import Path

import pytest


def text_of(pdf: bytes, folder: Path) -> str:
    """The text of a PDF without blanks; skipped where poppler is not installed."""
    return "".join(_poppler("pdftotext", ["-layout", "{}", "-"], pdf, folder).split())


def fonts_of(pdf: bytes, folder: Path) -> str:
    """The list of embedded fonts."""
    return _poppler("pdffonts", ["{}"], pdf, folder)


def pages_of(pdf: bytes, folder: Path) -> int:
    """The number of pages."""
    said = _poppler("pdfinfo", ["{}"], pdf, folder)
    return int(next(line for line in said.splitlines() if line.startswith("Pages:")).split()[1])


def _poppler(tool: str, arguments: list[str], pdf: bytes, folder: Path) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} (poppler-utils) is not on this machine")
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        [tool, *(each.format(path) for each in arguments)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout
