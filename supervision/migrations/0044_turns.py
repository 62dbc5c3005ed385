"""The database itself writes what each act does to a date, beside the event that tells of the act.

An act counts the version of its case up and appends the event of that number. Where the event of the present version is
there already, and was not written by the very transaction that made the change, the change belongs to the act under way,
whose event comes: the next number.
"""

from django.db import migrations

_RUNS = "{0}.met_on IS NULL AND {0}.waived_on IS NULL AND {0}.ended_on IS NULL AND {0}.due_on IS NOT NULL"
_ASKED = "{0}.replied_on IS NULL AND {0}.reply_by IS NOT NULL"
_WORKS = """{0}.state IN ('referred', 'commissioned', 'received', 'accepted', 'in_handling', 'pending_sign_off')"""
_KEPT_FROM = "({0}.desk_walled OR {0}.unlinked)"
_SEQUENCE = "k.version + CASE WHEN e.id IS NULL OR e.xmin = at.xmin THEN 0 ELSE 1 END"
_EVENT = "LEFT JOIN cases_event e ON e.case_id = k.id AND e.sequence = k.version"
# what -> (table, the columns of a turn beside its sequence, what makes a change one, which new rows are worth one)
_KINDS = {
    "c": (
        "cases_clock",
        f"n.case_id, n.due_on, {_RUNS.format('n')}, n.duty, n.unit_id, n.leg_id, NULL::bigint, FALSE",
        f"{_RUNS}, {{0}}.due_on, {{0}}.unit_id, {{0}}.leg_id",
        f"n.unit_id IS NOT NULL AND {_RUNS.format('n')}",
    ),
    "a": (
        "cases_handoff",
        f"n.case_id, n.reply_by, {_ASKED.format('n')}, 'ASKED', n.to_unit_id, n.leg_id, NULL::bigint, FALSE",
        f"{_ASKED}, {{0}}.reply_by, {{0}}.to_unit_id, {{0}}.leg_id",
        _ASKED.format("n"),
    ),
    "l": (
        "cases_leg",
        f"n.case_id, NULL::date, {_WORKS.format('n')}, '', n.unit_id, n.id, n.handler_id, n.held_accusation",
        f"{_WORKS}, {{0}}.unit_id, {{0}}.handler_id, {{0}}.held_accusation",
        "n.answered_on IS NULL AND n.closed_on IS NULL",
    ),
}
_COLUMNS = "(what, key, case_id, due_on, runs, duty, unit_id, leg_id, handler_id, held, sequence)"


def _function(what, table, columns, changed, new):
    name = f"supervision_turn_{table.removeprefix('cases_')}"
    insert = f"INSERT INTO supervision_turn {_COLUMNS} SELECT '{what}', n.id, {columns}, {_SEQUENCE}"
    rows = f"FROM fresh n JOIN {table} at ON at.id = n.id JOIN cases_case k ON k.id = n.case_id {_EVENT}"
    return f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        {insert} {rows} WHERE {new};
    ELSE
        {insert} {rows} JOIN stale o ON o.id = n.id
        WHERE ({changed.format("n")}) IS DISTINCT FROM ({changed.format("o")});
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER {name}_new AFTER INSERT ON {table} REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();
CREATE TRIGGER {name}_changed AFTER UPDATE ON {table} REFERENCING NEW TABLE AS fresh OLD TABLE AS stale
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""


