"""A case may have several promises, each with a clock that runs: they stand aside from the rule of one clock a duty.

The new unique index is built beside the old one while the table is in use, then the old one goes; stopped anywhere,
the migration is run again. Backwards: where several promises of a case run, all clocks but the oldest are ended.
"""

from django.db import migrations, models

NEW, OLD = "clock_one_duty_per_case", "clock_one_runs_per_case"
RUNS = "met_on IS NULL AND waived_on IS NULL AND ended_on IS NULL AND leg_id IS NULL"
DROP = "DROP INDEX CONCURRENTLY IF EXISTS {}"
CREATE = "CREATE UNIQUE INDEX CONCURRENTLY {} ON cases_clock (case_id, duty) WHERE {}"
END_ALL_BUT_ONE = f"""
UPDATE cases_clock SET ended_on = starts_on, ended_by = 'withdraw_promise'
WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY case_id ORDER BY id) AS place
    FROM cases_clock WHERE {RUNS} AND duty = 'PROMISE_DUE') AS ranked WHERE place > 1)
"""  # noqa: S608
RUNNING = models.Q(met_on=None, waived_on=None, ended_on=None)


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0061_promises")]

    operations = [
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(
                    # What a broken-off attempt left behind is not valid and must go first.
                    [DROP.format(NEW), CREATE.format(NEW, f"{RUNS} AND NOT (duty = 'PROMISE_DUE')")],
                    [DROP.format(NEW)],
                )
            ],
            [
                migrations.AddConstraint(
                    "clock",
                    models.UniqueConstraint(
                        fields=["case", "duty"],
                        condition=RUNNING & models.Q(leg=None) & ~models.Q(duty="PROMISE_DUE"),
                        name=NEW,
                    ),
                )
            ],
        ),
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL([DROP.format(OLD)], [END_ALL_BUT_ONE, DROP.format(OLD), CREATE.format(OLD, RUNS)])],
            [migrations.RemoveConstraint("clock", OLD)],
        ),
    ]
