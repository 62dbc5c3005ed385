"""Query codes, online filings, anchors of a day."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        ("reception", "0020_reception_days"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="QueryCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("party", models.BigIntegerField()),
                ("name_digest", models.CharField(default="", max_length=64)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("issued_at", models.DateTimeField()),
                ("ended_on", models.DateField(null=True, verbose_name="停用日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="query_codes", to="cases.case"
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "查询码"},
        ),
        migrations.CreateModel(
            name="DayAnchor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="日期")),
                ("root", models.CharField(max_length=64)),
                ("number", models.PositiveIntegerField(verbose_name="登记件数")),
                ("made_at", models.DateTimeField()),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "当日登记锚定",
                "constraints": [models.UniqueConstraint(fields=("district", "day"), name="day_anchor_once")],
            },
        ),
        migrations.CreateModel(
            name="OnlineFiling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("form", models.CharField(max_length=64, unique=True)),
                ("party", models.BigIntegerField()),
                ("notice", models.CharField(max_length=20, verbose_name="隐私告知版本")),
                ("code_digest", models.CharField(default="", max_length=64)),
                ("code_until", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("filed_on", models.DateField(verbose_name="提交日期")),
                ("filed_at", models.DateTimeField()),
                ("asked_on", models.DateField(null=True, verbose_name="书面核对日期")),
                ("answer", kit.sealed_fields.SealedTextField(default="", verbose_name="回复")),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="online_filing", to="cases.case"
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
                "verbose_name": "网上信访",
                "indexes": [
                    models.Index(fields=["unit", "-filed_on", "-id"], name="online_filing_unit"),
                    models.Index(
                        condition=models.Q(("state__in", ["sent", "to_ask", "asked"])),
                        fields=["unit", "filed_on", "id"],
                        name="online_filing_waits",
                    ),
                ],
            },
        ),
    ]
