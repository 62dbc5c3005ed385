"""拟办意见: how to send demands on, proposed at the desk, approved by another here or on paper."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [("cases", "0055_reports_that_wait"), ("organizations", "0017_letterhead")]

    operations = [
        migrations.CreateModel(
            "Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.CharField(max_length=30, verbose_name="拟办理")),
                ("demands", ArrayField(base_field=models.PositiveSmallIntegerField(), size=None)),
                ("days", models.PositiveSmallIntegerField(null=True, verbose_name="反馈期限")),
                ("destination", models.CharField(default="", max_length=20, verbose_name="转出去向")),
                ("body", models.CharField(default="", max_length=200, verbose_name="接收单位")),
                ("text", kit.sealed_fields.SealedTextField(verbose_name="拟办意见")),
                ("reason", kit.sealed_fields.SealedTextField(verbose_name="写入文书的理由")),
                ("extract", kit.sealed_fields.SealedTextField(default="", verbose_name="摘转内容")),
                ("told_orally", kit.sealed_fields.SealedTextField(default="", verbose_name="口头告知去向的情况")),
                ("proposed_on", models.DateField(verbose_name="呈报日期")),
                ("approved", models.BooleanField(null=True, verbose_name="批准")),
                ("note", kit.sealed_fields.SealedTextField(default="", verbose_name="批示")),
                ("decided_on", models.DateField(null=True, verbose_name="办结日期")),
                ("leader", models.CharField(default="", max_length=40, verbose_name="纸上批示的领导")),
                ("instructed_on", models.DateField(null=True, verbose_name="纸上批示的日期")),
                ("performed_on", models.DateField(null=True, verbose_name="按批示办理的日期")),
                ("by", models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, db_index=False, related_name="+")),
                ("case", models.ForeignKey("cases.case", CASCADE, related_name="proposals")),
                (
                    "decided_by",
                    models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, db_index=False, null=True, related_name="+"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        "organizations.unit",
                        PROTECT,
                        db_index=False,
                        null=True,
                        related_name="+",
                        verbose_name="责任单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "拟办意见",
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        fields=["proposed_on", "id"], condition=models.Q(decided_on=None), name="proposal_waiting"
                    )
                ],
            },
        )
    ]
