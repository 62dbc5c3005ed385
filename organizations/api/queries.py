"""What the addresses of this floor ask of a query."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter

from law.errors import Refused

# Between which keys a page of a list is asked for.
TURN = ("after", "before")
PAGED = [OpenApiParameter(name, str) for name in TURN]


def assert_known(query: Any, known: set[str]) -> None:
    """Refuse what nobody here knows. Raises Refused filter_unknown."""
    if unknown := sorted(name[:40] for name in set(query) - known):
        raise Refused(
            "filter_unknown", f"没有这些筛选条件：{'、'.join(unknown[:10])}。可用：{'、'.join(sorted(known))}。"
        )
