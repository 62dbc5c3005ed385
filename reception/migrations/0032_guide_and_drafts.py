"""The guide, what offices publish, drafts of the portal, petitions written for others."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        ("reception", "0031_citizen_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PortalDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("typed", kit.sealed_fields.SealedTextField(verbose_name="内容")),
                ("keep_until", models.DateField(db_index=True, verbose_name="保存到")),
                ("kept_at", models.DateTimeField()),
            ],
            options={"verbose_name": "门户草稿"},
        ),
        migrations.CreateModel(
            name="GuideRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("category", models.CharField(max_length=12, verbose_name="内容分类代码")),
                ("path", models.CharField(max_length=30, verbose_name="法定途径")),
                ("papers", models.TextField(default="", verbose_name="应带材料")),
                ("remark", models.CharField(default="", max_length=300, verbose_name="说明")),
                ("valid_from", models.DateField(verbose_name="生效日期")),
                ("ended", models.BooleanField(default=False)),
                ("kept_at", models.DateTimeField()),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="地点",
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
            options={"verbose_name": "导引条目"},
        ),
        migrations.AddField(
            model_name="onlinefiling",
            name="guide",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="filings", to="reception.guiderow"
            ),
        ),
        migrations.CreateModel(
            name="Published",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("matter", models.CharField(max_length=20, verbose_name="公布事项")),
                ("text", models.TextField(verbose_name="内容")),
                ("valid_from", models.DateField(verbose_name="公布日期")),
                ("kept_at", models.DateTimeField()),
                (
                    "kept_by",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
            ],
            options={"verbose_name": "公布事项"},
        ),
        migrations.CreateModel(
            name="AssistedFiling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("read_back", models.CharField(max_length=20, verbose_name="确认方式")),
                ("witness", kit.sealed_fields.SealedTextField(default="", verbose_name="在场人")),
                ("filed_on", models.DateField(verbose_name="代写日期")),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assisted_filing", to="cases.case"
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
                    "helper",
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
            ],
            options={
                "verbose_name": "代写信访事项",
                "indexes": [models.Index(fields=["unit", "-filed_on", "-id"], name="assisted_filing_unit")],
            },
        ),
        migrations.AddIndex(
            model_name="guiderow",
            index=models.Index(fields=["district", "category", "-valid_from", "-id"], name="guide_row_category"),
        ),
        migrations.AddIndex(
            model_name="published",
            index=models.Index(fields=["unit", "matter", "-valid_from", "-id"], name="published_unit"),
        ),
    ]
