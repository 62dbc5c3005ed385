"""Words of meetings."""

from law.words import Word


class MeetingKind(Word):
    """会议的种类."""

    STANDING_COMMITTEE = "standing_committee", "党委常委会专题听取"
    GOVERNMENT = "government", "政府办公会"
    JOINT_CONFERENCE = "joint_conference", "信访工作联席会议"
    TOWN = "town", "乡镇信访例会"
    ANNUAL = "annual", "年度信访工作会"
    CONGRESS = "congress", "人大与一府两院联席会"
    JOINT_SESSION = "joint_session", "集中会办"


class MeetingState(Word):
    """会议的状态."""

    PLANNED = "planned", "筹备"
    HELD = "held", "已召开"
    MINUTED = "minuted", "已出纪要"
    CANCELLED = "cancelled", "已取消"


class Difficulty(Word):
    """Why a case is put on an agenda: of the case and its handling, never of a person."""

    OVERDUE = "overdue", "超期未办结"
    REPEATED = "repeated", "同一事项多次信访"
    OWNED = "owned", "领导包案"
    DISPUTED = "disputed", "管辖有争议"
    CHOSEN = "chosen", "召集人提出"
