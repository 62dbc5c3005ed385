"""Keeping the reach rows: what each unit may see of these cases, written in the transaction of the act that changed it."""

from collections.abc import Collection

from django.db import connection

# One statement says what the rows must be and brings them there; where all is as it was, it writes nothing.
# lines: the units over whom a case has passed, each with its place on the line. barred: where on a line the first
# accused unit stands: it and whatever is below it does not see the case (Art. 30).
_KEEP = """
WITH chosen AS (
    SELECT found.id, found.district_id, found.received_on, found.next_due_on, found.sealed, found.unlinked,
        found.desk_walled,
        -- The shelves of cases/sight/shelves.py.
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
), wanted AS (
    SELECT district_id, id AS case_id, unit_id, only_for_id, own, open_above, shelf, sealed, received_on,
        next_due_on
    FROM chosen JOIN seeing ON seeing.case_id = chosen.id
    WHERE (own OR open_above) AND (NOT unlinked OR only_for_id IS NOT NULL)
    UNION ALL
    SELECT district_id, id, NULL, NULL, FALSE, FALSE, shelf, sealed, received_on, next_due_on
    FROM chosen WHERE desk_walled OR unlinked
), gone AS (
    DELETE FROM cases_reach kept WHERE kept.case_id = ANY(%(cases)s) AND NOT EXISTS (
        SELECT FROM wanted WHERE wanted.case_id = kept.case_id
            AND wanted.unit_id IS NOT DISTINCT FROM kept.unit_id
            AND wanted.only_for_id IS NOT DISTINCT FROM kept.only_for_id
    )
)
INSERT INTO cases_reach AS kept
    (district_id, case_id, unit_id, only_for_id, own, open_above, shelf, sealed, received_on, next_due_on)
SELECT * FROM wanted ORDER BY case_id, unit_id
ON CONFLICT (case_id, unit_id, only_for_id) DO UPDATE SET
    district_id = excluded.district_id, own = excluded.own, open_above = excluded.open_above,
    shelf = excluded.shelf, sealed = excluded.sealed, received_on = excluded.received_on, next_due_on = excluded.next_due_on
WHERE (kept.district_id, kept.own, kept.open_above, kept.shelf, kept.sealed, kept.received_on, kept.next_due_on)
    IS DISTINCT FROM (excluded.district_id, excluded.own, excluded.open_above, excluded.shelf, excluded.sealed,
        excluded.received_on, excluded.next_due_on)
"""


def keep_reach(cases: Collection[int]) -> None:
    """Bring the reach rows of these cases to what their rows say; the cases are locked, or new, in this transaction."""
    if cases:
        with connection.cursor() as cursor:
            cursor.execute(_KEEP, {"cases": list(cases)})
