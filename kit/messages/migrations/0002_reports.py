"""Who sent a message, and what channels reported on the attempts; the column is added without a rewrite."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_RESULTS = [
    ("accepted", "通道已接收"),
    ("refused", "被拒绝"),
    ("not_sent", "没有发出"),
    ("unknown", "结果不明"),
    ("delivered", "已送达"),
    ("undelivered", "未能送达"),
]


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_outbox"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField(
            model_name="message",
            name="sender",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="发送人",
            ),
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("result", models.CharField(choices=_RESULTS, max_length=20, verbose_name="结果")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("counted", models.BooleanField(verbose_name="改变了状态")),
                (
                    "attempt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="outbox.attempt"
                    ),
                ),
            ],
            options={
                "verbose_name": "回执",
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("attempt", "result"), name="outbox_report_once")],
            },
        ),
    ]
