"""Dates that are not pushed for some days, with a name, a reason and an end."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def _of(to, **options):
    options.setdefault("related_name", "+")
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **options)


class Migration(migrations.Migration):
    dependencies = [("supervision", "0044_turns"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="AlertSilence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=1, verbose_name="哪一种期限")),
                ("key", models.BigIntegerField()),
                ("due_on", models.DateField(verbose_name="到期日")),
                ("level", models.PositiveSmallIntegerField(verbose_name="告知谁")),
                ("reason", models.CharField(max_length=200, verbose_name="理由")),
                ("from_day", models.DateField(verbose_name="起")),
                ("to_day", models.DateField(verbose_name="止")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("by", _of(settings.AUTH_USER_MODEL, verbose_name="由谁")),
                ("case", _of("cases.case", null=True)),
                ("leg", _of("cases.leg", db_index=False, null=True)),
            ],
            options={
                "verbose_name": "暂不提醒",
                "ordering": ["id"],
                "indexes": [
                    models.Index(fields=["to_day"], name="silence_to_day"),
                    models.Index(fields=["what", "key"], name="silence_of_date"),
                ],
            },
        )
    ]
