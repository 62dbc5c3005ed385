"""承诺, their changed dates, and the draws by which kept ones are visited: new tables, nothing else is touched."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT, Q

import kit.sealed_fields

_KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
_UNDONE = Q(kept_on=None, withdrawn_on=None, lapsed_on=None)


def _somebody(**more):
    return models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+", **more)


def _unit(**more):
    return models.ForeignKey("organizations.unit", PROTECT, related_name="+", db_index=False, **more)


def _word(label, **more):
    return models.CharField(max_length=12, verbose_name=label, **more)


def _sealed(label, **more):
    return kit.sealed_fields.SealedTextField(verbose_name=label, **more)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0059_mail_numbers"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "PromiseDraw",
            fields=[
                ("id", _KEY),
                ("district", _unit()),
                ("month", models.DateField(verbose_name="月份")),
                ("seed", models.BigIntegerField(verbose_name="种子")),
                ("share", models.PositiveSmallIntegerField(verbose_name="比例")),
                ("kept", models.PositiveIntegerField(verbose_name="兑现数")),
                ("drawn_on", models.DateField(verbose_name="抽签日期")),
            ],
            options={
                "verbose_name": "承诺回访抽签",
                "ordering": ["-month", "district"],
                "constraints": [
                    models.UniqueConstraint(fields=["district", "month"], name="promise_draw_once_a_month")
                ],
            },
        ),
        migrations.CreateModel(
            "Promise",
            fields=[
                ("id", _KEY),
                ("district", _unit(null=True)),
                ("case", models.ForeignKey("cases.case", CASCADE, related_name="promises")),
                ("leg", models.ForeignKey("cases.leg", CASCADE, null=True, related_name="+", db_index=False)),
                ("unit", _unit(verbose_name="承诺单位")),
                ("promiser", _somebody(verbose_name="承诺人", db_index=False)),
                ("by", _somebody(db_index=False)),
                ("occasion", _word("承诺场合")),
                ("text", _sealed("承诺内容")),
                ("told_to", _sealed("告知对象", default="")),
                ("told_way", _word("告知方式")),
                ("promised_on", models.DateField(verbose_name="承诺日期")),
                ("first_due_on", models.DateField(verbose_name="最初承诺的完成日期")),
                ("due_on", models.DateField(verbose_name="承诺的完成日期")),
                ("clock", models.OneToOneField("cases.clock", on_delete=CASCADE, related_name="promise")),
                ("kept_on", models.DateField(null=True, verbose_name="兑现日期")),
                ("kept_recorded_on", models.DateField(null=True, verbose_name="确认日期")),
                ("kept_by", _somebody(null=True, db_index=False)),
                ("evidence", _word("兑现依据", default="")),
                ("kept_note", _sealed("信访人的话、证明材料", default="")),
                ("withdrawn_on", models.DateField(null=True, verbose_name="撤回日期")),
                ("withdrawn_by", _somebody(null=True, db_index=False)),
                ("withdrawn_reason", _sealed("撤回理由", default="")),
                ("lapsed_on", models.DateField(null=True, verbose_name="随件终止日期")),
                (
                    "draw",
                    models.ForeignKey("cases.promisedraw", PROTECT, null=True, related_name="promises", db_index=False),
                ),
                ("visited_on", models.DateField(null=True, verbose_name="回访日期")),
                ("visited_by", _somebody(null=True, db_index=False)),
                ("visit_unit", _unit(null=True)),
                ("visit_result", _word("回访结果", default="")),
                ("visit_note", _sealed("回访情况", default="")),
            ],
            options={
                "verbose_name": "承诺",
                "ordering": ["id"],
                "indexes": [
                    models.Index(fields=["promiser", "due_on"], condition=_UNDONE, name="promise_owed_by"),
                    models.Index(fields=["unit", "due_on"], condition=_UNDONE, name="promise_owed_at"),
                    models.Index(fields=["district", "kept_recorded_on"], name="promise_kept"),
                    models.Index(fields=["district", "promised_on"], name="promise_made"),
                    models.Index(fields=["district", "first_due_on"], name="promise_first_due"),
                    models.Index(
                        fields=["district", "id"],
                        condition=Q(draw__isnull=False, visited_on=None),
                        name="promise_to_visit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "PromiseChange",
            fields=[
                ("id", _KEY),
                ("promise", models.ForeignKey("cases.promise", CASCADE, related_name="changes")),
                ("old_due_on", models.DateField(verbose_name="原完成日期")),
                ("new_due_on", models.DateField(verbose_name="新完成日期")),
                ("reason", _sealed("理由")),
                ("told_way", _word("告知方式")),
                ("changed_on", models.DateField(verbose_name="改期日期")),
                ("by", _somebody()),
            ],
            options={"verbose_name": "承诺改期", "ordering": ["id"]},
        ),
    ]
