"""Case ownership: the sheet, its leaders, the five guarantees, plan, progress, changes of the limit, return visits."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("cases", "0059_mail_numbers"), ("organizations", "0022_mail_number")]

    operations = [
        migrations.CreateModel(
            name="OwnershipSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("wording", models.CharField(max_length=20, verbose_name="提法")),
                ("until", models.DateField(verbose_name="时限")),
                ("first_until", models.DateField(verbose_name="最初时限")),
                ("made_on", models.DateField(verbose_name="确定包案日期")),
                ("accepted_on", models.DateField(null=True, verbose_name="领导确认日期")),
                ("scheme", models.TextField(default="", verbose_name="化解方案")),
                ("concluded_on", models.DateField(null=True, verbose_name="办结")),
                ("resolved_on", models.DateField(null=True, verbose_name="化解")),
                ("settled_on", models.DateField(null=True, verbose_name="息访")),
                ("opinion", models.TextField(default="", verbose_name="信访人意见")),
                ("reported_on", models.DateField(null=True, verbose_name="申请销号日期")),
                ("closed_on", models.DateField(null=True, verbose_name="销号日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ownerships",
                        to="cases.case",
                        verbose_name="信访件",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "coordination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="调查处理协调人",
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
                    "first_leader",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="原包案领导",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="包案领导",
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
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="程序推进人",
                    ),
                ),
                (
                    "settlement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="实质解决责任人",
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
            options={"verbose_name": "包案"},
        ),
        migrations.CreateModel(
            name="LimitChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("before", models.DateField(verbose_name="原时限")),
                ("after", models.DateField(verbose_name="新时限")),
                ("kind", models.CharField(max_length=10, verbose_name="原因")),
                ("reason", models.CharField(max_length=200, verbose_name="说明")),
                ("on", models.DateField(verbose_name="变更日期")),
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
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="limit_changes",
                        to="supervision.ownershipsheet",
                    ),
                ),
            ],
            options={"verbose_name": "时限变更", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Guarantee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10, verbose_name="五包")),
                ("requirement", models.CharField(max_length=200, verbose_name="要求")),
                ("due_on", models.DateField(verbose_name="时限")),
                ("done_on", models.DateField(null=True, verbose_name="完成日期")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="责任人",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="guarantees",
                        to="supervision.ownershipsheet",
                    ),
                ),
            ],
            options={"verbose_name": "五包", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="OwnerTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField(verbose_name="起")),
                ("to_on", models.DateField(null=True, verbose_name="止")),
                ("reason", models.CharField(default="", max_length=200, verbose_name="交接原因")),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owner_terms",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="supervision.ownershipsheet",
                    ),
                ),
            ],
            options={"verbose_name": "包案领导任期", "ordering": ["from_on", "id"]},
        ),
        migrations.CreateModel(
            name="PlanStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=200, verbose_name="步骤")),
                ("due_on", models.DateField(verbose_name="时限")),
                ("first_due_on", models.DateField(verbose_name="最初时限")),
                ("done_on", models.DateField(null=True, verbose_name="完成日期")),
                ("put_off", models.CharField(default="", max_length=200, verbose_name="改期原因")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="责任人",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="supervision.ownershipsheet",
                    ),
                ),
            ],
            options={"verbose_name": "化解步骤", "ordering": ["due_on", "id"]},
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10, verbose_name="方式")),
                ("on", models.DateField(verbose_name="日期")),
                ("text", models.TextField(verbose_name="进展")),
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
                    "hand",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="progress",
                        to="supervision.ownershipsheet",
                    ),
                ),
            ],
            options={"verbose_name": "包案进展", "ordering": ["-on", "-id"]},
        ),
        migrations.CreateModel(
            name="ReturnVisit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="回访日期")),
                ("said", models.CharField(max_length=10, verbose_name="信访人评价")),
                ("text", models.TextField(verbose_name="回访情况")),
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
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="return_visits",
                        to="supervision.ownershipsheet",
                    ),
                ),
            ],
            options={"verbose_name": "包案回访", "ordering": ["id"]},
        ),
        migrations.AddIndex(
            model_name="ownershipsheet",
            index=models.Index(
                condition=models.Q(("state__in", ("proposed", "owned", "reported"))),
                fields=["district", "until", "id"],
                name="ownership_open",
            ),
        ),
        migrations.AddIndex(
            model_name="ownershipsheet", index=models.Index(fields=["district", "until", "id"], name="ownership_until")
        ),
        migrations.AddIndex(
            model_name="ownershipsheet", index=models.Index(fields=["district", "made_on", "id"], name="ownership_made")
        ),
        migrations.AddIndex(
            model_name="ownershipsheet",
            index=models.Index(
                condition=models.Q(("state__in", ("proposed", "owned", "reported"))),
                fields=["leader", "until"],
                name="ownership_leader",
            ),
        ),
        migrations.AddIndex(
            model_name="ownershipsheet", index=models.Index(fields=["first_leader"], name="ownership_first_leader")
        ),
        migrations.AddConstraint(
            model_name="ownershipsheet",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("proposed", "owned", "reported"))),
                fields=("case",),
                name="ownership_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownershipsheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("procedure", models.F("coordination")), _negated=True),
                    models.Q(("procedure", models.F("settlement")), _negated=True),
                    models.Q(("coordination", models.F("settlement")), _negated=True),
                ),
                name="ownership_three_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="guarantee", constraint=models.UniqueConstraint(fields=("sheet", "kind"), name="guarantee_once")
        ),
        migrations.AddConstraint(
            model_name="ownerterm",
            constraint=models.UniqueConstraint(
                condition=models.Q(("to_on", None)), fields=("sheet",), name="owner_term_one_open"
            ),
        ),
        migrations.AddIndex(
            model_name="planstep",
            index=models.Index(condition=models.Q(("done_on", None)), fields=["due_on", "id"], name="plan_step_open"),
        ),
    ]
