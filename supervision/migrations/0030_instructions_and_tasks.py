"""What is submitted to leaders, and the tasks of units (Art. 38)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        ("supervision", "0012_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("digest", kit.sealed_fields.SealedTextField(verbose_name="要点")),
                ("asks", kit.sealed_fields.SealedTextField(default="", verbose_name="拟办建议")),
                ("submitted_on", models.DateField(verbose_name="呈阅日期")),
                ("instruction", kit.sealed_fields.SealedTextField(default="", verbose_name="批示")),
                ("instructed_on", models.DateField(null=True, verbose_name="批示日期")),
                ("entered_on", models.DateField(null=True, verbose_name="录入日期")),
                ("on_paper", models.BooleanField(default=False, verbose_name="纸上批示")),
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
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="呈阅领导",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="呈阅人",
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
            options={"verbose_name": "呈阅件", "ordering": ["-submitted_on", "-id"]},
        ),
        migrations.CreateModel(
            name="SubmittedCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="cases.case"
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cases", to="supervision.submission"
                    ),
                ),
            ],
            options={"verbose_name": "呈阅的信访件", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("source", models.CharField(max_length=40, verbose_name="来源")),
                ("source_key", models.BigIntegerField()),
                ("what", kit.sealed_fields.SealedTextField(verbose_name="任务内容")),
                ("due_on", models.DateField(verbose_name="时限")),
                ("given_on", models.DateField(verbose_name="下达日期")),
                ("received_on", models.DateField(null=True, verbose_name="签收日期")),
                ("report", kit.sealed_fields.SealedTextField(default="", verbose_name="反馈")),
                ("reported_on", models.DateField(null=True, verbose_name="反馈日期")),
                ("checked", kit.sealed_fields.SealedTextField(default="", verbose_name="核实意见")),
                ("checked_on", models.DateField(null=True, verbose_name="核实日期")),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="cases.case",
                        verbose_name="信访件",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核实人",
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
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="下达人",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签收人",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="反馈人",
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
            options={"verbose_name": "任务", "ordering": ["due_on", "id"]},
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(
                condition=models.Q(("state", "submitted")),
                fields=["leader", "submitted_on", "id"],
                name="submission_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="submission", index=models.Index(fields=["unit", "-submitted_on", "-id"], name="submission_unit")
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["district", "-submitted_on", "-id"], name="submission_district"),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["leader", "-submitted_on", "-id"], name="submission_leader"),
        ),
        migrations.AddConstraint(
            model_name="submittedcase",
            constraint=models.UniqueConstraint(fields=("submission", "case"), name="submitted_case_once"),
        ),
        migrations.AddIndex(
            model_name="task", index=models.Index(fields=["source", "source_key", "id"], name="task_of_record")
        ),
        migrations.AddIndex(
            model_name="task", index=models.Index(fields=["unit", "due_on", "id"], name="task_unit_due")
        ),
        migrations.AddIndex(
            model_name="task", index=models.Index(fields=["district", "due_on", "id"], name="task_district_due")
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state__in", ["given", "received", "reported"])),
                fields=["district", "due_on", "id"],
                name="task_unfinished",
            ),
        ),
    ]
