"""公示 of review opinions after a hearing: a table of its own."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0040_remedy_grounds"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            "Publication",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="publications", to="cases.leg"
                    ),
                ),
                (
                    "remedy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="publications", to="cases.remedy"
                    ),
                ),
                ("text", models.TextField(verbose_name="公示内容")),
                ("place", models.CharField(max_length=200, verbose_name="公示地点")),
                ("shown_from", models.DateField(verbose_name="公示开始日期")),
                ("shown_to", models.DateField(verbose_name="公示结束日期")),
                ("published_on", models.DateField(verbose_name="登记日期")),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("ended_on", models.DateField(null=True, verbose_name="撤下日期")),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("end_reason", models.TextField(default="", verbose_name="撤下理由")),
            ],
            options={
                "verbose_name": "公示",
                "ordering": ["id"],
                "indexes": [
                    models.Index(fields=["shown_to"], condition=models.Q(ended_on=None), name="publication_stands_to")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["leg"], condition=models.Q(ended_on=None), name="publication_one_stands_per_leg"
                    )
                ],
            },
        )
    ]
