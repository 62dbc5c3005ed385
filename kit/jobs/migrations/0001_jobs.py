"""Long work 任务: one row each, with its progress, its files and their end date."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STATES = [
    ("draft", "待确认"),
    ("waiting", "排队中"),
    ("running", "进行中"),
    ("done", "已完成"),
    ("failed", "没有完成"),
    ("cancelled", "已取消"),
]


class Migration(migrations.Migration):
    initial = True
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40, verbose_name="种类")),
                ("arguments", models.JSONField(default=dict)),
                ("state", models.CharField(choices=STATES, default="waiting", max_length=10, verbose_name="状态")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="已处理")),
                ("total", models.PositiveIntegerField(null=True, verbose_name="合计")),
                ("counts", models.JSONField(default=dict, verbose_name="计数")),
                ("holds", models.JSONField(default=dict)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("claimed_at", models.DateTimeField(null=True)),
                ("cancel_asked", models.BooleanField(default=False)),
                ("upload", models.FileField(blank=True, default="", upload_to="jobs/%Y/%m/")),
                ("upload_name", models.CharField(default="", max_length=120)),
                ("file", models.FileField(blank=True, default="", upload_to="jobs/%Y/%m/")),
                ("file_name", models.CharField(default="", max_length=120, verbose_name="文件名")),
                ("expires_on", models.DateField(null=True, verbose_name="保留至")),
                ("error", models.CharField(default="", max_length=500, verbose_name="原因")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "任务",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["owner", "-id"], name="job_owner"),
                    models.Index(
                        fields=["state", "id"],
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        name="job_open",
                    ),
                    models.Index(
                        fields=["expires_on"], condition=models.Q(("expires_on__isnull", False)), name="job_expires"
                    ),
                ],
            },
        )
    ]
