"""The verbs of this floor: log-ins, accounts, grants, units, settings, commands, and the journal's own."""

from datetime import date

from kit.messages.words import Channel
from kit.rooms import all_of
from kit.verbs import Fact, Verb
from law.vocabulary import ServiceMethod
from organizations.roles import Role
from organizations.vocabulary import DayChange, NameKind, UnitKind


def _settings() -> dict[str, str]:
    return {each.key: each.label for each in all_of("settings")}


_DOOR = Fact("入口", str, {"page": "网页", "api": "接口"})
_WHY = Fact("原因", str, {"wrong": "账号或者密码不对", "locked": "已暂停登录", "slowed": "须稍后再试"})
_STAFF, _ROLE = Fact("人员", person=True), Fact("角色", str, Role)
_VALID_TO = Fact("有效期至", date)

LOGGED_IN = Verb("session.in", "登录", {"door": _DOOR})
# Whose name was typed is not kept: a password is sometimes typed in its place. ``by`` is the account, if there is one.
LOG_IN_FAILED = Verb("session.failed", "登录失败", {"door": _DOOR, "why": _WHY})
LOGGED_OUT = Verb("session.out", "退出登录", {"door": _DOOR})
TOKEN_MADE = Verb("token.made", "领取访问令牌")
TOKEN_ENDED = Verb("token.ended", "撤销访问令牌", {"number": Fact("个数")})

ACCOUNT_OPENED = Verb("account.opened", "开设账号")
ACCOUNT_CLOSED = Verb("account.closed", "停用账号")
ACCOUNT_REOPENED = Verb("account.reopened", "重新启用账号")
PASSWORD_CHANGED = Verb("password.changed", "本人修改密码")
PASSWORD_RESET = Verb("password.reset", "重置密码")

GRANT_GIVEN = Verb("grant.given", "授予角色", {"staff": _STAFF, "role": _ROLE, "valid_to": _VALID_TO})
GRANT_APPROVED = Verb("grant.approved", "核准授权", {"staff": _STAFF, "role": _ROLE})
GRANT_ENDED = Verb("grant.ended", "收回角色", {"staff": _STAFF, "role": _ROLE})
OFFICERS_FOUNDED = Verb(
    "officers.founded",
    "设立三员",
    {
        "system": Fact("系统管理员", person=True),
        "security": Fact("安全管理员", person=True),
        "auditor": Fact("安全审计员", person=True),
    },
)

_PERSON, _HAND = Fact("代谁办理", person=True), Fact("由谁办理", person=True)
MANDATE_GIVEN = Verb("mandate.given", "指定代办", {"person": _PERSON, "hand": _HAND, "to_day": Fact("止", date)})
MANDATE_ENDED = Verb("mandate.ended", "结束代办", {"person": _PERSON, "hand": _HAND})
MANDATE_USED = Verb("mandate.used", "开始代办", {"person": _PERSON})
MANDATE_DAY_CONFIRMED = Verb("mandate.confirmed", "确认联络员代办", {"on": Fact("日期", date)})

UNIT_ADDED = Verb("unit.added", "新设单位", {"parent": Fact("上级单位编号"), "kind": Fact("类型", str, UnitKind)})
_UNIT_NAME = {"name": Fact("名称编号"), "kind": Fact("种类", str, NameKind)}
UNIT_NAMED = Verb("unit.named", "增加单位的曾用名或者别称", _UNIT_NAME)
UNIT_NAME_DROPPED = Verb("unit.name_dropped", "删去单位的曾用名或者别称", _UNIT_NAME)
UNIT_MOVED = Verb("unit.moved", "调整隶属关系", {"parent": Fact("上级单位编号"), "former": Fact("原上级单位编号")})
DIVISIONS_IMPORTED = Verb(
    "units.imported", "导入行政区划", {"added": Fact("新增"), "renamed": Fact("更名"), "rehung": Fact("归入上级")}
)

