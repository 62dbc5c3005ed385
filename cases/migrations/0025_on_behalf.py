"""Events name in whose name they were done; what the digest of those before is made of does not change."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0024_one_clock"), ("organizations", "0012_mandates")]

    operations = [
        migrations.AddField(
            model_name="event",
            name="for_whom",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        # The rows of before get 1 without being rewritten; from here on it is 2.
        migrations.AddField(model_name="event", name="payload", field=models.PositiveSmallIntegerField(default=1)),
        migrations.AlterField(model_name="event", name="payload", field=models.PositiveSmallIntegerField(default=2)),
    ]
