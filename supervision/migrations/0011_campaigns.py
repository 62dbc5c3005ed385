"""Campaigns: old cases gathered by a rule or a superior's list of numbers."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        ("supervision", "0010_ownership"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("source", models.CharField(default="", max_length=100, verbose_name="依据（发文单位、文号）")),
                ("until", models.DateField(verbose_name="完成时限")),
                ("made_on", models.DateField(verbose_name="建立日期")),
                ("ended_on", models.DateField(null=True, verbose_name="结束日期")),
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
                    "made_by",
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
            options={"verbose_name": "专项"},
        ),
        migrations.CreateModel(
            name="CampaignCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("how", models.CharField(max_length=10, verbose_name="怎样列入")),
                ("number", models.CharField(default="", max_length=80, verbose_name="上级编号")),
                ("added_on", models.DateField(verbose_name="列入日期")),
                (
                    "campaign",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cases",
                        to="supervision.campaign",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="campaigns", to="cases.case"
                    ),
                ),
            ],
            options={"verbose_name": "专项信访件"},
        ),
        migrations.CreateModel(
            name="UnmatchedNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=80, verbose_name="上级编号")),
                ("added_on", models.DateField(verbose_name="登记日期")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="unmatched", to="supervision.campaign"
                    ),
                ),
            ],
            options={"verbose_name": "没有对上的编号", "ordering": ["id"]},
        ),
        migrations.AddIndex(
            model_name="campaign", index=models.Index(fields=["district", "-made_on", "-id"], name="campaign_district")
        ),
        migrations.AddIndex(
            model_name="campaigncase",
            index=models.Index(fields=["campaign", "added_on", "id"], name="campaign_case_added"),
        ),
        migrations.AddConstraint(
            model_name="campaigncase",
            constraint=models.UniqueConstraint(fields=("campaign", "case"), name="campaign_case_once"),
        ),
        migrations.AddConstraint(
            model_name="unmatchednumber",
            constraint=models.UniqueConstraint(fields=("campaign", "number"), name="unmatched_number_once"),
        ),
    ]
