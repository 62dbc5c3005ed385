"""Forecasts: how probably a clock will be missed, as it was said, and what came of it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        ("supervision", "0040_return_visits"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClockForecast",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("duty", models.CharField(max_length=30, verbose_name="职责")),
                ("horizon", models.PositiveSmallIntegerField(verbose_name="提前天数")),
                ("made_on", models.DateField(verbose_name="预测日期")),
                ("due_on", models.DateField(verbose_name="到期日")),
                ("stage", models.CharField(max_length=15, verbose_name="进展")),
                ("spent", models.PositiveSmallIntegerField(verbose_name="已用时间")),
                ("unit_past", models.PositiveIntegerField(verbose_name="本单位同样情况的件数")),
                ("unit_missed", models.PositiveIntegerField(verbose_name="其中超期")),
                ("district_past", models.PositiveIntegerField(verbose_name="全区同样情况的件数")),
                ("district_missed", models.PositiveIntegerField(verbose_name="其中超期")),
                ("probability", models.FloatField(verbose_name="超期的可能")),
                ("district_share", models.FloatField(verbose_name="只看全区")),
                ("replayed", models.BooleanField(default=False, verbose_name="事后补算")),
                ("missed", models.BooleanField(null=True, verbose_name="后来超期")),
                ("checked_on", models.DateField(null=True, verbose_name="核对日期")),
                (
                    "clock",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.clock"
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
                (
                    "leg",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.leg"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="责任单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "超期预测",
                "indexes": [
                    models.Index(
                        condition=models.Q(("horizon", 0)),
                        fields=["district", "due_on", "id"],
                        name="forecast_today_due",
                    ),
                    models.Index(
                        condition=models.Q(("horizon", 0)), fields=["unit", "due_on", "id"], name="forecast_today_unit"
                    ),
                    models.Index(
                        condition=models.Q(("horizon__gt", 0)),
                        fields=["district", "made_on"],
                        name="forecast_kept_made",
                    ),
                    models.Index(
                        condition=models.Q(("checked_on", None), ("horizon__gt", 0)),
                        fields=["clock"],
                        name="forecast_unchecked",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("clock", "horizon", "due_on"), name="forecast_once")],
            },
        )
    ]
