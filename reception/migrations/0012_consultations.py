"""Consultations, and their weekly draw."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("reception", "0011_visits"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("asked_on", models.DateField(verbose_name="咨询日期")),
                ("about", kit.sealed_fields.SealedTextField(verbose_name="咨询事项")),
                ("answer", kit.sealed_fields.SealedTextField(default="", verbose_name="答复")),
                ("service", models.CharField(max_length=15, verbose_name="服务方式")),
                ("due_on", models.DateField(verbose_name="办理期限")),
                ("done_on", models.DateField(null=True, verbose_name="办完日期")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="联系不上次数")),
                ("drawn_on", models.DateField(null=True, verbose_name="抽查日期")),
                ("verdict", models.CharField(blank=True, default="", max_length=10, verbose_name="抽查结论")),
                ("checked_on", models.DateField(null=True, verbose_name="核对日期")),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="cases.case",
                    ),
                ),
                (
                    "checked_by",
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
                    "first_asked",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                (
                    "ticket",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultation",
                        to="reception.ticket",
                    ),
                ),
            ],
            options={
                "verbose_name": "咨询登记",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["unit", "due_on", "id"], name="consultation_open"
                    ),
                    models.Index(fields=["unit", "-asked_on", "-id"], name="consultation_asked"),
                    models.Index(
                        condition=models.Q(("drawn_on__isnull", False), ("verdict", "")),
                        fields=["unit", "drawn_on", "id"],
                        name="consultation_to_check",
                    ),
                    models.Index(
                        condition=models.Q(("case", None), ("verdict", "petition")),
                        fields=["unit", "id"],
                        name="consultation_to_register",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", False), ("state", "registered")),
                            models.Q(("case", None), models.Q(("state", "registered"), _negated=True)),
                            _connector="OR",
                        ),
                        name="consultation_registered_has_its_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsultationDraw",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField(verbose_name="所抽的一周（星期一）")),
                ("seed", models.BigIntegerField(verbose_name="随机种子")),
                ("share", models.PositiveSmallIntegerField(verbose_name="抽取比例")),
                ("of", models.PositiveIntegerField(verbose_name="共多少条")),
                ("drawn", models.PositiveIntegerField(verbose_name="抽取多少条")),
                ("drawn_on", models.DateField(verbose_name="抽取日期")),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "咨询抽查",
                "constraints": [models.UniqueConstraint(fields=("unit", "week"), name="consultation_draw_once")],
            },
        ),
    ]
