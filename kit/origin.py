"""Where what is done here comes from: a keyed address of a computer, a command, the worker; never an address in the clear."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.crypto import salted_hmac

_origin: ContextVar[str] = ContextVar("origin", default="")


def origin() -> str:
    """Return where the work at hand comes from; "" where nobody said."""
    return _origin.get()


def keyed(address: str) -> str:
    """Return 16 characters that stand for one address: equal for equal addresses, and not to be turned back."""
    return salted_hmac("origin", address).hexdigest()[:16] if address else ""


@contextmanager
def coming_from(where: str) -> Iterator[None]:
    """Let everything inside come from there."""
    token = _origin.set(where)
    try:
        yield
    finally:
        _origin.reset(token)
