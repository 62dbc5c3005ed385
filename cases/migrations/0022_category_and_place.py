"""A case names the term of its category and its division beside the words; columns without a scan, indexes in use."""

import django.db.models.deletion
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0021_dated_access"), ("organizations", "0008_settings_and_dictionaries")]

    operations = [
        migrations.AddField(
            "case",
            "category_term",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organizations.term",
                verbose_name="内容分类（字典）",
            ),
        ),
        migrations.AddField(
            "case",
            "division",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organizations.unit",
                verbose_name="问题属地",
            ),
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                condition=models.Q(("category_term__isnull", False)),
                fields=["district", "category_term", "-received_on", "-id"],
                name="case_district_category",
            ),
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                condition=models.Q(("division__isnull", False)),
                fields=["district", "division", "-received_on", "-id"],
                name="case_district_division",
            ),
        ),
    ]
