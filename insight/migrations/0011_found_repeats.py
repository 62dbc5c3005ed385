"""Repeats found among what was imported; what came before this is not looked through again."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Nobody asked for the repeats of years ago: looking begins with what comes next.
_FROM_NOW = """
INSERT INTO insight_indexed (id, position) SELECT 2, coalesce(max(position), 0) FROM organizations_feedposition
ON CONFLICT (id) DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("insight", "0010_handling"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FoundRepeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("closeness", models.FloatField(verbose_name="相近")),
                ("found_on", models.DateField(verbose_name="找到日期")),
                ("decided_on", models.DateField(null=True, verbose_name="核对日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="found_repeats", to="cases.case"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="区县",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "导入后可能的重复",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["unit", "found_on", "id"], name="found_open"
                    ),
                    models.Index(fields=["unit", "-found_on", "-id"], name="found_on_day"),
                ],
                "constraints": [models.UniqueConstraint(fields=("case", "other"), name="found_repeat_once")],
            },
        ),
        migrations.RunSQL(_FROM_NOW, "DELETE FROM insight_indexed WHERE id = 2"),
    ]
