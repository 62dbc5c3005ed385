"""What is published of reviews now, for everybody: nothing of it names a petitioner (Art. 36, para 2)."""

from datetime import date

from cases.models import Publication

MOST_PUBLICATIONS = 100


def open_publications(on: date) -> list[Publication]:
    """Return what is published on a day, the newest first."""
    # What turns out to accuse somebody is shown no more (Art. 30).
    shown = Publication.objects.for_everybody().filter(shown_to__gte=on, shown_from__lte=on, leg__case__sealed=False)
    rows = shown.filter(ended_on=None).select_related("remedy__unit", "remedy__document").order_by("-shown_from", "-id")
    return list(rows[:MOST_PUBLICATIONS])
