"""A unit is found by the initials of its short name, by names it had and by names people use."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from pypinyin import Style, lazy_pinyin

SLICE = 2_000


def fill(apps: Any, schema_editor: Any) -> None:
    """Write the initials of the short names, slice by slice."""
    units = apps.get_model("organizations", "Unit").objects.order_by("pk")
    last = 0
    while rows := list(units.filter(pk__gt=last).only("pk", "short_name")[:SLICE]):
        for row in rows:
            letters = lazy_pinyin(row.short_name, style=Style.FIRST_LETTER, errors="ignore")
            row.short_initials = "".join(letters)[:40].lower()
        units.bulk_update(rows, ["short_initials"])
        last = rows[-1].pk


class Migration(migrations.Migration):
    dependencies = [("organizations", "0019_reforms")]

    operations = [
        migrations.AddField(
            model_name="unit",
            name="short_initials",
            field=models.CharField(default="", max_length=40, verbose_name="简称首字母"),
        ),
        migrations.CreateModel(
            name="UnitName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10, verbose_name="种类")),
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("initials", models.CharField(max_length=60, verbose_name="拼音首字母")),
                ("used_from", models.DateField(blank=True, null=True, verbose_name="启用日期")),
                ("used_to", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="other_names",
                        to="organizations.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={"verbose_name": "单位别名", "ordering": ["unit", "kind", "name"]},
        ),
        migrations.AddConstraint(
            model_name="unitname", constraint=models.UniqueConstraint(fields=("unit", "name"), name="unit_name_once")
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
