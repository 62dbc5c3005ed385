"""Search: how many cases hold a term, and indexes for parts of a number and for sealed cases.

The terms are counted by slices, each committed by itself, and the indexes are made while the tables are in use. Run
again after an interruption, the count goes on where it stopped. What is written below is the count as it was on the
day of this migration; the task of the night goes on with it.
"""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import connection, migrations, models, transaction
from django.db.models.functions import Reverse, Right

SLICE = 20_000
COUNT = """
INSERT INTO cases_termcount AS kept (district_id, sealed, term, cases)
SELECT district_id, sealed, term, COUNT(*) FROM (
    SELECT district_id, sealed, unnest(search_terms || ''::varchar) AS term
    FROM cases_case WHERE id > %(after)s AND id <= %(up_to)s AND district_id IS NOT NULL
) AS held GROUP BY 1, 2, 3
ON CONFLICT (term, district_id, sealed) DO UPDATE SET cases = kept.cases + excluded.cases
"""


def count(apps, schema_editor):
    """Count the terms of all cases that came before today."""
    TermsCounted = apps.get_model("cases", "TermsCounted")
    known, _ = TermsCounted.objects.get_or_create(pk=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(id), 0), CURRENT_DATE FROM cases_case WHERE registered_on < CURRENT_DATE")
        last, day = cursor.fetchone()
    while known.up_to < last:
        up_to = min(known.up_to + SLICE, last)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(COUNT, {"after": known.up_to, "up_to": up_to})
            known.up_to, known.on = up_to, day
            known.save()


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it; each slice for itself

    # 0032 was there first.
    dependencies = [("cases", "0032_fewer_indexes"), ("organizations", "0015_moving_unit")]

    operations = [
        migrations.CreateModel(
            name="TermCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed", models.BooleanField()),
                ("term", models.CharField(max_length=40)),
                ("cases", models.BigIntegerField()),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
            ],
            options={"verbose_name": "词频"},
        ),
        migrations.CreateModel(
            name="TermsCounted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("up_to", models.BigIntegerField(default=0)),
                ("on", models.DateField(null=True)),
            ],
            options={"verbose_name": "词频统计进度"},
        ),
        migrations.AddConstraint(
            "termcount", models.UniqueConstraint(fields=("term", "district", "sealed"), name="term_count_once")
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
        migrations.AddIndex(
            "termcount",
            models.Index(
                django.contrib.postgres.indexes.OpClass("term", "varchar_pattern_ops"), name="term_count_begins"
            ),
        ),
        migrations.AddIndex("termcount", models.Index(Right("term", models.Value(1)), name="term_count_ends")),
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["number"],
                include=("id", "received_on"),
                name="case_number_head",
                opclasses=["varchar_pattern_ops"],
            ),
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                django.contrib.postgres.indexes.OpClass(Reverse("number"), "text_pattern_ops"), name="case_number_tail"
            ),
        ),
        AddIndexConcurrently(
            "case",
            django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(sealed=True), fields=["search_terms"], name="case_sealed_terms"
            ),
        ),
    ]
