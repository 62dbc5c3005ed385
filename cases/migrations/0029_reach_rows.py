"""Reach rows: what each unit may see, beside the cases; filled in by batches, then indexed.

Run again after an interruption, it goes on with the cases that have no rows yet. What is written below is the rule as
it was on the day of this migration; `manage rebuild_reach --all` applies the rule of the day.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import connection, migrations, models, transaction

BATCH = 2000
FILL = """
WITH chosen AS (
    SELECT found.id, found.district_id, found.received_on, found.next_due_on, found.sealed, found.unlinked,
        found.desk_walled,
        CASE WHEN found.historic THEN 2
            WHEN found.state IN ('closed', 'archived', 'voided', 'filed') AND found.next_due_on IS NULL THEN 1
            ELSE 0 END AS shelf,
        NOT (found.desk_walled AND desk.kind = 'petition_office') AS open_above,
        CASE WHEN found.unlinked AND NOT found.registrar_named THEN found.registered_by_id END AS only_for_id
    FROM cases_case found JOIN organizations_unit desk ON desk.id = found.unit_id
    WHERE found.id = ANY(%(cases)s)
), lines AS (
    SELECT passed.case_id, passed.unit_id AS had_it, step.unit::bigint AS unit_id, step.place
    FROM cases_involvement passed JOIN organizations_unit unit ON unit.id = passed.unit_id
    CROSS JOIN LATERAL unnest(string_to_array(btrim(unit.path, '/'), '/')) WITH ORDINALITY AS step(unit, place)
    WHERE passed.case_id = ANY(%(cases)s)
), barred AS (
    SELECT lines.case_id, lines.had_it, min(lines.place) AS place
    FROM lines JOIN cases_respondent accused
        ON accused.case_id = lines.case_id AND accused.unit_id = lines.unit_id AND accused.accused
    GROUP BY 1, 2
), seeing AS (
    SELECT lines.case_id, lines.unit_id, bool_or(lines.unit_id = lines.had_it) AS own
    FROM lines LEFT JOIN barred USING (case_id, had_it)
    WHERE barred.place IS NULL OR lines.place < barred.place
    GROUP BY 1, 2
)
INSERT INTO cases_reach
    (district_id, case_id, unit_id, only_for_id, own, open_above, shelf, sealed, received_on, next_due_on)
SELECT district_id, id, unit_id, only_for_id, own, open_above, shelf, sealed, received_on,
    next_due_on
FROM chosen JOIN seeing ON seeing.case_id = chosen.id
WHERE (own OR open_above) AND (NOT unlinked OR only_for_id IS NOT NULL)
UNION ALL
SELECT district_id, id, NULL, NULL, FALSE, FALSE, shelf, sealed, received_on, next_due_on
FROM chosen WHERE desk_walled OR unlinked
ON CONFLICT DO NOTHING
"""


def fill(apps, schema_editor):
    """Write the rows of all cases, a batch in a transaction of its own."""
    Case = apps.get_model("cases", "Case")
    last = 0
    while keys := list(Case.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(FILL, {"cases": keys})
        last = keys[-1]


def key_to(model, **more):
    """A declared key without an index of its own: those below begin with it where it is asked for."""
    return models.ForeignKey(
        model, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", null=True, **more
    )


class Migration(migrations.Migration):
    atomic = False  # each batch for itself

    dependencies = [
        ("cases", "0028_historic_cases"),
        ("organizations", "0015_moving_unit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReachRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("own", models.BooleanField()),
                ("open_above", models.BooleanField()),
                ("shelf", models.PositiveSmallIntegerField(choices=[(0, "在办"), (1, "办结归档"), (2, "历史件")])),
                ("sealed", models.BooleanField()),
                ("received_on", models.DateField()),
                ("next_due_on", models.DateField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reach_rows",
                        to="cases.case",
                    ),
                ),
                ("district", key_to("organizations.unit")),
                ("only_for", key_to(settings.AUTH_USER_MODEL)),
                ("unit", key_to("organizations.unit")),
            ],
            options={"verbose_name": "查看范围", "db_table": "cases_reach"},
        ),
        migrations.AddConstraint(
            "reachrow",
            models.UniqueConstraint(fields=("case", "unit", "only_for"), name="reach_once", nulls_distinct=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            "reachrow", models.Index(fields=["unit", "shelf", "-received_on", "-case"], name="reach_received")
        ),
        migrations.AddIndex(
            "reachrow",
            models.Index(
                condition=models.Q(next_due_on__isnull=False),
                fields=["unit", "sealed", "next_due_on", "case"],
                name="reach_due",
            ),
        ),
        migrations.AddIndex(
            "reachrow",
            models.Index(
                condition=models.Q(unit=None),
                fields=["district", "shelf", "-received_on", "-case"],
                name="reach_sealed_desk",
            ),
        ),
    ]
