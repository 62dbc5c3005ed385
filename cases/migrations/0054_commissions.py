"""What a body above commissioned, interim reports on both levels, other days for feedback, and the report that was taken."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _key(to: str, *, related: str = "+", empty: bool = False, cascade: bool = False, label: str | None = None):
    kept = django.db.models.deletion.CASCADE if cascade else django.db.models.deletion.PROTECT
    return models.ForeignKey(null=empty, on_delete=kept, related_name=related, to=to, verbose_name=label)


STAFF = settings.AUTH_USER_MODEL


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0050_letter_names"),
        ("organizations", "0017_letterhead"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("leg", "report_accepted_on", models.DateField(null=True, verbose_name="办结报告采用日期")),
        migrations.CreateModel(
            name="InterimReport",
            fields=[
                ("id", _ID),
                ("told", models.CharField(max_length=100, verbose_name="报告对象")),
                ("reported_on", models.DateField(verbose_name="报告日期")),
                ("text", models.TextField(verbose_name="阶段情况")),
                ("by", _key(STAFF)),
                ("case", _key("cases.case", related="interim_reports", cascade=True)),
                ("leg", _key("cases.leg", empty=True, cascade=True)),
                ("unit", _key("organizations.unit")),
            ],
            options={"verbose_name": "阶段报告", "ordering": ["reported_on", "id"]},
        ),
        migrations.CreateModel(
            name="SuperiorCommission",
            fields=[
                ("id", _ID),
                ("superior_name", models.CharField(max_length=100, verbose_name="交办单位名称")),
                ("number", models.CharField(default="", max_length=80, verbose_name="交办文号")),
                ("dated_on", models.DateField(null=True, verbose_name="来文日期")),
                ("report_by", models.DateField(null=True, verbose_name="要求上报的日期")),
                ("owes", models.CharField(default="conclusion", max_length=20, verbose_name="要求上报的内容")),
                ("reported_on", models.DateField(null=True, verbose_name="上报日期")),
                ("cancelled_on", models.DateField(null=True, verbose_name="撤销日期")),
                ("case", _key("cases.case", related="superior_commissions", cascade=True)),
                ("report", _key("cases.document", empty=True)),
                ("superior", _key("organizations.unit", empty=True, label="交办单位")),
            ],
            options={
                "verbose_name": "上级交办",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_on", None), ("reported_on", None)),
                        fields=("case",),
                        name="superior_commission_one_open_per_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackChange",
            fields=[
                ("id", _ID),
                ("wanted", models.DateField(null=True, verbose_name="希望的反馈日期")),
                ("reason", models.TextField(default="", verbose_name="理由")),
                ("asked_on", models.DateField(null=True, verbose_name="申请日期")),
                ("agreed", models.BooleanField(null=True, verbose_name="同意")),
                ("note", models.TextField(default="", verbose_name="答复")),
                ("old_due_on", models.DateField(null=True, verbose_name="原反馈日期")),
                ("new_due_on", models.DateField(null=True, verbose_name="新反馈日期")),
                ("decided_on", models.DateField(null=True, verbose_name="答复日期")),
                ("asked_by", _key(STAFF, empty=True)),
                ("decided_by", _key(STAFF, empty=True)),
                ("leg", _key("cases.leg", related="feedback_changes", cascade=True)),
            ],
            options={
                "verbose_name": "反馈日期调整",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_on", None)),
                        fields=("leg",),
                        name="feedback_change_one_open_per_leg",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SuperiorChange",
            fields=[
                ("id", _ID),
                ("number", models.CharField(max_length=80, verbose_name="上级文号")),
                ("reason", models.TextField(verbose_name="变更理由")),
                ("old_report_by", models.DateField(null=True, verbose_name="原要求上报的日期")),
                ("new_report_by", models.DateField(null=True, verbose_name="新要求上报的日期")),
                ("asked_on", models.DateField(verbose_name="登记日期")),
                ("confirmed_on", models.DateField(null=True, verbose_name="核准日期")),
                ("asked_by", _key(STAFF)),
                ("case", _key("cases.case", related="superior_changes", cascade=True)),
                ("confirmed_by", _key(STAFF, empty=True)),
            ],
            options={
                "verbose_name": "上级变更",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("confirmed_on", None)),
                        fields=("case",),
                        name="superior_change_one_open_per_case",
                    )
                ],
            },
        ),
    ]
