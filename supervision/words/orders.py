"""The words of orders: in which way a unit failed, who asked for the order, how it is made, and what came of it (Art. 39, 40)."""

from law.words import Word


class FailureGroup(Word):
    """Under which of three heads a failure of duty stands."""

    NOT_ADMITTED = "not_admitted", "应受理未受理"
    NOT_HANDLED = "not_handled", "应办理未办理"
    NOT_LAWFUL = "not_lawful", "不依法办理"


class Failure(Word):
    """In which way a unit failed; the first nine are found by rule, the others seen by people."""

    INFORM_LATE = "inform_late", "未按期告知受理"
    CONCLUDE_LATE = "conclude_late", "未按期办结"
    REMEDY_LATE = "remedy_late", "未按期复查复核"
    FEEDBACK_LATE = "feedback_late", "未按规定反馈办理结果"
    IDLE = "idle", "期限过半没有办理记录"
    UNSERVED = "unserved", "意见书没有按时送达"
    OBJECTED_AGAIN = "objected_again", "再次退回"
    REJECTED_AGAIN = "rejected_again", "办结报告再次被退回"
    UNEXECUTED = "unexecuted", "处理意见没有执行"
    EVASION = "evasion", "推诿、敷衍、拖延"
    FALSE_REPORT = "false_report", "弄虚作假"
    PROCEDURE = "procedure", "没有按程序办理"
    WRONG_OPINION = "wrong_opinion", "处理意见明显不当"


def found_choices() -> list[tuple[str, str]]:
    """Return the failures that rules find, as form fields want them."""
    return Failure.choices()[: -len(_SEEN_BY_PEOPLE)]


_SEEN_BY_PEOPLE = (Failure.EVASION, Failure.FALSE_REPORT, Failure.PROCEDURE, Failure.WRONG_OPINION)


class OrderSource(Word):
    """Who asked for an order."""

    OFFICE = "office", "信访局"
    INSPECTORATE = "inspectorate", "督查室"
    CONGRESS = "congress", "人大工委对口"
    LEADER = "leader", "领导亲自"
    CONFERENCE = "conference", "政协"


class OrderMethod(Word):
    """How an order is made."""

    LETTER = "letter", "函"
    MEETING = "meeting", "座谈会"
    SITE_VISIT = "site_visit", "现场走访"
    ON_SITE = "on_site", "驻点"
    CALL = "call", "电话"


class OrderState(Word):
    """How far an order is."""

    ISSUED = "issued", "待签收"
    RECEIVED = "received", "待反馈"
    REPLIED = "replied", "待核查"
    RETURNED = "returned", "整改中"
    CHECKED = "checked", "待销号"
    CLOSED = "closed", "已销号"


class FindingState(Word):
    """What became of what a rule found."""

    OPEN = "open", "待处理"
    ORDERED = "ordered", "已督办"
    SET_ASIDE = "set_aside", "不予督办"


class CheckResult(Word):
    """What another than who replied found of the reply."""

    TRUE = "true", "属实，已到位"
    NOT_THERE = "not_there", "没有到位，继续整改"
    UNFOUNDED = "unfounded", "情形不成立"


class ExplainedHow(Word):
    """How the petitioner got the explanation, without which no order is closed."""

    SERVED = "served", "书面送达（本件有送达回证）"
    FACE = "face", "当面说明（有记录）"
    CALL = "call", "电话说明（有记录）"
    UNREACHABLE = "unreachable", "匿名，无法联系"


class MeasureKind(Word):
    """What only the joint conference decides on (Art. 39, para 3)."""

    TALK = "talk", "约谈"
    CIRCULAR = "circular", "通报"
    LISTED = "listed", "挂牌督办"
    DEADLINE = "deadline", "责令限期整改"


class AdviceKind(Word):
    """The three kinds of recommendations (Art. 40)."""

    WORK = "work", "改进工作"
    POLICY = "policy", "完善政策"
    LIABILITY = "liability", "追究责任"


class Uptake(Word):
    """What the body that was advised did with a recommendation; it says so in writing (Art. 40, para 4)."""

    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT_ADOPTED = "not_adopted", "未采纳"


class SampleKind(Word):
    """What is looked at."""

    LEDGER = "ledger", "查账"
    QUALITY = "quality", "质量抽查"


class SampleState(Word):
    """How far a sample is."""

    DRAWN = "drawn", "正在核对"
    SIGNED = "signed", "已签字"


class RowResult(Word):
    """What came of one row: of a ledger, whether the file says the same; of quality, whether a defect was found."""

    MATCHES = "matches", "账实相符"
    DIFFERS = "differs", "账实不符"
    SOUND = "sound", "没有缺陷"
    DEFECTIVE = "defective", "有缺陷"


class Defect(Word):
    """The list against which quality is checked: what an answer and its file must not lack (Art. 22, 23, 31, 32, 35)."""

    NOT_TOLD = "not_told", "没有书面告知受理（第二十三条）"
    NOT_HEARD = "not_heard", "没有听取信访人陈述（第三十一条第六项）"
    DEMAND_LEFT = "demand_left", "诉求没有逐项答复（第三十二条）"
    NO_FACTS = "no_facts", "事实没有查清或者没有写明（第三十二条）"
    NO_BASIS = "no_basis", "依据没有引用或者引用错误（第三十二条）"
    WRONG_PATH = "wrong_path", "途径、类别定错（第三十一条）"
    NO_REMEDY = "no_remedy", "没有告知复查复核的权利（第三十五条）"
    NOT_SERVED = "not_served", "没有送达或者没有回证（第三十五条）"
    LATE = "late", "超过期限（第三十四条）"
    NOT_EXECUTED = "not_executed", "意见没有执行（第三十二条第二款）"
    INCOMPLETE = "incomplete", "材料不全、录入与材料不一致（第二十二条）"


class AccountState(Word):
    """Whether somebody has accounted."""

    CALLED = "called", "待交账"
    GIVEN = "given", "已交账"


class Account(Word):
    """What an owner says of one open row."""

    DONE = "done", "已经办好"
    NOT_DONE = "not_done", "没有办好，说明原因"
    NEW_LIMIT = "new_limit", "申请新的期限"


class InspectionKind(Word):
    """Who looks into a unit's work for a time."""

    TEAM = "team", "督查组"
    MONITOR = "monitor", "外部监督"


class InspectionState(Word):
    """How far an inspection is."""

    RUNNING = "running", "进行中"
    REPORTED = "reported", "已反馈"
