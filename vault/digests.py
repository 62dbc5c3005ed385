"""SM3: keyed digests to look people up without storing them readable, and plain digests for the chain."""

import re
import unicodedata
from functools import lru_cache

from cryptography.hazmat.primitives import hashes, hmac

from vault.keys import Key, Keyring

_LEFT_OUT = re.compile(r"[\s\-·•.]")
_SM3 = hashes.SM3()


def sm3(data: bytes) -> str:
    """Return the SM3 digest as 64 hexadecimal digits."""
    digest = hashes.Hash(_SM3)
    digest.update(data)
    return digest.finalize().hex()


def keyed(value: str, *, key: Key) -> str:
    """Return the HMAC-SM3 of a normalised value as 64 hexadecimal digits; "" for an empty value."""
    normal = normalised(value)
    if not normal:
        return ""
    mac = _begun(key.digest).copy()
    mac.update(normal.encode())
    return mac.finalize().hex()


def candidates(value: str, *, keyring: Keyring) -> list[str]:
    """Return the digest of a value under every generation, for look-ups while a rotation runs."""
    return [keyed(value, key=key) for key in keyring.keys.values() if normalised(value)]


def normalised(value: str) -> str:
    """Fold width, case, blanks and dashes, so that 138-1234 5678 and １３８１２３４５６７８ meet."""
    folded = unicodedata.normalize("NFKC", value).casefold()
    return _LEFT_OUT.sub("", folded)


@lru_cache(maxsize=16)
def _begun(key: bytes) -> hmac.HMAC:
    """Return a digest that has taken in its key and nothing else: to be copied, never written to."""
    return hmac.HMAC(key, _SM3)
