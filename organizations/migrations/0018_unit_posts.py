"""Who is responsible at a unit, from a day to a day: one holder of each post at a time."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT, F, Q


class Migration(migrations.Migration):
    dependencies = [("organizations", "0017_letterhead")]

    operations = [
        migrations.CreateModel(
            "UnitPost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("post", models.CharField(max_length=20, verbose_name="岗位")),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("position", models.CharField(default="", max_length=40, verbose_name="职务")),
                ("phone", models.CharField(default="", max_length=40, verbose_name="联系电话")),
                ("from_day", models.DateField(verbose_name="起")),
                ("to_day", models.DateField(null=True, verbose_name="止")),
                ("set_by", models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+")),
                (
                    "staff",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+", verbose_name="账号"
                    ),
                ),
                ("unit", models.ForeignKey("organizations.unit", PROTECT, related_name="posts")),
            ],
            options={
                "verbose_name": "岗位",
                "ordering": ["-from_day", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(("to_day", None)), fields=("unit", "post"), name="unit_post_one_holder"
                    ),
                    models.CheckConstraint(
                        condition=Q(("to_day", None), ("to_day__gte", F("from_day")), _connector="OR"),
                        name="unit_post_days",
                    ),
                ],
            },
        )
    ]
