from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0002_local_limits")]

    operations = [
        migrations.AddField(
            "limitversion",
            "ground_window_lapsed",
            models.BooleanField(default=False, verbose_name="地方规定：逾期未申请复查复核的不再受理"),
        ),
        migrations.AddField(
            "limitversion",
            "ground_bypass_level",
            models.BooleanField(default=False, verbose_name="地方规定：越级走访的不予受理"),
        ),
        migrations.AddField("limitversion", "simplified", models.BooleanField(default=False, verbose_name="简易办理")),
        migrations.AddField(
            "limitversion",
            "simple_dispatch_days",
            models.PositiveSmallIntegerField(default=3, verbose_name="简易分流（个工作日）"),
        ),
        migrations.AddField(
            "limitversion",
            "simple_accept_days",
            models.PositiveSmallIntegerField(default=3, verbose_name="简易告知受理（个工作日）"),
        ),
        migrations.AddField(
            "limitversion",
            "simple_conclude_days",
            models.PositiveSmallIntegerField(default=10, verbose_name="简易办结（个工作日）"),
        ),
        migrations.AddField(
            "limitversion",
            "reply_days",
            models.PositiveSmallIntegerField(default=5, verbose_name="协办、征求意见的回复（个工作日）"),
        ),
        migrations.AddField(
            "limitversion",
            "superior_days",
            models.PositiveSmallIntegerField(default=3, verbose_name="须请示上级的另加（个工作日）"),
        ),
    ]
