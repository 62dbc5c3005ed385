"""Room on the interpreter's stack, so that deep calls need not ask the system for memory over and over.

CPython keeps its frames in chunks of 16 KiB. Where a loop runs just at the end of a chunk, every call in it maps a new
chunk and gives it back: 35,000 page faults a second and a quarter of the time were measured. A frame that needs a
little more than half a mebibyte gets a chunk of one whole mebibyte; what is called from it has the other half.
"""

from collections.abc import Callable
from typing import Any

# In slots of eight bytes: just over half of a chunk of 2**20 bytes.
_SLOTS = 2**16 + 64


def roomy(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call a function with room for all that it calls."""
    return function(*args, **kwargs)


roomy.__code__ = roomy.__code__.replace(co_stacksize=_SLOTS)
