"""The yearly assessment of units: scheme, items, results, scores, the rows behind them, objections."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        ("supervision", "0045_silences"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AssessmentScheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("group", models.CharField(max_length=15, verbose_name="考核对象")),
                ("made_on", models.DateField(verbose_name="拟定日期")),
                ("fixed_on", models.DateField(null=True, verbose_name="定稿日期")),
                ("objections_until", models.DateField(null=True, verbose_name="异议截止日期")),
                ("published_on", models.DateField(null=True, verbose_name="公布日期")),
                ("published_to", models.CharField(default="", max_length=10, verbose_name="公布范围")),
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
                    "fixed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "published_by",
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
            ],
            options={"verbose_name": "考核"},
        ),
        migrations.CreateModel(
            name="AssessmentResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("fixed_on", models.DateField(null=True, verbose_name="定稿日期")),
                ("commended_for", models.CharField(default="", max_length=500, verbose_name="表扬事由")),
                ("commended_number", models.CharField(default="", max_length=80, verbose_name="表扬文号")),
                ("commended_on", models.DateField(null=True, verbose_name="表扬日期")),
                (
                    "commended_by",
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
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="results",
                        to="supervision.assessmentscheme",
                    ),
                ),
            ],
            options={"verbose_name": "考核结果"},
        ),
        migrations.CreateModel(
            name="AssessmentItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=100, verbose_name="考核内容")),
                ("duty", models.CharField(max_length=15, verbose_name="职责")),
                ("formula", models.CharField(default="", max_length=20, verbose_name="算式")),
                ("weight", models.PositiveSmallIntegerField(verbose_name="分值")),
                ("evidence", models.CharField(default="", max_length=200, verbose_name="依据的材料")),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="supervision.assessmentscheme",
                    ),
                ),
            ],
            options={"verbose_name": "考核内容", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="AssessmentScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("owed", models.PositiveIntegerField(null=True, verbose_name="应办")),
                ("good", models.PositiveIntegerField(null=True, verbose_name="按要求办理")),
                ("points", models.DecimalField(decimal_places=2, max_digits=6, null=True, verbose_name="得分")),
                ("seen", models.CharField(default="", max_length=500, verbose_name="评分依据")),
                ("scored_on", models.DateField(null=True, verbose_name="评分日期")),
                (
                    "settled",
                    models.DecimalField(decimal_places=2, max_digits=6, null=True, verbose_name="异议后核定的得分"),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="supervision.assessmentitem",
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="supervision.assessmentresult",
                    ),
                ),
                (
                    "scored_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "考核得分", "ordering": ["item"]},
        ),
        migrations.CreateModel(
            name="AssessmentObjection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=1000, verbose_name="异议")),
                ("raised_on", models.DateField(verbose_name="提出日期")),
                ("upheld", models.BooleanField(null=True, verbose_name="采纳")),
                ("said", models.CharField(default="", max_length=1000, verbose_name="核实意见")),
                ("answered_on", models.DateField(null=True, verbose_name="核定日期")),
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
                    "raised_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "score",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="objections",
                        to="supervision.assessmentscore",
                    ),
                ),
            ],
            options={"verbose_name": "考核异议", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="AssessmentFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BigIntegerField()),
                ("what", models.CharField(max_length=100, verbose_name="应办的事")),
                ("due_on", models.DateField(verbose_name="应办日期")),
                ("done_on", models.DateField(null=True, verbose_name="办理日期")),
                ("good", models.BooleanField(verbose_name="按要求")),
                (
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "score",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="supervision.assessmentscore",
                    ),
                ),
            ],
            options={"verbose_name": "考核依据", "ordering": ["due_on", "id"]},
        ),
        migrations.AddIndex(
            model_name="assessmentscheme",
            index=models.Index(fields=["district", "-made_on", "-id"], name="assessment_made"),
        ),
        migrations.AddConstraint(
            model_name="assessmentscheme",
            constraint=models.UniqueConstraint(fields=("unit", "year", "group"), name="assessment_once_a_year"),
        ),
        migrations.AddConstraint(
            model_name="assessmentscheme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("published_by", None),
                    models.Q(("published_by", models.F("fixed_by")), _negated=True),
                    _connector="OR",
                ),
                name="assessment_by_two",
            ),
        ),
        migrations.AddIndex(
            model_name="assessmentresult",
            index=models.Index(fields=["district", "fixed_on", "id"], name="assessment_result_fixed"),
        ),
        migrations.AddIndex(
            model_name="assessmentresult",
            index=models.Index(
                condition=models.Q(("state", "objected")), fields=["district"], name="assessment_objected"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentresult",
            constraint=models.UniqueConstraint(fields=("scheme", "unit"), name="assessment_result_once"),
        ),
        migrations.AddConstraint(
            model_name="assessmentitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("formula", ""), _negated=True),
                fields=("scheme", "formula"),
                name="assessment_formula_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentscore",
            constraint=models.UniqueConstraint(fields=("result", "item"), name="assessment_score_once"),
        ),
        migrations.AddConstraint(
            model_name="assessmentobjection",
            constraint=models.UniqueConstraint(fields=("score",), name="assessment_objection_once"),
        ),
        migrations.AddConstraint(
            model_name="assessmentobjection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_by", None),
                    models.Q(("answered_by", models.F("raised_by")), _negated=True),
                    _connector="OR",
                ),
                name="assessment_objection_by_two",
            ),
        ),
        migrations.AddIndex(
            model_name="assessmentfact",
            index=models.Index(fields=["score", "due_on", "id"], name="assessment_fact_of_score"),
        ),
    ]
