"""The statements of a run: which dates are near, and the one that advances them and writes the warnings of it."""

from supervision.warnings.sources import SOURCES
from supervision.words.warnings import Dated

# Of each district and duty the dates that have reached a threshold and no later one.
_NEAR = """
near AS (
    SELECT * FROM unnest(%(districts)s::bigint[], %(duties)s::text[], %(stages)s::int[], %(after)s::date[],
        %(until)s::date[], %(up_to)s::int[], %(colours)s::text[])
        AS t(district, duty, stage, after, until, up_to, colour)
)
"""
_REACHED = """
open AS MATERIALIZED ({source}), reached AS (
    SELECT open.*, near.stage, near.up_to, near.colour FROM open JOIN near
        ON near.district = COALESCE(open.district_id, 0) AND near.duty = open.duty
        AND open.due_on > near.after AND open.due_on <= near.until
)
"""
# Those that are watched already are read at once: looked for one by one, a small table is gone through row by row,
# and what this very statement writes is in the way of each that follows.
WATCH = """
WITH {near}, {reached}, watched AS MATERIALIZED (
    SELECT key, due_on FROM supervision_alertwatch WHERE what = %(what)s
)
INSERT INTO supervision_alertwatch (what, key, due_on, stage)
SELECT %(what)s, reached.key, reached.due_on, %(unreached)s FROM reached
WHERE NOT EXISTS (SELECT FROM watched w WHERE w.key = reached.key AND w.due_on = reached.due_on)
ON CONFLICT DO NOTHING
"""
_WAITING = """
FROM supervision_alertwatch w JOIN reached ON reached.key = w.key AND reached.due_on = w.due_on
WHERE w.what = %(what)s AND reached.stage < w.stage
"""
LEFT = "WITH {near}, {reached} SELECT EXISTS (SELECT 1 {waiting})"
# beside: who is told at the unit itself, the handler where he works there; office: who stands over it, later, or at once
# where nobody stands at the level that has to be told. barred: who was recused, or is accused, or belongs under who is.
# persons: who is told by his name, and of a sealed case only who may read all of it (readers).
WRITE = """
WITH {near}, {reached}, due AS (
    SELECT w.id, reached.* {waiting}
    LIMIT %(batch)s FOR UPDATE OF w SKIP LOCKED
), advanced AS (
    UPDATE supervision_alertwatch w SET stage = due.stage FROM due WHERE w.id = due.id RETURNING due.*
), posts AS (
    SELECT * FROM unnest(%(lists)s::text[], %(posts)s::bigint[], %(levels)s::int[], %(posted)s::bigint[])
        AS t(list, post, level, staff)
), working AS (
    SELECT * FROM unnest(%(work_units)s::bigint[], %(work_staff)s::bigint[]) AS t(unit, staff)
), instead AS (
    SELECT * FROM unnest(%(absent)s::bigint[], %(hands)s::bigint[]) AS t(person, hand)
), owners AS (
    SELECT * FROM unnest(%(owned)s::bigint[], %(owners)s::bigint[]) AS t(case_id, staff)
), lines AS (
    SELECT * FROM unnest(%(line_staff)s::bigint[], %(line_units)s::bigint[]) AS t(staff, unit)
), barred AS (
    SELECT a.case_id, r.staff_id AS staff FROM advanced a
    JOIN cases_respondent r ON r.case_id = a.case_id AND r.accused AND r.staff_id IS NOT NULL WHERE a.sealed
    UNION SELECT a.case_id, lines.staff FROM advanced a
    JOIN cases_respondent r ON r.case_id = a.case_id AND r.accused JOIN lines ON lines.unit = r.unit_id WHERE a.sealed
    UNION SELECT a.case_id, r.person_id FROM advanced a JOIN cases_recusal r ON r.case_id = a.case_id AND r.agreed
), readers AS (
    SELECT a.case_id, posts.staff FROM advanced a JOIN posts ON posts.list = CASE WHEN a.kept THEN 'd' ELSE 'k' END
        AND posts.post = CASE WHEN a.kept THEN COALESCE(a.district_id, 0) ELSE a.desk_id END
    WHERE a.route = 'n' AND a.sealed
    UNION SELECT a.case_id, posts.staff FROM advanced a JOIN cases_leg l ON l.case_id = a.case_id
        JOIN cases_demand d ON d.leg_id = l.id AND d.kind = 'accusation'
        JOIN posts ON posts.list = 'a' AND posts.post = l.unit_id
    WHERE a.route = 'n' AND a.sealed
), persons AS (
    SELECT a.*, by_name.level, by_name.staff FROM advanced a
    CROSS JOIN LATERAL (VALUES (0, a.person_id), (1, a.leader_id)) AS by_name(level, staff)
    WHERE a.route = 'n' AND by_name.staff IS NOT NULL
    AND (a.case_id, by_name.staff) NOT IN (SELECT case_id, staff FROM barred)
    AND (NOT a.sealed OR (a.case_id, by_name.staff) IN (SELECT case_id, staff FROM readers))
), handled AS (
    SELECT a.*, 0 AS level, a.handler_id AS staff FROM advanced a
    JOIN working ON working.unit = a.unit_id AND working.staff = a.handler_id
    WHERE a.leg_unit_id = a.unit_id AND (a.case_id, a.handler_id) NOT IN (SELECT case_id, staff FROM barred)
), beside AS (
    SELECT * FROM handled
    UNION ALL
    SELECT * FROM persons WHERE level <= up_to OR key NOT IN (SELECT key FROM persons WHERE level = 0)
    UNION ALL
    SELECT a.*, posts.level, posts.staff FROM advanced a
    JOIN posts ON posts.post = a.unit_id AND posts.list = CASE WHEN a.accusing THEN 'a' ELSE 'o' END
    WHERE posts.level <= a.up_to AND NOT a.shut AND a.route <> 'n'
    AND (posts.level > 0 OR a.key NOT IN (SELECT key FROM handled))
    AND (COALESCE(a.case_id, 0), posts.staff) NOT IN (SELECT case_id, staff FROM barred)
), office AS (
    SELECT a.*, posts.level, posts.staff FROM advanced a
    JOIN posts ON posts.list = CASE WHEN a.kept THEN 'd' WHEN a.accusing THEN a.keepers ELSE 's' END
        AND posts.post = CASE WHEN a.accusing AND NOT a.kept THEN a.desk_id ELSE COALESCE(a.district_id, 0) END
    WHERE a.up_to >= 2 AND a.route <> 'n' OR (a.key, LEAST(a.up_to, 1)) NOT IN (SELECT key, level FROM beside)
), named AS (
    SELECT * FROM beside UNION ALL SELECT * FROM office
    UNION ALL
    SELECT a.*, 3, owners.staff FROM advanced a JOIN owners ON owners.case_id = a.case_id
    WHERE a.up_to >= 3 AND NOT a.sealed AND a.route = 'u'
), told AS (
    -- Each row carries what it needs: joined back to so many others by their key it would be looked for among all of them.
    SELECT DISTINCT ON (n.key, COALESCE(instead.hand, n.staff)) n.*, COALESCE(instead.hand, n.staff) AS person,
        CASE WHEN instead.hand IS NOT NULL THEN n.staff END AS away
    FROM named n LEFT JOIN instead ON instead.person = n.staff
    WHERE (COALESCE(n.case_id, 0), COALESCE(instead.hand, n.staff)) NOT IN (SELECT case_id, staff FROM barred)
    ORDER BY n.key, COALESCE(instead.hand, n.staff), n.level
), written AS (
    INSERT INTO supervision_alert (district_id, what, key, case_id, leg_id, clock_id, hand_off_id, unit_id, duty, due_on,
        stage, colour, level, staff_id, instead_of_id, run_id, "on", over)
    SELECT district_id, %(what)s, key, case_id, leg_id, clock_id, hand_off_id, unit_id, duty, due_on, stage, colour, level,
        person, away, %(run)s, %(on)s, FALSE
    FROM told ON CONFLICT DO NOTHING RETURNING 1
)
SELECT (SELECT count(*) FROM advanced), (SELECT count(*) FROM written),
    (SELECT count(*) FROM advanced WHERE key NOT IN (SELECT key FROM told))
"""
# What was met, moved, or told of again at a later threshold is over.
OVER = """
UPDATE supervision_alert a SET over = TRUE
WHERE NOT a.over AND a.what = %(what)s AND NOT ({still} AND EXISTS (
    SELECT FROM supervision_alertwatch w
    WHERE w.what = a.what AND w.key = a.key AND w.due_on = a.due_on AND w.stage = a.stage))
"""


def sent(statement: str, what: str) -> str:
    """Return a statement with its parts in place, for one kind of date."""
    source, kind = SOURCES[Dated(what)], Dated(what)
    parts = {
        "near": _NEAR,
        "reached": _REACHED,
        "waiting": _WAITING,
        "source": source.dates(kind),
        "still": source.still("a.key", "a.due_on"),
    }
    for name, text in parts.items():
        statement = statement.replace(f"{{{name}}}", text)
    return statement
