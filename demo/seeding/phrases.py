"""Sentences put together from many small pieces, with invented names, days, sums and numbers in their gaps."""

import re
from collections.abc import Callable
from random import Random

from demo.seeding import words

# One gap each: {p}erson, {f}irm, {s}treet, s{o}pot, {n}umber, {d}ay, {m}oney, {h}our, {y}ears.
_FILLED: dict[str, Callable[[Random], str]] = {
    "p": words.person,
    "f": words.firm,
    "s": words.street,
    "o": words.spot,
    "n": lambda random: str(2 + int(random.random() * 97)),
    "d": lambda random: f"{1 + int(random.random() * 12)}月{1 + int(random.random() * 28)}日",
    "m": lambda random: f"{300 + int(random.random() ** 3 * 90000)}元",
    "h": lambda random: (
        f"{['早上', '上午', '中午', '下午', '傍晚', '夜里'][int(random.random() * 6)]}{1 + int(random.random() * 11)}点"
    ),
    "y": lambda random: "一两三四五六七八九"[int(random.random() * 9)],
}
_GAP = re.compile(r"\{(\w)\}")
Piece = tuple[str | Callable[[Random], str], ...]


class Pool:
    """Pieces of which one is drawn each time; in the text they are parted by blanks."""

    def __init__(self, text: str) -> None:
        """Cut each piece at its gaps, once."""
        self.pieces = [_cut(piece) for piece in text.split()]

    def draw(self, random: Random) -> str:
        """Return one piece with its gaps filled."""
        piece = self.pieces[int(random.random() * len(self.pieces))]
        return "".join([part if isinstance(part, str) else part(random) for part in piece])


def _cut(piece: str) -> Piece:
    parts = _GAP.split(piece)
    return tuple(_FILLED[part] if place % 2 else part for place, part in enumerate(parts) if part)


def sentence(random: Random, *pools: Pool) -> str:
    """Return one sentence of a piece from each pool."""
    return "，".join([pool.draw(random) for pool in pools]) + "。"
