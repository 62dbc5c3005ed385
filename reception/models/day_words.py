"""Words of reception days 领导接访 and appointments 约访 (Art. 18)."""

from law.words import Word

ARTICLE = "第十八条"


class ReceptionPost(Word):
    """谁来接访."""

    SECRETARY = "secretary", "区县委书记"
    MAYOR = "mayor", "区县长"
    POLITICAL_LEGAL = "political_legal", "政法机关主要负责人"
    COUNTY_LEADER = "county_leader", "区县级领导（轮值）"
    TOWN_LEADER = "town_leader", "乡镇（街道）领导"
    DEPARTMENT_LEADER = "department_leader", "部门领导"
    PARTY_DELEGATE = "party_delegate", "党代表"
    DEPUTY = "deputy", "人大代表"
    COMMITTEE_MEMBER = "committee_member", "政协委员"


class Cadence(Word):
    """多久接访一次."""

    MONTHLY_DAY = "monthly_day", "每月固定日"
    WORKING_DAYS = "working_days", "每个工作日"
    TIMES_A_MONTH = "times_a_month", "每月不少于几次"
    TIMES_A_YEAR = "times_a_year", "每年不少于几次"
    MARKET = "market", "公历集日"
    LUNAR_MARKET = "lunar_market", "农历集日"


class RuleState(Word):
    """接访安排的状态."""

    IN_FORCE = "in_force", "执行中"
    ENDED = "ended", "已停止"


class ReceptionKind(Word):
    """接访的形式."""

    OFFICE = "office", "定点接访"
    JOINT = "joint", "联合接访"
    VISIT = "visit", "下访"
    ROUND = "round", "巡回接访"
    WITH_CASE = "with_case", "带案下访"


class DayState(Word):
    """接访日的状态."""

    PLANNED = "planned", "待公布"
    PUBLISHED = "published", "已公布"
    HELD = "held", "已接访"
    MISSED = "missed", "未接访"
    CANCELLED = "cancelled", "已取消"


class Attendance(Word):
    """到场情况."""

    SELF = "self", "本人到场"
    STAND_IN = "stand_in", "他人代为接访"
    NOBODY = "nobody", "没有人到场"


class AppointmentKind(Word):
    """怎样约的."""

    BOOKED = "booked", "约访"
    BY_NAME = "by_name", "点名约访"
    WALK_IN = "walk_in", "当日来访"
    TAKEN_ALONG = "taken_along", "带案下访"


class AppointmentState(Word):
    """约访的状态."""

    BOOKED = "booked", "已约"
    DISPLACED = "displaced", "待另行安排"
    OFFERED = "offered", "已另行安排，待确认"
    ANSWERED = "answered", "当场答复"
    TRACKED = "tracked", "跟踪办理"
    SETTLED = "settled", "已落实"
    ABSENT = "absent", "未到"
    WITHDRAWN = "withdrawn", "已取消"


# A place is held by these, and by one of them only (a constraint of the database).
HOLDING = (
    AppointmentState.BOOKED,
    AppointmentState.OFFERED,
    AppointmentState.ANSWERED,
    AppointmentState.TRACKED,
    AppointmentState.SETTLED,
)
AHEAD = (AppointmentState.BOOKED, AppointmentState.OFFERED, AppointmentState.DISPLACED)
RECEIVED = (AppointmentState.ANSWERED, AppointmentState.TRACKED, AppointmentState.SETTLED)


class SeatRole(Word):
    """席位: the three levels, and who takes part beside them."""

    INVESTIGATOR = "investigator", "调查员（村、社区）"
    FIRST_OPINION = "first_opinion", "初步论证（乡镇、街道）"
    JOINT_STUDY = "joint_study", "共同研究（部门）"
    COORDINATION = "coordination", "具体协调（区县领导）"
    LAWYER = "lawyer", "律师"
    MEDIATOR = "mediator", "人民调解员"
    DELEGATE = "delegate", "党代表、人大代表、政协委员"


class VisitorRating(Word):
    """来访人的评价."""

    SATISFIED = "satisfied", "满意"
    FAIR = "fair", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


class ProfileState(Word):
    """接访人员介绍的状态."""

    PROPOSED = "proposed", "待本人同意"
    PUBLISHED = "published", "本人同意公开"
    WITHDRAWN = "withdrawn", "不再公开"
