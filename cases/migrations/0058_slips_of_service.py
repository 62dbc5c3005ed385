"""A service has its mail number and says when it was written down; slips that were undone; the library of legal bases.

The columns of services are nullable or constant, and have no index of their own: nothing is locked long.
"""

from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT

import kit.sealed_fields

_KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _somebody(**more: bool) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+", **more)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0056_proposals"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "service", "mail_number", models.CharField(default="", max_length=40, verbose_name="邮件号码")
        ),
        migrations.AddField("service", "recorded_on", models.DateField(null=True, verbose_name="登记日期")),
        migrations.AddField(
            "service", "receipt_recorded_on", models.DateField(null=True, verbose_name="收到的登记日期")
        ),
        migrations.AddField("service", "receipt_recorded_by", _somebody(null=True, db_index=False)),
        migrations.AddField("service", "undoing_asked_on", models.DateField(null=True, verbose_name="申请撤销日期")),
        migrations.AddField("service", "undoing_asked_by", _somebody(null=True, db_index=False)),
        migrations.AddField(
            "service", "undoing_reason", models.CharField(default="", max_length=500, verbose_name="撤销理由")
        ),
        migrations.CreateModel(
            "UndoneService",
            fields=[
                ("id", _KEY),
                ("method", models.CharField(max_length=20, verbose_name="送达方式")),
                ("sent_on", models.DateField(verbose_name="发出日期")),
                ("mail_number", models.CharField(default="", max_length=40, verbose_name="邮件号码")),
                ("received_on", models.DateField(null=True, verbose_name="收到日期")),
                ("receiver", kit.sealed_fields.SealedTextField(default="", verbose_name="签收人")),
                ("witness", kit.sealed_fields.SealedTextField(default="", verbose_name="见证人")),
                ("returned_on", models.DateField(null=True, verbose_name="退回日期")),
                ("returned_reason", models.CharField(default="", max_length=200, verbose_name="退回原因")),
                ("note", models.CharField(default="", max_length=200, verbose_name="说明")),
                ("recorded_by", _somebody()),
                ("document", models.ForeignKey("cases.document", CASCADE, related_name="undone_services")),
                ("undone", models.CharField(max_length=30, verbose_name="撤销的登记")),
                ("reason", models.CharField(max_length=500, verbose_name="撤销理由")),
                ("asked_by", _somebody()),
                ("undone_on", models.DateField(verbose_name="撤销日期")),
                ("undone_by", _somebody()),
            ],
            options={"verbose_name": "撤销的送达登记", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            "LegalBasis",
            fields=[
                ("id", _KEY),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("article", models.CharField(max_length=40, verbose_name="条款")),
                ("text", models.TextField(default="", verbose_name="条文")),
                ("level", models.CharField(max_length=20, verbose_name="层级")),
                ("valid_from", models.DateField(verbose_name="施行日期")),
                ("valid_to", models.DateField(null=True, verbose_name="失效日期")),
                ("kept_at", models.DateTimeField()),
                ("district", models.ForeignKey("organizations.unit", PROTECT, null=True, related_name="+")),
                ("kept_by", _somebody()),
            ],
            options={
                "verbose_name": "法律依据",
                "ordering": ["title", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["district", "title", "article", "valid_from"],
                        name="legal_basis_wording_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
    ]