_SEALED = f"""
CREATE FUNCTION supervision_turn_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO supervision_turn {_COLUMNS}
        SELECT 's', n.id, n.id, NULL, {_KEPT_FROM.format("n")}, '', n.unit_id, NULL, NULL, TRUE, n.version
        FROM fresh n WHERE n.sealed;
    ELSE
        INSERT INTO supervision_turn {_COLUMNS}
        SELECT 's', n.id, n.id, NULL, {_KEPT_FROM.format("n")}, '', n.unit_id, NULL, NULL, n.sealed, {_SEQUENCE}
        FROM fresh n JOIN stale o ON o.id = n.id JOIN cases_case at ON at.id = n.id JOIN cases_case k ON k.id = n.id {_EVENT}
        WHERE (n.sealed, {_KEPT_FROM.format("n")}, n.sealed AND n.unit_id <> o.unit_id)
            IS DISTINCT FROM (o.sealed, {_KEPT_FROM.format("o")}, FALSE);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER supervision_turn_case_new AFTER INSERT ON cases_case REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION supervision_turn_case();
CREATE TRIGGER supervision_turn_case_changed AFTER UPDATE ON cases_case
    REFERENCING NEW TABLE AS fresh OLD TABLE AS stale
    FOR EACH STATEMENT EXECUTE FUNCTION supervision_turn_case();
"""  # noqa: S608
_KEPT = """
CREATE TRIGGER supervision_turn_no_change BEFORE UPDATE OR DELETE ON supervision_turn
    FOR EACH ROW EXECUTE FUNCTION organizations_append_only();
CREATE TRIGGER supervision_turn_no_truncate BEFORE TRUNCATE ON supervision_turn
    FOR EACH STATEMENT EXECUTE FUNCTION organizations_append_only();
"""


# A date may run on where its leg has answered: whose it is has to be known, too.
_OF_A_DATE = f"OR EXISTS (SELECT FROM cases_clock c WHERE c.leg_id = n.id AND {_RUNS.format('c')})"


def _stock(what, table, columns, new):
    new = f"({new} {_OF_A_DATE})" if what == "l" else new
    # What ran before there were turns, or was brought in past the acts: as it stands, with the last event of its case.
    return f"""
INSERT INTO supervision_turn {_COLUMNS}
SELECT '{what}', n.id, {columns}, k.version FROM {table} n JOIN cases_case k ON k.id = n.case_id
WHERE n.case_id BETWEEN first AND last AND {new} AND NOT EXISTS (
    SELECT FROM supervision_turn t JOIN cases_event e ON e.case_id = t.case_id AND e.sequence = t.sequence
    WHERE t.case_id = n.case_id AND t.what = '{what}' AND t.key = n.id);
"""  # noqa: S608


_TAKE_STOCK = f"""
CREATE FUNCTION supervision_take_stock(first bigint, last bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
{"".join(_stock(what, table, columns, new) for what, (table, columns, _, new) in _KINDS.items())}
INSERT INTO supervision_turn {_COLUMNS}
SELECT 's', n.id, n.id, NULL, {_KEPT_FROM.format("n")}, '', n.unit_id, NULL, NULL, TRUE, n.version FROM cases_case n
WHERE n.id BETWEEN first AND last AND n.sealed AND NOT EXISTS (
    SELECT FROM supervision_turn t WHERE t.case_id = n.id AND t.what = 's');
END $$;
"""  # noqa: S608
FORWARD = [*(_function(what, *parts) for what, parts in _KINDS.items()), _SEALED, _KEPT, _TAKE_STOCK]
_TABLES = ("clock", "handoff", "leg", "case")
BACKWARD = "DROP FUNCTION supervision_take_stock(bigint, bigint);" + "".join(
    f"""
DROP TRIGGER supervision_turn_{name}_changed ON cases_{name};
DROP TRIGGER supervision_turn_{name}_new ON cases_{name};
DROP FUNCTION supervision_turn_{name}();
"""
    for name in _TABLES
)
_UNKEPT = """
DROP TRIGGER IF EXISTS supervision_turn_no_truncate ON supervision_turn;
DROP TRIGGER IF EXISTS supervision_turn_no_change ON supervision_turn;
"""
SLICE = 20_000


def take_stock(apps, schema_editor):
    """Write what runs already, in slices of cases."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(min(id), 1), COALESCE(max(id), 0) FROM cases_case")
        first, last = cursor.fetchone()
        for begin in range(first, last + 1, SLICE):
            cursor.execute("SELECT supervision_take_stock(%s, %s)", [begin, begin + SLICE - 1])


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("supervision", "0043_warnings"), ("organizations", "0006_journal")]

    operations = [
        migrations.RunSQL("".join(FORWARD), BACKWARD + _UNKEPT),
        migrations.RunPython(take_stock, migrations.RunPython.noop),
    ]
