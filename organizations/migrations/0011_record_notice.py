"""Lines on a desk about records of the rooms."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0009_one_clock")]

    operations = [
        migrations.CreateModel(
            name="RecordNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200)),
                ("url", models.CharField(max_length=200)),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="organizations.journalentry",
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="record_notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "记录提醒",
                "indexes": [
                    models.Index(
                        condition=models.Q(("read_at", None)), fields=["staff", "-id"], name="record_notice_unread"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("entry", "staff"), name="record_notice_once")],
            },
        )
    ]
