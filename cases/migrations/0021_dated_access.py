"""Dated access: who may read one case, or those of a unit, for a time. A new table; going back drops it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_events_await"),
        ("organizations", "0007_grant_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DatedAccess",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_too", models.BooleanField(default=False)),
                ("from_day", models.DateField(verbose_name="开始日期")),
                ("to_day", models.DateField(verbose_name="截止日期")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("inspection", "督查检查"),
                            ("ownership", "领导包案"),
                            ("monitoring", "外部监督"),
                            ("legal_advice", "法律咨询"),
                        ],
                        max_length=20,
                        verbose_name="用途",
                    ),
                ),
                ("reason", kit.sealed_fields.SealedTextField(verbose_name="理由")),
                ("given_on", models.DateField(verbose_name="给予日期")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="收回时间")),
                ("revoke_reason", kit.sealed_fields.SealedTextField(default="", verbose_name="收回理由")),
                (
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="accesses", to="cases.case"
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="区县",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="给予人",
                    ),
                ),
                (
                    "of_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="经手单位",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_staff",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="查阅人员",
                    ),
                ),
                (
                    "to_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="查阅单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "临时查阅",
                "ordering": ["-given_on", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("revoked_at", None)),
                        fields=["to_staff", "to_day"],
                        name="access_staff_standing",
                    ),
                    models.Index(
                        condition=models.Q(("revoked_at", None)),
                        fields=["to_unit", "to_day"],
                        name="access_unit_standing",
                    ),
                    models.Index(fields=["district", "-given_on", "-id"], name="access_district_given"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to_staff", None), ("to_unit__isnull", False)),
                            models.Q(("to_staff__isnull", False), ("to_unit", None)),
                            _connector="OR",
                        ),
                        name="access_one_reader",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case", None), ("of_unit__isnull", False), ("sealed_too", False)),
                            models.Q(("case__isnull", False), ("of_unit", None)),
                            _connector="OR",
                        ),
                        name="access_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("to_day__gte", models.F("from_day"))), name="access_days_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_staff", None),
                            models.Q(("to_staff", models.F("given_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="access_not_to_oneself",
                    ),
                ],
            },
        )
    ]
