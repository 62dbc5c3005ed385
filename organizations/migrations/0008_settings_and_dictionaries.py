"""Settings as dated versions that nobody changes, and dictionaries with their terms."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FORWARD = """
CREATE TRIGGER organizations_settingversion_no_change BEFORE UPDATE OR DELETE ON organizations_settingversion
    FOR EACH ROW EXECUTE FUNCTION organizations_append_only();
CREATE TRIGGER organizations_settingversion_no_truncate BEFORE TRUNCATE ON organizations_settingversion
    FOR EACH STATEMENT EXECUTE FUNCTION organizations_append_only();
"""
BACKWARD = """
DROP TRIGGER organizations_settingversion_no_truncate ON organizations_settingversion;
DROP TRIGGER organizations_settingversion_no_change ON organizations_settingversion;
"""


class Migration(migrations.Migration):
    dependencies = [("organizations", "0007_grant_history")]

    operations = [
        migrations.CreateModel(
            name="SettingVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40, verbose_name="参数")),
                ("value", models.JSONField(verbose_name="取值")),
                ("valid_from", models.DateField(verbose_name="生效日期")),
                ("why", models.CharField(max_length=200, verbose_name="理由")),
                ("set_at", models.DateTimeField(verbose_name="设置时间")),
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
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="设置人",
                    ),
                ),
            ],
            options={
                "verbose_name": "参数取值",
                "ordering": ["key", "valid_from", "id"],
                "indexes": [models.Index(fields=["key", "district", "-valid_from", "-id"], name="setting_in_force")],
            },
        ),
        migrations.CreateModel(
            name="Dictionary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
            ],
            options={"verbose_name": "字典", "ordering": ["code"]},
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=12, verbose_name="代码")),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                ("path", models.CharField(max_length=120, verbose_name="全称")),
                ("level", models.PositiveSmallIntegerField(verbose_name="级")),
                ("sort", models.PositiveIntegerField(verbose_name="次序")),
                ("initials", models.CharField(default="", max_length=60, verbose_name="拼音首字母")),
                ("valid_from", models.DateField(default=datetime.date(2000, 1, 1), verbose_name="启用日期")),
                ("valid_to", models.DateField(null=True, verbose_name="停用日期")),
                (
                    "dictionary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="terms", to="organizations.dictionary"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="organizations.term",
                    ),
                ),
            ],
            options={
                "verbose_name": "字典条目",
                "ordering": ["dictionary_id", "sort", "code"],
                "indexes": [models.Index(fields=["dictionary", "path"], name="term_path")],
                "constraints": [
                    models.UniqueConstraint(fields=("dictionary", "code"), name="term_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("level__gte", 1), ("level__lte", 3)), name="term_three_levels"
                    ),
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
