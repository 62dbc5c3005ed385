"""Kind and path of a demand are corrected after its dispatch: asked by one, decided by another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0045_apart"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Reclassification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20, verbose_name="更正后的类别")),
                ("path", models.CharField(default="", max_length=30, verbose_name="更正后的途径")),
                ("old_kind", models.CharField(max_length=20, verbose_name="原类别")),
                ("old_path", models.CharField(default="", max_length=30, verbose_name="原途径")),
                ("reason", models.TextField(verbose_name="更正理由")),
                ("asked_on", models.DateField(verbose_name="申请日期")),
                ("agreed", models.BooleanField(null=True, verbose_name="同意")),
                ("note", models.TextField(default="", verbose_name="审批意见")),
                ("decided_on", models.DateField(null=True, verbose_name="审批日期")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "demand",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.demand"),
                ),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reclassifications", to="cases.leg"
                    ),
                ),
            ],
            options={
                "verbose_name": "类别途径更正",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_on", None)),
                        fields=("leg",),
                        name="reclassification_one_open_per_leg",
                    )
                ],
            },
        )
    ]
