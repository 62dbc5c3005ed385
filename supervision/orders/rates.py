"""How often, and how surely: a rate of a sample with its interval (Wilson), said in words."""

from dataclasses import dataclass
from math import sqrt

# Of a normal distribution so much lies within: 95 in a hundred.
_Z = 1.959964


@dataclass(frozen=True)
class Rate:
    """So many of so many, and between which two the true rate lies in 95 of 100 samples."""

    found: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """Return the rate itself; 0 where nothing was looked at."""
        return self.found / self.of if self.of else 0.0

    def said(self) -> str:
        """Return the rate in words: 缺陷率 20.0%（3/15，95%置信区间 7.0%—45.2%）."""
        if not self.of:
            return "没有抽查"
        return f"{self.share:.1%}（{self.found}/{self.of}，95%置信区间 {self.low:.1%}—{self.high:.1%}）"


def rate_of(found: int, of: int) -> Rate:
    """Return the rate of a sample with its Wilson interval; nothing looked at tells nothing: from 0 to 1."""
    if not of:
        return Rate(0, 0, 0.0, 1.0)
    share, square = found / of, _Z * _Z
    middle = share + square / (2 * of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    return Rate(found, of, max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole))
