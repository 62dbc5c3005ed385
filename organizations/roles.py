"""Role x Act -> Reach: the auditor's file. 权限一览 and docs/permissions.md are printed from it."""

from enum import IntEnum

from law.vocabulary import Act
from law.words import Word
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


class Role(Word):
    """角色."""

    WINDOW_CLERK = "window_clerk", "窗口登记员"
    ROUTER = "router", "分办员"
    HANDLER = "handler", "承办人"
    HEAD = "head", "单位负责人"
    COORDINATOR = "coordinator", "调查处理协调员"
    DISPATCHER = "dispatcher", "乡镇工作调度员"
    INFORMANT = "informant", "村（社区）信息员"
    SUPERVISOR = "supervisor", "督查员"
    LEADER = "leader", "领导"
    ANALYST = "analyst", "分析员"
    SEALED_DESK = "sealed_desk", "检举控告专管员"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    SECURITY_AUDITOR = "security_auditor", "安全审计员"


class Right(Word):
    """What a role may do that is no step of the procedure."""

    SEE = "see", "查看信访件"
    SEE_SEALED = "see_sealed", "查看检举控告内容"
    LOOK_UP = "look_up", "按姓名、电话、证件查询"
    MANAGE_UNITS = "manage_units", "管理单位、账号、日历和文书模板"
    APPROVE_GRANTS = "approve_grants", "核准授权"
    READ_LOG = "read_log", "查阅日志、核验办理链"
    COLLECT = "collect", "组织人民建议征集"
    GIVE_ACCESS = "give_access", "给予、收回临时查阅"
    IMPORT = "import", "导入其他系统的信访件"
    KEEP_CONTACTS = "keep_contacts", "维护本单位的联系方式和岗位"
    SUBMIT_TO_LEADER = "submit_to_leader", "呈阅领导、登记批示批回"
    INSTRUCT = "instruct", "对呈阅本人的作出批示"
    GIVE_TASKS = "give_tasks", "下达任务"
    DO_TASKS = "do_tasks", "签收、反馈任务"
    CHECK_TASKS = "check_tasks", "核实任务"
    CONVENE = "convene", "召集会议、出会议纪要、登记向人大政协的报告"
    ARRANGE_VISITS = "arrange_visits", "抽取、指派回访，反馈单位"
    VISIT = "visit", "回访信访人"
    REPLY_VISIT = "reply_visit", "回复回访反馈"
    FORECAST = "forecast", "查看超期预测"
    PROPOSE_RELIEF = "propose_relief", "申请帮扶、登记支付和民生项目、法治宣传"
    APPROVE_RELIEF = "approve_relief", "审批帮扶、管理专项资金"


class Reach(IntEnum):
    """How far a permission goes, the narrowest first."""

    NONE = 0
    OWN = 1
    UNIT = 2
    BELOW = 3
    ALL = 4

    @property
    def label(self) -> str:
        """Return the Chinese word for this reach."""
        return ("—", "本人", "本单位", "本单位及下级", "全区")[self]


# The desk hears of a withdrawal wherever in the district the case is worked on; it sees only its own cases.
_WITHDRAWING: dict[Act | Right, Reach] = {Act.ASK_WITHDRAWAL: Reach.ALL, Act.REVOKE_WITHDRAWAL: Reach.ALL}


def _all(things: set[Act], reach: Reach) -> dict[Act | Right, Reach]:
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
        Right.PROPOSE_RELIEF: Reach.UNIT, Right.VISIT: Reach.OWN, Right.REPLY_VISIT: Reach.UNIT,
        Right.SEE: Reach.UNIT, Right.SEE_SEALED: Reach.OWN, **_all(IN_TRAY, Reach.UNIT), **_all(CASE_WORK, Reach.OWN),
        Act.REGISTER: Reach.UNIT, Act.CORRECT: Reach.OWN, Act.SPLIT: Reach.OWN, Act.LINK_RESPONDENT: Reach.OWN,
        Act.TELL_ON_SPOT: Reach.UNIT,
        **_all(REQUESTS, Reach.UNIT), Act.DRAFT_REMEDY: Reach.UNIT, **_all(ENDING, Reach.OWN),
        **_all(URGENT, Reach.OWN), Act.NOT_ACCEPT: Reach.UNIT,
        **_all(SCANS, Reach.OWN), **_all(DISSUASION, Reach.OWN), **_all(PROMISING, Reach.OWN), Act.KEEP_PROMISE: Reach.OWN,
        Right.DO_TASKS: Reach.UNIT,
    },
    Role.HEAD: {
        Right.APPROVE_RELIEF: Reach.UNIT, Right.VISIT: Reach.OWN, Right.REPLY_VISIT: Reach.UNIT, Right.FORECAST: Reach.BELOW,
        Right.COLLECT: Reach.UNIT, Right.GIVE_ACCESS: Reach.UNIT, Right.KEEP_CONTACTS: Reach.UNIT,
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
        Right.ARRANGE_VISITS: Reach.ALL, Right.FORECAST: Reach.ALL, Right.VISIT: Reach.OWN,
        Right.COLLECT: Reach.UNIT, Right.GIVE_ACCESS: Reach.ALL,
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
        Right.PROPOSE_RELIEF: Reach.UNIT, Right.VISIT: Reach.OWN, Right.REPLY_VISIT: Reach.UNIT,
        Right.COLLECT: Reach.UNIT, Right.IMPORT: Reach.UNIT,
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
        Right.SEE: Reach.UNIT, Act.REGISTER: Reach.UNIT, Act.REPORT_FINDINGS: Reach.UNIT,
        Act.REPLY_CONSULTATION: Reach.UNIT, Act.REPLY_CO_HANDLING: Reach.UNIT,
        Act.DEFER_REPLY: Reach.UNIT,
        Right.DO_TASKS: Reach.UNIT,
    },
    Role.SUPERVISOR: {
        Right.ARRANGE_VISITS: Reach.ALL, Right.FORECAST: Reach.ALL, Right.VISIT: Reach.OWN,
        Right.SEE: Reach.ALL, Act.REMIND: Reach.ALL, Act.RATE: Reach.ALL, **_all(OVER_PROMISES, Reach.ALL),
        Right.SUBMIT_TO_LEADER: Reach.UNIT, Right.GIVE_TASKS: Reach.ALL, Right.CHECK_TASKS: Reach.ALL,
        Right.CONVENE: Reach.UNIT,
    },
    Role.LEADER: {
        Right.ARRANGE_VISITS: Reach.BELOW, Right.FORECAST: Reach.BELOW,
        Right.SEE: Reach.BELOW, Right.GIVE_ACCESS: Reach.BELOW, Act.REMIND: Reach.BELOW, Act.ARBITRATE: Reach.UNIT,
        **_all(RAISED, Reach.UNIT), **_all(PROMISING | OVER_PROMISES, Reach.BELOW), Act.WITHDRAW_PROMISE: Reach.BELOW,
        Right.INSTRUCT: Reach.ALL, Right.GIVE_TASKS: Reach.BELOW,
    },
    Role.ANALYST: {Right.SEE: Reach.ALL},
    Role.SEALED_DESK: {
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
