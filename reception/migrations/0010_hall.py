"""The hall: windows, numbers, and periods that nobody changes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FORWARD = """
CREATE TRIGGER reception_ticketperiod_no_change BEFORE UPDATE OR DELETE ON reception_ticketperiod
    FOR EACH ROW EXECUTE FUNCTION organizations_append_only();
CREATE TRIGGER reception_ticketperiod_no_truncate BEFORE TRUNCATE ON reception_ticketperiod
    FOR EACH STATEMENT EXECUTE FUNCTION organizations_append_only();
"""
BACKWARD = """
DROP TRIGGER reception_ticketperiod_no_truncate ON reception_ticketperiod;
DROP TRIGGER reception_ticketperiod_no_change ON reception_ticketperiod;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("reception", "0002_originals_and_calls"),
    ]

    operations = [
        migrations.CreateModel(
            name="HallWindow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=30, verbose_name="窗口")),
                ("kind", models.CharField(max_length=15, verbose_name="种类")),
                (
                    "clerk",
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
                "verbose_name": "窗口",
                "constraints": [models.UniqueConstraint(fields=("unit", "name"), name="hall_window_once")],
            },
        ),
        migrations.CreateModel(
            name="Ticket",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=30, verbose_name="状态")),
                ("version", models.PositiveIntegerField(default=0)),
                ("number", models.CharField(max_length=10, verbose_name="排队号")),
                ("kind", models.CharField(max_length=15, verbose_name="窗口种类")),
                ("people", models.PositiveSmallIntegerField(verbose_name="人数")),
                ("first", models.BooleanField(default=False, verbose_name="优先")),
                ("taken_on", models.DateField(verbose_name="取号日期")),
                ("taken_at", models.DateTimeField(verbose_name="取号时间")),
                ("since", models.DateTimeField(verbose_name="此状态自")),
                ("used", models.BooleanField(default=False, verbose_name="已登记")),
                ("expected", models.PositiveSmallIntegerField(null=True, verbose_name="告知的预计等候分钟")),
                (
                    "clerk",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="单位",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tickets",
                        to="reception.hallwindow",
                    ),
                ),
            ],
            options={
                "verbose_name": "排队号",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["unit", "kind", "-first", "taken_at", "id"],
                        name="ticket_waiting",
                    ),
                    models.Index(fields=["unit", "-taken_on", "-id"], name="ticket_taken"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "taken_on", "number"), name="ticket_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["called", "serving"])),
                        fields=("window",),
                        name="ticket_one_at_a_window",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TicketPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=15, verbose_name="窗口种类")),
                ("what", models.CharField(max_length=10, verbose_name="状态")),
                ("began_at", models.DateTimeField(verbose_name="开始")),
                ("ended_at", models.DateTimeField(verbose_name="结束")),
                (
                    "ticket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="periods", to="reception.ticket"
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
                    "window",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reception.hallwindow",
                    ),
                ),
            ],
            options={
                "verbose_name": "排队时段",
                "indexes": [models.Index(fields=["unit", "kind", "what", "-ended_at"], name="ticket_period_ended")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_at__gte", models.F("began_at"))), name="ticket_period_goes_forward"
                    )
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
