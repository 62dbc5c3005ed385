"""Role x Act -> Reach: the auditor's file. 权限一览 and docs/permissions.md are printed from it."""

from collections.abc import Iterable

from law.vocabulary import Act
from organizations.act_groups import (
    APPROVING,
    AT_THE_DESK,
    CASE_WORK,
    COMMISSIONING,
    DECIDING,
    DISSUASION,
    ENDING,
    EXITS,
    IN_TRAY,
    INTAKE,
    MATTERS,
    OFFICIALS,
    OVER_PROMISES,
    PROMISING,
    PROPOSED,
    PROPOSING,
    PUBLISHING,
    RAISED,
    RECEIVED_DIRECTLY,
    REDIRECTING,
    REQUESTS,
    RETURNED,
    SCANS,
    SECONDED,
    UPWARD,
    URGENT,
)
from organizations.rights import Reach, Right, Role

__all__ = ["MATRIX", "OFFICERS", "Reach", "Right", "Role", "reach_of", "roles_with"]


# The desk hears of a withdrawal wherever in the district the case is worked on; it sees only its own cases.
_WITHDRAWING: dict[Act | Right, Reach] = {Act.ASK_WITHDRAWAL: Reach.ALL, Act.REVOKE_WITHDRAWAL: Reach.ALL}
# Only where a sheet names him (supervision/ownership/moves.py) or a reception (reception/appointments/moves.py); the unit
# of a sheet is its leader's, that of a reception its desk's.
_NAMED_IN_SHEETS: dict[Act | Right, Reach] = {Right.WORK_OWNED: Reach.ALL, Right.REPORT_UNDERTAKING: Reach.ALL}


# Who orders a unit to do its duty may check another's order and close it; who does which, orders say (Art. 40).
ORDERING: set[Act | Right] = {Act.SUPERVISE, Right.CHECK_ORDER}
# What a unit does about disputes of its own; a department's handler reports for it.
SCREENING: set[Act | Right] = {Right.READ_SCREENING, Right.REPORT_SCREENING, Right.WORK_DISPUTE}


def _all(things: Iterable[Act | Right], reach: Reach) -> dict[Act | Right, Reach]:
    return dict.fromkeys(things, reach)


