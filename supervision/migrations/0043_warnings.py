"""Warnings, how far each date was warned of, the runs of the task, and what acts did to the dates."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def _key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _of(to, **options):
    options.setdefault("related_name", "+")
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **options)


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0003_words_are_the_programs"),
        ("supervision", "0042_relief_and_means"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AlertRun",
            fields=[
                ("id", _key()),
                ("on", models.DateField(verbose_name="预警日")),
                ("began_at", models.DateTimeField(verbose_name="开始")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="完成")),
                ("written", models.PositiveIntegerField(default=0, verbose_name="预警条数")),
                ("unheard", models.PositiveIntegerField(default=0, verbose_name="无人可告的期限")),
            ],
            options={
                "verbose_name": "预警运行",
                "ordering": ["id"],
                "indexes": [models.Index(fields=["on"], name="alert_run_on")],
            },
        ),
        migrations.CreateModel(
            name="AlertWatch",
            fields=[
                ("id", _key()),
                ("what", models.CharField(max_length=1)),
                ("key", models.BigIntegerField()),
                ("due_on", models.DateField()),
                ("stage", models.SmallIntegerField(default=99)),
            ],
            options={
                "verbose_name": "预警进度",
                "constraints": [models.UniqueConstraint(fields=("what", "key", "due_on"), name="alert_watch_once")],
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", _key()),
                ("what", models.CharField(max_length=1)),
                ("key", models.BigIntegerField()),
                ("case", models.BigIntegerField(db_column="case_id")),
                ("sequence", models.PositiveIntegerField()),
                ("due_on", models.DateField(null=True)),
                ("runs", models.BooleanField(default=False)),
                ("duty", models.CharField(default="", max_length=30)),
                ("unit", models.BigIntegerField(db_column="unit_id", null=True)),
                ("leg", models.BigIntegerField(db_column="leg_id", null=True)),
                ("handler", models.BigIntegerField(db_column="handler_id", null=True)),
                ("held", models.BooleanField(default=False)),
            ],
            options={"verbose_name": "期限变动", "indexes": [models.Index(fields=["case", "id"], name="turn_of_case")]},
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", _key()),
                ("what", models.CharField(max_length=1, verbose_name="哪一种期限")),
                ("key", models.BigIntegerField()),
                ("duty", models.CharField(max_length=30, verbose_name="期限")),
                ("due_on", models.DateField(verbose_name="到期日")),
                ("stage", models.SmallIntegerField(verbose_name="预警时点")),
                ("colour", models.CharField(max_length=10, verbose_name="颜色")),
                ("level", models.PositiveSmallIntegerField(verbose_name="告知谁")),
                ("on", models.DateField(verbose_name="预警日")),
                ("over", models.BooleanField(default=False)),
                ("seen_at", models.DateTimeField(null=True, verbose_name="确认时间")),
                ("case", _of("cases.case", related_name="alerts", null=True)),
                ("clock", _of("cases.clock", related_name="alerts", db_index=False, null=True)),
                ("district", _of("organizations.unit", db_index=False, null=True)),
                ("hand_off", _of("cases.handoff", related_name="alerts", db_index=False, null=True)),
                ("instead_of", _of(settings.AUTH_USER_MODEL, db_index=False, null=True)),
                ("leg", _of("cases.leg", db_index=False, null=True)),
                ("message", _of("outbox.message", db_index=False, null=True)),
                ("staff", _of(settings.AUTH_USER_MODEL, db_index=False, verbose_name="告知")),
                ("unit", _of("organizations.unit", db_index=False, verbose_name="责任单位")),
                ("run", _of("supervision.alertrun", related_name="alerts")),
            ],
            options={
                "verbose_name": "预警",
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("over", False)), fields=["staff", "due_on", "id"], name="alert_of_staff"
                    ),
                    models.Index(condition=models.Q(("message", None)), fields=["staff"], name="alert_untold"),
                    models.Index(condition=models.Q(("over", False)), fields=["what", "key"], name="alert_standing"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("what", "key", "due_on", "stage", "staff"), name="alert_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("clock__isnull", False), ("hand_off", None), ("what", "c")),
                            models.Q(("clock", None), ("hand_off__isnull", False), ("what", "a")),
                            models.Q(
                                models.Q(("what__in", ("c", "a")), _negated=True), ("clock", None), ("hand_off", None)
                            ),
                            _connector="OR",
                        ),
                        name="alert_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("case__isnull", False), ("what", "t"), _connector="OR"),
                        name="alert_of_case",
                    ),
                ],
            },
        ),
    ]
