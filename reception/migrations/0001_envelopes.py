"""Batches of opened envelopes, and the envelopes."""

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
            name="EnvelopeBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("received_on", models.DateField(verbose_name="收到日期")),
                ("witness", models.CharField(default="", max_length=60, verbose_name="在场人")),
                ("count", models.PositiveIntegerField(verbose_name="封数")),
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
                    "opened_by",
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
            options={"verbose_name": "拆封登记"},
        ),
        migrations.CreateModel(
            name="Envelope",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("number", models.CharField(max_length=20, verbose_name="信封号")),
                ("kind", models.CharField(max_length=15, verbose_name="邮件种类")),
                ("received_on", models.DateField(verbose_name="收到日期")),
                ("postmarked_on", models.DateField(null=True, verbose_name="邮戳日期")),
                ("mail_number", models.CharField(default="", max_length=40, verbose_name="邮件号")),
                ("sender", kit.sealed_fields.SealedTextField(default="", verbose_name="寄信人")),
                ("sender_address", kit.sealed_fields.SealedTextField(default="", verbose_name="寄信地址")),
                ("why", models.CharField(blank=True, default="", max_length=15, verbose_name="不作登记的原因")),
                ("remark", models.CharField(default="", max_length=200, verbose_name="说明")),
                ("recognised", kit.sealed_fields.SealedTextField(default="", verbose_name="识别的文字")),
                ("settled_on", models.DateField(null=True, verbose_name="登记日期")),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="envelopes",
                        to="cases.case",
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
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="envelopes",
                        to="reception.envelopebatch",
                    ),
                ),
            ],
            options={"verbose_name": "来信信封"},
        ),
        migrations.AddIndex(
            model_name="envelopebatch",
            index=models.Index(fields=["unit", "-received_on", "-id"], name="batch_received"),
        ),
        migrations.AddIndex(
            model_name="envelope",
            index=models.Index(fields=["unit", "state", "received_on", "id"], name="envelope_waiting"),
        ),
        migrations.AddIndex(
            model_name="envelope", index=models.Index(fields=["unit", "-received_on", "-id"], name="envelope_received")
        ),
        migrations.AddConstraint(
            model_name="envelope",
            constraint=models.UniqueConstraint(fields=("unit", "number"), name="envelope_number_once"),
        ),
        migrations.AddConstraint(
            model_name="envelope",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("case__isnull", False), ("state", "registered")),
                    models.Q(("case", None), models.Q(("state", "registered"), _negated=True)),
                    _connector="OR",
                ),
                name="envelope_registered_has_its_case",
            ),
        ),
    ]
