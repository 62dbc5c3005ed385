"""Tasks of the insight room: ids in, one call, safe twice and safe late."""

from importlib.util import find_spec

from celery import shared_task
from django.utils.module_loading import import_string

from insight.following import follow_hints
from insight.imported.looking import find_repeats, follow_found
from insight.repeats.indexing import count_grams, index_texts
from organizations.today import today


@shared_task(acks_late=True)
def index_texts_task() -> int:
    """Sketch the texts that changed since the last time; returns how many rows were looked at."""
    return index_texts()


@shared_task(acks_late=True)
def count_grams_task() -> None:
    """Count which grams are frequent."""
    count_grams()


@shared_task(acks_late=True)
def follow_hints_task() -> int:
    """Note whether the hints of earlier days were followed, and which imported cases were joined."""
    return follow_hints(today()) + follow_found()


@shared_task(acks_late=True)
def find_repeats_task() -> int:
    """Look for repeats among what was imported since the last time; returns how many pairs are new."""
    return find_repeats()


@shared_task(acks_late=True)
def learn_categories_task() -> int:
    """Learn the categories of every district; returns of how many, none where scikit-learn is not installed."""
    if find_spec("sklearn") is None:
        return 0
    # Loaded here alone: it takes two seconds and 150 MB that no other task needs.
    return int(import_string("insight.categories.learning.learn_categories")(today()))
