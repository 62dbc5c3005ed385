"""Senders, their numbers of cases, lists of theirs held against ours, and the differences."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        ("reception", "0032_guide_and_drafts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Comparison",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("since", models.DateField(verbose_name="清单起日")),
                ("until", models.DateField(verbose_name="清单止日")),
                ("file_name", models.CharField(max_length=200, verbose_name="文件")),
                ("rows", models.PositiveIntegerField(verbose_name="行数")),
                ("unread", models.PositiveIntegerField(default=0, verbose_name="读不出的行")),
                ("made_on", models.DateField(verbose_name="对账日期")),
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
            options={"verbose_name": "对账"},
        ),
        migrations.CreateModel(
            name="Sender",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("kind", models.CharField(max_length=10, verbose_name="种类")),
                ("source", models.CharField(max_length=60, verbose_name="来源")),
                ("owes", models.CharField(blank=True, default="", max_length=20, verbose_name="要求上报的内容")),
                ("columns", models.JSONField(default=dict, verbose_name="列对应")),
                ("header", models.JSONField(default=list, verbose_name="表头")),
                ("done_words", models.CharField(default="", max_length=500, verbose_name="办结的说法")),
                ("compared_on", models.DateField(null=True, verbose_name="最近对账")),
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
            options={"verbose_name": "来件渠道"},
        ),
        migrations.CreateModel(
            name="PassedOn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("number", models.CharField(max_length=80, verbose_name="对方编号")),
                ("told", models.CharField(default="", max_length=80)),
                ("remark", kit.sealed_fields.SealedTextField(default="", verbose_name="对方记载")),
                ("linked_on", models.DateField(verbose_name="对应日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="passed_on", to="cases.case"
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
                    "linked_by",
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
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="passed_on", to="reception.sender"
                    ),
                ),
            ],
            options={"verbose_name": "来件编号"},
        ),
        migrations.CreateModel(
            name="Difference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("what", models.CharField(max_length=15, verbose_name="不一致的事项")),
                ("number", models.CharField(max_length=80, verbose_name="对方编号")),
                ("theirs", models.CharField(default="", max_length=100, verbose_name="对方")),
                ("ours", models.CharField(default="", max_length=100, verbose_name="我方")),
                ("row", kit.sealed_fields.SealedTextField(default="")),
                ("found_on", models.DateField(verbose_name="发现日期")),
                ("how", models.CharField(blank=True, default="", max_length=20, verbose_name="怎样处理")),
                ("note", kit.sealed_fields.SealedTextField(default="", verbose_name="说明")),
                ("settled_on", models.DateField(null=True, verbose_name="处理日期")),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="differences",
                        to="cases.case",
                    ),
                ),
                (
                    "comparison",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="differences",
                        to="reception.comparison",
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
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="differences", to="reception.sender"
                    ),
                ),
            ],
            options={"verbose_name": "对账差异"},
        ),
        migrations.AddField(
            model_name="comparison",
            name="sender",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="comparisons", to="reception.sender"
            ),
        ),
        migrations.AddIndex(
            model_name="sender", index=models.Index(fields=["unit", "state", "name"], name="sender_of_unit")
        ),
        migrations.AddConstraint(
            model_name="sender",
            constraint=models.UniqueConstraint(fields=("unit", "source"), name="sender_source_once"),
        ),
        migrations.AddConstraint(
            model_name="passedon",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "linked")), fields=("sender", "number", "case"), name="passed_on_once"
            ),
        ),
        migrations.AddIndex(
            model_name="difference",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["unit", "found_on", "id"], name="difference_open"
            ),
        ),
        migrations.AddIndex(
            model_name="difference", index=models.Index(fields=["unit", "-found_on", "-id"], name="difference_found")
        ),
        migrations.AddConstraint(
            model_name="difference",
            constraint=models.UniqueConstraint(
                condition=models.Q(("case", None), ("what", "theirs_only")),
                fields=("sender", "number"),
                name="difference_theirs_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="difference",
            constraint=models.UniqueConstraint(
                condition=models.Q(("what", "theirs_only"), _negated=True),
                fields=("sender", "number", "case", "what"),
                name="difference_once",
            ),
        ),
        migrations.AddIndex(
            model_name="comparison", index=models.Index(fields=["sender", "-made_on", "-id"], name="comparison_made")
        ),
    ]
