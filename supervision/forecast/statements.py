"""The statements of the forecast. Each looks at a clock only as it was known on the day: what was entered later plays no part."""

# known: every clock with its date (an extension decided later had not moved it), the day on which it stopped if it had, how
#   far its leg was. past: those whose date lay before the day, at each share of their time (%(steps)s, in per cent) at
#   which they were still open. cells: how many such, and how many of them were missed: by unit, of the district, of the duty.
# running: those that are owed on the day. shared: the share of the district's stage leans on the duty as a whole, that of
#   the unit on the district's: the fewer its own, the more.
FORECAST = """
WITH first_inquiry AS (
    SELECT leg_id, min("on") AS "on" FROM cases_inquiry GROUP BY leg_id
), moved_later AS (
    SELECT DISTINCT ON (leg_id) leg_id, old_due_on FROM cases_extension
     WHERE decided_on > %(day)s AND granted_days > 0 AND old_due_on IS NOT NULL ORDER BY leg_id, id
), known AS (
    SELECT clock.id, clock.district_id, clock.unit_id, clock.leg_id, clock.duty, clock.starts_on,
           CASE WHEN clock.duty = 'HANDLE_60D' THEN coalesce(moved_later.old_due_on, clock.due_on)
                ELSE clock.due_on END AS due_on,
           least(clock.met_on, clock.waived_on, clock.ended_on) AS stopped_on,
           clock.met_on IS NOT NULL AS fulfilled,
           leg.accepted_on, leg.issued_on, first_inquiry."on" AS inquired_on
      FROM cases_clock clock
      JOIN cases_case petition ON petition.id = clock.case_id
      LEFT JOIN cases_leg leg ON leg.id = clock.leg_id
      LEFT JOIN first_inquiry ON first_inquiry.leg_id = clock.leg_id
      LEFT JOIN moved_later ON moved_later.leg_id = clock.leg_id
     WHERE clock.unit_id IS NOT NULL AND clock.due_on IS NOT NULL AND clock.due_on > clock.starts_on
       AND clock.starts_on <= %(day)s AND clock.due_on >= %(oldest)s
       AND clock.duty <> ALL(%(not_owed)s)
       AND NOT petition.sealed AND NOT petition.historic AND leg.held_accusation IS NOT TRUE
), past AS (
    SELECT known.*, step.spent,
           known.starts_on + (known.due_on - known.starts_on) * step.spent / 100 AS looked_on,
           known.stopped_on IS NULL OR known.stopped_on > known.due_on AS missed
      FROM known CROSS JOIN unnest(%(steps)s) AS step(spent)
     WHERE known.due_on < %(day)s AND known.due_on >= %(oldest)s
       AND (known.fulfilled OR known.stopped_on IS NULL OR known.stopped_on > known.due_on)
), cells AS (
    SELECT past.district_id, past.unit_id, past.duty, CASE WHEN past.issued_on <= past.looked_on THEN 'signed'
                WHEN past.inquired_on <= past.looked_on THEN 'looked_into'
                WHEN past.accepted_on <= past.looked_on THEN 'accepted'
                ELSE 'waiting' END AS stage, past.spent, count(*) AS past, count(*) FILTER (WHERE past.missed) AS missed
      FROM past WHERE past.stopped_on IS NULL OR past.stopped_on > past.looked_on
     GROUP BY GROUPING SETS ((1, 2, 3, 4, 5), (1, 3, 4, 5), (1, 3, 5))
), running AS (
    SELECT known.*, CASE WHEN known.issued_on <= %(day)s THEN 'signed'
                WHEN known.inquired_on <= %(day)s THEN 'looked_into'
                WHEN known.accepted_on <= %(day)s THEN 'accepted'
                ELSE 'waiting' END AS stage,
           (SELECT max(step.spent) FROM unnest(%(steps)s) AS step(spent)
             WHERE (%(day)s - known.starts_on) * 100 >= (known.due_on - known.starts_on) * step.spent) AS spent
      FROM known
     WHERE known.due_on BETWEEN %(day)s AND %(day)s + %(furthest)s
       AND (known.stopped_on IS NULL OR known.stopped_on > %(day)s)
), looked_up AS (
    SELECT running.*, coalesce(unit.past, 0) AS unit_past, coalesce(unit.missed, 0) AS unit_missed,
           coalesce(area.past, 0) AS district_past, coalesce(area.missed, 0) AS district_missed,
           (coalesce(duty.missed, 0) + 1.0) / (coalesce(duty.past, 0) + 2.0) AS duty_share
      FROM running
      LEFT JOIN cells unit ON (unit.district_id, unit.unit_id, unit.duty, unit.stage, unit.spent)
                            = (running.district_id, running.unit_id, running.duty, running.stage, running.spent)
      LEFT JOIN cells area ON area.unit_id IS NULL AND (area.district_id, area.duty, area.stage, area.spent)
                            = (running.district_id, running.duty, running.stage, running.spent)
      LEFT JOIN cells duty ON duty.unit_id IS NULL AND duty.stage IS NULL
           AND (duty.district_id, duty.duty, duty.spent) = (running.district_id, running.duty, running.spent)
), shared AS (
    SELECT looked_up.*,
           (district_missed + %(weight)s * duty_share) / (district_past + %(weight)s) AS district_share
      FROM looked_up
)
INSERT INTO supervision_clockforecast
       (district_id, unit_id, clock_id, leg_id, duty, horizon, made_on, due_on, stage, spent,
        unit_past, unit_missed, district_past, district_missed, district_share, probability, replayed)
SELECT district_id, unit_id, id, leg_id, duty, horizon, %(day)s, due_on, stage, spent,
       unit_past, unit_missed, district_past, district_missed, district_share,
       (unit_missed + %(weight)s * district_share) / (unit_past + %(weight)s), %(replayed)s
  FROM shared CROSS JOIN unnest(%(horizons)s) AS said(horizon)
 WHERE horizon = 0 OR due_on - %(day)s <= horizon
    ON CONFLICT (clock_id, horizon, due_on) DO UPDATE
   SET made_on = excluded.made_on, stage = excluded.stage, spent = excluded.spent,
       unit_id = excluded.unit_id, leg_id = excluded.leg_id,
       unit_past = excluded.unit_past, unit_missed = excluded.unit_missed,
       district_past = excluded.district_past, district_missed = excluded.district_missed,
       district_share = excluded.district_share, probability = excluded.probability
 WHERE supervision_clockforecast.horizon = 0"""

# What has stopped or run out since is no forecast of today any more.
FORGET = "DELETE FROM supervision_clockforecast WHERE horizon = 0 AND made_on <> %(day)s"

# What came of what was said: missed or not is known once the clock stopped or its date is past. Where the law let it go,
# or an extension moved its date, nothing was right or wrong.
CHECK = """
UPDATE supervision_clockforecast said
   SET checked_on = %(day)s,
       missed = CASE WHEN clock.due_on <> said.due_on THEN NULL
                     WHEN clock.met_on <= said.due_on THEN false
                     WHEN least(clock.waived_on, clock.ended_on) <= said.due_on THEN NULL
                     ELSE true END
  FROM cases_clock clock
 WHERE clock.id = said.clock_id AND said.horizon > 0 AND said.checked_on IS NULL
   AND (said.due_on < %(day)s
        OR least(clock.met_on, clock.waived_on, clock.ended_on) <= %(day)s)"""
