"""What comes back from the post is found by its number."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0058_slips_of_service")]

    operations = [
        AddIndexConcurrently(
            "service",
            models.Index(fields=["mail_number"], condition=~models.Q(mail_number=""), name="service_mail_number"),
        )
    ]
