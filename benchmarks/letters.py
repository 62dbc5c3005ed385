"""How long a letter takes as PDF and as Word: the first of a process, then warm, and a day's letters in one file.

    python benchmarks/letters.py [--rounds 30] [--day 100]

Needs no database: the letters are invented and never stored. No two of them are the same, so that nothing is remembered.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xinfang.settings")

import django  # noqa: E402

FACTS = "经查，柳湾村村口道路于2025年3月施工，渠口一侧路面破损三处，合计约120平方米，村民反映属实。"
SIZES = {"notice, 1 page": 2, "opinion, 5 demands": 20, "opinion, 20 demands": 80}


def main() -> None:
    """Print one line per kind of letter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--day", type=int, default=100)
    options = parser.parse_args()
    django.setup()
    from kit.paper.pdf import letters_pdf
    from kit.paper.word import letter_docx

    print(f"first PDF of the process: {_once(lambda: letters_pdf([_letter(0, 3)])):.0f} ms")
    for name, paragraphs in SIZES.items():
        letters = [_letter(number, paragraphs) for number in range(options.rounds)]
        pdf = [_once(partial(letters_pdf, [letter])) for letter in letters]
        word = [_once(partial(letter_docx, letter)) for letter in letters]
        size = len(letters_pdf(letters[:1])) // 1024
        print(f"{name:<22} PDF {_said(pdf)}, {size} kB   Word {_said(word)}")
    _print_kinds(options.rounds)
    day = [_letter(10_000 + n, 4) for n in range(options.day)]
    took = _once(lambda: letters_pdf(day))
    print(f"{options.day} letters in one PDF: {took:.0f} ms, {took / options.day:.1f} ms a letter")


def _print_kinds(rounds: int) -> None:
    """Every kind of letter warm, over the size that its template has with three demands; the slowest kind by name."""
    from kit.paper.pdf import letters_pdf
    from law.vocabulary import Letter

    medians: dict[str, float] = {}
    for kind in Letter:
        letters = [_letter(number, 12, kind=kind) for number in range(max(rounds // 3, 5))]
        medians[kind.label] = statistics.median(_once(partial(letters_pdf, [each])) for each in letters)
    slowest = max(medians, key=lambda label: medians[label])
    print(
        f"{len(medians)} kinds, median of each between {min(medians.values()):.1f} and {medians[slowest]:.1f} ms ({slowest})"
    )


def _letter(number: int, paragraphs: int, kind: Any = "") -> Any:
    from cases.models import Document
    from kit.paper.sheet import LAYOUT
    from law.vocabulary import Letter
    from organizations.models import Unit

    said = "\n".join(f"诉求{n}（第{number}份）：{FACTS}" for n in range(paragraphs))
    return Document(
        unit=Unit(name="云河区青石镇人民政府"),
        kind=kind or Letter.HANDLING_OPINION,
        number=f"青政信意〔2026〕{number}号",
        content=f"王某某{number}：\n{said}",
        issued_on=date(2026, 3, 30),
        check_code=f"{number:032x}",
        layout=LAYOUT,
    )


def _once(run: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000


def _said(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {statistics.median(ordered):5.1f} ms, 95 of 100 within {ordered[int(len(ordered) * 0.95)]:5.1f} ms"


if __name__ == "__main__":
    main()
