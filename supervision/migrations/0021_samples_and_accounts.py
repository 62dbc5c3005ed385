"""Samples drawn by lot with their rows, and the accounts that units give of open orders."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
STAFF = settings.AUTH_USER_MODEL


def _key(to, *, related="+", empty=False, cascade=False, index=True, label=None):
    kept = django.db.models.deletion.CASCADE if cascade else django.db.models.deletion.PROTECT
    return models.ForeignKey(
        null=empty, on_delete=kept, related_name=related, to=to, db_index=index, verbose_name=label
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        ("supervision", "0020_findings_and_orders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Sample",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("kind", models.CharField(max_length=10, verbose_name="种类")),
                ("since", models.DateField(verbose_name="收到日期自")),
                ("until", models.DateField(verbose_name="收到日期至")),
                ("failure", models.CharField(default="", max_length=20, verbose_name="只抽有这种情形的")),
                ("seed", models.BigIntegerField(verbose_name="抽签种子")),
                ("population", models.PositiveIntegerField(verbose_name="总数")),
                ("drawn_on", models.DateField(verbose_name="抽取日期")),
                ("signed_on", models.DateField(null=True, verbose_name="签字日期")),
                ("note", models.TextField(default="", verbose_name="说明")),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("drawn_by", _key(STAFF)),
                ("signed_by", _key(STAFF, empty=True)),
                ("unit", _key("organizations.unit", label="单位")),
            ],
            options={"verbose_name": "抽查"},
        ),
        migrations.CreateModel(
            name="SampleRow",
            fields=[
                ("id", _ID),
                ("place", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("result", models.CharField(default="", max_length=10, verbose_name="结果")),
                (
                    "defects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("note", models.TextField(default="", verbose_name="说明")),
                ("checked_on", models.DateField(null=True, verbose_name="核对日期")),
                ("case", _key("cases.case", cascade=True)),
                ("checked_by", _key(STAFF, empty=True)),
                ("leg", _key("cases.leg", cascade=True)),
                ("sample", _key("supervision.sample", related="rows", cascade=True)),
            ],
            options={"verbose_name": "抽查行", "ordering": ["place"]},
        ),
        migrations.CreateModel(
            name="OrderAccount",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("due_on", models.DateField(verbose_name="交账日期")),
                ("said", models.CharField(default="", max_length=10, verbose_name="交账内容")),
                ("text", models.TextField(default="", verbose_name="说明")),
                ("wanted", models.DateField(null=True, verbose_name="申请的期限")),
                ("given_on", models.DateField(null=True, verbose_name="交账时间")),
                ("called_by", _key(STAFF)),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("given_by", _key(STAFF, empty=True)),
                ("order", _key("supervision.supervisionorder", related="accounts", cascade=True)),
                ("unit", _key("organizations.unit", label="单位")),
            ],
            options={
                "verbose_name": "交账",
                "ordering": ["due_on", "id"],
                "indexes": [models.Index(fields=["district", "-due_on", "-id"], name="account_district_due")],
                "constraints": [models.UniqueConstraint(fields=("order", "due_on"), name="order_account_once")],
            },
        ),
        migrations.AddIndex(
            model_name="sample",
            index=models.Index(fields=["district", "-drawn_on", "-id"], name="sample_district_drawn"),
        ),
        migrations.AddConstraint(
            model_name="samplerow",
            constraint=models.UniqueConstraint(fields=("sample", "place"), name="sample_row_once"),
        ),
    ]
