"""Meetings with agenda, attendants and minutes; reports to congress and conference (Art. 9, 13, 24, 38)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        ("supervision", "0030_instructions_and_tasks"),
    ]

    operations = [
        migrations.CreateModel(
            name="CongressReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("to", models.CharField(max_length=20, verbose_name="报告的机关")),
                ("title", models.CharField(max_length=100, verbose_name="题目")),
                ("content", models.TextField(verbose_name="报告内容")),
                ("reported_on", models.DateField(verbose_name="报告日期")),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报告登记人",
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
            options={"verbose_name": "向人大政协的报告", "ordering": ["-reported_on", "-id"]},
        ),
        migrations.CreateModel(
            name="CongressRemark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="审议、协商意见")),
                ("remarked_on", models.DateField(verbose_name="提出日期")),
                ("due_on", models.DateField(verbose_name="回复时限")),
                ("reply", models.TextField(default="", verbose_name="回复")),
                ("replied_on", models.DateField(null=True, verbose_name="回复日期")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "replied_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="回复登记人",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="supervision.congressreport",
                    ),
                ),
            ],
            options={"verbose_name": "审议、协商意见", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("kind", models.CharField(max_length=20, verbose_name="种类")),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("on", models.DateField(verbose_name="日期")),
                ("at", models.CharField(max_length=20, verbose_name="时间")),
                ("venue", models.CharField(max_length=100, verbose_name="地点")),
                ("chair", models.CharField(max_length=60, verbose_name="主持人")),
                ("topics", kit.sealed_fields.SealedTextField(default="", verbose_name="听取和研究的事项")),
                ("others", models.CharField(default="", max_length=300, verbose_name="列席人员")),
                (
                    "called_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="召集人",
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
            options={"verbose_name": "会议", "ordering": ["-on", "-id"]},
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("told_on", models.DateField(verbose_name="通知日期")),
                ("attended", models.BooleanField(null=True, verbose_name="到会")),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="参加人",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="supervision.meeting",
                    ),
                ),
            ],
            options={"verbose_name": "参会人员", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="AgendaCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("why", models.CharField(max_length=20, verbose_name="列入原因")),
                ("decision", kit.sealed_fields.SealedTextField(default="", verbose_name="议定意见")),
                ("arbitrated_on", models.DateField(null=True, verbose_name="指定办理单位的日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agendas", to="cases.case"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agenda", to="supervision.meeting"
                    ),
                ),
            ],
            options={"verbose_name": "议程上的信访件", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("summary", kit.sealed_fields.SealedTextField(verbose_name="会议情况")),
                ("issued_on", models.DateField(verbose_name="签发日期")),
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
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发人",
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="minutes", to="supervision.meeting"
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
            options={"verbose_name": "会议纪要"},
        ),
        migrations.AddIndex(
            model_name="congressreport",
            index=models.Index(fields=["district", "-reported_on", "-id"], name="congress_district_on"),
        ),
        migrations.AddIndex(
            model_name="meeting", index=models.Index(fields=["district", "-on", "-id"], name="meeting_district_on")
        ),
        migrations.AddIndex(
            model_name="meeting", index=models.Index(fields=["unit", "-on", "-id"], name="meeting_unit_on")
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(fields=("meeting", "staff"), name="invitation_once"),
        ),
        migrations.AddConstraint(
            model_name="agendacase",
            constraint=models.UniqueConstraint(fields=("meeting", "case"), name="agenda_case_once"),
        ),
    ]
