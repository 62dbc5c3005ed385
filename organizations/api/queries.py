"""What the addresses of this floor ask of a query."""

from typing import Any

from law.errors import Refused


def assert_known(query: Any, known: set[str]) -> None:
    """Refuse what nobody here knows. Raises Refused filter_unknown."""
    if unknown := sorted(name[:40] for name in set(query) - known):
        raise Refused(
            "filter_unknown", f"没有这些筛选条件：{'、'.join(unknown[:10])}。可用：{'、'.join(sorted(known))}。"
        )
