"""Inspections by teams, with their members."""

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
        ("organizations", "0022_mail_number"),
        ("supervision", "0021_samples_and_accounts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Inspection",
            fields=[
                ("id", _ID),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("kind", models.CharField(max_length=10, verbose_name="种类")),
                ("mandate", models.TextField(verbose_name="督查事项和依据")),
                ("from_day", models.DateField(verbose_name="自")),
                ("to_day", models.DateField(verbose_name="至")),
                ("made_on", models.DateField(verbose_name="组织日期")),
                ("report", models.TextField(default="", verbose_name="督查情况和反馈意见")),
                ("reported_on", models.DateField(null=True, verbose_name="反馈日期")),
                ("district", _key("organizations.unit", empty=True, label="区县")),
                ("made_by", _key(STAFF)),
                ("unit", _key("organizations.unit", label="单位")),
            ],
            options={"verbose_name": "督查"},
        ),
        migrations.CreateModel(
            name="InspectionMember",
            fields=[
                ("id", _ID),
                ("access", models.BigIntegerField()),
                ("inspection", _key("supervision.inspection", related="members", cascade=True)),
                ("staff", _key(STAFF)),
            ],
            options={"verbose_name": "督查组成员"},
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["district", "-made_on", "-id"], name="inspection_district_made"),
        ),
        migrations.AddConstraint(
            model_name="inspectionmember",
            constraint=models.UniqueConstraint(fields=("inspection", "staff"), name="inspection_member_once"),
        ),
    ]
