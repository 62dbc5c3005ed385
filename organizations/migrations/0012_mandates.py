"""Who acts for whom, from a day to a day."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0011_record_notice")]

    operations = [
        migrations.CreateModel(
            name="Mandate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("stand_in", "代理人"), ("liaison", "领导联络员"), ("program", "程序")],
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                ("from_day", models.DateField(verbose_name="起")),
                ("to_day", models.DateField(verbose_name="止")),
                ("reason", models.CharField(max_length=100, verbose_name="事由")),
                ("given_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "hand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates_held",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="由谁办理",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="代谁办理",
                    ),
                ),
            ],
            options={"verbose_name": "代办"},
        ),
        migrations.CreateModel(
            name="MandateDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="日期")),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="确认时间")),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="days", to="organizations.mandate"
                    ),
                ),
            ],
            options={"verbose_name": "代办确认"},
        ),
        migrations.AddIndex(model_name="mandate", index=models.Index(fields=["hand", "to_day"], name="mandate_hand")),
        migrations.AddIndex(
            model_name="mandate", index=models.Index(fields=["person", "to_day"], name="mandate_person")
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", models.F("hand")), _negated=True), name="mandate_two_people"
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_day__gte", models.F("from_day"))), name="mandate_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="mandateday",
            constraint=models.UniqueConstraint(fields=("mandate", "on"), name="mandate_day_once"),
        ),
    ]
