"""Findings, orders, and what follows from an order: decisions of the joint conference, measures, recommendations, leads."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields

_ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
STAFF = settings.AUTH_USER_MODEL


def _key(to, *, related="+", empty=False, cascade=False, index=True, label=None):
    kept = django.db.models.deletion.CASCADE if cascade else django.db.models.deletion.PROTECT
    return models.ForeignKey(
        null=empty, on_delete=kept, related_name=related, to=to, db_index=index, verbose_name=label
    )


class Migration(migrations.Migration):
    dependencies = [
        ("supervision", "0031_meetings"),
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConferenceDecision",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("held_on", models.DateField(verbose_name="会议日期")),
                ("number", models.CharField(max_length=80, verbose_name="决定文号")),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("recorded_by", _key(STAFF)),
                ("unit", _key("organizations.unit", label="单位")),
            ],
            options={"verbose_name": "联席会议决定", "ordering": ["-held_on", "-id"]},
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("failure", models.CharField(max_length=20, verbose_name="情形")),
                ("key", models.BigIntegerField()),
                ("missed_on", models.DateField(verbose_name="应在此日前")),
                ("found_on", models.DateField(verbose_name="发现日期")),
                ("reason", models.CharField(default="", max_length=500, verbose_name="不予督办的理由")),
                ("case", _key("cases.case", related="findings", cascade=True, index=False)),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("leg", _key("cases.leg", related="findings", cascade=True)),
                ("unit", _key("organizations.unit", label="单位")),
            ],
            options={"verbose_name": "督办线索"},
        ),
        migrations.CreateModel(
            name="SupervisionOrder",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("number", models.CharField(max_length=80, verbose_name="督办号")),
                ("failure", models.CharField(max_length=20, verbose_name="情形")),
                ("source", models.CharField(max_length=20, verbose_name="来源")),
                ("committee", models.CharField(default="", max_length=60, verbose_name="对口的工作委员会")),
                ("method", models.CharField(max_length=20, verbose_name="方式")),
                ("text", models.TextField(verbose_name="督办要求")),
                ("reply_by", models.DateField(verbose_name="应反馈日期")),
                ("made_on", models.DateField(verbose_name="发出日期")),
                ("received_on", models.DateField(null=True, verbose_name="签收日期")),
                ("reply", models.TextField(default="", verbose_name="反馈情况")),
                ("reply_number", models.CharField(default="", max_length=80, verbose_name="反馈文号")),
                ("first_reply_on", models.DateField(null=True, verbose_name="首次反馈日期")),
                ("replied_on", models.DateField(null=True, verbose_name="反馈日期")),
                ("result", models.CharField(default="", max_length=20, verbose_name="核查结论")),
                ("check_text", models.TextField(default="", verbose_name="核查情况")),
                ("checked_on", models.DateField(null=True, verbose_name="核查日期")),
                ("rectification", models.TextField(default="", verbose_name="整改情况")),
                ("rectified_on", models.DateField(null=True, verbose_name="整改日期")),
                ("further", models.TextField(default="", verbose_name="进一步处理的建议")),
                ("further_on", models.DateField(null=True, verbose_name="提请日期")),
                ("explained_on", models.DateField(null=True, verbose_name="向信访人说明的日期")),
                ("explained_how", models.CharField(default="", max_length=20, verbose_name="说明方式")),
                ("closed_on", models.DateField(null=True, verbose_name="销号日期")),
                ("case", _key("cases.case", related="orders", cascade=True, index=False)),
                ("checked_by", _key(STAFF, empty=True)),
                ("closed_by", _key(STAFF, empty=True)),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("finding", _key("supervision.finding", related="orders", empty=True)),
                ("issued_by_unit", _key("organizations.unit", label="发出单位")),
                ("leg", _key("cases.leg", related="orders", cascade=True)),
                ("made_by", _key(STAFF, label="经办人")),
                ("received_by", _key(STAFF, empty=True)),
                ("replied_by", _key(STAFF, empty=True)),
                ("signed_by", _key(STAFF, label="签发人")),
                ("unit", _key("organizations.unit", label="单位")),
            ],
            options={"verbose_name": "督办件"},
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("kind", models.CharField(max_length=20, verbose_name="措施")),
                ("text", models.TextField(verbose_name="要求")),
                ("due_on", models.DateField(null=True, verbose_name="完成期限")),
                ("done_on", models.DateField(null=True, verbose_name="落实日期")),
                ("done", models.TextField(default="", verbose_name="落实情况")),
                ("decision", _key("supervision.conferencedecision", related="measures")),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("made_by", _key(STAFF)),
                ("unit", _key("organizations.unit", label="单位")),
                ("order", _key("supervision.supervisionorder", related="measures", cascade=True)),
            ],
            options={"verbose_name": "联席会议措施", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Lead",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("body", models.CharField(max_length=100, verbose_name="移送机关")),
                ("text", kit.sealed_fields.SealedTextField(verbose_name="线索")),
                ("handed_on", models.DateField(verbose_name="移送日期")),
                ("receipt", models.CharField(default="", max_length=80, verbose_name="回执文号")),
                ("receipt_on", models.DateField(null=True, verbose_name="回执日期")),
                ("receiver", models.CharField(default="", max_length=40, verbose_name="接收人")),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("handed_by", _key(STAFF)),
                ("unit", _key("organizations.unit", label="单位")),
                ("order", _key("supervision.supervisionorder", related="leads", cascade=True)),
            ],
            options={"verbose_name": "责任线索", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Advice",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("kind", models.CharField(max_length=20, verbose_name="类型")),
                ("addressee", models.CharField(max_length=100, verbose_name="建议对象")),
                ("number", models.CharField(max_length=80, verbose_name="建议书文号")),
                ("text", models.TextField(verbose_name="建议")),
                ("made_on", models.DateField(verbose_name="提出日期")),
                ("uptake", models.CharField(default="", max_length=20, verbose_name="采纳情况")),
                ("uptake_on", models.DateField(null=True, verbose_name="书面反馈日期")),
                ("uptake_text", models.TextField(default="", verbose_name="反馈内容")),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("made_by", _key(STAFF)),
                ("unit", _key("organizations.unit", label="单位")),
                ("order", _key("supervision.supervisionorder", related="advice", cascade=True)),
            ],
            options={"verbose_name": "督办建议", "ordering": ["id"]},
        ),
        migrations.AddConstraint(
            model_name="conferencedecision",
            constraint=models.UniqueConstraint(fields=("district", "number"), name="conference_decision_once"),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["district", "-missed_on", "-id"], name="finding_open"
            ),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["unit", "-missed_on"], name="finding_open_unit"
            ),
        ),
        migrations.AddIndex(model_name="finding", index=models.Index(fields=["case"], name="finding_case")),
        migrations.AddConstraint(
            model_name="finding", constraint=models.UniqueConstraint(fields=("failure", "key"), name="finding_once")
        ),
        migrations.AddIndex(
            model_name="supervisionorder",
            index=models.Index(fields=["district", "-made_on", "-id"], name="order_district_made"),
        ),
        migrations.AddIndex(
            model_name="supervisionorder",
            index=models.Index(fields=["unit", "state", "reply_by"], name="order_unit_state"),
        ),
        migrations.AddIndex(
            model_name="supervisionorder", index=models.Index(fields=["case", "id"], name="order_case")
        ),
        migrations.AddIndex(
            model_name="supervisionorder",
            index=models.Index(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=["district", "state", "reply_by"],
                name="order_open",
            ),
        ),
    ]
