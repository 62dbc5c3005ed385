"""Calls back, recordings of calls, receipts for originals."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        ("reception", "0001_envelopes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CallBack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("due_on", models.DateField(verbose_name="回电日期")),
                ("about", kit.sealed_fields.SealedTextField(verbose_name="回电事由")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="未接通次数")),
                ("outcome", kit.sealed_fields.SealedTextField(default="", verbose_name="结果")),
                ("done_on", models.DateField(null=True, verbose_name="回电时间")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="call_backs", to="cases.case"
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
                    "done_by",
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
                    "who",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="回电人",
                    ),
                ),
            ],
            options={
                "verbose_name": "回电",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["unit", "due_on", "id"], name="call_back_open"
                    ),
                    models.Index(fields=["unit", "-due_on", "-id"], name="call_back_due"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CallRecording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("number", models.CharField(max_length=60, verbose_name="录音编号")),
                ("recorded_on", models.DateField(verbose_name="录音日期")),
                ("keep_until", models.DateField(verbose_name="保存到")),
                ("erased_on", models.DateField(null=True, verbose_name="删除日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recordings", to="cases.case"
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
                    "entered_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "erased_by",
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
            options={
                "verbose_name": "通话录音",
                "indexes": [models.Index(fields=["unit", "state", "keep_until", "id"], name="recording_keep_until")],
                "constraints": [models.UniqueConstraint(fields=("unit", "number"), name="recording_number_once")],
            },
        ),
        migrations.CreateModel(
            name="OriginalsReceipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("items", kit.sealed_fields.SealedTextField(verbose_name="材料清单")),
                ("handed_by", kit.sealed_fields.SealedTextField(default="", verbose_name="递交人")),
                ("taken_on", models.DateField(verbose_name="收件日期")),
                ("returned_on", models.DateField(null=True, verbose_name="退还日期")),
                ("returned_to", kit.sealed_fields.SealedTextField(default="", verbose_name="领取人")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="originals", to="cases.case"
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
                    "returned_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_by",
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
            options={
                "verbose_name": "材料收据",
                "indexes": [models.Index(fields=["unit", "state", "taken_on", "id"], name="originals_held")],
            },
        ),
    ]
