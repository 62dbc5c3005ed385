"""The words of the matrix: roles, rights that are no step of the procedure, and how far a permission goes."""

from enum import IntEnum

from law.words import Word


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
    MANAGE_OWNERSHIP = "manage_ownership", "确定包案、回访、销号"
    OWN_CASES = "own_cases", "包案"
    WORK_OWNED = "work_owned", "登记本人负责的包案工作"
    KEEP_CONTACT_POINTS = "keep_contact_points", "维护挂点联系"
    ARRANGE_VISITS = "arrange_visits", "抽取、指派回访，反馈单位"
    HEAR_RETALIATION = "hear_retaliation", "受理打击报复反映"
    VISIT = "visit", "回访信访人"
    REPLY_VISIT = "reply_visit", "回复回访反馈"
    FORECAST = "forecast", "查看超期预测"
    READ_HINTS = "read_hints", "查看提示采用情况"
    PROPOSE_RELIEF = "propose_relief", "申请帮扶、登记支付和民生项目、法治宣传"
    APPROVE_RELIEF = "approve_relief", "审批帮扶、管理专项资金"
    REPLY_ORDER = "reply_order", "签收、反馈督办件"
    CHECK_ORDER = "check_order", "核查督办反馈、销号"
    ASSESS = "assess_units", "拟定考核、评分、交各单位征求意见"
    DECIDE_ASSESSMENT = "decide_assessment", "核定考核异议、公布考核结果、表扬"
    OBJECT_ASSESSMENT = "object_assessment", "查看本单位的考核结果、提出异议"
    ARRANGE_RECEPTION = "arrange_reception", "安排、公布接访日，登记到场"
    REPORT_UNDERTAKING = "report_undertaking", "报告接访时交给本人的落实情况"
    READ_SCREENING = "read_screening", "查看矛盾纠纷排查"
    REPORT_SCREENING = "report_screening", "填报排查、登记矛盾纠纷"
    WORK_DISPUTE = "work_dispute", "办理、流转矛盾纠纷"
    CHECK_SCREENING = "check_screening", "审核排查、研判、回访、销账"
    ARRANGE_SCREENING = "arrange_screening", "安排专项排查"


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
