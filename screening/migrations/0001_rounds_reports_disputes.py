"""Rounds, reports, approvals, disputes with their hand-offs, early warnings."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("number", models.CharField(max_length=30, null=True, unique=True, verbose_name="编号")),
                ("client_id", models.UUIDField(unique=True)),
                ("spot", models.CharField(default="", max_length=100, verbose_name="地点")),
                ("found_on", models.DateField(verbose_name="排查日期")),
                ("kind", models.CharField(max_length=20, verbose_name="类型")),
                ("source", models.CharField(max_length=10, verbose_name="来源")),
                ("households", models.PositiveIntegerField(default=0, verbose_name="户数")),
                ("people", models.PositiveIntegerField(verbose_name="人数")),
                ("names", kit.sealed_fields.SealedTextField(default="", verbose_name="当事人")),
                ("names_deleted_on", models.DateField(null=True, verbose_name="姓名删除日期")),
                ("facts", models.TextField(verbose_name="主要情况")),
                ("hurt", models.BooleanField(default=False, verbose_name="有人受伤")),
                ("at_risk", models.BooleanField(default=False, verbose_name="有现实危险")),
                ("grade", models.CharField(max_length=10, verbose_name="事情等级")),
                ("reasons", models.JSONField(default=list, verbose_name="等级的理由")),
                ("tier", models.CharField(max_length=10, verbose_name="办理分级")),
                ("settler", models.CharField(max_length=10, verbose_name="化解层级")),
                ("due_on", models.DateField(verbose_name="时限")),
                ("measures", models.TextField(default="", verbose_name="已采取的措施")),
                ("help_needed", models.CharField(default="", max_length=300, verbose_name="需要的帮助")),
                ("mediation_body", models.CharField(default="", max_length=100, verbose_name="调解组织")),
                ("agreement", models.TextField(default="", verbose_name="调解协议")),
                ("outcome", models.CharField(default="", max_length=12, verbose_name="结果")),
                ("settled_on", models.DateField(null=True, verbose_name="结果日期")),
                ("unresolved_why", models.CharField(default="", max_length=300, verbose_name="未化解原因")),
                ("visited_on", models.DateField(null=True, verbose_name="回访日期")),
                ("visit_said", models.CharField(default="", max_length=300, verbose_name="回访情况")),
                ("closed_on", models.DateField(null=True, verbose_name="销账日期")),
                (
                    "closed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="销账人",
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
                    "found_at",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="排查单位",
                    ),
                ),
                (
                    "found_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="填报人",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="组",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="责任人",
                    ),
                ),
                (
                    "repeat_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeats",
                        to="screening.dispute",
                        verbose_name="再次发生",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
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
                    "visited_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "矛盾纠纷"},
        ),
        migrations.CreateModel(
            name="DisputeCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="转信访日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="came_from_disputes", to="cases.case"
                    ),
                ),
                (
                    "dispute",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="became", to="screening.dispute"
                    ),
                ),
            ],
            options={"verbose_name": "矛盾纠纷转信访"},
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="研判日期")),
                ("way", models.CharField(max_length=12, verbose_name="研判意见")),
                ("due_on", models.DateField(verbose_name="时限")),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="judgements", to="screening.dispute"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "研判意见", "ordering": ["-on", "-id"]},
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30, verbose_name="填报单位类型")),
                ("label", models.CharField(max_length=80, verbose_name="期次")),
                ("first_day", models.DateField(verbose_name="开始日期")),
                ("last_day", models.DateField(verbose_name="结束日期")),
                ("due_on", models.DateField(verbose_name="应报日期")),
                ("state", models.CharField(default="open", max_length=10, verbose_name="状态")),
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
            options={"verbose_name": "排查期"},
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("client_id", models.UUIDField(unique=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("zero", models.BooleanField(verbose_name="零报告")),
                ("late", models.BooleanField(default=False, verbose_name="迟报")),
                ("current", models.BooleanField(default=True)),
                ("reported_on", models.DateField(verbose_name="填报日期")),
                ("proxy", models.BooleanField(default=False, verbose_name="代报")),
                ("told_by", kit.sealed_fields.SealedTextField(default="", verbose_name="谁来电报告")),
                ("source", models.CharField(default="page", max_length=10, verbose_name="来源")),
                ("groups", models.JSONField(default=list, verbose_name="各组情况")),
                ("answers", models.JSONField(default=dict, verbose_name="专项填报")),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="screening.report",
                        verbose_name="更正",
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
                    "reported_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="填报人",
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
                    "round",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="screening.round",
                    ),
                ),
            ],
            options={"verbose_name": "排查报告"},
        ),
        migrations.CreateModel(
            name="GridApproval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("approved_on", models.DateField(verbose_name="审核日期")),
                ("expected", models.PositiveIntegerField(verbose_name="应报")),
                ("on_time", models.PositiveIntegerField(verbose_name="按时")),
                ("late", models.PositiveIntegerField(verbose_name="迟报")),
                ("zero", models.PositiveIntegerField(verbose_name="零报告")),
                ("reason", models.CharField(default="", max_length=200, verbose_name="重新开启的理由")),
                (
                    "approved_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审核人",
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
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="screening.round"
                    ),
                ),
            ],
            options={"verbose_name": "排查审核"},
        ),
        migrations.AddField(
            model_name="dispute",
            name="round",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="disputes",
                to="screening.round",
                verbose_name="期次",
            ),
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("title", models.CharField(max_length=60, verbose_name="主题")),
                ("kinds", models.JSONField(default=list, verbose_name="填报单位类型")),
                ("questions", models.JSONField(default=list, verbose_name="增加的填报项")),
                ("from_day", models.DateField(verbose_name="开始日期")),
                ("to_day", models.DateField(verbose_name="结束日期")),
                ("why", models.CharField(max_length=200, verbose_name="依据")),
                ("published_on", models.DateField(null=True, verbose_name="发布日期")),
                ("minutes", models.PositiveIntegerField(default=0, verbose_name="基层填报用时（分钟）")),
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
            options={"verbose_name": "专项排查"},
        ),
        migrations.AddField(
            model_name="round",
            name="theme",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rounds",
                to="screening.theme",
                verbose_name="专项",
            ),
        ),
        migrations.CreateModel(
            name="ZeroDoubt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rules", models.JSONField(default=list)),
                ("found_on", models.DateField()),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="doubt", to="screening.report"
                    ),
                ),
            ],
            options={"verbose_name": "存疑零报告"},
        ),
        migrations.CreateModel(
            name="DisputeHandOff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=300, verbose_name="理由")),
                ("on", models.DateField(verbose_name="流转日期")),
                ("decide_by", models.DateField(verbose_name="接收期限")),
                ("decided_on", models.DateField(null=True, verbose_name="接收日期")),
                ("taken", models.BooleanField(null=True, verbose_name="接收")),
                ("said", models.CharField(default="", max_length=300, verbose_name="退回理由")),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hand_offs", to="screening.dispute"
                    ),
                ),
                (
                    "from_unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
                (
                    "to_unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "矛盾纠纷流转",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_on", None)), fields=("dispute",), name="dispute_passed_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EarlyWarning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("kind", models.CharField(max_length=20, verbose_name="类型")),
                ("drawn_on", models.DateField(verbose_name="预警日期")),
                ("reports", models.PositiveIntegerField(verbose_name="件数")),
                ("people", models.PositiveIntegerField(verbose_name="人数")),
                ("answer_by", models.DateField(verbose_name="答复期限")),
                ("measure", models.CharField(default="", max_length=500, verbose_name="措施")),
                ("act_by", models.DateField(null=True, verbose_name="完成日期")),
                ("answered_on", models.DateField(null=True, verbose_name="答复日期")),
                (
                    "answered_by",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="单位",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="村（社区）",
                    ),
                ),
            ],
            options={
                "verbose_name": "苗头预警",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["unit", "answer_by", "id"],
                        name="early_warning_open",
                    ),
                    models.Index(fields=["district", "-drawn_on", "-id"], name="early_warning_drawn"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("village", "kind", "drawn_on"), name="early_warning_once")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="report", index=models.Index(fields=["unit", "-reported_on", "-id"], name="report_of_unit")
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(("current", True)), fields=("round", "unit"), name="report_current_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="gridapproval",
            constraint=models.UniqueConstraint(fields=("round", "unit"), name="approval_once"),
        ),
        migrations.AddIndex(
            model_name="dispute", index=models.Index(fields=["district", "-found_on", "-id"], name="dispute_found")
        ),
        migrations.AddIndex(
            model_name="dispute", index=models.Index(fields=["found_at", "-found_on", "-id"], name="dispute_of_village")
        ),
        migrations.AddIndex(
            model_name="dispute",
            index=models.Index(
                condition=models.Q(("state__in", ("closed", "turned")), _negated=True),
                fields=["unit", "due_on", "id"],
                name="dispute_open_due",
            ),
        ),
        migrations.AddIndex(
            model_name="dispute",
            index=models.Index(
                condition=models.Q(("closed_on__isnull", False), ("names_deleted_on", None)),
                fields=["closed_on"],
                name="dispute_names_kept",
            ),
        ),
        migrations.AddIndex(
            model_name="theme", index=models.Index(fields=["district", "-from_day", "-id"], name="theme_from")
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["district", "kind", "-first_day", "-id"], name="round_newest"),
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(condition=models.Q(("state", "open")), fields=["due_on"], name="round_open_due"),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                condition=models.Q(("theme", None)),
                fields=("district", "kind", "first_day"),
                name="round_ordinary_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="round", constraint=models.UniqueConstraint(fields=("theme", "kind"), name="round_of_theme_once")
        ),
    ]
