"""Letters of the records of rooms, their service and scans, and the one series of numbers of all letters."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [("organizations", "0013_record_file")]

    operations = [
        migrations.CreateModel(
            name="RecordLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=60, verbose_name="文号")),
                ("content", kit.sealed_fields.SealedTextField()),
                ("issued_on", models.DateField(verbose_name="日期")),
                ("layout", models.PositiveSmallIntegerField(default=1, verbose_name="版式")),
                ("check_code", models.CharField(default="", max_length=32, verbose_name="核验码")),
                ("record", models.CharField(max_length=60)),
                ("key", models.BigIntegerField()),
                ("kind", models.CharField(max_length=60, verbose_name="文书")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organizations.unit"
                    ),
                ),
            ],
            options={"verbose_name": "记录文书", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="RecordScan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="文件名")),
                ("content_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sm3", models.CharField(max_length=64)),
                ("file", models.FileField(upload_to="scans/%Y/%m/")),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scans",
                        to="organizations.recordletter",
                    ),
                ),
            ],
            options={"verbose_name": "记录文书扫描件", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="RecordService",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("in_person", "直接送达"),
                            ("post", "邮寄送达"),
                            ("electronic", "电子送达"),
                            ("left_with_witness", "留置送达"),
                            ("announcement", "公告送达"),
                        ],
                        max_length=20,
                        verbose_name="送达方式",
                    ),
                ),
                ("sent_on", models.DateField(verbose_name="发出日期")),
                ("received_on", models.DateField(null=True, verbose_name="收到日期")),
                ("receiver", kit.sealed_fields.SealedTextField(default="", verbose_name="签收人")),
                ("witness", kit.sealed_fields.SealedTextField(default="", verbose_name="见证人")),
                ("returned_on", models.DateField(null=True, verbose_name="退回日期")),
                ("returned_reason", models.CharField(default="", max_length=200, verbose_name="退回原因")),
                ("note", models.CharField(default="", max_length=200, verbose_name="说明")),
                ("consent", models.CharField(default="", max_length=200, verbose_name="同意电子送达")),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="organizations.recordletter",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"verbose_name": "记录文书送达", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="PaperCounter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organizations.unit"
                    ),
                ),
            ],
            options={
                "verbose_name": "文号",
                "constraints": [models.UniqueConstraint(fields=("unit", "kind", "year"), name="paper_counter_once")],
            },
        ),
        migrations.AddIndex(
            model_name="recordletter", index=models.Index(fields=["record", "key", "id"], name="record_letter_of_one")
        ),
        migrations.AddConstraint(
            model_name="recordletter",
            constraint=models.UniqueConstraint(fields=("unit", "kind", "number"), name="record_letter_number_once"),
        ),
        migrations.AddConstraint(
            model_name="recordletter",
            constraint=models.UniqueConstraint(fields=("check_code",), name="record_letter_check_code_once"),
        ),
        migrations.AddConstraint(
            model_name="recordscan",
            constraint=models.UniqueConstraint(fields=("letter", "sm3"), name="record_scan_once"),
        ),
    ]
