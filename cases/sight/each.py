"""Asking something of each row at hand, whatever else PostgreSQL would think of."""

from typing import Any

from django.db.models import BooleanField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce


def each_has(rows: QuerySet[Any]) -> Q:
    """Return that there is such a row, asked of each row at hand; ``rows`` name it by OuterRef.

    EXISTS says the same; PostgreSQL may answer it by reading all there are, which is dear where few are at hand.
    """
    found = Subquery(rows.order_by().values_list(Value(True, BooleanField()))[:1], output_field=BooleanField())
    return Q(Coalesce(found, Value(False), output_field=BooleanField()))
