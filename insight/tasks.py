"""Tasks of the insight room: ids in, one call, safe twice and safe late."""

from celery import shared_task

from insight.repeats.indexing import count_grams, index_texts


@shared_task(acks_late=True)
def index_texts_task() -> int:
    """Sketch the texts that changed since the last time; returns how many rows were looked at."""
    return index_texts()


@shared_task(acks_late=True)
def count_grams_task() -> None:
    """Count which grams are frequent."""
    count_grams()
