"""Letters that show no request are found among all demands: few of them."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0044_dissuasions")]

    operations = [
        AddIndexConcurrently(
            "demand", models.Index(fields=["case"], condition=models.Q(kind="none"), name="demand_no_request")
        )
    ]
