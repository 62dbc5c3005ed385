"""Return visits 回访: lots, visits, calls, feedback to the units."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        ("supervision", "0022_inspections"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="VisitLot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("rule", models.CharField(max_length=20, verbose_name="抽取范围")),
                ("since", models.DateField(null=True, verbose_name="期间自")),
                ("until", models.DateField(null=True, verbose_name="期间至")),
                ("size", models.PositiveSmallIntegerField(verbose_name="抽取件数")),
                ("seed", models.CharField(max_length=32, verbose_name="随机种子")),
                ("fitting", models.PositiveIntegerField(verbose_name="符合范围的件数")),
                ("drawn_on", models.DateField(verbose_name="抽取日期")),
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
                    "drawn_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="抽取人",
                    ),
                ),
                (
                    "of_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="责任单位",
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
            options={"verbose_name": "回访批次"},
        ),
        migrations.CreateModel(
            name="LotPool",
            fields=[
                (
                    "lot",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="pool",
                        serialize=False,
                        to="supervision.visitlot",
                    ),
                ),
                ("legs", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
            ],
            options={"verbose_name": "回访抽取范围"},
        ),
        migrations.CreateModel(
            name="FollowUpVisit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("answered", models.BooleanField(verbose_name="抽取时已经办结")),
                ("drawn_on", models.DateField(verbose_name="抽取日期")),
                ("agreed_for", models.DateField(null=True, verbose_name="约定日期")),
                ("visited_on", models.DateField(null=True, verbose_name="回访日期")),
                ("way", models.CharField(default="", max_length=10, verbose_name="回访方式")),
                ("result", models.CharField(default="", max_length=10, verbose_name="回访结果")),
                ("promised", kit.sealed_fields.SealedTextField(default="", verbose_name="答复或者承诺了什么")),
                ("done", kit.sealed_fields.SealedTextField(default="", verbose_name="已经落实的")),
                ("missing", kit.sealed_fields.SealedTextField(default="", verbose_name="还缺什么")),
                ("words", kit.sealed_fields.SealedTextField(default="", verbose_name="信访人的话")),
                ("dropped_why", kit.sealed_fields.SealedTextField(default="", verbose_name="不再回访的理由")),
                ("reopening", models.CharField(default="", max_length=10, verbose_name="建议重新办理")),
                ("reopening_why", kit.sealed_fields.SealedTextField(default="", verbose_name="建议重新办理的理由")),
                ("reopening_said", kit.sealed_fields.SealedTextField(default="", verbose_name="对建议的决定")),
                (
                    "assignee",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="回访人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="follow_up_visits", to="cases.case"
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
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="follow_up_visits", to="cases.leg"
                    ),
                ),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="visits", to="supervision.visitlot"
                    ),
                ),
                (
                    "reopening_by",
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
            options={"verbose_name": "回访"},
        ),
        migrations.CreateModel(
            name="VisitCall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="日期")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("outcome", models.CharField(max_length=15, verbose_name="联系结果")),
                ("agreed_for", models.DateField(null=True, verbose_name="约定日期")),
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
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calls",
                        to="supervision.followupvisit",
                    ),
                ),
            ],
            options={"verbose_name": "回访联系", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="VisitFeedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("text", kit.sealed_fields.SealedTextField(verbose_name="反馈内容")),
                ("sent_on", models.DateField(verbose_name="反馈日期")),
                ("reply_by", models.DateField(null=True, verbose_name="请于此日前回复")),
                ("reply", kit.sealed_fields.SealedTextField(default="", verbose_name="回复")),
                ("replied_on", models.DateField(null=True, verbose_name="回复日期")),
                ("checked_on", models.DateField(null=True, verbose_name="核对日期")),
                ("returned_why", kit.sealed_fields.SealedTextField(default="", verbose_name="退回的理由")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"),
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
                    "leg",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.leg"
                    ),
                ),
                (
                    "replied_by",
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
                    "visit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback",
                        to="supervision.followupvisit",
                    ),
                ),
            ],
            options={"verbose_name": "回访反馈"},
        ),
        migrations.AddIndex(
            model_name="visitlot", index=models.Index(fields=["district", "-drawn_on", "-id"], name="visit_lot_drawn")
        ),
        migrations.AddIndex(
            model_name="followupvisit", index=models.Index(fields=["district", "-drawn_on", "-id"], name="visit_drawn")
        ),
        migrations.AddIndex(
            model_name="followupvisit",
            index=models.Index(fields=["district", "state", "-drawn_on", "-id"], name="visit_state_drawn"),
        ),
        migrations.AddIndex(
            model_name="followupvisit",
            index=models.Index(
                condition=models.Q(("state__in", ("drawn", "assigned", "agreed"))),
                fields=["assignee", "state"],
                name="visit_to_make",
            ),
        ),
        migrations.AddIndex(
            model_name="followupvisit",
            index=models.Index(
                condition=models.Q(("reopening", "proposed")),
                fields=["district", "-drawn_on", "-id"],
                name="visit_reopening",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupvisit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("drawn", "assigned", "agreed"))),
                fields=("leg",),
                name="visit_one_open_per_leg",
            ),
        ),
        migrations.AddIndex(
            model_name="visitfeedback",
            index=models.Index(
                condition=models.Q(("state", "sent")), fields=["unit", "sent_on"], name="visit_feedback_unit"
            ),
        ),
        migrations.AddIndex(
            model_name="visitfeedback",
            index=models.Index(
                condition=models.Q(("state", "replied")),
                fields=["district", "replied_on"],
                name="visit_feedback_replied",
            ),
        ),
    ]
