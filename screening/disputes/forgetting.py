"""Names of the parties go 24 months after a dispute was closed; what happened stays."""

from datetime import date

from django.db import transaction

from organizations.journal.noting import note
from organizations.models import Unit
from organizations.settings_in_force import setting_on
from screening.disputes.settings import NAMES_MONTHS
from screening.disputes.verbs import NAMES_DELETED
from screening.models import Dispute

_SLICE = 500


def forget_names(day: date) -> int:
    """Delete the names of disputes that were closed long enough ago; returns how many disputes were looked at."""
    done = 0
    closed = Dispute.objects.filter(closed_on__isnull=False, names_deleted_on=None)
    for key in closed.order_by().values_list("district", flat=True).distinct():
        until = months_before(day, setting_on(NAMES_MONTHS.key, day, key))
        while keys := list(closed.filter(district=key, closed_on__lte=until).values_list("pk", flat=True)[:_SLICE]):
            with transaction.atomic():
                Dispute.objects.filter(pk__in=keys).update(names="", names_deleted_on=day)
                note(NAMES_DELETED, at=Unit.objects.get(pk=key), count=len(keys))
            done += len(keys)
    return done


def months_before(day: date, months: int) -> date:
    """Return the day so many months before; the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
