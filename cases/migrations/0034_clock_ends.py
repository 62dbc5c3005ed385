"""A clock that an act only ended is told apart from one that was met or waived; what stopped before is sorted by the act of that day.

Two columns without defaults to write, the rows filled slice by slice, the indexes made beside those they replace.
"""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

SLICE = 50_000
RUNNING = models.Q(met_on=None, waived_on=None, ended_on=None)
BEFORE = models.Q(met_on=None, waived_on=None)
# Which acts fulfil nothing of a duty that they stop, on its leg and of the case's own.
ON_LEG = {
    "OBJECTION_5WD": ("accept", "not_accept", "divert", "withdraw"),
    "HANDLE_60D": ("divert", "withdraw"),
    "REMAND_LIMIT": ("divert", "withdraw"),
    "REEXAM_REQ_30D": ("close",),
    "REVIEW_REQ_30D": ("close",),
    "REEXAM_30D": ("refuse_remedy",),
    "REVIEW_30D": ("refuse_remedy",),
    "REVOKE_15D": ("archive",),
    "OPEN_1WD": ("withdraw",),
    "NOTICE_REFERRED_15D": ("withdraw",),
    "SERVICE_3WD": ("withdraw",),
    "COMMISSION_FEEDBACK": ("withdraw",),
}
ON_CASE = {
    "DISPATCH_15D": ("decline", "no_longer_accept", "file_only"),
    "NOTICE_DIRECT_SPOT": ("withdraw",),
    "NOTICE_DIRECT_15D": ("withdraw",),
}
# What was called waived, by the words it was given.
SAID = {
    "登记错误，已作废": "confirm_void",
    "异议成立，已退回（第二十三条第三款）": "agree_objection",
    "已指定其他单位办理（第二十四条）": "arbitrate",
    "责任单位被检举控告，已撤回转送（第三十条）": "take_back",
    "新的处理意见书已经送达，另行起算三十日": "serve",
    "各方已签订调解（和解）协议，原意见由协议取代（第三十三条）": "settle",
    "更正登记：不是重大紧急事项": "correct",
}
SORT = """
UPDATE cases_clock stopped SET ended_on = stopped.met_on, ended_by = done.act, met_on = NULL
FROM cases_event done, (VALUES {pairs}) AS known (duty, act)
WHERE stopped.id > %s AND stopped.id <= %s AND stopped.met_on IS NOT NULL AND stopped.leg_id IS {no} NULL
  AND stopped.duty = known.duty AND done.case_id = stopped.case_id AND done.act = known.act AND done."on" = stopped.met_on {leg}
"""
NAME = """
UPDATE cases_clock SET ended_on = waived_on, ended_by = said.act, waived_on = NULL, waived_reason = ''
FROM (VALUES {pairs}) AS said (words, act) WHERE cases_clock.id > %s AND cases_clock.id <= %s AND waived_reason = said.words
"""
BACK = """
UPDATE cases_clock ended SET met_on = CASE WHEN said.words IS NULL THEN ended.ended_on END,
    waived_on = CASE WHEN said.words IS NOT NULL THEN ended.ended_on END,
    waived_reason = COALESCE(said.words, ended.waived_reason)
FROM cases_clock beside LEFT JOIN (VALUES {pairs}) AS said (words, act) ON said.act = beside.ended_by
WHERE beside.id = ended.id AND ended.id > %s AND ended.id <= %s AND ended.ended_on IS NOT NULL
"""


def pairs(known):
    return ", ".join(f"('{duty}', '{act}')" for duty, acts in known.items() for act in acts)


def in_slices(schema_editor, *statements):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MIN(id), 0) - 1, COALESCE(MAX(id), 0) FROM cases_clock")
        first, last = cursor.fetchone()
        for start in range(first, last, SLICE):
            for statement in statements:
                cursor.execute(statement, [start, start + SLICE])


def sort_ends(_apps, schema_editor):
    on_leg = SORT.format(pairs=pairs(ON_LEG), no="NOT", leg="AND done.leg_id = stopped.leg_id")
    on_case = SORT.format(pairs=pairs(ON_CASE), no="", leg="")
    in_slices(schema_editor, on_leg, on_case, NAME.format(pairs=pairs({words: (act,) for words, act in SAID.items()})))


def back(_apps, schema_editor):
    in_slices(schema_editor, BACK.format(pairs=pairs({words: (act,) for words, act in SAID.items()})))


def once(name, columns, condition):
    return f"CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS {name} ON cases_clock ({columns}) WHERE {condition}"


def replaced(old, new, fields, columns, more=None, said=""):
    """A unique index made beside the one it replaces, so that there is no moment without."""
    before, now = "met_on IS NULL AND waived_on IS NULL", "met_on IS NULL AND waived_on IS NULL AND ended_on IS NULL"
    return migrations.SeparateDatabaseAndState(
        state_operations=[
            migrations.RemoveConstraint("clock", old),
            migrations.AddConstraint(
                "clock", models.UniqueConstraint(fields=fields, condition=RUNNING & more if more else RUNNING, name=new)
            ),
        ],
        database_operations=[
            migrations.RunSQL(once(new, columns, now + said), f"DROP INDEX CONCURRENTLY IF EXISTS {new}"),
            migrations.RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS {old}", once(old, columns, before + said)),
        ],
    )


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it; each slice for itself

    dependencies = [("cases", "0033_ended_owing")]

    operations = [
        migrations.AddField("clock", "ended_on", models.DateField(null=True, verbose_name="终止日")),
        migrations.AddField("clock", "ended_by", models.CharField(default="", max_length=30, verbose_name="终止于")),
        migrations.RunPython(sort_ends, back),
        AddIndexConcurrently(
            "clock", models.Index(fields=["district", "due_on"], condition=RUNNING, name="clock_runs_due")
        ),
        AddIndexConcurrently(
            "clock", models.Index(fields=["unit", "due_on"], condition=RUNNING, name="clock_unit_runs_due")
        ),
        RemoveIndexConcurrently("clock", "clock_running_due"),
        RemoveIndexConcurrently("clock", "clock_unit_running_due"),
        replaced("clock_one_open_per_leg", "clock_one_runs_per_leg", ["leg", "duty"], "leg_id, duty"),
        replaced(
            "clock_one_open_per_case",
            "clock_one_runs_per_case",
            ["case", "duty"],
            "case_id, duty",
            models.Q(leg=None),
            " AND leg_id IS NULL",
        ),
    ]
