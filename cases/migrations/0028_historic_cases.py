"""One small index, made while the table is in use: the list tells everybody how many of his cases are historic."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0027_one_series_of_numbers")]

    operations = [
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["district", "-received_on", "-id"],
                condition=models.Q(historic=True),
                name="case_district_historic",
            ),
        )
    ]
