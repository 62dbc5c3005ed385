"""Relief: assistance and its funds; livelihood projects and legal publicity."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        ("supervision", "0041_forecasts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReliefFund",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=100, verbose_name="资金名称")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("budget", models.PositiveBigIntegerField(verbose_name="预算")),
                ("carried", models.PositiveBigIntegerField(default=0, verbose_name="上年结转")),
                ("closed_on", models.DateField(null=True, verbose_name="结账日期")),
                (
                    "carried_from",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="supervision.relieffund",
                        verbose_name="结转自",
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
            options={"verbose_name": "专项资金"},
        ),
        migrations.CreateModel(
            name="Assistance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("kind", models.CharField(max_length=15, verbose_name="帮扶类型")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("content", kit.sealed_fields.SealedTextField(verbose_name="帮扶内容")),
                ("amount", models.PositiveBigIntegerField(default=0, verbose_name="金额")),
                ("proposed_on", models.DateField(verbose_name="申请日期")),
                ("decided_on", models.DateField(null=True, verbose_name="审批日期")),
                ("said", kit.sealed_fields.SealedTextField(default="", verbose_name="审批意见")),
                ("paid_on", models.DateField(null=True, verbose_name="支付日期")),
                ("voucher", models.CharField(default="", max_length=60, verbose_name="凭证号")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="assistances", to="cases.case"
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
                    "paid_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
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
                    "fund",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assistances",
                        to="supervision.relieffund",
                    ),
                ),
            ],
            options={"verbose_name": "帮扶"},
        ),
        migrations.CreateModel(
            name="LivelihoodProject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=100, verbose_name="项目名称")),
                ("kind", models.CharField(max_length=15, verbose_name="类别")),
                ("location", models.CharField(max_length=100, verbose_name="地点")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("invested", models.PositiveBigIntegerField(default=0, verbose_name="投资")),
                ("started_on", models.DateField(null=True, verbose_name="开工日期")),
                ("planned_on", models.DateField(verbose_name="计划完成日期")),
                ("done_on", models.DateField(null=True, verbose_name="完成日期")),
                ("households", models.PositiveIntegerField(default=0, verbose_name="受益户数")),
                ("people", models.PositiveIntegerField(default=0, verbose_name="受益人数")),
                ("progress", models.CharField(default="", max_length=500, verbose_name="进展")),
                ("recorded_on", models.DateField(verbose_name="登记日期")),
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
                "verbose_name": "民生项目",
                "indexes": [models.Index(fields=["district", "-recorded_on", "-id"], name="project_recorded")],
                "constraints": [models.UniqueConstraint(fields=("unit", "name", "planned_on"), name="project_once")],
            },
        ),
        migrations.CreateModel(
            name="PublicityCampaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("title", models.CharField(max_length=100, verbose_name="主题")),
                ("form", models.CharField(max_length=15, verbose_name="方式")),
                ("location", models.CharField(max_length=100, verbose_name="地点")),
                ("from_day", models.DateField(verbose_name="开始日期")),
                ("to_day", models.DateField(verbose_name="结束日期")),
                ("reach", models.PositiveIntegerField(verbose_name="覆盖人数")),
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
                "verbose_name": "法治宣传",
                "indexes": [models.Index(fields=["district", "-from_day", "-id"], name="campaign_from")],
            },
        ),
        migrations.AddIndex(
            model_name="relieffund", index=models.Index(fields=["district", "-year", "-id"], name="fund_year")
        ),
        migrations.AddConstraint(
            model_name="relieffund",
            constraint=models.UniqueConstraint(fields=("unit", "name", "year"), name="fund_once_a_year"),
        ),
        migrations.AddIndex(
            model_name="assistance",
            index=models.Index(fields=["district", "-proposed_on", "-id"], name="assistance_proposed"),
        ),
        migrations.AddIndex(
            model_name="assistance",
            index=models.Index(
                condition=models.Q(("state__in", ("proposed", "approved"))),
                fields=["unit", "state"],
                name="assistance_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="assistance",
            constraint=models.CheckConstraint(
                condition=models.Q(("fund", None), ("amount__gt", 0), _connector="OR"),
                name="assistance_of_a_fund_has_an_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="assistance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by", None),
                    models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="assistance_by_two",
            ),
        ),
    ]
