"""Words of the screening room."""

from law.words import Word


class Rhythm(Word):
    """How often a kind of unit reports."""

    WEEKLY = "weekly", "每周"
    HALF_MONTHLY = "half_monthly", "每半月"
    MONTHLY = "monthly", "每月"


class RoundState(Word):
    """排查期的状态."""

    OPEN = "open", "填报中"
    CLOSED = "closed", "已截止"


class ThemeState(Word):
    """专项排查的状态."""

    DRAFT = "draft", "拟定中"
    PUBLISHED = "published", "已发布"


class ReportSource(Word):
    """How a report came in."""

    PAGE = "page", "网页填报"
    PROGRAM = "program", "其他系统"
    SHEET = "sheet", "表格导入"


class ApprovalState(Word):
    """镇审核的状态."""

    APPROVED = "approved", "已审核锁定"
    REOPENED = "reopened", "已重新开启"


class DisputeKind(Word):
    """What a dispute is about."""

    FAMILY = "family", "婚姻家庭"
    NEIGHBOURS = "neighbours", "邻里关系"
    LAND = "land", "土地山林水利"
    HOUSING = "housing", "房屋宅基地"
    DEMOLITION = "demolition", "征地拆迁补偿"
    WAGES = "wages", "劳动报酬"
    CONTRACT = "contract", "合同债务"
    VILLAGE_AFFAIRS = "village_affairs", "村务财务"
    ENVIRONMENT = "environment", "环境污染"
    INJURY = "injury", "损害赔偿"
    PROPERTY = "property", "物业管理"
    OTHER = "other", "其他"


class Grade(Word):
    """How serious a dispute is; said of the dispute by rules, never of a person."""

    ORDINARY = "ordinary", "一般"
    LARGER = "larger", "较大"
    GRAVE = "grave", "重大"


class DisputeSource(Word):
    """Where a dispute was heard of."""

    VISIT = "visit", "走访排查"
    TOLD = "told", "群众反映"
    GRID = "grid", "网格报送"
    HOTLINE = "hotline", "热线转来"
    OTHER = "other", "其他"


class DisputeState(Word):
    """矛盾纠纷的状态: settled and closed are two things."""

    OPEN = "open", "办理中"
    PASSED = "passed", "待接收"
    SETTLED = "settled", "已有结果"
    CLOSED = "closed", "已销账"
    TURNED = "turned", "已转信访"


class DisputeOutcome(Word):
    """What came of a dispute."""

    RESOLVED = "resolved", "已化解"
    GUIDED = "guided", "已引导法定途径"
    UNRESOLVED = "unresolved", "未化解"


class Settler(Word):
    """Who can settle it."""

    VILLAGE = "village", "村（社区）"
    TOWN = "town", "乡镇街道"
    DISTRICT = "district", "区"


class Way(Word):
    """研判: what is to become of an open dispute."""

    VILLAGE = "village", "村办"
    TOWN = "town", "镇办"
    DISTRICT = "district", "报区"
    DEPARTMENT = "department", "转部门"
    CASE = "case", "转信访"


class DoubtRule(Word):
    """Why a zero is doubtful: a rule, never a case or a day."""

    MANY_ZEROS = "many_zeros", "连续多期零报告"
    PETITIONS = "petitions", "同期有多名不同的人反映这个地方的问题"


class WarningState(Word):
    """苗头预警的状态."""

    WAITING = "waiting", "待答复"
    ANSWERED = "answered", "已答复"