# fmt: off
MATRIX: dict[Role, dict[Act | Right, Reach]] = {
    Role.WINDOW_CLERK: {
        Right.VISIT: Reach.OWN,
        Right.IMPORT: Reach.UNIT,
        Right.SEE: Reach.UNIT, Right.SEE_SEALED: Reach.UNIT, Right.LOOK_UP: Reach.UNIT, **_all(INTAKE, Reach.UNIT),
        **_WITHDRAWING, Act.RECORD_RETURN: Reach.UNIT, **_all(REQUESTS, Reach.UNIT), Act.ADD_FILE: Reach.UNIT,
        Act.RATE: Reach.UNIT, **_all(DISSUASION, Reach.UNIT), **_all(MATTERS, Reach.UNIT),
        Act.RECORD_PAPER: Reach.UNIT, **_all(PROMISING | OVER_PROMISES, Reach.UNIT),
    },
    Role.ROUTER: {
        Right.READ_SCREENING: Reach.UNIT, Right.WORK_DISPUTE: Reach.UNIT,
        **_NAMED_IN_SHEETS,
        Right.PROPOSE_RELIEF: Reach.UNIT, Right.VISIT: Reach.OWN,
        Right.IMPORT: Reach.UNIT,
        Right.SEE: Reach.UNIT, Right.SEE_SEALED: Reach.UNIT, Right.LOOK_UP: Reach.UNIT, **_all(INTAKE, Reach.UNIT),
        Act.REFER: Reach.UNIT, Act.COMMISSION: Reach.UNIT, Act.KEEP: Reach.UNIT, Act.REMIND: Reach.UNIT,
        Act.WITHDRAW: Reach.ALL, **_WITHDRAWING, **_all(REQUESTS, Reach.UNIT), Act.DRAFT_REMEDY: Reach.UNIT,
        **_all(COMMISSIONING, Reach.UNIT), Act.CALL_HEARING: Reach.UNIT, Act.HOLD_HEARING: Reach.UNIT,
        **_all(RETURNED, Reach.UNIT), **_all(EXITS, Reach.UNIT), **_all(URGENT, Reach.UNIT),
        Act.TRIAGE: Reach.UNIT, **_all(RAISED, Reach.UNIT),
        Act.NOTIFY: Reach.UNIT, Act.CLOSE: Reach.UNIT, Act.GUIDE: Reach.UNIT,
        **_all(OFFICIALS, Reach.UNIT), Act.DECLINE: Reach.UNIT, Act.NO_LONGER_ACCEPT: Reach.UNIT,
        **_all(SCANS, Reach.UNIT), Act.RATE: Reach.UNIT, **_all(DISSUASION, Reach.UNIT),
        Act.CORRECT_CAUSE: Reach.UNIT, **_all(MATTERS, Reach.UNIT), **_all(PROPOSING | UPWARD, Reach.UNIT),
        **_all(PROMISING | OVER_PROMISES, Reach.UNIT),
        Right.SUBMIT_TO_LEADER: Reach.UNIT, Right.DO_TASKS: Reach.UNIT,
    },
    Role.HANDLER: {
        **_all(SCREENING, Reach.UNIT),
        **_NAMED_IN_SHEETS,
        Right.PROPOSE_RELIEF: Reach.UNIT, Right.VISIT: Reach.OWN, Right.REPLY_VISIT: Reach.UNIT,
        Right.SEE: Reach.UNIT, Right.SEE_SEALED: Reach.OWN, **_all(IN_TRAY, Reach.UNIT), **_all(CASE_WORK, Reach.OWN),
        Act.REGISTER: Reach.UNIT, Act.CORRECT: Reach.OWN, Act.SPLIT: Reach.OWN, Act.LINK_RESPONDENT: Reach.OWN,
        Act.TELL_ON_SPOT: Reach.UNIT,
        **_all(REQUESTS, Reach.UNIT), Act.DRAFT_REMEDY: Reach.UNIT, **_all(ENDING, Reach.OWN),
        **_all(URGENT, Reach.OWN), Act.NOT_ACCEPT: Reach.UNIT,
        **_all(SCANS, Reach.OWN), **_all(DISSUASION, Reach.OWN), **_all(PROMISING, Reach.OWN), Act.KEEP_PROMISE: Reach.OWN,
        Right.DO_TASKS: Reach.UNIT, Right.REPLY_ORDER: Reach.OWN,
    },
    Role.HEAD: {
        Right.HEAR_RETALIATION: Reach.UNIT,
        Right.READ_SCREENING: Reach.BELOW, Right.CHECK_SCREENING: Reach.BELOW,
        Right.OWN_CASES: Reach.OWN, Right.KEEP_CONTACT_POINTS: Reach.UNIT, **_NAMED_IN_SHEETS,
        Right.APPROVE_RELIEF: Reach.UNIT, Right.VISIT: Reach.OWN, Right.REPLY_VISIT: Reach.UNIT, Right.FORECAST: Reach.BELOW,
        Right.REPLY_ORDER: Reach.UNIT,
        Right.DECIDE_ASSESSMENT: Reach.BELOW, Right.OBJECT_ASSESSMENT: Reach.UNIT,
        Right.COLLECT: Reach.UNIT, Right.GIVE_ACCESS: Reach.UNIT, Right.KEEP_CONTACTS: Reach.UNIT,
        Right.ARRANGE_RECEPTION: Reach.UNIT,
        Right.SEE: Reach.BELOW, Right.SEE_SEALED: Reach.UNIT, **_all(IN_TRAY, Reach.UNIT),
        Act.ISSUE: Reach.UNIT, Act.SEND_BACK: Reach.UNIT, Act.NOTIFY: Reach.UNIT, Act.SERVE: Reach.UNIT,
        Act.RECORD_RECEIPT: Reach.UNIT, Act.REPORT_CONCLUSION: Reach.UNIT, Act.CLOSE: Reach.UNIT,
        Act.CONFIRM_VOID: Reach.UNIT, Act.REFUSE_VOID: Reach.UNIT, Act.REMIND: Reach.BELOW, Act.UNMASK: Reach.UNIT,
        Act.RECLASSIFY: Reach.UNIT, Act.REFUSE_RECLASSIFICATION: Reach.UNIT, Act.EXTEND: Reach.UNIT, Act.REFUSE_EXTENSION: Reach.UNIT, Act.CALL_HEARING: Reach.UNIT,
        Act.DECIDE_RECUSAL: Reach.BELOW, Act.SETTLE: Reach.UNIT, Act.RECORD_RETURN: Reach.UNIT,
        Act.WAIVE_NOTICE: Reach.UNIT, Act.ASSESS_RISK: Reach.UNIT, Act.CHECK_DUTIES: Reach.UNIT,
        Act.TRACK_EXECUTION: Reach.UNIT, Act.REFER_RELIEF: Reach.UNIT, Act.AWARD: Reach.UNIT, **_all(REQUESTS, Reach.UNIT),
        **_all(DECIDING | PUBLISHING, Reach.UNIT), **_all(COMMISSIONING, Reach.UNIT), Act.FINALIZE: Reach.UNIT,
        Act.CORRECT_LETTER: Reach.UNIT, Act.AFTER_CARE: Reach.UNIT, Act.ARCHIVE: Reach.UNIT,
        Act.OBJECT: Reach.UNIT, **_all(RETURNED, Reach.UNIT),
        Act.NOT_ACCEPT: Reach.UNIT, Act.NO_LONGER_ACCEPT: Reach.UNIT, Act.DIVERT: Reach.UNIT, **_all(URGENT, Reach.UNIT),
        Act.ASK_DECISION: Reach.UNIT, Act.RECORD_DECISION: Reach.UNIT,
        Act.INTERIM_REPORT: Reach.UNIT, Act.ASK_FEEDBACK_DATE: Reach.UNIT, **_all(UPWARD, Reach.UNIT), Act.CONFIRM_SUPERIOR_CHANGE: Reach.UNIT,
        Act.TRIAGE: Reach.UNIT, Act.ASK_GUIDANCE: Reach.UNIT, Act.ESCALATE: Reach.UNIT, **_all(RAISED, Reach.UNIT),
        **_all(AT_THE_DESK, Reach.UNIT), **_all(OFFICIALS, Reach.UNIT), **_all(SECONDED, Reach.UNIT),
        **_all(RECEIVED_DIRECTLY, Reach.UNIT),
        **_all(SCANS, Reach.UNIT), **_all(DISSUASION, Reach.UNIT),
        **_all(PROPOSING | APPROVING, Reach.UNIT),
        **_all(PROMISING, Reach.UNIT), Act.KEEP_PROMISE: Reach.UNIT, Act.WITHDRAW_PROMISE: Reach.UNIT,
        Right.SUBMIT_TO_LEADER: Reach.UNIT, Right.DO_TASKS: Reach.UNIT, Right.GIVE_TASKS: Reach.BELOW, Right.CHECK_TASKS: Reach.BELOW,
        Right.CONVENE: Reach.UNIT,
    },
    Role.COORDINATOR: {
        **_all(SCREENING, Reach.ALL), Right.CHECK_SCREENING: Reach.ALL, Right.ARRANGE_SCREENING: Reach.ALL,
        Right.MANAGE_OWNERSHIP: Reach.ALL, Right.KEEP_CONTACT_POINTS: Reach.ALL, **_NAMED_IN_SHEETS,
        Right.ARRANGE_VISITS: Reach.ALL, Right.FORECAST: Reach.ALL, Right.VISIT: Reach.OWN, Right.READ_HINTS: Reach.ALL,
        **_all(ORDERING, Reach.ALL),
        Right.ASSESS: Reach.ALL, Right.DECIDE_ASSESSMENT: Reach.ALL,
        Right.COLLECT: Reach.UNIT, Right.GIVE_ACCESS: Reach.ALL, Right.ARRANGE_RECEPTION: Reach.ALL,
        Right.SEE: Reach.ALL, Right.SEE_SEALED: Reach.UNIT, Right.LOOK_UP: Reach.ALL, Act.UNMASK: Reach.UNIT,
        Act.REFER: Reach.UNIT, Act.COMMISSION: Reach.UNIT, Act.REMIND: Reach.ALL, Act.CLOSE: Reach.ALL,
        Act.CONFIRM_VOID: Reach.ALL, Act.REFUSE_VOID: Reach.ALL, Act.REQUEST_RECUSAL: Reach.ALL,
        Act.DECIDE_RECUSAL: Reach.ALL, Act.WITHDRAW: Reach.ALL, **_WITHDRAWING, **_all(REQUESTS, Reach.UNIT),
        **_all(DECIDING | PUBLISHING, Reach.UNIT), **_all(COMMISSIONING, Reach.UNIT), Act.FINALIZE: Reach.ALL,
        Act.CORRECT_LETTER: Reach.UNIT, Act.RATE: Reach.ALL, Act.CORRECT_CAUSE: Reach.ALL,
        **_all(UPWARD, Reach.UNIT), Act.CONFIRM_SUPERIOR_CHANGE: Reach.ALL,
        **_all(DISSUASION, Reach.UNIT), **_all(MATTERS, Reach.ALL),
        **_all(RETURNED, Reach.UNIT), Act.ARBITRATE: Reach.ALL,
        **_all(EXITS, Reach.UNIT), **_all(URGENT, Reach.UNIT), Act.NO_LONGER_ACCEPT: Reach.UNIT,
        Act.TRIAGE: Reach.UNIT, Act.REPLY_GUIDANCE: Reach.UNIT, Act.AGREE_ESCALATION: Reach.ALL, Act.REFUSE_ESCALATION: Reach.ALL,
        **_all(AT_THE_DESK, Reach.UNIT), **_all(OFFICIALS, Reach.UNIT), **_all(SECONDED, Reach.ALL),
        **_all(SCANS, Reach.UNIT),
        **_all(PROPOSING, Reach.UNIT), **_all(APPROVING, Reach.ALL),
        **_all(PROMISING, Reach.UNIT), **_all(OVER_PROMISES, Reach.ALL), Act.WITHDRAW_PROMISE: Reach.ALL,
        Right.SUBMIT_TO_LEADER: Reach.UNIT, Right.DO_TASKS: Reach.UNIT, Right.GIVE_TASKS: Reach.ALL, Right.CHECK_TASKS: Reach.ALL,
        Right.CONVENE: Reach.UNIT,
    },
    Role.DISPATCHER: {
        **_all(SCREENING, Reach.BELOW), Right.CHECK_SCREENING: Reach.BELOW,
        Right.KEEP_CONTACT_POINTS: Reach.UNIT, **_NAMED_IN_SHEETS,
        Right.PROPOSE_RELIEF: Reach.UNIT, Right.VISIT: Reach.OWN, Right.REPLY_VISIT: Reach.UNIT,
        Right.REPLY_ORDER: Reach.UNIT,
        Right.ASSESS: Reach.BELOW, Right.OBJECT_ASSESSMENT: Reach.UNIT,
        Right.COLLECT: Reach.UNIT, Right.IMPORT: Reach.UNIT, Right.ARRANGE_RECEPTION: Reach.UNIT,
        Right.SEE: Reach.BELOW, Right.SEE_SEALED: Reach.UNIT, Right.LOOK_UP: Reach.UNIT, **_all(INTAKE, Reach.UNIT),
        **_all(IN_TRAY, Reach.UNIT), Act.DELEGATE: Reach.UNIT, Act.ASSESS: Reach.UNIT, Act.CONSULT: Reach.UNIT,
        Act.RECORD_INQUIRY: Reach.UNIT, Act.NOTIFY: Reach.UNIT, Act.REMIND: Reach.BELOW,
        Act.RECORD_RETURN: Reach.UNIT, Act.CO_HANDLE: Reach.UNIT, **_all(REQUESTS, Reach.UNIT),
        **_all(ENDING, Reach.UNIT),
        Act.OBJECT: Reach.UNIT, **_all(REDIRECTING, Reach.UNIT), **_all(URGENT, Reach.UNIT), Act.FILE_ONLY: Reach.UNIT,
        **_all(PROPOSED | UPWARD, Reach.UNIT),
        Act.TRIAGE: Reach.UNIT, Act.ASK_GUIDANCE: Reach.UNIT, Act.ESCALATE: Reach.UNIT,
        **_all(SCANS, Reach.UNIT), **_all(DISSUASION, Reach.UNIT),
        **_all(PROMISING, Reach.UNIT), Act.KEEP_PROMISE: Reach.UNIT,
        Right.SUBMIT_TO_LEADER: Reach.UNIT, Right.DO_TASKS: Reach.UNIT, Right.GIVE_TASKS: Reach.BELOW,
        Right.CONVENE: Reach.UNIT,
    },
    Role.INFORMANT: {
        **_all(SCREENING, Reach.UNIT),
        **_NAMED_IN_SHEETS,
        Right.OBJECT_ASSESSMENT: Reach.UNIT,
        Right.SEE: Reach.UNIT, Act.REGISTER: Reach.UNIT, Act.REPORT_FINDINGS: Reach.UNIT,
        Act.REPLY_CONSULTATION: Reach.UNIT, Act.REPLY_CO_HANDLING: Reach.UNIT,
        Act.DEFER_REPLY: Reach.UNIT,
        Right.DO_TASKS: Reach.UNIT,
    },
    Role.SUPERVISOR: {
        Right.READ_SCREENING: Reach.ALL,
        Right.MANAGE_OWNERSHIP: Reach.ALL, Right.KEEP_CONTACT_POINTS: Reach.ALL, **_NAMED_IN_SHEETS,
        Right.ARRANGE_VISITS: Reach.ALL, Right.FORECAST: Reach.ALL, Right.VISIT: Reach.OWN, Right.READ_HINTS: Reach.ALL,
        **_all(ORDERING, Reach.ALL), Right.ASSESS: Reach.ALL,
        Right.SEE: Reach.ALL, Act.REMIND: Reach.ALL, Act.RATE: Reach.ALL, **_all(OVER_PROMISES, Reach.ALL),
        Right.SUBMIT_TO_LEADER: Reach.UNIT, Right.GIVE_TASKS: Reach.ALL, Right.CHECK_TASKS: Reach.ALL,
        Right.CONVENE: Reach.UNIT,
    },
    Role.LEADER: {
        Right.HEAR_RETALIATION: Reach.UNIT,
        Right.READ_SCREENING: Reach.BELOW,
        Right.OWN_CASES: Reach.OWN, **_NAMED_IN_SHEETS,
        Right.ARRANGE_VISITS: Reach.BELOW, Right.FORECAST: Reach.BELOW,
        **_all(ORDERING, Reach.BELOW), Right.DECIDE_ASSESSMENT: Reach.BELOW,
        Right.SEE: Reach.BELOW, Right.GIVE_ACCESS: Reach.BELOW, Act.REMIND: Reach.BELOW, Act.ARBITRATE: Reach.UNIT,
        **_all(RAISED, Reach.UNIT), **_all(PROMISING | OVER_PROMISES, Reach.BELOW), Act.WITHDRAW_PROMISE: Reach.BELOW,
        Right.INSTRUCT: Reach.ALL, Right.GIVE_TASKS: Reach.BELOW,
    },
    Role.ANALYST: {Right.SEE: Reach.ALL, Right.READ_HINTS: Reach.ALL, Right.READ_SCREENING: Reach.ALL},
    Role.SEALED_DESK: {
        Right.HEAR_RETALIATION: Reach.ALL,
        Right.MANAGE_OWNERSHIP: Reach.ALL, **_NAMED_IN_SHEETS,
        **_all(ORDERING, Reach.ALL),
        Right.SEE_SEALED: Reach.ALL, Act.LINK_RESPONDENT: Reach.ALL, Act.SPLIT: Reach.ALL,
        Act.REFER: Reach.ALL, Act.COMMISSION: Reach.ALL, Act.UNMASK: Reach.ALL, Act.REMIND: Reach.ALL,
        **_all(RETURNED, Reach.ALL), Act.ARBITRATE: Reach.ALL, **_all(EXITS, Reach.ALL), **_all(URGENT, Reach.ALL),
        Act.TRIAGE: Reach.ALL, Act.AGREE_ESCALATION: Reach.ALL, Act.REFUSE_ESCALATION: Reach.ALL,
        Act.CONFIRM_VOID: Reach.ALL, Act.REFUSE_VOID: Reach.ALL,
        Act.NOTIFY: Reach.ALL, Act.CLOSE: Reach.ALL, **_all(OFFICIALS, Reach.ALL), **_all(SECONDED, Reach.ALL),
        **_all(COMMISSIONING | UPWARD, Reach.ALL), Act.CONFIRM_SUPERIOR_CHANGE: Reach.ALL, **_all(SCANS, Reach.ALL),
        **_all(MATTERS, Reach.ALL), **_all(PROPOSING | APPROVING, Reach.ALL),
        **_all(PROMISING | OVER_PROMISES, Reach.ALL), Act.WITHDRAW_PROMISE: Reach.ALL,
        Right.SUBMIT_TO_LEADER: Reach.ALL, Right.DO_TASKS: Reach.UNIT, Right.GIVE_TASKS: Reach.ALL, Right.CHECK_TASKS: Reach.ALL,
        Right.CONVENE: Reach.UNIT,
    },
    Role.SYSTEM_ADMIN: {Right.MANAGE_UNITS: Reach.ALL},
    Role.SECURITY_ADMIN: {Right.APPROVE_GRANTS: Reach.ALL},
    Role.SECURITY_AUDITOR: {Right.READ_LOG: Reach.ALL},
}
# fmt: on

OFFICERS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.SECURITY_AUDITOR})


def reach_of(role: Role, thing: Act | Right) -> Reach:
    """Return how far a role's permission for an act or right goes; NONE where it has none."""
    return MATRIX[role].get(thing, Reach.NONE)


def roles_with(thing: Act | Right) -> list[Role]:
    """Return the roles that have any permission for an act or right."""
    return [role for role in Role if reach_of(role, thing)]
