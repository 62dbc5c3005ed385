"""机构改革: which unit is closed on which day, and which goes on exercising its powers."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT, F, Q


def _person(**more: object) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+", **more)


class Migration(migrations.Migration):
    dependencies = [("organizations", "0018_unit_posts")]

    operations = [
        migrations.CreateModel(
            "Reform",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="生效日期")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("registered_on", models.DateField(verbose_name="登记日期")),
                ("approved_on", models.DateField(null=True, verbose_name="核准日期")),
                ("cancelled_on", models.DateField(null=True, verbose_name="撤回日期")),
                ("taken_on", models.DateField(null=True, verbose_name="人员移交日期")),
                ("last_case", models.BigIntegerField(default=0)),
                ("moved", models.PositiveIntegerField(default=0, verbose_name="移交的信访件")),
                ("withheld", models.PositiveIntegerField(default=0, verbose_name="不得移交的信访件")),
                ("done_on", models.DateField(null=True, verbose_name="完成日期")),
                ("approved_by", _person(null=True)),
                ("cancelled_by", _person(null=True)),
                ("registered_by", _person()),
                (
                    "successor",
                    models.ForeignKey("organizations.unit", PROTECT, related_name="+", verbose_name="承接单位"),
                ),
                (
                    "unit",
                    models.ForeignKey("organizations.unit", PROTECT, related_name="reforms", verbose_name="撤销的单位"),
                ),
            ],
            options={
                "verbose_name": "机构改革",
                "ordering": ["-on", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(("cancelled_on", None)), fields=("unit",), name="reform_once_a_unit"
                    ),
                    models.CheckConstraint(
                        condition=Q(("unit", F("successor")), _negated=True), name="reform_two_units"
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            ("approved_by", None),
                            Q(("approved_by", F("registered_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="reform_two_officers",
                    ),
                ],
            },
        )
    ]