LETTER_SAVED = Verb(
    "letter.file",
    "打印、下载文书",
    {"letters": Fact("份数"), "format": Fact("格式", str, {"pdf": "PDF", "docx": "Word"})},
)
SCANS_SAVED = Verb("scan.file", "下载盖章扫描件", {"scans": Fact("份数")})
_NUMBER = Fact("文号", str, free=True)
RECORD_LETTER_ISSUED = Verb("record.letter", "出具文书", {"letter": Fact("文书", str), "number": _NUMBER})
RECORD_LETTER_SERVED = Verb(
    "record.served",
    "登记文书送达",
    {"number": _NUMBER, "method": Fact("送达方式", str, ServiceMethod), "sent_on": Fact("发出日期", date)},
)
RECORD_LETTER_RECEIVED = Verb(
    "record.received", "登记文书收到", {"number": _NUMBER, "received_on": Fact("收到日期", date)}
)
RECORD_LETTER_RETURNED = Verb(
    "record.returned", "登记文书退回", {"number": _NUMBER, "returned_on": Fact("退回日期", date)}
)
RECORD_SCANS_ADDED = Verb("record.scans", "附上盖章扫描件", {"number": _NUMBER, "scans": Fact("份数")})
RECORD_FILES_ADDED = Verb("record.files", "附上记录附件", {"files": Fact("个数")})
RECORD_TOLD = Verb("record.told", "告知消息", {"channel": Fact("方式", str, Channel), "reason": Fact("事由", str)})
RECORD_FILE_SAVED = Verb("record.file", "下载记录附件")
LIMITS_ADDED = Verb("limits.added", "新增期限标准", {"valid_from": Fact("施行日期", date)})
SETTING_SET = Verb(
    "setting.set",
    "设置参数",
    {"key": Fact("参数", str, named=_settings), "valid_from": Fact("生效日期", date), "house": Fact("对全系统", bool)},
)
DAYS_SET = Verb(
    "calendar.set",
    "调整日历",
    {
        "first": Fact("首日", date),
        "last": Fact("末日", date),
        "kind": Fact("类型", str, DayChange),
        "moved": Fact("须重新计算的期限"),
    },
)
DICTIONARY_LOADED = Verb("dictionary.loaded", "载入字典", {"added": Fact("新增"), "ended": Fact("停用")})
TERM_ADDED = Verb("term.added", "新增字典条目", {"valid_from": Fact("启用日期", date)})
TERM_ENDED = Verb("term.ended", "停用字典条目", {"valid_to": Fact("停用日期", date)})
TRAINING_MOVED = Verb("training.moved", "拨快演示日期", {"days": Fact("天数")})
COMMAND_RUN = Verb("command.run", "运行管理命令", {"command": Fact("命令", str), "done": Fact("已完成", bool)})
JOURNAL_VERIFIED = Verb(
    "journal.verified", "核验日志链", {"entries": Fact("条数"), "broken": Fact("断裂"), "waiting": Fact("尚未入链")}
)
JOURNAL_READ = Verb("journal.read", "查阅日志", {"filters": Fact("筛选条件数")})

VERBS = (
    LOGGED_IN,
    LOG_IN_FAILED,
    LOGGED_OUT,
    TOKEN_MADE,
    TOKEN_ENDED,
    ACCOUNT_OPENED,
    ACCOUNT_CLOSED,
    ACCOUNT_REOPENED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    GRANT_GIVEN,
    GRANT_APPROVED,
    GRANT_ENDED,
    OFFICERS_FOUNDED,
    MANDATE_GIVEN,
    MANDATE_ENDED,
    MANDATE_USED,
    MANDATE_DAY_CONFIRMED,
    UNIT_ADDED,
    UNIT_MOVED,
    UNIT_NAMED,
    UNIT_NAME_DROPPED,
    DIVISIONS_IMPORTED,
    LETTER_SAVED,
    SCANS_SAVED,
    RECORD_LETTER_ISSUED,
    RECORD_LETTER_SERVED,
    RECORD_LETTER_RECEIVED,
    RECORD_LETTER_RETURNED,
    RECORD_SCANS_ADDED,
    RECORD_FILES_ADDED,
    RECORD_TOLD,
    RECORD_FILE_SAVED,
    LIMITS_ADDED,
    SETTING_SET,
    DAYS_SET,
    DICTIONARY_LOADED,
    TERM_ADDED,
    TERM_ENDED,
    TRAINING_MOVED,
    COMMAND_RUN,
    JOURNAL_VERIFIED,
    JOURNAL_READ,
)
