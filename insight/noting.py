"""What stood first is noted once a form, a kind and a person; what stands there later replaces it."""

from collections.abc import Sequence

from insight.models import Hint


def keep_hints(shown: Sequence[Hint]) -> None:
    """Note hints; of one form and kind, and one person who saw them, the last one."""
    if shown:
        Hint.objects.bulk_create(
            shown,
            update_conflicts=True,
            unique_fields=["form", "kind", "shown_to"],
            update_fields=["term", "other", "value", "learned", "shown_on"],
        )
