"""Drawing by lot: a pure function of the seed and the keys, so that anybody can draw again and must get the same."""

from collections.abc import Iterable, Sequence

from vault.digests import sm3

_KEPT_DIGITS = 32


def drawn(seed: str, pool: Iterable[int], size: int) -> list[int]:
    """Return ``size`` keys of a pool, those whose digest with the seed comes first; the order of the pool plays no part."""
    return sorted(set(pool), key=lambda key: (sm3(f"{seed}:{key}".encode()), key))[:size]


def digest_of_pool(pool: Sequence[int]) -> str:
    """Return the digest of a pool, which the journal keeps: the first half of its SM3, which fits on a phone."""
    return sm3(",".join(str(key) for key in sorted(pool)).encode())[:_KEPT_DIGITS]
