"""Contact points, pledges with their targets, lines of the diary."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0022_mail_number"),
        ("supervision", "0011_campaigns"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Pledge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("drafted_on", models.DateField(verbose_name="起草日期")),
                ("signed_on", models.DateField(null=True, verbose_name="签订日期")),
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
                    "signed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签订人",
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
            options={"verbose_name": "责任状"},
        ),
        migrations.CreateModel(
            name="PledgeTarget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=100, verbose_name="指标")),
                ("wanted", models.PositiveIntegerField(verbose_name="目标值")),
                ("measure", models.CharField(max_length=10, verbose_name="单位")),
                ("reached", models.PositiveIntegerField(null=True, verbose_name="半年完成值")),
                ("remark", models.CharField(default="", max_length=200, verbose_name="检查情况")),
                ("checked_on", models.DateField(null=True, verbose_name="检查日期")),
                (
                    "checked_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pledge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="targets", to="supervision.pledge"
                    ),
                ),
            ],
            options={"verbose_name": "责任状指标", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="ContactPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("phone", models.CharField(default="", max_length=40, verbose_name="公布的电话")),
                ("duties", models.CharField(default="", max_length=200, verbose_name="联系职责")),
                ("from_day", models.DateField(verbose_name="起")),
                ("ended_on", models.DateField(null=True, verbose_name="止")),
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
                    "leader",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="联系领导",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="联系的镇村",
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
                "verbose_name": "挂点联系",
                "indexes": [models.Index(fields=["district", "place", "id"], name="contact_point_place")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("leader", "place"),
                        name="contact_point_leader_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None), ("leader", None)),
                        fields=("unit", "place"),
                        name="contact_point_unit_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiaryLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("on", models.DateField(verbose_name="日期")),
                ("source", models.CharField(max_length=10, verbose_name="来处")),
                ("place", models.CharField(default="", max_length=60, verbose_name="镇村")),
                ("text", models.TextField(verbose_name="内容")),
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
                    "official",
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
                "verbose_name": "民情日记",
                "indexes": [models.Index(fields=["official", "-on", "-id"], name="diary_official")],
            },
        ),
        migrations.AddIndex(
            model_name="pledge", index=models.Index(fields=["district", "-year", "unit"], name="pledge_district")
        ),
        migrations.AddConstraint(
            model_name="pledge", constraint=models.UniqueConstraint(fields=("unit", "year"), name="pledge_once_a_year")
        ),
    ]
