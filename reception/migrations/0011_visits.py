"""Visits with their answers, lists of people, ratings."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("reception", "0010_hall"),
    ]

    operations = [
        migrations.CreateModel(
            name="HallVisit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("visited_on", models.DateField(verbose_name="来访日期")),
                ("people", models.PositiveIntegerField(verbose_name="人次")),
                ("representatives", models.PositiveSmallIntegerField(default=0, verbose_name="代表人数")),
                ("collective", models.BooleanField(default=False, verbose_name="集体访")),
                ("due_on", models.DateField(verbose_name="答复期限")),
                ("talk", kit.sealed_fields.SealedTextField(default="", verbose_name="接谈要点")),
                ("answer", kit.sealed_fields.SealedTextField(default="", verbose_name="答复内容")),
                ("way", models.CharField(blank=True, default="", max_length=15, verbose_name="答复方式")),
                ("answered_on", models.DateField(null=True, verbose_name="答复日期")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="联系不上次数")),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hall_visits", to="cases.case"
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
                    "first_asked",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
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
                (
                    "ticket",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visit",
                        to="reception.ticket",
                    ),
                ),
            ],
            options={
                "verbose_name": "来访",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["unit", "due_on", "id"], name="hall_visit_open"
                    ),
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["owner", "due_on", "id"], name="hall_visit_owed"
                    ),
                    models.Index(fields=["unit", "-visited_on", "-id"], name="hall_visit_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("case",), name="hall_visit_once_a_case"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_on", None), ("state", "open")),
                            models.Q(("answered_on__isnull", False), ("state", "answered")),
                            _connector="OR",
                        ),
                        name="hall_visit_answered_has_its_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitorList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("people", kit.sealed_fields.SealedTextField(verbose_name="名单")),
                ("count", models.PositiveSmallIntegerField(verbose_name="人数")),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="单位",
                    ),
                ),
                (
                    "visit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="visitors", to="reception.hallvisit"
                    ),
                ),
            ],
            options={"verbose_name": "来访人员名单"},
        ),
        migrations.CreateModel(
            name="VisitRating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("score", models.CharField(max_length=10, verbose_name="评价")),
                ("rated_on", models.DateField(verbose_name="评价日期")),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
                (
                    "taken_by",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
                (
                    "visit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rating", to="reception.hallvisit"
                    ),
                ),
            ],
            options={
                "verbose_name": "来访评价",
                "indexes": [models.Index(fields=["unit", "rated_on"], name="visit_rating_month")],
            },
        ),
    ]
