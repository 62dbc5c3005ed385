"""A number of another system is unique at one registering unit, not in the whole house.

The new unique index is built beside the old one while the table is in use, then the old one goes; stopped anywhere,
the migration is run again. Backwards: where two units (or a hidden case and a new one) hold the same number by then,
all but the oldest get "#" and their own case number appended (cut to 80 characters), so that the old index can be made.
"""

from django.db import migrations, models

NEW, OLD = "case_external_once_a_unit", "case_external_once"
DROP = "DROP INDEX CONCURRENTLY IF EXISTS {}"
CREATE = "CREATE UNIQUE INDEX CONCURRENTLY {} ON cases_case ({}) WHERE NOT (external_number = '')"
TELL_APART = """
UPDATE cases_case SET external_number = left(external_number, 79 - length(number)) || '#' || number
WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY source, external_number ORDER BY id) AS place
    FROM cases_case WHERE external_number <> '') AS ranked WHERE place > 1)
"""


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0016_external_number_columns")]

    operations = [
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(
                    # What a broken-off attempt left behind is not valid and must go first.
                    [DROP.format(NEW), CREATE.format(NEW, "source, external_number, unit_id, number_given_up")],
                    [DROP.format(NEW)],
                )
            ],
            [
                migrations.AddConstraint(
                    "case",
                    models.UniqueConstraint(
                        fields=["source", "external_number", "unit", "number_given_up"],
                        condition=~models.Q(external_number=""),
                        name=NEW,
                    ),
                )
            ],
        ),
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(
                    [DROP.format(OLD)], [TELL_APART, DROP.format(OLD), CREATE.format(OLD, "source, external_number")]
                )
            ],
            [migrations.RemoveConstraint("case", OLD)],
        ),
    ]
