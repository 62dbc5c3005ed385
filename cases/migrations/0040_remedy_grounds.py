"""On which ground a request was not taken up, that a refusal was taken back, and what a revocation came with.

Columns that are empty or constant before.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0038_wrong_address"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField(
            "remedy", "refuse_ground", models.CharField(default="", max_length=20, verbose_name="不予受理的情形")
        ),
        migrations.AddField("remedy", "readmitted_on", models.DateField(null=True, verbose_name="恢复受理日期")),
        migrations.AddField(
            "remedy",
            "readmitted_by",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField("remedy", "readmit_reason", models.TextField(default="", verbose_name="恢复受理的理由")),
        migrations.AddField("remedy", "revoked", models.BooleanField(default=False, verbose_name="撤销原意见")),
    ]
