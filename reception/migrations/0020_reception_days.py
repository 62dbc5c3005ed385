"""Reception days 领导接访: rules, days, places, appointments with seats and owners, profiles, what fell short: new tables only."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        ("reception", "0013_shifts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReceptionRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("post", models.CharField(max_length=20, verbose_name="谁来接访")),
                ("title", models.CharField(max_length=60, verbose_name="职务")),
                ("name", models.CharField(default="", max_length=40, verbose_name="接访人")),
                ("venue", models.CharField(max_length=100, verbose_name="地点")),
                ("at", models.TimeField(verbose_name="开始时间")),
                ("until", models.TimeField(verbose_name="结束时间")),
                ("places", models.PositiveSmallIntegerField(verbose_name="可约时段数")),
                ("cadence", models.CharField(max_length=20, verbose_name="多久一次")),
                ("number", models.PositiveSmallIntegerField(null=True, verbose_name="几日或者几次")),
                ("market_days", models.CharField(default="", max_length=20, verbose_name="集日")),
                ("from_day", models.DateField(verbose_name="起")),
                ("to_day", models.DateField(null=True, verbose_name="止")),
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
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="接访人账号",
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
            options={"verbose_name": "接访安排"},
        ),
        migrations.CreateModel(
            name="ReceptionDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("post", models.CharField(max_length=20, verbose_name="谁来接访")),
                ("title", models.CharField(max_length=60, verbose_name="职务")),
                ("name", models.CharField(default="", max_length=40, verbose_name="接访人")),
                ("venue", models.CharField(max_length=100, verbose_name="地点")),
                ("at", models.TimeField(verbose_name="开始时间")),
                ("until", models.TimeField(verbose_name="结束时间")),
                ("places", models.PositiveSmallIntegerField(verbose_name="可约时段数")),
                ("kind", models.CharField(default="office", max_length=20, verbose_name="形式")),
                ("on", models.DateField(verbose_name="日期")),
                ("published_on", models.DateField(null=True, verbose_name="公布日期")),
                ("counts", models.BooleanField(default=False, verbose_name="计入接访次数")),
                ("attendance", models.CharField(blank=True, default="", max_length=20, verbose_name="到场情况")),
                ("stand_in", models.CharField(default="", max_length=60, verbose_name="代为接访的人")),
                ("cancelled_on", models.DateField(null=True, verbose_name="取消日期")),
                ("cancel_reason", models.CharField(default="", max_length=200, verbose_name="取消原因")),
                (
                    "attended_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="接访人账号",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
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
                    "rule",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="days",
                        to="reception.receptionrule",
                    ),
                ),
            ],
            options={"verbose_name": "接访日"},
        ),
        migrations.CreateModel(
            name="ReceptionShortfall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="期间自")),
                ("until", models.DateField(verbose_name="期间至")),
                ("expected", models.PositiveSmallIntegerField(verbose_name="应接访")),
                ("held", models.PositiveSmallIntegerField(verbose_name="已接访")),
                ("found_on", models.DateField(verbose_name="列出日期")),
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
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shortfalls",
                        to="reception.receptionrule",
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
            ],
            options={"verbose_name": "接访缺口"},
        ),
        migrations.CreateModel(
            name="ReceptionSlot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("at", models.TimeField(verbose_name="时间")),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="reception.receptionday"
                    ),
                ),
            ],
            options={"verbose_name": "接访时段", "ordering": ["day_id", "number"]},
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("on", models.DateField(verbose_name="日期")),
                ("kind", models.CharField(max_length=20, verbose_name="怎样约的")),
                ("people", models.PositiveSmallIntegerField(verbose_name="人次")),
                ("booked_on", models.DateField(verbose_name="约定日期")),
                ("briefing", kit.sealed_fields.SealedTextField(default="", verbose_name="接访要情")),
                ("briefed_on", models.DateField(null=True, verbose_name="要情日期")),
                ("displaced_at", models.DateTimeField(null=True, verbose_name="原定接访取消的时间")),
                ("offered_at", models.DateTimeField(null=True, verbose_name="另行安排的时间")),
                ("told_on", models.DateField(null=True, verbose_name="告知日期")),
                ("reply", kit.sealed_fields.SealedTextField(default="", verbose_name="答复、研究情况")),
                ("received_on", models.DateField(null=True, verbose_name="接访日期")),
                ("settled_on", models.DateField(null=True, verbose_name="落实日期")),
                ("rating", models.CharField(blank=True, default="", max_length=20, verbose_name="来访人评价")),
                ("rated_on", models.DateField(null=True, verbose_name="评价日期")),
                (
                    "booked_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to="cases.case"
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
                    "rated_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
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
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="reception.receptionday",
                    ),
                ),
                (
                    "slot",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="reception.receptionslot",
                    ),
                ),
            ],
            options={"verbose_name": "约访"},
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=20, verbose_name="席位")),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("body", models.CharField(default="", max_length=100, verbose_name="单位")),
                ("called_at", models.DateTimeField(null=True, verbose_name="通知到场")),
                ("arrived_at", models.DateTimeField(null=True, verbose_name="到场")),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="reception.appointment"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_seats",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "席位", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Undertaking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("level", models.CharField(max_length=20, verbose_name="层级")),
                ("what", kit.sealed_fields.SealedTextField(verbose_name="做什么")),
                ("due_on", models.DateField(verbose_name="时限")),
                ("done_on", models.DateField(null=True, verbose_name="报告落实日期")),
                ("done_note", kit.sealed_fields.SealedTextField(default="", verbose_name="落实情况")),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="undertakings",
                        to="reception.appointment",
                    ),
                ),
                (
                    "demand",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.demand",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="落实人",
                    ),
                ),
            ],
            options={"verbose_name": "落实分工", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="ReceiverProfile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("title", models.CharField(max_length=60, verbose_name="职务")),
                ("charge", models.CharField(max_length=300, verbose_name="分管、熟悉的工作")),
                ("languages", models.CharField(default="", max_length=60, verbose_name="会说的方言、语言")),
                ("written_on", models.DateField(verbose_name="拟写日期")),
                ("consented_on", models.DateField(null=True, verbose_name="本人同意日期")),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="接访人",
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
                "verbose_name": "接访人员介绍",
                "indexes": [models.Index(fields=["district", "-written_on", "-id"], name="profile_district_written")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("person",),
                        name="receiver_profile_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DayDepartment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("standing", models.BooleanField(default=False, verbose_name="进驻")),
                ("called_at", models.DateTimeField(null=True, verbose_name="通知到场")),
                ("arrived_at", models.DateTimeField(null=True, verbose_name="到场")),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="部门",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="departments",
                        to="reception.receptionday",
                    ),
                ),
            ],
            options={
                "verbose_name": "联合接访部门",
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("day", "unit"), name="day_department_once")],
            },
        ),
        migrations.AddIndex(
            model_name="receptionrule",
            index=models.Index(fields=["district", "-from_day", "-id"], name="reception_rule_district"),
        ),
        migrations.AddConstraint(
            model_name="receptionrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_day", None), ("to_day__gte", models.F("from_day")), _connector="OR"),
                name="reception_rule_days",
            ),
        ),
        migrations.AddIndex(
            model_name="receptionday",
            index=models.Index(fields=["district", "on", "id"], name="reception_day_district"),
        ),
        migrations.AddIndex(
            model_name="receptionday", index=models.Index(fields=["unit", "-on", "-id"], name="reception_day_unit")
        ),
        migrations.AddIndex(
            model_name="receptionday",
            index=models.Index(
                condition=models.Q(("state", "published")), fields=["on", "id"], name="reception_day_published"
            ),
        ),
        migrations.AddConstraint(
            model_name="receptionday",
            constraint=models.UniqueConstraint(fields=("rule", "on"), name="reception_day_once"),
        ),
        migrations.AddConstraint(
            model_name="receptionday",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gt", models.F("at"))), name="reception_day_hours"
            ),
        ),
        migrations.AddIndex(
            model_name="receptionshortfall",
            index=models.Index(fields=["district", "-until", "-id"], name="shortfall_district"),
        ),
        migrations.AddIndex(
            model_name="receptionshortfall", index=models.Index(fields=["unit", "-until", "-id"], name="shortfall_unit")
        ),
        migrations.AddConstraint(
            model_name="receptionshortfall",
            constraint=models.UniqueConstraint(fields=("rule", "since"), name="shortfall_once"),
        ),
        migrations.AddConstraint(
            model_name="receptionslot",
            constraint=models.UniqueConstraint(fields=("day", "number"), name="reception_slot_once"),
        ),
        migrations.AddIndex(
            model_name="appointment", index=models.Index(fields=["unit", "on", "id"], name="appointment_unit_on")
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(
                condition=models.Q(("state", "displaced")), fields=["displaced_at", "id"], name="appointment_displaced"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["booked", "offered", "answered", "tracked", "settled"])),
                fields=("slot",),
                name="slot_taken_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["booked", "offered", "displaced"])),
                fields=("case",),
                name="appointment_ahead_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(fields=("appointment", "role", "name"), name="seat_once"),
        ),
        migrations.AddIndex(
            model_name="undertaking",
            index=models.Index(
                condition=models.Q(("done_on", None)), fields=["person", "due_on", "id"], name="undertaking_open"
            ),
        ),
    ]
